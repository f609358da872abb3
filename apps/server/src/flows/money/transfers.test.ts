import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Person } from '../../../test/person.ts';
import { restock, type SmallShop, smallShop } from '../../../test/smallShop.ts';
import { type TestServer, testServer } from '../../../test/testServer.ts';
import { inTransaction } from '../../kernel/database.ts';
import { findUnresolved, recordStorePayment, waitingForUnknown } from '../../modules/payments/index.ts';
import { settlePayments } from '../selling/settlePayments.ts';
import { judgeTransfer, orderNumbersIn } from './matchTransfer.ts';
import { claimRefunds } from './refundOrder.ts';

let server: TestServer;
let shop: SmallShop;
let guest: Person;
let admin: Person;

beforeAll(async () => {
  server = await testServer({ config: { bankAccount: 'PL61109010140000071219812874' } });
  server.clock.travelTo(new Date('2026-11-24T09:02:00Z'));
  shop = await smallShop(server);
  guest = await shop.shopper();
  admin = await shop.staff('admin');
});
afterAll(() => server?.stop());
beforeEach(() => restock(server.ctx(), { variantId: shop.blue, locationId: shop.warehouse }, 5));

const total = 396_800;

async function ordered() {
  const placed = await guest.post('/api/shop/orders', {
    from: { lines: [{ variantId: shop.blue, quantity: 1, way: { method: 'delivery' } }] },
    contact: { name: 'Julia Kowalska', email: 'julia@example.com' },
    deliveryAddress: { line1: 'Długa 5', postcode: '31-146', city: 'Kraków', country: 'PL' },
    payment: { method: 'transfer' },
  });
  expect(placed).toMatchObject({ paymentState: 'pending', action: { url: null }, order: { state: 'placed' } });
  return { number: placed.order.number as string, id: placed.order.id as string, token: placed.accessToken as string };
}

const line = (title: string, amount: number, externalId: string = randomUUID()) => ({
  externalId,
  bookedOn: '2026-11-25',
  amount: { amount, currency: 'PLN' },
  title,
  payer: 'Julia Kowalska',
  payerAccount: 'PL27…',
});
interface ToSend {
  id: string;
  kind: string;
  orderId: string;
}
const toSend = async (orderId: string) =>
  ((await admin.get('/api/staff/payments/to-send')).items as ToSend[]).filter((one) => one.orderId === orderId);
const sentByHand = (id: string) =>
  admin.call('POST', `/api/staff/payments/to-send/${id}/sent`, { reference: 'MT940-77', sentOn: '2026-11-26' });
const sent = async (...lines: ReturnType<typeof line>[]) =>
  (await admin.post('/api/staff/payments/transfers', { lines })).items as { id: string; state: string }[];
const stateOf = async (id: string) => (await admin.get(`/api/staff/orders/${id}`)).state;

it('an order by transfer keeps its goods, says where to send what, and is paid by the line that fits, once', async () => {
  const order = await ordered();
  const page = await guest.get(`/api/shop/orders/${order.id}/page?token=${order.token}`);
  expect(page.payment).toMatchObject({
    state: 'pending',
    transfer: { account: 'PL61109010140000071219812874', title: order.number, amount: { amount: total } },
  });
  const fitting = line(`zamówienie ${order.number.replace('-', ' ').toLowerCase()}`, total);
  expect(await sent(fitting)).toMatchObject([{ state: 'matched' }]);
  expect(await sent(fitting, line('for the sofa', 100))).toMatchObject([{ state: 'matched' }, { state: 'unknown' }]);
  expect(await stateOf(order.id)).toBe('paid');
});

it('too little waits for the rest, and the rest pays the order; too much waits for a person', async () => {
  const order = await ordered();
  expect(await sent(line(order.number, total - 500))).toMatchObject([{ state: 'less' }]);
  expect(await stateOf(order.id)).toBe('placed');
  expect(await sent(line(order.number, 500))).toMatchObject([{ state: 'matched' }]);
  expect(await stateOf(order.id)).toBe('paid');

  const other = await ordered();
  const [more] = await sent(line(other.number, total + 1));
  expect(more?.state).toBe('more');
  const decision = `/api/staff/payments/transfers/${more?.id}/decision`;
  expect(await admin.post(decision, { decision: 'accept', reason: 'one grosz' })).toMatchObject({ state: 'accepted' });
  // What is more than the order costs is not ours.
  const [excess] = await toSend(other.id);
  expect(excess).toMatchObject({ kind: 'excess', amount: { amount: 1 }, payer: 'Julia Kowalska', account: 'PL27…' });
  expect((await sentByHand(excess?.id ?? '')).status).toBe(200);
  expect((await sentByHand(excess?.id ?? '')).body.code).toBe('illegal_transition');
  expect(await toSend(other.id)).toEqual([]);
  expect(await stateOf(other.id)).toBe('paid');
  expect(await admin.call('POST', decision, { decision: 'sent_back', reason: 'again' })).toMatchObject({
    status: 409,
    body: { code: 'illegal_transition' },
  });
});

