import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SmallShop, smallShop } from '../../test/smallShop.ts';
import { type TestServer, testServer } from '../../test/testServer.ts';
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
