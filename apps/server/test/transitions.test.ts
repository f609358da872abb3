import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../src/kernel/context.ts';
import { inTransaction } from '../src/kernel/database.ts';
import type { Result } from '../src/kernel/result.ts';
import { moveFulfilment } from '../src/modules/fulfilment/moveFulfilment.ts';
import { fulfilmentTransitions } from '../src/modules/fulfilment/states.ts';
import { settleLines } from '../src/modules/orders/settleLines.ts';
import { lineTransitions, orderTransitions } from '../src/modules/orders/states.ts';
import { transitionOrder } from '../src/modules/orders/transitionOrder.ts';
import { applyOutcome } from '../src/modules/payments/applyOutcome.ts';
import { claimCapture, claimRefund, claimVoid } from '../src/modules/payments/claimMovement.ts';
import { settleMovement } from '../src/modules/payments/settleMovement.ts';
import { type PaymentState, paymentTransitions } from '../src/modules/payments/states.ts';
import { announceReturn } from '../src/modules/returns/index.ts';
import { moveReturn } from '../src/modules/returns/moveReturn.ts';
import { returnTransitions } from '../src/modules/returns/states.ts';
import { consumeReservations, releaseReservations } from '../src/modules/stock/closeReservations.ts';
import { commitReservations } from '../src/modules/stock/commitReservations.ts';
import { reopenReservations } from '../src/modules/stock/reopenReservations.ts';
import { reservationTransitions } from '../src/modules/stock/states.ts';
import { type SmallShop, smallShop } from './smallShop.ts';
import { type TestServer, testServer } from './testServer.ts';

let server: TestServer;
let shop: SmallShop;
/** One of each, made by the code that makes them. */
const ids = { order: '', line: '', payment: '', fulfilment: '', reservation: '', return: '' };

beforeAll(async () => {
  server = await testServer();
  server.clock.travelTo(new Date('2026-11-24T09:02:00Z'));
  shop = await smallShop(server);
  const guest = await shop.shopper();
  const { order } = await guest.post('/api/shop/orders', {
    from: { lines: [{ variantId: shop.blue, quantity: 1, way: { method: 'delivery' } }] },
    contact: { name: 'Julia Kowalska', email: 'julia@example.com' },
    deliveryAddress: { line1: 'Długa 5', postcode: '31-146', city: 'Kraków', country: 'PL' },
    payment: { method: 'card', card: { number: '4242424242424242', expiryMonth: 12, expiryYear: 2030, cvc: '123' } },
  });
  const { rows } = await sql<typeof ids>`
    select o.id as order, l.id as line, l.reservation_id as reservation, p.id as payment, f.id as fulfilment
    from orders.order o join orders.line l on l.order_id = o.id and l.kind = 'goods'
      join payments.payment p on p.order_id = o.id join fulfilment.fulfilment f on f.order_id = o.id
    where o.id = ${order.id}`.execute(server.base.db);
  const announced = await announceReturn(server.ctx(), {
    way: 'desk',
    orderId: order.id,
    orderNumber: order.number,
    language: 'en',
    currency: 'PLN',
    locationId: shop.krakow,
    lines: [
      {
        orderLineId: rows[0]?.line ?? '',
        variantId: shop.blue,
        quantity: 1,
        reason: 'changed_mind',
        rule: 'withdrawal',
        bought: 1,
        gross: 386_900,
      },
    ],
  });
  Object.assign(ids, rows[0], { return: announced.id });
});
afterAll(() => server?.stop());

interface Machine {
  table: Record<string, readonly string[]>;
  /** Makes it so, without asking anybody. */
  put(tx: Ctx, state: string): Promise<unknown>;
  /** The step, by the code that takes it; undefined: nobody asks for it in so many words. */
  go(tx: Ctx, to: string, from: string): Promise<Result<unknown> | { ok: true; changed: boolean } | undefined>;
  read(tx: Ctx): Promise<string | undefined>;
  /** How it says no, where that is not `illegal_transition`. */
  refusals?: readonly string[];
}

const stateOf = async (tx: Ctx, table: string, id: string) =>
  (await sql<{ state: string }>`select state from ${sql.table(table)} where id = ${id}`.execute(tx.db)).rows[0]?.state;
const at = new Date('2026-11-24T09:00:00Z');
const tomorrow = new Date('2026-11-25T09:00:00Z');

/** What is taken and given back of 100 in each state. */
const sums: Record<PaymentState, [authorised: number, captured: number, refunded: number]> = {
  pending: [0, 0, 0],
  authorised: [100, 0, 0],
  captured: [100, 100, 0],
  partly_refunded: [100, 100, 40],
  refunded: [100, 100, 100],
  declined: [0, 0, 0],
  voided: [100, 0, 0],
  failed: [0, 0, 0],
};

