import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SmallShop, smallShop } from '../../test/smallShop.ts';
import { type TestServer, testServer } from '../../test/testServer.ts';
import { setLevelLimits } from '../modules/stock/index.ts';
import { availabilityOf } from './availability.ts';
import { shopVariants } from './shopVariants.ts';
import { costOf } from './viewServer.fixture.ts';

let server: TestServer;
let shop: SmallShop;

beforeAll(async () => {
  server = await testServer();
  shop = await smallShop(server);
});
afterAll(() => server?.stop());

it('variants come in the order asked for, with price and every place, near a town; unknown ids are left out', async () => {
  const visitor = shop.visitor();
  const ids = [shop.green, randomUUID(), shop.blue].map((id) => `ids=${id}`).join('&');
  const { items } = await visitor.get(`/api/shop/variants?${ids}&near=Krak%C3%B3w`);
  expect(items.map((item: { sku: string }) => item.sku)).toEqual(['LUND-GREEN', 'LUND-BLUE']);
  const [green, blue] = items;
  expect(green.price.unit).toEqual({ amount: 386_900, currency: 'PLN' });
  expect(green.ways.places[0]).toMatchObject({ locationId: shop.krakow, available: 1 });
  expect(green.ways.places[0].distanceKm).toBeLessThan(10);
  // As long as a reservation made now lasts: to a closing time, 20:00 in Poland.
  expect(green.ways.places[0].heldUntil).toMatch(/T1[89]:00:00/);
  expect(green.ways.places[1].heldUntil).toBeNull();
  expect(blue.ways.delivery).toMatchObject({ rate: { amount: 9_900, currency: 'PLN' } });
});

it('two variants cost no more statements than one', async () => {
  const ctx = server.ctx();
  const one = await costOf(() => shopVariants(ctx, { ids: [shop.green] }));
  expect(await costOf(() => shopVariants(ctx, { ids: [shop.green, shop.blue] }))).toBe(one);
});

it('page, cart and question are told the same days; a date is answered for the door and for every store', async () => {
  server.clock.travelTo(new Date('2026-11-24T10:00:00Z'));
  await setLevelLimits(server.ctx(), [
    {
      variantId: shop.green,
      locationId: shop.warszawa,
      safety: 0,
      display: 0,
      incoming: 2,
      incomingAt: '2026-12-01T09:00:00Z',
    },
  ]);
  const visitor = await shop.shopper();
  const ask = (more: string) => visitor.get(`/api/shop/availability?ids=${shop.green}&ids=${shop.blue}${more}`);
  const { items } = await ask('&date=2026-11-30');
  const [green, blue] = items;
  expect(blue).toMatchObject({
    delivery: { earliest: '2026-11-26', latest: '2026-11-30', methods: [{ name: 'Standard delivery' }] },
    deliveredOn: { answer: 'yes', at: '2026-11-30' },
  });
  const at = (place: string) => green.places.find((one: { locationId: string }) => one.locationId === place);
  expect(at(shop.krakow)).toMatchObject({ word: 'few_left', seenAt: expect.any(String), on: { answer: 'yes' } });
  expect(at(shop.warszawa)).toMatchObject({
    word: 'arriving',
    arrivesAt: '2026-12-01T09:00:00.000Z',
    on: { answer: 'no', why: 'later', at: '2026-12-01T10:00:00.000Z' },
  });
  expect((await ask('')).items[0]).toMatchObject({ deliveredOn: null });
  expect((await ask('&date=2026-11-30&quantity=11')).items[1].deliveredOn).toMatchObject({ answer: 'no', why: 'none' });
  // After the cut-off the same parcel leaves a day later: on the page, in the cart and here.
  server.clock.travelTo(new Date('2026-11-24T18:00:00Z'));
  await visitor.post('/api/shop/cart/lines', { variantId: shop.blue, quantity: 1, way: { method: 'delivery' } });
  const cart = await visitor.get('/api/shop/cart');
  expect(cart.lines[0].delivery).toEqual({ earliest: '2026-11-27', latest: '2026-12-01' });
  const page = await visitor.get(`/api/shop/products/${cart.lines[0].variant.productId}`);
  const shown = page.variants.find((variant: { id: string }) => variant.id === shop.blue);
  expect(shown.ways.delivery).toMatchObject(cart.lines[0].delivery);
  expect((await ask('')).items[1].delivery).toMatchObject(cart.lines[0].delivery);
});

it('an answer for fifty costs the statements of an answer for one', async () => {
  const ctx = server.ctx();
  const one = await costOf(() => availabilityOf(ctx, { ids: [shop.green], date: '2026-12-01' }));
  const ids = [shop.green, shop.blue, ...Array.from({ length: 48 }, () => randomUUID())];
  expect(await costOf(() => availabilityOf(ctx, { ids, date: '2026-12-01' }))).toBe(one);
});