it('what was paid too much becomes store credit of who ordered, once, when a person says so', async () => {
  const order = await ordered();
  const [more] = await sent(line(order.number, total + 700));
  await admin.post(`/api/staff/payments/transfers/${more?.id}/decision`, { decision: 'accept', reason: 'hers' });
  const [excess] = await toSend(order.id);
  const asCredit = () => admin.call('POST', `/api/staff/payments/to-send/${excess?.id}/credit`, {});
  const tries = await Promise.all([asCredit(), asCredit(), sentByHand(excess?.id ?? '')]);
  const [winner] = tries.filter((answer) => answer.status === 200);
  expect(tries.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
  expect(await toSend(order.id)).toEqual([]);
  const { rows } = await sql<{ issued: number; subject_id: string | null }>`
    select issued::int, subject_id from credits.credit where cause = 'excess' and cause_id = ${more?.id}`.execute(
    server.base.db,
  );
  // Whoever of the three was first: the money went one way.
  expect(rows).toHaveLength(winner?.body.code ? 1 : 0);

  const other = await ordered();
  const [again] = await sent(line(other.number, total + 300));
  await admin.post(`/api/staff/payments/transfers/${again?.id}/decision`, { decision: 'accept', reason: 'hers' });
  const credit = await admin.post(`/api/staff/payments/to-send/${again?.id}/credit`, {});
  expect(credit.amount).toEqual({ amount: 300, currency: 'PLN' });
  expect(await guest.post('/api/shop/credits/look-up', { code: credit.code })).toMatchObject({
    balance: { amount: 300 },
  });
  const { rows: owners } = await sql<{ same: boolean }>`
    select c.subject_id = o.subject_id as same from credits.credit c, orders.order o
    where c.cause_id = ${again?.id} and o.id = ${other.id}`.execute(server.base.db);
  expect(owners).toEqual([{ same: true }]);

  // Whoever ordered is sent the code, in one mail however often the event is delivered and however late.
  expect(credit.isMailed).toBe(true);
  server.clock.travel(3 * 86_400_000);
  await server.settle();
  const issued = await sql<{ id: string }>`
    select credit_id as id from credits.entry where kind = 'issue' and key = ${`excess:${again?.id}`}`.execute(
    server.base.db,
  );
  await sql`update kernel.outbox_cursor set xid = '0', seq = 0 where subscriber = 'credits-tell'`.execute(
    server.base.db,
  );
  await server.settle();
  const { rows: mails } = await sql<{ text: string }>`
    select body_text as text from engagement.mail where unique_key = ${`credit-issued:${other.id}:${issued.rows[0]?.id}`}`.execute(
    server.base.db,
  );
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text).toContain(credit.code);
});

it('money nobody waits for is sent back by a person, and never taken for an order that costs more', async () => {
  const order = await ordered();
  const [unknown] = await sent(line('gift', 1_000));
  const decision = `/api/staff/payments/transfers/${unknown?.id}/decision`;
  const refused = await admin.call('POST', decision, {
    decision: 'accept',
    orderNumber: order.number,
    reason: 'she says it is hers',
  });
  expect(refused).toMatchObject({ status: 409, body: { code: 'payment_incomplete' } });
  await admin.post(decision, { decision: 'sent_back', reason: 'not ours' });
  const open = (await admin.get('/api/staff/payments/transfers?open=true')).items as { id: string }[];
  expect(open.map((one) => one.id)).not.toContain(unknown?.id);
});

