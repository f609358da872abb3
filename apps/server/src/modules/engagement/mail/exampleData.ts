import type { MailData, Place, TemplateName } from './data.ts';

/** Plausible data for every template: for tests, and to look at the mails in a browser. */
const zone = 'Europe/Warsaw';
const place: Place = {
  name: 'Velora Kraków',
  line1: 'ul. Karmelicka 12',
  postcode: '31-128',
  city: 'Kraków',
  phone: '+48 12 345 67 89',
  hours: {
    mon: [['10:00', '20:00']],
    tue: [['10:00', '20:00']],
    wed: [['10:00', '20:00']],
    thu: [['10:00', '20:00']],
    fri: [['10:00', '20:00']],
    sat: [['10:00', '20:00']],
    sun: [],
  },
};
const price = { amount: 386_900, currency: 'PLN' };
const sofa = { title: 'Lund sofa', options: 'green, velvet', quantity: 1, price };
const lamp = { title: 'Oda lamp', options: '', quantity: 2, price: { amount: 39_800, currency: 'PLN' } };
const hold = {
  zone,
  name: 'Julia Kowalska',
  goods: [sofa],
  place,
  until: '2026-11-21T19:00:00.000Z',
  code: 'K7-42MX',
  url: 'https://shop.example/h/abc',
};

export const exampleData: MailData = {
  sign_in_code: { code: '482 913', minutes: 10 },
  hold_confirmed: hold,
  hold_ready: hold,
  hold_released: { goods: [sofa], place, reason: 'expired', url: 'https://shop.example/p/lund' },
  hold_not_found: {
    zone,
    goods: [sofa],
    place,
    offers: [
      {
        kind: 'other_store',
        title: 'Lund sofa, green velvet',
        placeName: 'Velora Warszawa Centrum',
        from: '2026-11-22T09:00:00.000Z',
        price,
        url: 'https://shop.example/o/1',
      },
      {
        kind: 'delivery',
        title: 'Lund sofa, blue velvet',
        placeName: null,
        from: '2026-11-27',
        price,
        url: 'https://shop.example/o/2',
      },
    ],
    url: 'https://shop.example/h/abc',
  },
  order_confirmed: {
    zone,
    number: 'V-100234',
    placedAt: '2026-11-19T13:02:00.000Z',
    lines: [
      { ...sofa, way: { method: 'pickup', placeName: 'Velora Kraków', from: '2026-11-20' } },
      { ...lamp, way: { method: 'delivery', from: '2026-11-24', to: '2026-11-26' } },
    ],
    totals: {
      gross: { amount: 426_700, currency: 'PLN' },
      net: { amount: 346_911, currency: 'PLN' },
      tax: { amount: 79_789, currency: 'PLN' },
      discount: { amount: 43_000, currency: 'PLN' },
    },
    taxes: [{ rateBp: 2300, net: { amount: 346_911, currency: 'PLN' }, tax: { amount: 79_789, currency: 'PLN' } }],
    deliveryAddress: 'Julia Kowalska, ul. Długa 5/7, 31-147 Kraków',
    payment: 'paid',
    seller: {
      name: 'Velora sp. z o.o.',
      address: 'ul. Marszałkowska 1, 00-001 Warszawa',
      taxId: '5250000000',
      register: 'KRS 0000000000',
      email: 'hello@velora.example',
      phone: '+48 22 123 45 67',
    },
    withdrawalDays: 14,
    termsUrl: 'https://shop.example/terms',
    url: 'https://shop.example/orders/V-100234',
  },
  pickup_ready: {
    zone,
    number: 'V-100234',
    goods: [sofa],
    place,
    until: '2026-11-21T19:00:00.000Z',
    code: 'P1-88KD',
    url: 'https://shop.example/pickup/abc',
    toPay: null,
  },
  chat_answer: {
    agentName: 'Anna',
    answer: 'Yes, there is one in Kraków.\nShall I hold it for you?',
    product: { title: 'Lund sofa', url: 'https://shop.example/p/lund' },
    question: 'Is the green Lund sofa still to be had?',
    url: 'https://shop.example/chat',
  },
  withdrawal_received: {
    zone,
    number: 'W-100012',
    declaredAt: '2026-11-22T16:42:00.000Z',
    name: 'Julia Kowalska',
    contract: 'V-100234',
    email: 'julia@example.com',
    goods: null,
    returnNumber: 'R-100007',
    url: 'https://shop.example/returns/abc',
  },
  return_announced: {
    number: 'R-100007',
    orderNumber: 'V-100234',
    goods: [sofa],
    address: 'Velora Łódź, ul. Magazynowa 3, 93-001 Łódź',
    url: 'https://shop.example/returns/abc',
  },
  return_settled: {
    number: 'R-100007',
    orderNumber: 'V-100234',
    goods: [sofa],
    total: { amount: 396_800, currency: 'PLN' },
    delivery: { amount: 9_900, currency: 'PLN' },
    payouts: [{ to: 'original', amount: { amount: 396_800, currency: 'PLN' } }],
    creditCode: null,
  },
};

export const templateNames = Object.keys(exampleData) as TemplateName[];
