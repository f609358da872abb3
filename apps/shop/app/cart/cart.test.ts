import { expect, test } from 'vitest';
import { waysForAll } from '../checkout/waysForAll.ts';
import { readQuantity } from './cartAction.ts';
import { chooseWay } from './chooseWay.ts';
import { fullTotal } from './fullTotal.ts';
import { groupLines, whySplit } from './groupLines.ts';
import { readWay, writeWay } from './readWay.ts';
import type { CartLine, Store, VariantNow } from './types.ts';

const zloty = (amount: number) => ({ amount, currency: 'PLN' });
const krakow = '01a00000-0000-7000-8000-000000000001';
const gdansk = '01a00000-0000-7000-8000-000000000002';
const sofa = '01a00000-0000-7000-8000-00000000000a';

function line(id: string, more: Partial<CartLine> = {}): CartLine {
  return {
    id,
    quantity: 1,
    variant: {
      id: sofa,
      productId: sofa,
      sku: 'LUND',
      slug: 'lund',
      title: 'Lund',
      optionsText: '',
      pictureUrl: null,
      archived: false,
    },
    way: { method: 'delivery', locationId: null, locationName: null, city: null },
    price: {
      quoted: zloty(1000),
      current: zloty(1000),
      payable: zloty(1000),
      validUntil: '2026-11-23T12:00:00Z',
      mustAccept: false,
      reduction: null,
      byHand: null,
      discount: zloty(0),
      gross: zloty(1000),
      net: zloty(813),
      tax: zloty(187),
      taxRateBp: 2300,
    },
    hold: null,
    holdEnded: null,
    stock: { word: 'in_stock', available: 5, isEnough: true },
    delivery: { earliest: '2026-11-26', latest: '2026-12-02' },
    readyAt: null,
    ...more,
  };
}
const inStore = (locationId: string, name: string) => ({
  method: 'pickup',
  locationId,
  locationName: name,
  city: name,
});

test('what comes together stands together, and the reason for more than one part is known', () => {
  const later = { earliest: '2026-12-01', latest: '2026-12-04' };
  const parcels = groupLines([line('a'), line('b', { delivery: later }), line('c')]);
  expect(parcels.map((parcel) => parcel.lines.map((one) => one.id))).toEqual([['a', 'c'], ['b']]);
  expect(whySplit(parcels)).toBe('days');
  const stores = groupLines([
    line('a', { way: inStore(krakow, 'Kraków') }),
    line('b', { way: inStore(gdansk, 'Gdańsk') }),
  ]);
  expect(whySplit(stores)).toBe('stores');
  expect(whySplit(groupLines([line('a'), line('b', { way: inStore(krakow, 'Kraków') })]))).toBe('ways');
  expect(whySplit(groupLines([line('a'), line('b', { delivery: null })]))).toBeUndefined();
});

const totals = (gross: number, delivery: number | null) => ({
  goods: zloty(gross - (delivery ?? 0)),
  delivery: delivery === null ? null : zloty(delivery),
  discount: zloty(0),
  gross: zloty(gross),
  net: zloty(0),
  tax: zloty(0),
  taxes: [],
});

test('the total has delivery in it before any form: the standard rate, then the postcode’s', () => {
  const cart = { lines: [line('a')], currency: 'PLN', deliveryOffer: { rate: zloty(99), freeFrom: zloty(5000) } };
  expect(fullTotal({ ...cart, totals: totals(1000, null) })).toEqual({
    total: zloty(1099),
    delivery: zloty(99),
    basis: 'standard',
    toFree: zloty(4000),
  });
  expect(fullTotal({ ...cart, totals: totals(1149, 149) })).toMatchObject({ total: zloty(1149), basis: 'postcode' });
});

test('delivery is free from its limit, counted over what is sent and not over what is collected', () => {
  const lines = [line('a', { quantity: 4 }), line('b', { quantity: 9, way: inStore(krakow, 'Kraków') })];
  const cart = { lines, currency: 'PLN', totals: totals(13_000, null) };
  expect(fullTotal({ ...cart, deliveryOffer: { rate: zloty(99), freeFrom: zloty(5000) } }).delivery).toEqual(zloty(99));
  expect(fullTotal({ ...cart, deliveryOffer: { rate: zloty(99), freeFrom: zloty(4000) } }).delivery).toEqual(zloty(0));
  expect(fullTotal({ ...cart, lines: lines.slice(1), deliveryOffer: null }).delivery).toBeNull();
});

