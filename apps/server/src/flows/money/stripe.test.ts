import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStripe, type StripeSimulator } from '../../../../../demo/stripe/simulator.ts';
import type { Person } from '../../../test/person.ts';
import { restock, type SmallShop, smallShop } from '../../../test/smallShop.ts';
import { type TestServer, testServer } from '../../../test/testServer.ts';
import { inTransaction } from '../../kernel/database.ts';
import { movementsOf, paymentsOf } from '../../modules/payments/index.ts';
import { availability, reconcileStock } from '../../modules/stock/index.ts';
import { settlePayments } from '../selling/settlePayments.ts';
import { claimRefunds, performRefunds } from './refundOrder.ts';

let stripe: StripeSimulator;
let server: TestServer;
let second: TestServer;
let shop: SmallShop;
let guest: Person;
const hooks: string[] = [];
let now = Date.parse('2026-11-24T13:02:00Z');

beforeAll(async () => {
  stripe = await openStripe({ now: () => now });
  const config = {
    stripe: { secretKey: stripe.secretKey, webhookSecret: stripe.webhookSecret, apiBase: stripe.url },
    bankAccount: 'PL61109010140000071219812874',
  };
  server = await testServer({ config });
  second = await testServer({ sharing: server, config });
  at(now);
  shop = await smallShop(server);
  guest = await shop.shopper();
  for (const one of [server, second])
    hooks.push(`${await one.app.listen({ port: 0, host: '127.0.0.1' })}/webhooks/stripe/default`);
  stripe.state.webhooks = 'hold';
});
afterAll(async () => {
  await second?.stop();
  await server?.stop();
  await stripe?.close();
});
beforeEach(async () => {
  await restock(server.ctx(), { variantId: shop.blue, locationId: shop.warehouse }, 2);
  stripe.state.events.length = 0;
  stripe.state.onCall = undefined;
});

function at(instant: number): void {
  now = instant;
  for (const one of [server, second]) one.clock.travelTo(new Date(instant));
}
const later = (minutes: number) => at(now + minutes * 60_000);

const order = (by: 'card' | 'blik' = 'card') => ({
  from: { lines: [{ variantId: shop.blue, quantity: 2, way: { method: 'delivery' } }] },
  contact: { name: 'Julia Kowalska', email: 'julia@example.com' },
  deliveryAddress: { line1: 'Długa 5', postcode: '31-146', city: 'Kraków', country: 'PL' },
  payment: { method: 'online', by },
});
const total = 783_700 - 9_900;

async function free(): Promise<number> {
  const levels = await availability(server.ctx(), { variantIds: [shop.blue] });
  return levels.reduce((sum, level) => sum + level.available, 0);
}
const paymentOf = async (orderId: string) => (await paymentsOf(server.ctx(), [orderId])).get(orderId)?.at(-1);
const sessionOf = (orderId: string) =>
  [...stripe.sessions.values()].find((session) => session.client_reference_id === `order:${orderId}`);
const stateOf = async (orderId: string) => {
  const { rows } = await sql<{ state: string }>`select state from orders.order where id = ${orderId}`.execute(
    server.base.db,
  );
  return rows[0]?.state;
};

async function begun(by: 'card' | 'blik' = 'card'): Promise<{ orderId: string; sessionId: string; token: string }> {
  const placed = await guest.post('/api/shop/orders', order(by));
  const session = sessionOf(placed.order.id);
  expect(placed).toMatchObject({ paymentState: 'pending', action: { url: session?.url }, order: { state: 'placed' } });
  return { orderId: placed.order.id, sessionId: session?.id ?? '', token: placed.accessToken };
}

async function told(...types: string[]): Promise<void> {
  for (const type of types) {
    const event = stripe.state.events.find((one) => one.type === type);
    if (!event) throw new Error(`no ${type} among ${stripe.state.events.map((one) => one.type)}`);
    expect(await stripe.deliver(event, { to: hooks[0] ?? '' })).toBe(200);
  }
  await server.jobs.drainOnce();
}

async function nothingHeldNothingCharged(orderId: string): Promise<void> {
  expect(await stateOf(orderId)).toBe('cancelled');
  expect(stripe.kept(`order:${orderId}`)).toBe(0);
  expect(await free()).toBe(2);
  expect(await reconcileStock(server.ctx())).toEqual([]);
}