it('an order whose money does not come is off after five days, and money that comes then is on the list of late money', async () => {
  const order = await ordered();
  server.clock.travel(5 * 86_400_000 + 60_000);
  await settlePayments.handle(server.ctx(), {});
  admin = await shop.staff('admin');
  expect(await stateOf(order.id)).toBe('cancelled');
  expect(await sent(line(order.number, total))).toMatchObject([{ state: 'late' }]);
  const { items } = await admin.get('/api/staff/payments/late');
  expect(items[0]).toMatchObject({ orderId: order.id, refund: 'pending' });
  // It waits for a person, whom no job overtakes, and is given back once they say that they sent it.
  server.clock.travel(120_000);
  expect(await findUnresolved(server.ctx(), { olderThanSeconds: 60 })).toEqual([]);
  const [refund] = await toSend(order.id);
  expect(refund).toMatchObject({ kind: 'refund', amount: { amount: total }, account: 'PL27…' });
  const twice = await Promise.all([sentByHand(refund?.id ?? ''), sentByHand(refund?.id ?? '')]);
  expect(twice.map((answer) => answer.status).sort()).toEqual([200, 409]);
  expect((await admin.get('/api/staff/payments/late')).items[0]).toMatchObject({ refund: 'done' });
  const page = await admin.get(`/api/staff/orders/${order.id}/page`);
  expect(page.payments).toMatchObject([{ state: 'refunded', isLate: true, refunding: { amount: 0 } }]);
  const krakow = await shop.staff('krakow');
  expect((await krakow.call('GET', '/api/staff/payments/to-send')).status).toBe(403);
});

it('a refund by a provider of a newer version, or one that fails, is left to wait, and those behind it are settled', async () => {
  const refundOf = async (orderId: string) =>
    inTransaction(server.ctx(), async (tx) => {
      const amount = { amount: 100, currency: 'PLN' };
      const claimed = await claimRefunds(tx, { orderId, amount, key: randomUUID(), reason: 'a test' });
      if (!claimed.ok || !claimed.value[0]) throw new Error('not claimed');
      server.clock.travel(1_000);
      return claimed.value[0].movement.id;
    });
  const byCard = async () => {
    const placed = await guest.post('/api/shop/orders', {
      from: { lines: [{ variantId: shop.blue, quantity: 1, way: { method: 'delivery' } }] },
      contact: { name: 'Julia Kowalska', email: 'julia@example.com' },
      deliveryAddress: { line1: 'Długa 5', postcode: '31-146', city: 'Kraków', country: 'PL' },
      payment: { method: 'card', card: { number: '4242424242424242', expiryMonth: 12, expiryYear: 2030, cvc: '123' } },
    });
    expect(placed.paymentState).toBe('captured');
    return placed.order.id as string;
  };
  const ofTomorrow = await refundOf(await byCard());
  await sql`update payments.payment set provider = 'of_tomorrow' where id =
    (select payment_id from payments.movement where id = ${ofTomorrow})`.execute(server.base.db);
  const orphan = randomUUID();
  const amount = { amount: 500, currency: 'PLN' };
  const paid = { orderId: orphan, orderTotal: amount, amount, method: 'cash', locationId: shop.krakow } as const;
  await recordStorePayment(server.ctx(), { ...paid, key: randomUUID() });
  const ofNoOrder = await refundOf(orphan);
  const behind = await refundOf(await byCard());
  server.clock.travel(120_000);
  await expect(settlePayments.handle(server.ctx(), {})).rejects.toMatchObject({ code: 'not_found' });
  const { rows } = await sql<{ id: string; state: string }>`
    select id, state from payments.movement where id = any (${[ofTomorrow, ofNoOrder, behind]}::uuid[])`.execute(
    server.base.db,
  );
  expect(new Map(rows.map((row) => [row.id, row.state]))).toEqual(
    new Map([
      [ofTomorrow, 'pending'],
      [ofNoOrder, 'pending'],
      [behind, 'done'],
    ]),
  );
  expect(await waitingForUnknown(server.ctx(), { olderThanSeconds: 60 })).toEqual([
    { provider: 'of_tomorrow', steps: 1 },
  ]);
});

it('a title names one order or none', () => {
  expect(orderNumbersIn('V-100234')).toEqual(['V-100234']);
  expect(orderNumbersIn('za zam. v100234 dziękuję')).toEqual(['V-100234']);
  expect(orderNumbersIn('V-100234 V-100235')).toHaveLength(2);
  expect(orderNumbersIn('sofa 100234')).toEqual([]);
});

it.each([
  [100, 'pending', 0, 'matched'],
  [99, 'pending', 0, 'less'],
  [99, 'pending', 1, 'matched'],
  [101, 'pending', 0, 'more'],
  [100, 'failed', 0, 'late'],
  [100, 'other', 0, 'not_awaited'],
] as const)('%i for an order that is %s and has %i already is %s', (amount, state, already, verdict) => {
  expect(judgeTransfer({ amount, currency: 'PLN' }, { state, amount: 100, currency: 'PLN', already })).toBe(verdict);
  expect(judgeTransfer({ amount, currency: 'EUR' }, { state, amount: 100, currency: 'PLN', already })).toBe(
    'not_awaited',
  );
});