const place = (locationId: string, code: string, available: number): VariantNow['ways']['places'][number] => ({
  locationId,
  code,
  name: code,
  city: code,
  word: available > 0 ? 'in_stock' : 'out_of_stock',
  available,
  distanceKm: null,
  readyAt: available > 0 ? '2026-11-23T11:00:00Z' : null,
  arrivesAt: null,
  closesAt: null,
  mayReserve: available > 0,
  heldUntil: null,
});
const variant = (more: Partial<VariantNow['ways']>): VariantNow => ({
  ...line('x').variant,
  price: null,
  ways: { delivery: null, places: [], asOf: '2026-11-22T12:00:00Z', ...more },
});
const byMethod = (id: string, latest: string) => ({
  id,
  name: id,
  rate: zloty(99),
  freeFrom: null,
  earliest: '2026-11-26',
  latest,
});
const methods = [byMethod('standard', '2026-12-02'), byMethod('express', '2026-11-26')];
const delivery = {
  earliest: '2026-11-26',
  latest: '2026-12-02',
  word: 'in_stock',
  rate: zloty(99),
  freeFrom: null,
  methods,
};

test('goods go in by the way they can come: sent, else collected in the chosen store, else in the nearest', () => {
  const places = [place(krakow, 'KRK', 1), place(gdansk, 'GDN', 3)];
  expect(chooseWay(variant({ delivery, places }), 1, 'GDN')).toEqual({ method: 'delivery' });
  expect(chooseWay(variant({ places }), 1, 'GDN')).toEqual({ method: 'pickup', locationId: gdansk });
  expect(chooseWay(variant({ places }), 1, undefined)).toEqual({ method: 'pickup', locationId: krakow });
  expect(chooseWay(variant({ places }), 2, 'KRK')).toEqual({ method: 'pickup', locationId: gdansk });
});

test('the checkout offers only ways in which everything comes; what is held for the shopper counts as there', () => {
  const store = (id: string, code: string) =>
    ({ id, code, name: code, capabilities: ['pickup'], distanceKm: null }) as unknown as Store;
  const stores = [store(krakow, 'KRK'), store(gdansk, 'GDN')];
  const places = [place(krakow, 'KRK', 0), place(gdansk, 'GDN', 1)];
  const held = line('a', {
    way: inStore(krakow, 'KRK'),
    hold: { reservationId: 'r', until: '2026-11-23T19:00:00Z', stage: null },
    readyAt: '2026-11-23T12:00:00Z',
  });
  const values = (lines: CartLine[], now: VariantNow) => waysForAll({ lines }, [now], stores).map((way) => way.value);
  expect(values([held], variant({ places }))).toEqual([`pickup:${krakow}`, `pickup:${gdansk}`]);
  expect(values([line('a', { quantity: 2 })], variant({ delivery, places }))).toEqual([
    'delivery:standard',
    'delivery:express',
  ]);
  expect(values([], variant({ delivery, places }))).toEqual([]);
  // A way of delivery that only one of two goods has is none for both; the later of two days counts.
  const chair = {
    ...variant({ delivery: { ...delivery, methods: [byMethod('standard', '2026-12-04')] } }),
    id: 'chair',
  };
  const both = [line('a'), line('b', { variant: { ...line('b').variant, id: 'chair' } })];
  const ways = waysForAll({ lines: both }, [variant({ delivery, places }), chair], stores);
  expect(ways.map((way) => [way.value, way.window?.latest])).toEqual([['delivery:standard', '2026-12-04']]);
});

test('a form’s way and quantity are read strictly', () => {
  expect(readWay(writeWay({ method: 'pickup', locationId: krakow }))).toEqual({ method: 'pickup', locationId: krakow });
  expect(readWay('pickup:elsewhere')).toBeUndefined();
  expect(readWay('')).toBeUndefined();
  expect(['0', '12', ' 3 ', '-1', '1e3', '1000', ''].map(readQuantity)).toEqual([
    0,
    12,
    3,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
