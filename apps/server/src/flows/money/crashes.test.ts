import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStripe, type StripeSimulator } from '../../../../../demo/stripe/simulator.ts';
import { type Mortal, makeMortal } from '../../../test/mortalServer.ts';
import type { Person } from '../../../test/person.ts';
import { restock, type SmallShop, smallShop } from '../../../test/smallShop.ts';
import { type TestServer, testServer } from '../../../test/testServer.ts';
import { builtInProviders, type PaymentProvider, providersOf } from '../../modules/payments/index.ts';
import { availability, reconcileStock } from '../../modules/stock/index.ts';
import { settlePayments } from '../selling/settlePayments.ts';
import { readInbox } from './readInbox.ts';

let stripe: StripeSimulator;
let victim: TestServer;
let mortal: Mortal;
let survivor: TestServer;
let shop: SmallShop;
let guest: Person;
let now = Date.parse('2026-11-24T09:02:00Z');

beforeAll(async () => {
  stripe = await openStripe({ now: () => now });
  stripe.state.webhooks = 'hold';
  const config = {
    stripe: { secretKey: stripe.secretKey, webhookSecret: stripe.webhookSecret, apiBase: stripe.url },
  };
  victim = await testServer({ config });
  survivor = await testServer({ sharing: victim, config });
  at(now);
  shop = await smallShop(victim);
  guest = await shop.shopper();
  mortal = makeMortal(victim);
  // Cards that are charged in the one call, beside the page of Stripe.
  const card = builtInProviders.get('test_card');
  if (!card) throw new Error('there is no simulated card');
  for (const one of [victim, survivor]) (providersOf(one.ctx()) as Map<string, PaymentProvider>).set('test_card', card);
  const own = providersOf(victim.ctx()) as Map<string, PaymentProvider>;
  for (const [name, provider] of own) own.set(name, mortal.mortal(provider));
});
afterAll(async () => {
  await Promise.all([victim, survivor].map((one) => one?.stop()));
  await stripe?.close();
});

function at(instant: number): void {
  now = instant;
  for (const one of [victim, survivor]) one.clock.travelTo(new Date(instant));
}
const order = (payment: object) => ({
  from: { lines: [{ variantId: shop.blue, quantity: 1, way: { method: 'delivery' } }] },
  contact: { name: 'Julia Kowalska', email: 'julia@example.com' },
  deliveryAddress: { line1: 'Długa 5', postcode: '31-146', city: 'Kraków', country: 'PL' },
  payment,
});
const card = { method: 'card', card: { number: '4242424242424242', expiryMonth: 12, expiryYear: 2030, cvc: '123' } };
const page = { method: 'online', by: 'card' };

async function oneOnTheShelf(): Promise<void> {
  await restock(survivor.ctx(), { variantId: shop.blue, locationId: shop.warehouse }, 1);
}

let hasDied = false;

/** The survivor, and the dead one as it was started again, make up at once for what was left. */
async function makeUp(minutes: number): Promise<void> {
  await startAgain();
  at(now + minutes * 60_000);
  await Promise.all([victim, survivor].map((one) => settlePayments.handle(one.ctx(), {})));
}

/** As a new process, it has none of the connections that broke. */
async function startAgain(): Promise<void> {
  hasDied ||= mortal.isDead();
  mortal.revive();
  for (let broken = 0; broken < 20; broken += 1) {
    const isWhole = await sql`select 1`.execute(victim.base.db).then(
      () => true,
      () => false,
    );
    if (isWhole) return;
  }
}