describe('a payment on the page of Stripe', () => {
  it('keeps the goods while the customer is there, and is the order’s when Stripe says so', async () => {
    const { orderId, sessionId } = await begun('blik');
    expect(await free()).toBe(0);
    expect(sessionOf(orderId)).toMatchObject({ currency: 'pln', amount_total: total, payment_method_types: ['blik'] });
    expect(stripe.pay(sessionId)).toBe(true);
    await told('checkout.session.completed');
    expect(await stateOf(orderId)).toBe('paid');
    expect(await paymentOf(orderId)).toMatchObject({
      state: 'captured',
      method: 'blik',
      captured: { amount: total },
      action: null,
    });
  });

  it('is taken once from webhooks that come twice, to two servers at once, out of order and of unknown kinds', async () => {
    const { orderId, sessionId } = await begun();
    stripe.pay(sessionId);
    const [intent, completed] = stripe.state.events;
    if (!intent || !completed) throw new Error('nothing was told');
    const unknown = { ...completed, id: 'evt_unknown', type: 'something.new' };
    const expired = { ...completed, id: 'evt_old', type: 'checkout.session.expired' };
    const answers = await Promise.all(
      [completed, completed, unknown, intent, completed, expired].map((event, index) =>
        stripe.deliver(event, { to: hooks[index % 2] ?? '' }),
      ),
    );
    expect(answers).toEqual([200, 200, 200, 200, 200, 200]);
    await Promise.all([server.jobs.drainOnce(), second.jobs.drainOnce()]);
    const { rows } = await sql<{ type: string }>`select type from payments.inbox where event_id = any (${[
      completed.id,
      intent.id,
      unknown.id,
      expired.id,
    ]}) and processed_at is not null`.execute(server.base.db);
    expect(rows).toHaveLength(4);
    const { rows: events } = await sql<{ n: number }>`select count(*)::int as n from kernel.outbox
      where aggregate_id = ${(await paymentOf(orderId))?.id} and type = 'payments.payment.captured'`.execute(
      server.base.db,
    );
    expect(events[0]?.n).toBe(1);
    expect(await stateOf(orderId)).toBe('paid');
  });

  it('is believed from Stripe alone: a wrong, old or missing signature is refused and kept nowhere', async () => {
    const { orderId, sessionId } = await begun();
    stripe.pay(sessionId);
    const event = stripe.state.events.find((one) => one.type === 'checkout.session.completed');
    if (!event) throw new Error('nothing was told');
    const to = hooks[0] ?? '';
    expect(await stripe.deliver(event, { to, secret: 'whsec_other' })).toBe(400);
    expect(await stripe.deliver(event, { to, signedAt: now - 301_000 })).toBe(400);
    expect((await fetch(to, { method: 'POST', body: JSON.stringify(event) })).status).toBe(400);
    expect(await stripe.deliver(event, { to: to.replace('default', 'other') })).toBe(404);
    await server.jobs.drainOnce();
    expect(await stateOf(orderId)).toBe('placed');
    const { rows } = await sql`select 1 from payments.inbox where event_id = ${event.id}`.execute(server.base.db);
    expect(rows).toEqual([]);
    await told('checkout.session.completed');
  });

  it('is asked about when the customer is back before the webhook, which then changes nothing', async () => {
    const { orderId, sessionId, token } = await begun();
    const check = `/api/shop/orders/${orderId}/payment/check?token=${token}`;
    expect(await guest.post(check, {})).toEqual({ state: 'pending' });
    stripe.pay(sessionId);
    guest.moveTo(second);
    expect(await guest.post(check, {})).toEqual({ state: 'captured' });
    guest.moveTo(server);
    await told('checkout.session.completed');
    expect(await stateOf(orderId)).toBe('paid');
    const stranger = await shop.shopper();
    expect((await stranger.call('POST', `/api/shop/orders/${orderId}/payment/check`, {})).status).toBe(404);
  });

  it('that the customer leaves can be made no more, and the goods are free at once; who had paid has paid', async () => {
    const { orderId, sessionId, token } = await begun();
    const check = `/api/shop/orders/${orderId}/payment/check?token=${token}`;
    expect(await guest.post(check, { stop: true })).toEqual({ state: 'failed' });
    expect(stripe.pay(sessionId)).toBe(false);
    await told('checkout.session.expired');
    await nothingHeldNothingCharged(orderId);
    const other = await begun();
    stripe.pay(other.sessionId);
    const again = `/api/shop/orders/${other.orderId}/payment/check?token=${other.token}`;
    expect(await guest.post(again, { stop: true })).toEqual({ state: 'captured' });
  });

  it('is found without a receipt by the end of its card and the day, whoever told of it first', async () => {
    const till = await shop.staff('warszawa');
    const found = async (card: string, day = '2026-11-24') =>
      (await till.get(`/api/staff/returns/sales?cardLast4=${card}&day=${day}`)).items;
    const hooked = await begun();
    stripe.state.card = '7301';
    stripe.pay(hooked.sessionId);
    await told('checkout.session.completed');
    expect(await found('7301')).toMatchObject([{ orderId: hooked.orderId }]);
    expect(await found('7301', '2026-11-23')).toEqual([]);
    stripe.state.events.length = 0;
    await restock(server.ctx(), { variantId: shop.blue, locationId: shop.warehouse }, 2);

    // Found by asking, the answer has the card in it; the webhook that follows asks for nothing.
    const asked = await begun();
    stripe.state.card = '7302';
    stripe.pay(asked.sessionId);
    expect(await guest.post(`/api/shop/orders/${asked.orderId}/payment/check?token=${asked.token}`, {})).toEqual({
      state: 'captured',
    });
    expect(await found('7302')).toMatchObject([{ orderId: asked.orderId }]);
    const calls = stripe.state.calls.length;
    await told('checkout.session.completed');
    expect(stripe.state.calls.length).toBe(calls);
    stripe.state.events.length = 0;
    await restock(server.ctx(), { variantId: shop.blue, locationId: shop.warehouse }, 2);

    // The card is a convenience: an order is paid also when nobody answers about it.
    const mute = await begun();
    stripe.pay(mute.sessionId);
    stripe.state.onCall = () => 'fail';
    await told('checkout.session.completed');
    stripe.state.onCall = undefined;
    expect(await stateOf(mute.orderId)).toBe('paid');
    stripe.state.card = '4242';
  });

  it('whose beginning got no answer is the same payment at the second try, and one page', async () => {
    stripe.state.onCall = ({ phase }) => (phase === 'after' ? 'drop' : undefined);
    const headers = { 'idempotency-key': randomUUID() };
    const first = await guest.post('/api/shop/orders', order(), headers);
    expect(first).toMatchObject({ paymentState: 'pending', action: null });
    stripe.state.onCall = undefined;
    const again = await guest.post('/api/shop/orders', order(), headers);
    expect(again).toMatchObject({ order: { id: first.order.id }, action: { url: sessionOf(first.order.id)?.url } });
    const pages = [...stripe.sessions.values()].filter((one) => one.client_reference_id === `order:${first.order.id}`);
    expect(pages).toHaveLength(1);
  });

  it('that nobody could begin ends with nothing held and nothing charged', async () => {
    stripe.state.onCall = () => 'fail';
    const placed = await guest.post('/api/shop/orders', order());
    stripe.state.onCall = undefined;
    later(2);
    await settlePayments.handle(server.ctx(), {});
    await nothingHeldNothingCharged(placed.order.id);
  });

  it('of which nobody tells is found by asking: paid, or over', async () => {
    const paid = await begun();
    stripe.pay(paid.sessionId);
    later(3);
    await Promise.all([settlePayments.handle(server.ctx(), {}), settlePayments.handle(second.ctx(), {})]);
    expect(await stateOf(paid.orderId)).toBe('paid');
    await restock(server.ctx(), { variantId: shop.blue, locationId: shop.warehouse }, 2);
    const left = await begun();
    later(32);
    await settlePayments.handle(server.ctx(), {});
    await nothingHeldNothingCharged(left.orderId);
  });

  it('that comes when the goods are gone goes back, is on the list of late money, and leaves one order', async () => {
    const { orderId, sessionId } = await begun();
    stripe.pay(sessionId);
    later(46);
    await restock(server.ctx(), { variantId: shop.blue, locationId: shop.warehouse }, 2);
    await told('checkout.session.completed');
    await nothingHeldNothingCharged(orderId);
    expect(await paymentOf(orderId)).toMatchObject({ state: 'refunded', refunded: { amount: total } });
    const admin = await shop.staff('admin');
    const { items } = await admin.get('/api/staff/payments/late');
    expect(items[0]).toMatchObject({ orderId, amount: { amount: total }, refund: 'done' });
  });

  it('is given back in parts, and what the bank refuses can be given back anew', async () => {
    const { orderId, sessionId } = await begun();
    stripe.pay(sessionId);
    await told('checkout.session.completed');
    const back = async (amount: number) => {
      const claimed = await inTransaction(server.ctx(), (tx) =>
        claimRefunds(tx, { orderId, amount: { amount, currency: 'PLN' }, key: randomUUID(), reason: 'a test' }),
      );
      if (!claimed.ok) throw new Error(claimed.reason);
      return (await performRefunds(server.ctx(), claimed.value))[0]?.movement.state;
    };
    expect(await back(10_000)).toBe('done');
    stripe.state.refuseRefunds = true;
    expect(await back(20_000)).toBe('failed');
    stripe.state.refuseRefunds = false;
    // The answer is lost; the job finds the refund that was made, and makes no second.
    stripe.state.onCall = ({ phase }) => (phase === 'after' ? 'drop' : undefined);
    expect(await back(30_000)).toBe('pending');
    stripe.state.onCall = undefined;
    later(2);
    await settlePayments.handle(server.ctx(), {});
    const payment = await paymentOf(orderId);
    expect(payment).toMatchObject({ state: 'partly_refunded', refunded: { amount: 40_000 } });
    expect(stripe.kept(`order:${orderId}`)).toBe(total - 40_000);
    expect((await movementsOf(server.ctx(), payment?.id ?? '')).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'authorise done',
      'capture done',
      'refund done',
      'refund failed',
      'refund done',
    ]);
  });

  it('is ours again when the bank sends it back after it was reported as done: listed, and given back anew once', async () => {
    const { orderId, sessionId } = await begun();
    stripe.pay(sessionId);
    await told('checkout.session.completed');
    const boss = await shop.staff('admin');
    const path = `/api/staff/orders/${orderId}/refunds`;
    const asked = { amount: { amount: 10_000, currency: 'PLN' }, reason: 'an apology' };
    expect(await boss.post(path, asked)).toMatchObject({ refunds: [{ state: 'done' }] });
    stripe.failRefund([...stripe.refunds.keys()].at(-1) ?? '');
    await told('refund.failed');
    expect(await paymentOf(orderId)).toMatchObject({ state: 'captured', refunded: { amount: 0 } });
    const toSend = async () =>
      ((await boss.get('/api/staff/payments/to-send')).items as { id: string; orderId: string }[]).filter(
        (one) => one.orderId === orderId,
      );
    const [failed] = await toSend();
    expect(failed).toMatchObject({ kind: 'failed', reason: 'expired_or_canceled_card' });
    const again = `/api/staff/payments/to-send/${failed?.id}/again`;
    const twice = await Promise.all([boss.call('POST', again, {}), boss.call('POST', again, {})]);
    expect(twice.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(await paymentOf(orderId)).toMatchObject({ state: 'partly_refunded', refunded: { amount: 10_000 } });
    expect(stripe.kept(`order:${orderId}`)).toBe(total - 10_000);
    expect(await toSend()).toEqual([]);
    // By hand is for managers, with a reason, never more than was paid, and with a trail.
    expect((await boss.call('POST', path, { ...asked, reason: '' })).status).toBe(400);
    const tooMuch = { ...asked, amount: { amount: total, currency: 'PLN' } };
    expect((await boss.call('POST', path, tooMuch)).body.code).toBe('refund_exceeds_payment');
    const agent = await shop.staff('agent');
    expect((await agent.call('POST', path, asked)).body.code).toBe('not_allowed');
    const { rows } = await sql<{ act: string; reason: string | null; role: string }>`
      select act, reason, role from kernel.audit where act like 'payments.%' order by at`.execute(server.base.db);
    expect(rows).toMatchObject([
      { act: 'payments.refundedByHand', reason: 'an apology', role: 'admin' },
      { act: 'payments.gaveBackAgain', role: 'admin' },
    ]);
  });

  it('takes the place of the simulated card, which nobody can pay with any more', async () => {
    const methods = await guest.get('/api/shop/payment-methods');
    expect(methods.items).toEqual([
      { method: 'online', by: 'card' },
      { method: 'online', by: 'blik' },
      { method: 'transfer', by: null },
    ]);
    const card = { number: '4242424242424242', expiryMonth: 12, expiryYear: 2030, cvc: '123' };
    const refused = await guest.call('POST', '/api/shop/orders', { ...order(), payment: { method: 'card', card } });
    expect(refused).toMatchObject({ status: 409, body: { code: 'not_offered' } });
    expect(await free()).toBe(2);
  });
});
