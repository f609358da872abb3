import { afterAll, beforeAll, expect, it } from 'vitest';
import { restock, type SmallShop, smallShop } from '../../test/smallShop.ts';
import { type TestServer, testServer } from '../../test/testServer.ts';

let server: TestServer;
let shop: SmallShop;

beforeAll(async () => {
  server = await testServer();
  server.clock.travelTo(new Date('2026-11-24T13:02:00Z'));
  shop = await smallShop(server);
  await restock(server.ctx(), { variantId: shop.green, locationId: shop.krakow }, 3);
});
afterAll(() => server?.stop());

const pickup = () => ({
  from: { lines: [{ variantId: shop.green, quantity: 1, way: { method: 'pickup', locationId: shop.krakow } }] },
  contact: { name: 'Julia Kowalska', email: 'julia@example.com' },
  payment: { method: 'pay_in_store' },
});

it('the link of the mail opens the order without an account: what to show where, until when, and nobody of the staff', async () => {
  const guest = await shop.shopper();
  const placed = await guest.post('/api/shop/orders', pickup());
  await server.settle();
  const { items } = await guest.get('/api/dev/mailbox?to=julia@example.com&limit=100');
  const link = /http[^\s"<]+\/en\/orders\/([\w-]+)\?token=([\w-]+)/.exec(JSON.stringify(items[0]));
  expect(link?.[1]).toBe(placed.order.id);

  const stranger = shop.visitor();
  const page = await stranger.get(`/api/shop/orders/${placed.order.id}/page?token=${link?.[2]}`);
  expect(page.parts).toEqual([
    expect.objectContaining({ kind: 'pickup', stage: 'to_pick', code: placed.order.number, locationId: shop.krakow }),
  ]);
  expect(page.parts[0].keepUntil).not.toBeNull();
  expect(page.cards[0].card).toMatchObject({ title: 'Lund sofa', sku: 'LUND-GREEN' });
  expect(page.payment.state).toBe('none');
  const code = await stranger.call('GET', `/api/shop/orders/${placed.order.id}/code.svg?token=${link?.[2]}`);
  expect(code.body).toContain('<svg');
  expect((await stranger.call('GET', `/api/shop/orders/${placed.order.id}/page`)).status).toBe(404);
  expect((await guest.call('GET', `/api/shop/orders/${placed.order.id}/code.svg?token=x`)).status).toBe(404);
});

it('a card whose answer was lost shows as being checked, so that nobody pays twice', async () => {
  const guest = await shop.shopper();
  const card = { number: '4000000000000119', expiryMonth: 12, expiryYear: 2030, cvc: '123' };
  const placed = await guest.post('/api/shop/orders', { ...pickup(), payment: { method: 'card', card } });
  const page = await guest.get(`/api/shop/orders/${placed.order.id}/page?token=${placed.accessToken}`);
  expect(page.payment).toMatchObject({ state: 'pending', method: 'card' });
  expect(page.parts).toEqual([]);
});