/** Exactly one of: placed and paid, or nothing held and nothing charged. Gives which, by the orders of this try. */
async function whatCameOfIt(since: number): Promise<'paid' | 'nothing'> {
  const { rows: orders } = await sql<{ id: string; state: string; gross: number; kept: number }>`
    select o.id, o.state, o.gross, coalesce((select sum(c.amount * case c.kind when 'authorise' then 1 when 'refund' then -1 else 0 end)
      from payments.test_card_charge c join payments.movement m on m.key = c.key join payments.payment p on p.id = m.payment_id
      where c.approved and p.order_id = o.id), 0)::bigint as kept
    from orders.order o where o.placed_at >= ${new Date(since)}`.execute(survivor.base.db);
  const { rows: open } = await sql`select 1 from payments.movement where state = 'pending'`.execute(survivor.base.db);
  expect(open).toEqual([]);
  expect(await reconcileStock(survivor.ctx())).toEqual([]);
  const levels = await availability(survivor.ctx(), { variantIds: [shop.blue] });
  const free = levels.reduce((sum, level) => sum + level.available, 0);
  const paid = orders.filter((one) => one.state === 'paid');
  expect(paid.length).toBeLessThanOrEqual(1);
  expect(free).toBe(1 - paid.length);
  for (const one of orders)
    expect(one.kept + stripe.kept(`order:${one.id}`)).toBe(one.state === 'paid' ? one.gross : 0);
  return paid.length === 1 ? 'paid' : 'nothing';
}

/** Lets the server die at its first, second, third … step, until the act outlives it. */
async function atEveryStep(act: (die: () => void) => Promise<void>): Promise<number> {
  for (let step = 1; step < 80; step += 1) {
    mortal.revive();
    hasDied = false;
    await act(() => mortal.dieAt(step));
    if (!hasDied) return step - 1;
  }
  throw new Error('it has no end');
}

describe('a server that dies in the middle of a checkout', () => {
  it('by card, at any step, leaves an order that is placed and paid, or nothing held and nothing charged', async () => {
    const ends = new Set<string>();
    const steps = await atEveryStep(async (die) => {
      await oneOnTheShelf();
      const since = now;
      die();
      await guest.call('POST', '/api/shop/orders', order(card));
      await makeUp(50);
      ends.add(await whatCameOfIt(since));
    });
    expect(steps).toBeGreaterThan(12);
    expect([...ends].sort()).toEqual(['nothing', 'paid']);
  });

  it('and whose customer presses again elsewhere, leaves one order, paid once', async () => {
    await atEveryStep(async (die) => {
      await oneOnTheShelf();
      const since = now;
      const key = { 'idempotency-key': randomUUID() };
      die();
      await guest.call('POST', '/api/shop/orders', order(card), key);
      guest.moveTo(survivor);
      const again = await guest.post('/api/shop/orders', order(card), key);
      guest.moveTo(victim);
      expect(again.paymentState).toBe('captured');
      await makeUp(50);
      expect(await whatCameOfIt(since)).toBe('paid');
    });
  });

  it('or while it reads that the page was paid, told twice and to others too, leaves the order paid', async () => {
    await atEveryStep(async (die) => {
      await oneOnTheShelf();
      const since = now;
      const placed = await guest.post('/api/shop/orders', order(page));
      const session = [...stripe.sessions.values()].at(-1);
      stripe.pay(session?.id ?? '');
      const task = { id: randomUUID(), event: completedOf(placed.order.id) };
      die();
      await readInbox.handle(victim.ctx(), task).catch(() => undefined);
      await startAgain();
      await Promise.all([victim, survivor].map((one) => readInbox.handle(one.ctx(), task)));
      await makeUp(50);
      expect(await whatCameOfIt(since)).toBe('paid');
    });
  });

  it('or while it gives back money that came too late, gives it back once', async () => {
    await atEveryStep(async (die) => {
      await oneOnTheShelf();
      const since = now;
      const placed = await guest.post('/api/shop/orders', order(page));
      const session = [...stripe.sessions.values()].at(-1);
      stripe.pay(session?.id ?? '');
      at(now + 46 * 60_000);
      const task = { id: randomUUID(), event: completedOf(placed.order.id) };
      die();
      await readInbox.handle(victim.ctx(), task).catch(() => undefined);
      await makeUp(10);
      expect(await whatCameOfIt(since)).toBe('nothing');
    });
  });
});

/** What Stripe's webhook says about the page of an order, as it was read from the inbox. */
function completedOf(orderId: string) {
  const session = [...stripe.sessions.values()].find((one) => one.client_reference_id === `order:${orderId}`);
  return {
    id: `evt_${orderId}`,
    type: 'checkout.session.completed',
    key: `order:${orderId}`,
    outcome: { result: 'approved' as const, providerRef: session?.payment_intent ?? '' },
  };
}