async function stepOfPayment(tx: Ctx, to: string, from: string) {
  const paymentId = ids.payment;
  const approved = { result: 'approved' as const, providerRef: 'ref' };
  const settled = async (claimed: Awaited<ReturnType<typeof claimVoid>> | Awaited<ReturnType<typeof claimRefund>>) => {
    if (!claimed.ok) return claimed;
    await settleMovement(tx, { movementId: claimed.value.movement.id, outcome: approved });
    return claimed;
  };
  const money = (amount: number) => ({ amount, currency: 'PLN' });
  const key = tx.newId();
  if (['refunded', 'partly_refunded'].includes(from) && ['captured', 'partly_refunded'].includes(to)) {
    // The bank sends back all of what was given back, or a part of it.
    const [, , refunded] = sums[from as PaymentState];
    const amount = to === 'captured' ? refunded : refunded - 10;
    const { rows } = await sql<{ id: string }>`
      insert into payments.movement (id, payment_id, kind, state, amount, key, provider_ref, actor, requested_at, settled_at)
      values (${tx.newId()}, ${paymentId}, 'refund', 'done', ${amount}, ${key}, 're_1', 'system', ${at}, ${at}) returning id`.execute(
      tx.db,
    );
    const outcome = { result: 'declined' as const, reason: 'account_closed', providerRef: 're_1' };
    return {
      ok: true as const,
      changed: (await settleMovement(tx, { movementId: rows[0]?.id ?? '', outcome })).movement.state === 'failed',
    };
  }
  switch (to) {
    case 'captured':
      if (from === 'authorised') return settled(await claimCapture(tx, { paymentId, amount: money(100), key }));
      await sql`update payments.payment set capture_mode = 'at_once' where id = ${paymentId}`.execute(tx.db);
      return { ok: true as const, changed: (await applyOutcome(tx, { paymentId, outcome: approved })).changed };
    case 'authorised':
      return { ok: true as const, changed: (await applyOutcome(tx, { paymentId, outcome: approved })).changed };
    case 'declined':
    case 'failed': {
      const result = to === 'declined' ? ('declined' as const) : ('expired' as const);
      const outcome = { result, reason: 'a test' };
      return { ok: true as const, changed: (await applyOutcome(tx, { paymentId, outcome })).changed };
    }
    case 'voided':
      return settled(await claimVoid(tx, { paymentId, key }));
    case 'partly_refunded':
      return settled(await claimRefund(tx, { paymentId, amount: money(10), key }));
    case 'refunded':
      return settled(await claimRefund(tx, { paymentId, key }));
    default:
      return undefined;
  }
}

