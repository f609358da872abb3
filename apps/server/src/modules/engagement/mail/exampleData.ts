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
  hold_at_risk: {
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
  hold_safe: { zone, goods: [sofa], place, until: '2026-11-21T19:00:00.000Z', url: 'https://shop.example/h/abc' },
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
  order_cancelled: {
    number: 'V-100234',
    isWhole: false,
    why: 'by_customer',
    goods: [sofa],
    refund: { amount: 386_900, currency: 'PLN' },
    worth: { amount: 9_900, currency: 'PLN' },
    url: 'https://shop.example/en/orders/abc',
  },
  pickup_changed: {
    zone,
    number: 'V-100234',
    what: 'store',
    goods: [sofa],
    place,
    readyBy: '2026-11-20T12:00:00.000Z',
    until: null,
    collector: null,
    url: 'https://shop.example/en/orders/abc',
  },
  pickup_reminder: {
    zone,
    number: 'V-100234',
    goods: [sofa],
    place,
    until: '2026-11-21T19:00:00.000Z',
    isLastDay: true,
    code: 'V-100234',
    url: 'https://shop.example/en/orders/abc',
    toPay: null,
  },
  pickup_short: { number: 'V-100234', goods: [sofa], place, url: 'https://shop.example/en/orders/abc' },
  pickup_collected: {
    zone,
    number: 'V-100234',
    goods: [sofa],
    placeName: 'Kraków Galeria',
    at: '2026-11-21T12:00:00.000Z',
    collectedBy: 'Piotr',
    url: 'https://shop.example/en/orders/abc',
  },
  chat_answer: {
    agentName: 'Anna',
    answer: 'Yes, there is one in Kraków.\nShall I hold it for you?',
    product: { title: 'Lund sofa', url: 'https://shop.example/p/lund' },
    question: 'Is the green Lund sofa still to be had?',
    url: 'https://shop.example/chat',
  },
};

export const templateNames = Object.keys(exampleData) as TemplateName[];
