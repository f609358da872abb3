import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../../../test/person.ts';
import { restock, type SmallShop, smallShop } from '../../../test/smallShop.ts';
import { type TestServer, testServer } from '../../../test/testServer.ts';
import { fulfilmentsOfOrders, markReady } from '../../modules/fulfilment/index.ts';
import { dailyTotals } from '../../modules/orders/index.ts';
import { paymentsOf } from '../../modules/payments/index.ts';
import { reconcileStock } from '../../modules/stock/index.ts';
import { settlePayments } from '../selling/settlePayments.ts';

const price = 386_900;
const start = new Date('2026-11-24T09:02:00Z');

let server: TestServer;
let shop: SmallShop;
let guest: Person;
let admin: Person;

beforeAll(async () => {
  server = await testServer({ config: { bankAccount: 'PL61109010140000071219812874' } });
  server.clock.travelTo(start);
  shop = await smallShop(server);
  [guest, admin] = [await shop.shopper(), await shop.staff('admin')];
});
afterAll(() => server?.stop());

/** One order, as an accountant with a pencil would follow it. Amounts are in pieces, and grosze given back by hand. */
interface Model {
  open: number;
  fulfilled: number;
  cancelled: number;
  returned: number;
  payment: 'awaited' | 'taken' | 'none';
  isOver: boolean;
  /** Money that came, and that went back or is on its way. */
  taken: number;
  back: number;
}
interface Real {
  id: string;
  number: string;
}

const stateOf = (model: Model): string => {
  if (model.isOver || model.open + model.fulfilled === 0) return 'cancelled';
  if (model.open === 0) return 'completed';
  return model.payment === 'taken' ? 'paid' : 'placed';
};

const ledger = { gross: 0, cancelled: 0, orders: 0, cancelledOrders: 0 };

/** What is in the books is what the pencil says, after every step. */
async function compare(model: Model, real: Real): Promise<void> {
  const order = await admin.get(`/api/staff/orders/${real.id}`);
  expect(order.state).toBe(stateOf(model));
  const payments = (await paymentsOf(server.ctx(), [real.id])).get(real.id) ?? [];
  const sum = (of: (payment: (typeof payments)[number]) => number) => payments.reduce((all, one) => all + of(one), 0);
  expect(sum((one) => one.captured.amount)).toBe(model.taken);
  // What is given back is gone, or set aside to go.
  expect(sum((one) => one.refundable.amount)).toBe(model.taken - model.back);
  for (const one of payments) expect(one.refunded.amount).toBeLessThanOrEqual(one.captured.amount);
}

type Command = fc.AsyncCommand<Model, Real>;
const command = (name: string, can: (model: Model) => boolean, act: (model: Model, real: Real) => Promise<void>) =>
  ({
    check: (model) => can(model),
    async run(model, real) {
      await act(model, real);
      await compare(model, real);
    },
    toString: () => name,
  }) satisfies Command;

const lineWith = async (real: Real, state: string, pieces: number) => {
  const { lines } = await admin.get(`/api/staff/orders/${real.id}`);
  return (lines as { id: string; kind: string; state: string; quantity: number }[]).find(
    (line) => line.kind === 'goods' && line.state === state && line.quantity >= pieces,
  );
};

const cancel = (pieces: number) =>
  command(
    `cancel ${pieces}`,
    (model) => !model.isOver,
    async (model, real) => {
      const line = (await lineWith(real, 'open', pieces)) ?? (await lineWith(real, 'fulfilled', 1));
      if (!line) return;
      const answer = await admin.call('POST', `/api/staff/orders/${real.id}/cancel`, {
        lines: [{ lineId: line.id, quantity: Math.min(pieces, line.quantity) }],
        reason: 'they want fewer',
      });
      if (model.payment === 'awaited') return expect(answer.body.code).toBe('payment_pending');
      if (line.state !== 'open') return expect(answer.body.code).toBe('not_cancellable');
      expect(answer.status).toBe(200);
      model.open -= pieces;
      model.cancelled += pieces;
      ledger.cancelled += pieces * price;
      if (model.open + model.fulfilled === 0) ledger.cancelledOrders += 1;
      // What was given back by hand before is not given back again.
      model.back += Math.min(pieces * price, model.taken - model.back);
    },
  );

const handOver = command(
  'hand over',
  (model) => model.open > 0 && !model.isOver && model.payment === 'taken',
  async (model, real) => {
    const [work] = (await fulfilmentsOfOrders(server.ctx(), [real.id])).get(real.id) ?? [];
    const ready = await markReady(server.ctx(), { id: work?.id ?? '', place: 'bay 4' });
    expect(ready.ok).toBe(true);
    await admin.post(`/api/staff/fulfilments/${work?.id}/hand-over`, { idSeen: true });
    model.fulfilled += model.open;
    model.open = 0;
  },
);

const giveBackGoods = (pieces: number) =>
  command(
    `return ${pieces}`,
    (model) => model.fulfilled > 0,
    async (model, real) => {
      const line = await lineWith(real, 'fulfilled', 1);
      const answer = await admin.call('POST', '/api/staff/returns', {
        orderId: real.id,
        locationId: shop.krakow,
        lines: [
          {
            orderLineId: line?.id,
            quantity: pieces,
            reason: 'changed_mind',
            rule: 'shop_policy',
            condition: 'unopened',
            outcome: 'restock',
          },
        ],
        payout: 'original',
      });
      if (pieces > model.fulfilled - model.returned) return expect(answer.body.code).toBe('already_returned');
      if (pieces * price > model.taken - model.back) return expect(answer.body.code).toBe('refund_exceeds_payment');
      expect(answer.status).toBe(201);
      model.returned += pieces;
      model.back += pieces * price;
    },
  );