const machines: Record<string, Machine> = {
  order: {
    table: orderTransitions,
    put: (tx, state) =>
      sql`update orders.order set state = ${state}, paid_at = ${at},
        completed_at = case when ${state} = 'completed' then ${at}::timestamptz end,
        cancelled_at = case when ${state} = 'cancelled' then ${at}::timestamptz end where id = ${ids.order}`.execute(
        tx.db,
      ),
    go: (tx, to) => transitionOrder(tx, { orderId: ids.order, to: to as 'paid' }),
    read: (tx) => stateOf(tx, 'orders.order', ids.order),
  },
  line: {
    table: lineTransitions,
    async put(tx, state) {
      const order = { open: 'paid', fulfilled: 'partly_fulfilled', cancelled: 'cancelled' }[state];
      await machines.order?.put(tx, order ?? '');
      await sql`update orders.line set state = ${state} where id = ${ids.line}`.execute(tx.db);
    },
    go: (tx, to) => settleLines(tx, { orderId: ids.order, lineIds: [ids.line], to: to as 'open' }),
    read: (tx) => stateOf(tx, 'orders.line', ids.line),
  },
  payment: {
    table: paymentTransitions,
    async put(tx, state) {
      const [authorised, captured, refunded] = sums[state as PaymentState];
      await sql`delete from payments.movement where key like '%/capture'`.execute(tx.db);
      await sql`update payments.due set total = 100, covered = case when ${state} in ('declined', 'failed', 'voided') then 0 else 100 end
        where order_id = ${ids.order}`.execute(tx.db);
      await sql`update payments.payment set state = ${state}, capture_mode = 'later', amount = 100, authorised = ${authorised},
        captured = ${captured}, refunded = ${refunded} where id = ${ids.payment}`.execute(tx.db);
    },
    go: stepOfPayment,
    read: (tx) => stateOf(tx, 'payments.payment', ids.payment),
    refusals: ['refund_exceeds_payment'],
  },
  fulfilment: {
    table: fulfilmentTransitions,
    put: (tx, state) =>
      sql`update fulfilment.fulfilment set state = ${state}, place = 'bay 4', reason = 'a test', done_at = case when ${state} in ('handed_over', 'shipped') then ${at}::timestamptz end
        where id = ${ids.fulfilment}`.execute(tx.db),
    go: (tx, to) => moveFulfilment(tx, { id: ids.fulfilment, to: to as 'ready', happened: 'ready', reason: 'a test' }),
    read: (tx) => stateOf(tx, 'fulfilment.fulfilment', ids.fulfilment),
  },
  return: {
    table: returnTransitions,
    put: (tx, state) =>
      sql`update returns.return set state = ${state}, received_at = ${at}, location_id = ${shop.krakow},
        settled_at = case when ${state} = 'settled' then ${at}::timestamptz end,
        closed_at = case when ${state} in ('refused', 'cancelled') then ${at}::timestamptz end
        where id = ${ids.return}`.execute(tx.db),
    go: (tx, to) => {
      const stamps: Record<string, ReturnType<typeof sql>> = {
        settled: sql`, settled_at = ${at}`,
        refused: sql`, closed_at = ${at}`,
        cancelled: sql`, closed_at = ${at}`,
      };
      return moveReturn(tx, { id: ids.return, to: to as 'received', ...(stamps[to] ? { set: stamps[to] } : {}) });
    },
    read: (tx) => stateOf(tx, 'returns.return', ids.return),
  },
  reservation: {
    table: reservationTransitions,
    async put(tx, state) {
      const isOpen = state === 'held' || state === 'committed';
      await sql`update stock.reservation set state = ${state}, expires_at = ${state === 'held' ? tomorrow : null}, closed_at = ${isOpen ? null : at} where id = ${ids.reservation}`.execute(
        tx.db,
      );
      await sql`update stock.reservation_line set state = ${state}, expires_at = ${state === 'held' ? tomorrow : null} where reservation_id = ${ids.reservation}`.execute(
        tx.db,
      );
    },
    async go(tx, to, from) {
      const own = [ids.reservation];
      if (to === 'consumed') return consumeReservations(tx, own);
      if (to === 'committed' && from === 'consumed') return reopenReservations(tx, own, 'a test');
      if (to === 'committed') return commitReservations(tx, own, undefined);
      if (to !== 'released') return undefined;
      // A wish that is fulfilled already is no error; what left the house stays out.
      await releaseReservations(tx, own, 'a test');
      return { ok: true, changed: (await stateOf(tx, 'stock.reservation', ids.reservation)) !== from };
    },
    read: (tx) => stateOf(tx, 'stock.reservation', ids.reservation),
    refusals: ['reservation_not_held', 'reservation_expired'],
  },
};

class RolledBack extends Error {}

/** Tries one step and undoes it. */
async function attempt(machine: Machine, from: string, to: string) {
  let seen: { outcome: Awaited<ReturnType<Machine['go']>>; state: string | undefined } | undefined;
  await inTransaction(server.ctx(), async (tx) => {
    await machine.put(tx, from);
    const outcome = await machine.go(tx, to, from);
    seen = { outcome, state: await machine.read(tx) };
    throw new RolledBack();
  }).catch((error: unknown) => {
    if (!(error instanceof RolledBack)) throw error;
  });
  return seen;
}

describe.each(Object.entries(machines))('every step of a %s', (_name, machine) => {
  const states = Object.keys(machine.table);
  const pairs = states.flatMap((from) => states.filter((to) => to !== from).map((to) => [from, to] as const));

  it('that is drawn can be taken; every other is refused, with the state and what is legal, and changes nothing', async () => {
    let [taken, refused] = [0, 0];
    for (const [from, to] of pairs) {
      const legal = machine.table[from] ?? [];
      const seen = await attempt(machine, from, to);
      const what = `${from} → ${to}`;
      if (!seen?.outcome) continue;
      const { outcome, state } = seen;
      if (legal.includes(to)) {
        expect(outcome, what).toMatchObject({ ok: true });
        expect(state, what).toBe(to);
        taken += 1;
        continue;
      }
      expect(state, what).toBe(from);
      refused += 1;
      if (outcome.ok) {
        // News from outside that comes too late is no fault of whoever brings it: it is taken, and changes nothing.
        expect('changed' in outcome && outcome.changed, what).toBe(false);
        continue;
      }
      expect(['illegal_transition', ...(machine.refusals ?? [])], what).toContain(outcome.reason);
      if (outcome.reason === 'illegal_transition') expect(outcome.details, what).toMatchObject({ state: from, legal });
    }
    expect(taken).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(0);
  });
});
