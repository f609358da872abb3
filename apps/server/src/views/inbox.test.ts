import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { restock, type SmallShop, smallShop } from '../../test/smallShop.ts';
import { type TestServer, testServer } from '../../test/testServer.ts';
import { costOf } from './viewServer.fixture.ts';

let server: TestServer;
let shop: SmallShop;

beforeAll(async () => {
  server = await testServer();
  server.clock.travelTo(new Date('2026-11-24T13:02:00Z'));
  shop = await smallShop(server);
});
afterAll(() => server?.stop());

async function ask() {
  const shopper = await shop.shopper();
  await shopper.post('/api/shop/chat/messages', { text: 'Is it still there?', clientKey: randomUUID() });
  return shopper;
}

it('shows beside each conversation what is open with this person and who is in it', async () => {
  await restock(server.ctx(), { variantId: shop.green, locationId: shop.krakow }, 3);
  const shopper = await ask();
  const hold = await shopper.post('/api/shop/holds', {
    variantId: shop.green,
    locationId: shop.krakow,
    contact: { email: 'julia@example.com' },
  });
  await shopper.post('/api/shop/orders', {
    from: { lines: [{ variantId: shop.green, quantity: 1, way: { method: 'pickup', locationId: shop.krakow } }] },
    contact: { name: 'Julia', email: 'julia@example.com' },
    payment: { method: 'pay_in_store' },
  });
  await ask();
  await server.settle();
  const agent = await shop.staff('agent');
  const before = await agent.get('/api/staff/inbox?view=waiting');
  expect(before.items).toHaveLength(2);
  const [line, other] = before.items;
  expect(line).toMatchObject({ openOrders: 1, liveHolds: 1, holdEndsAt: hold.until, here: [] });
  expect(other).toMatchObject({ openOrders: 0, liveHolds: 0, holdEndsAt: null });
  await agent.must('PUT', `/api/staff/threads/${line.id}/presence`, { doing: 'writing' });
  const manager = await shop.staff('manager');
  const seen = await manager.get('/api/staff/inbox?view=waiting');
  expect(seen.items[0].here).toMatchObject([{ doing: 'writing', name: expect.any(String) }]);
});

it('is not for who serves in a store, and costs no more statements for more conversations', async () => {
  expect((await (await shop.staff('krakow')).call('GET', '/api/staff/inbox')).status).toBe(403);
  const agent = await shop.staff('agent');
  const few = await costOf(() => agent.get('/api/staff/inbox?view=all'));
  for (let n = 0; n < 8; n += 1) await ask();
  expect(await costOf(() => agent.get('/api/staff/inbox?view=all'))).toBe(few);
});

it('says until when one may hold something: closing times of the store, the usual one last', async () => {
  const agent = await shop.staff('agent');
  const { zone, ends } = await agent.get(`/api/staff/hold-ends?locationId=${shop.krakow}`);
  expect(zone).toBe('Europe/Warsaw');
  expect(ends[0]).toEqual({ days: 0, until: '2026-11-24T19:00:00.000Z' });
  // Sunday is closed: no end falls on it.
  expect(ends.some((end: { until: string }) => end.until.startsWith('2026-11-29'))).toBe(false);
  const held = await agent.post('/api/staff/holds', {
    person: { threadId: (await agent.get('/api/staff/inbox?view=all')).items[0].id },
    variantId: shop.green,
    locationId: shop.krakow,
  });
  expect(held.until).toBe(ends.at(-1).until);
});
