import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../../../test/person.ts';
import { restock, type SmallShop, smallShop } from '../../../test/smallShop.ts';
import { type TestServer, testServer } from '../../../test/testServer.ts';
import { findUnresolved, paymentsOf } from '../../modules/payments/index.ts';
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
const paid = (amount: number, change: object = {}) => ({
  method: 'card',
  amount,
  currency: 'PLN',
  paidAt: '2026-11-22T10:05:00Z',
  ...change,
});
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
  const body = { source: 'old-shop', orders: [order('6', 'live', { payments: [paid(386_000)] })] };
  const answers = await Promise.all([admin, boss].map((one) => one.post('/api/staff/orders/imports', body)));
  const created = answers.filter((answer) => answer.items[0].result === 'created');
  expect(created).toHaveLength(1);
  const { rows } = await sql`select 1 from orders.imported where external_id = '6'`.execute(server.base.db);
  expect(rows).toHaveLength(1);
  expect(await free()).toBe(0);
  const orderId = created[0]?.items[0].orderId;
  expect((await paymentsOf(server.ctx(), [orderId])).get(orderId)).toHaveLength(1);
  expect((await send(order('6', 'live')))[0]).toMatchObject({ result: 'known' });
});

it('what another system took comes back at a till, never more than it was, and is sent by a person', async () => {
  const bought = order('7', 'history', {
    placedAt: '2026-11-22T10:00:00Z',
    contact: undefined,
    customer: { name: 'Ewa Lis', email: 'Ewa.Lis@example.com', phone: '+48600700801' },
    payments: [paid(100_000, { method: 'transfer' }), paid(286_000, { externalId: 'ch_old_7', cardLast4: '5150' })],
  });
  const [{ orderId }] = await send(bought);
  const taken = (await paymentsOf(server.ctx(), [orderId])).get(orderId);
  expect(taken).toMatchObject([
    { provider: 'elsewhere', method: 'transfer', state: 'captured', captured: { amount: 100_000 } },
    { provider: 'elsewhere', method: 'card', state: 'captured', captured: { amount: 286_000 } },
  ]);
  expect(await send({ ...bought, payments: [paid(1)] })).toMatchObject([{ result: 'known', orderId }]);
  expect((await paymentsOf(server.ctx(), [orderId])).get(orderId)).toEqual(taken);

  const till = await shop.staff('warszawa');
  for (const query of ['q=ewa.lis@example.com', 'cardLast4=5150&day=2026-11-22'])
    expect((await till.get(`/api/staff/returns/sales?${query}`)).items).toMatchObject([{ orderId }]);
  const sale = await till.get(`/api/staff/returns/sales/${orderId}`);
  const back = {
    orderId,
    locationId: shop.warszawa,
    payout: 'original',
    lines: [
      {
        orderLineId: sale.lines[0].orderLineId,
        quantity: 1,
        reason: 'changed_mind',
        rule: 'withdrawal',
        condition: 'unopened',
        outcome: 'restock',
      },
    ],
  };
  expect(await till.post('/api/staff/returns', back)).toMatchObject({ refundPending: true });
  server.clock.travel(120_000);
  // No job asks anybody about it, and nothing says that it is done until a person does.
  expect(await findUnresolved(server.ctx(), { olderThanSeconds: 60 })).toEqual([]);
  const toSend = async () =>
    ((await admin.get('/api/staff/payments/to-send')).items as { id: string; orderId: string; method: string }[])
      .filter((one) => one.orderId === orderId)
      .sort((a, b) => a.method.localeCompare(b.method));
  const waiting = await toSend();
  expect(waiting).toMatchObject([
    { kind: 'refund', method: 'card', takenElsewhere: true, reference: 'ch_old_7', amount: { amount: 286_000 } },
    { kind: 'refund', method: 'transfer', takenElsewhere: true, amount: { amount: 100_000 } },
  ]);
  const more = { amount: { amount: 1, currency: 'PLN' }, reason: 'an apology' };
  expect((await admin.call('POST', `/api/staff/orders/${orderId}/refunds`, more)).body.code).toBe(
    'refund_exceeds_payment',
  );
  for (const { id } of waiting)
    await admin.post(`/api/staff/payments/to-send/${id}/sent`, { reference: 're_old_7', sentOn: '2026-11-24' });
  expect(await toSend()).toEqual([]);
  expect((await paymentsOf(server.ctx(), [orderId])).get(orderId)).toMatchObject([
    { state: 'refunded' },
    { state: 'refunded', refunded: { amount: 286_000 } },
  ]);
});

it('payments that cannot be are refused with their order, and nothing of it stays', async () => {
  await restock(server.ctx(), { variantId: shop.blue, locationId: shop.warehouse }, 2);
  const before = await free();
  const items = await send(
    order('8', 'live', { payments: [paid(386_000), paid(1)], customer: { email: 'too.much@example.com' } }),
    order('9', 'history', { payments: [paid(100, { currency: 'EUR' })] }),
    order('10', 'history', { payments: [paid(100, { externalId: 'a' }), paid(100, { externalId: 'a' })] }),
  );
  expect(items.map((one: { code: string }) => one.code)).toEqual([
    'payments_exceed_order',
    'mixed_currencies',
    'invalid_request',
  ]);
  expect(await free()).toBe(before);
  const { rows } = await sql`select 1 from customers.identifier where value = 'too.much@example.com'`.execute(
    server.base.db,
  );
  expect(rows).toEqual([]);
});

it('what another system says of a customer is a claim of its own: two orders with one e-mail are two people', async () => {
  const customer = { name: 'Ola Mak', email: 'ola@example.com' };
  const ids = (await send(...['11', '12'].map((id) => order(id, 'history', { customer })))).map(
    (one: { orderId: string }) => one.orderId,
  );
  const { rows } = await sql<{ customer_id: string; state: string; source: string }>`
    select s.customer_id, i.state, i.source from orders.order o join customers.subject s on s.id = o.subject_id
      join customers.identifier i on i.subject_id = s.id where o.id = any (${ids})`.execute(server.base.db);
  expect(rows).toMatchObject([
    { state: 'claimed', source: 'order_import' },
    { state: 'claimed', source: 'order_import' },
  ]);
  expect(rows[0]?.customer_id).not.toBe(rows[1]?.customer_id);
  expect((await admin.get('/api/staff/customers?query=ola@example.com')).items).toHaveLength(2);
});