const refundByHand = (amount: number) =>
  command(
    `refund ${amount}`,
    () => true,
    async (model, real) => {
      const answer = await admin.call('POST', `/api/staff/orders/${real.id}/refunds`, {
        amount: { amount, currency: 'PLN' },
        reason: 'an apology',
      });
      if (amount > model.taken - model.back) return expect(answer.body.code).toBe('refund_exceeds_payment');
      expect(answer.status).toBe(201);
      model.back += amount;
    },
  );

/** The whole of the money comes: in time it pays the order, afterwards it has to go back, and twice it waits for a person. */
const moneyComes = command(
  'money comes',
  (model) => model.payment !== 'none',
  async (model, real) => {
    const whole = (model.open + model.fulfilled + model.cancelled) * price;
    const { items } = await admin.post('/api/staff/payments/transfers', {
      lines: [
        {
          externalId: randomUUID(),
          bookedOn: '2026-11-25',
          amount: { amount: whole, currency: 'PLN' },
          title: real.number,
        },
      ],
    });
    if (model.payment === 'awaited' && model.isOver) {
      expect(items[0].state).toBe('late');
      Object.assign(model, { payment: 'none', taken: whole, back: whole });
    } else if (model.payment === 'awaited') {
      expect(items[0].state).toBe('matched');
      Object.assign(model, { payment: 'taken', taken: whole });
    } else expect(['not_awaited', 'unknown']).toContain(items[0].state);
  },
);

const timePasses = command(
  'time passes',
  (model) => model.payment === 'awaited' && !model.isOver,
  async (model) => {
    server.clock.travel(6 * 86_400_000);
    await settlePayments.handle(server.ctx(), {});
    // Who was at work six days ago signs in again.
    server.clock.travel(-6 * 86_400_000);
    model.isOver = true;
    ledger.cancelled += model.open * price;
    ledger.cancelledOrders += 1;
  },
);

const commands = fc.commands(
  [
    fc.integer({ min: 1, max: 2 }).map(cancel),
    fc.constant(handOver),
    fc.integer({ min: 1, max: 2 }).map(giveBackGoods),
    fc.constantFrom(1, 5_000, price, 2 * price).map(refundByHand),
    fc.constant(moneyComes),
    fc.constant(timePasses),
  ],
  { maxCommands: 8, size: 'max' },
);

it('whatever is done to an order in whatever turn, its state and its money are what a pencil says, and the days add up', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom('card' as const, 'transfer' as const),
      commands,
      async (pieces, method, steps) => {
        await restock(server.ctx(), { variantId: shop.green, locationId: shop.krakow }, 10);
        const card = { number: '4242424242424242', expiryMonth: 12, expiryYear: 2030, cvc: '123' };
        const { order } = await guest.post('/api/shop/orders', {
          from: {
            lines: [{ variantId: shop.green, quantity: pieces, way: { method: 'pickup', locationId: shop.krakow } }],
          },
          contact: { name: 'Julia Kowalska', email: 'julia@example.com' },
          payment: method === 'card' ? { method, card } : { method },
        });
        ledger.orders += 1;
        ledger.gross += pieces * price;
        const model: Model = {
          open: pieces,
          fulfilled: 0,
          cancelled: 0,
          returned: 0,
          payment: method === 'card' ? 'taken' : 'awaited',
          isOver: false,
          taken: method === 'card' ? pieces * price : 0,
          back: 0,
        };
        await compare(model, order);
        const real = { id: order.id, number: order.number };
        await fc.asyncModelRun(() => ({ model, real }), steps);
        // Whoever has not paid by now never will, so that no other order's time ends this one.
        if (timePasses.check(model)) await timePasses.run(model, real);
      },
    ),
    { numRuns: 14, endOnFailure: true },
  );
  const [day, ...others] = await dailyTotals(server.ctx(), {
    from: '2026-11-23T23:00:00Z',
    to: '2026-11-24T23:00:00Z',
  });
  expect(others).toEqual([]);
  expect(day).toMatchObject({
    orders: ledger.orders,
    gross: { amount: ledger.gross },
    cancelledOrders: ledger.cancelledOrders,
    cancelledGross: { amount: ledger.cancelled },
  });
  // Over all orders of all methods: what a method took is what its orders were paid with, and no more went back.
  const { rows } = await sql<{ method: string; captured: number; refunded: number; steps: number }>`
    select p.method, sum(p.captured)::bigint as captured, sum(p.refunded + p.refunding)::bigint as refunded,
      (select coalesce(sum(m.amount) filter (where m.state <> 'failed'), 0)::bigint from payments.movement m
        join payments.payment q on q.id = m.payment_id where m.kind = 'refund' and q.method = p.method) as steps
    from payments.payment p group by p.method`.execute(server.base.db);
  for (const row of rows) {
    expect(row.refunded).toBe(row.steps);
    expect(row.refunded).toBeLessThanOrEqual(row.captured);
  }
  expect(await reconcileStock(server.ctx())).toEqual([]);
}, 60_000);
