import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../../../test/person.ts';
import { restock, type SmallShop, smallShop } from '../../../test/smallShop.ts';
import { type TestServer, testServer } from '../../../test/testServer.ts';
import { availability, reconcileStock } from '../../modules/stock/index.ts';

let server: TestServer;
let second: TestServer;
let shop: SmallShop;
let admin: Person;

beforeAll(async () => {
  server = await testServer();
  second = await testServer({ sharing: server });
  for (const one of [server, second]) one.clock.travelTo(new Date('2026-11-24T13:02:00Z'));
  shop = await smallShop(server);
  admin = await shop.staff('admin');
  await restock(server.ctx(), { variantId: shop.blue, locationId: shop.warehouse }, 2);
});
afterAll(async () => {
  await second?.stop();
  await server?.stop();
});

const order = (externalId: string, mode: 'history' | 'live', change: object = {}) => ({
  externalId,
  mode,
  placedAt: mode === 'history' ? '2025-03-01T10:00:00Z' : '2026-11-24T12:00:00Z',
  channel: 'marketplace',
  contact: { name: 'Adam Nowak', email: 'adam@example.com' },
  deliveryAddress: { line1: 'Długa 5', postcode: '31-146', city: 'Kraków', country: 'PL' },
  lines: [{ sku: 'LUND-BLUE', quantity: 1, unit: 386_900, discount: 900, taxRateBp: 2300 }],
  ...change,
});
const send = async (...orders: object[]) =>
  (await admin.post('/api/staff/orders/imports', { source: 'old-shop', orders })).items;
async function free(): Promise<number> {
  const levels = await availability(server.ctx(), { variantIds: [shop.blue] });
  return levels.reduce((sum, level) => sum + level.available, 0);
}

it('history is brought in once, as it was, touches no stock and writes to nobody', async () => {
  const [first] = await send(order('1', 'history'));
  expect(first).toMatchObject({ result: 'created' });
  expect(await send(order('1', 'history'))).toMatchObject([{ result: 'known', orderId: first.orderId }]);
  expect(await admin.get(`/api/staff/orders/${first.orderId}`)).toMatchObject({
    state: 'completed',
    placedAt: '2025-03-01T10:00:00.000Z',
    totals: { gross: { amount: 386_000 }, net: { amount: 313_821 }, tax: { amount: 72_179 } },
  });
  expect(await free()).toBe(2);
  await server.settle();
  expect((await admin.get('/api/dev/mailbox?to=adam@example.com')).items).toEqual([]);
});

it('a live order takes its goods and becomes work; what is not there is named and stops no other', async () => {
  const items = await send(
    order('2', 'live'),
    order('3', 'live', { lines: [{ sku: 'LUND-BLUE', quantity: 5, unit: 1, taxRateBp: 2300 }] }),
    order('4', 'live', { lines: [{ sku: 'NO-SUCH', quantity: 1, unit: 1, taxRateBp: 2300 }] }),
    order('5', 'history', { lines: [{ sku: 'LUND-BLUE', quantity: 1, unit: 1, discount: 2, taxRateBp: 0 }] }),
    order('2', 'live'),
  );
  expect(items.map((one: { result: string; code: string }) => one.code ?? one.result)).toEqual([
    'created',
    'insufficient_stock',
    'not_found',
    'invalid_amount',
    'known',
  ]);
  expect(await free()).toBe(1);
  const work = await admin.get(`/api/staff/fulfilments?locationId=${shop.warehouse}&limit=100`);
  expect(work.items.filter((one: { orderId: string }) => one.orderId === items[0].orderId)).toHaveLength(1);
  expect(await reconcileStock(server.ctx())).toEqual([]);
});

it('sent to two servers at once it is one order and one piece taken', async () => {
  const boss = await shop.staff('admin', second);
  const body = { source: 'old-shop', orders: [order('6', 'live')] };
  const answers = await Promise.all([admin, boss].map((one) => one.post('/api/staff/orders/imports', body)));
  const created = answers.filter((answer) => answer.items[0].result === 'created');
  expect(created).toHaveLength(1);
  const { rows } = await sql`select 1 from orders.imported where external_id = '6'`.execute(server.base.db);
  expect(rows).toHaveLength(1);
  expect(await free()).toBe(0);
  expect((await send(order('6', 'live')))[0]).toMatchObject({ result: 'known' });
});
