import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '../../../test/testServer.ts';
import type { Actor, Ctx } from '../../kernel/context.ts';
import { statements } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import type { Result } from '../../kernel/result.ts';
import {
  applyOutcome,
  askAgain,
  authorise,
  builtInProviders,
  capturePayment,
  claimRefund,
  failPayment,
  findUnresolved,
  getPayment,
  type Instrument,
  movementsOf,
  type NewPayment,
  type Outcome,
  type Payment,
  type PaymentProvider,
  type Providers,
  paymentsModule,
  paymentsOf,
  performMovement,
  recordStorePayment,
  refundPayment,
  settleMovement,
  startPayment,
  voidPayment,
} from './index.ts';
import { testCard } from './testCard/testCard.ts';

let one: TestServer;
let two: TestServer;

beforeAll(async () => {
  one = await testServer({ extra: [paymentsModule] });
  two = await testServer({ sharing: one, extra: [paymentsModule] });
});
afterAll(async () => {
  await two?.stop();
  await one?.stop();
});

const pln = (amount: number) => ({ amount, currency: 'PLN' });
const card = (number = '4242424242424242'): Instrument => ({
  kind: 'card',
  number,
  expiryMonth: 12,
  expiryYear: 2099,
  cvc: '123',
});

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.reason}: ${result.details.detail}`);
  return result.value;
}

function asked(change: Partial<NewPayment> = {}): NewPayment {
  return {
    orderId: newId(),
    orderTotal: pln(10_000),
    amount: pln(10_000),
    provider: 'test_card',
    method: 'card',
    capture: 'later',
    key: newId(),
    ...change,
  };
}

async function authorised(ctx: Ctx, change: Partial<NewPayment> = {}): Promise<Payment> {
  const payment = value(await startPayment(ctx, asked(change)));
  return (await applyOutcome(ctx, { paymentId: payment.id, outcome: await authorise(ctx, payment, card()) })).payment;
}

/** What the acquirer says it did, for one payment. */
async function acquirer(payment: Payment): Promise<Record<string, { times: number; sum: number }>> {
  const { rows } = await sql<{ kind: string; times: number; sum: number }>`
    select c.kind, count(*)::int as times, sum(c.amount)::bigint as sum from payments.test_card_charge c
    where c.approved and (c.key = ${payment.key} or c.parent_ref = (select a.ref from payments.test_card_charge a where a.key = ${payment.key}))
    group by c.kind`.execute(one.base.db);
  return Object.fromEntries(rows.map(({ kind, times, sum }) => [kind, { times, sum }]));
}

async function eventsOf(paymentId: string): Promise<string[]> {
  const { rows } = await sql<{
    type: string;
  }>`select type from kernel.outbox where aggregate_id = ${paymentId} order by aggregate_version, id`.execute(
    one.base.db,
  );
  return rows.map((row) => row.type.replace('payments.payment.', ''));
}

test('a card is authorised and captured at once in three statements of ours and one of the acquirer', async () => {
  const ctx = one.ctx();
  const before = statements.sent;
  const payment = value(await startPayment(ctx, asked({ capture: 'at_once' })));
  const outcome = await authorise(ctx, payment, card());
  const applied = await applyOutcome(ctx, { paymentId: payment.id, outcome });
  expect(statements.sent - before).toBe(4);
  expect(applied.payment).toMatchObject({ state: 'captured', captured: pln(10_000), refundable: pln(10_000) });
  expect(await eventsOf(payment.id)).toEqual(['authorised', 'captured']);
  expect((await movementsOf(ctx, payment.id)).map(({ kind, state }) => [kind, state])).toEqual([
    ['authorise', 'done'],
    ['capture', 'done'],
  ]);
  expect((await paymentsOf(ctx, [payment.orderId, newId()])).get(payment.orderId)).toEqual([applied.payment]);
});

test.each([
  ['4000000000000002', 'card_declined'],
  ['4000000000009995', 'insufficient_funds'],
])('card %s is declined for %s, and the order can be paid with another', async (number, reason) => {
  const ctx = one.ctx();
  const first = asked();
  const payment = value(await startPayment(ctx, first));
  const applied = await applyOutcome(ctx, {
    paymentId: payment.id,
    outcome: await authorise(ctx, payment, card(number)),
  });
  expect(applied.payment).toMatchObject({ state: 'declined', declineReason: reason });
  expect(await eventsOf(payment.id)).toEqual(['declined']);
  expect((await authorised(ctx, { orderId: first.orderId })).state).toBe('authorised');
});

test('the card number is in no row of the database', async () => {
  await authorised(one.ctx());
  const { rows } = await sql<{ text: string }>`
    select to_jsonb(t)::text as text from payments.payment t union all select to_jsonb(t)::text from payments.movement t
    union all select to_jsonb(t)::text from payments.test_card_charge t union all select to_jsonb(t)::text from kernel.outbox t`.execute(
    one.base.db,
  );
  for (const { text } of rows) expect(text).not.toContain('42424242');
});

test('two tabs cannot pay one order: of many payments started on two servers one is let through', async () => {
  const order = asked();
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, i) => startPayment((i % 2 ? one : two).ctx(), { ...order, key: newId() })),
  );
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(results.filter((result) => !result.ok && result.reason === 'already_paid')).toHaveLength(19);
});

test('an order may be paid in parts, by several means, but never above its total', async () => {
  const ctx = one.ctx();
  const { orderId } = asked();
  value(await startPayment(ctx, asked({ orderId, amount: pln(4_000) })));
  value(
    await recordStorePayment(ctx, {
      orderId,
      orderTotal: pln(10_000),
      amount: pln(6_000),
      method: 'cash',
      locationId: newId(),
      key: newId(),
    }),
  );
  const more = await startPayment(ctx, asked({ orderId, amount: pln(1) }));
  expect(!more.ok && more.reason).toBe('already_paid');
});

test('the same key is the same payment; with another amount it is an error', async () => {
  const ctx = one.ctx();
  const order = asked();
  const first = value(await startPayment(ctx, order));
  expect(value(await startPayment(two.ctx(), order))).toEqual(first);
  await expect(startPayment(ctx, { ...order, amount: pln(5_000) })).rejects.toMatchObject({
    code: 'idempotency_key_reused',
  });
});

test('a payment retried after a crash between the charge and its answer charges once', async () => {
  const ctx = one.ctx();
  const payment = value(await startPayment(ctx, asked({ capture: 'at_once' })));
  // The first server dies after the acquirer has charged: nothing of the answer is written.
  expect((await authorise(ctx, payment, card())).result).toBe('approved');
  const again = await Promise.all([one, two, two].map((server) => authorise(server.ctx(), payment, card())));
  const applied = await Promise.all(
    again.map((outcome, i) => applyOutcome((i ? one : two).ctx(), { paymentId: payment.id, outcome })),
  );
  expect(applied.filter((result) => result.changed)).toHaveLength(1);
  expect(await acquirer(payment)).toEqual({ authorise: { times: 1, sum: 10_000 } });
  expect(await eventsOf(payment.id)).toEqual(['authorised', 'captured']);
});

test('an answer that got lost is unknown, not declined; the job asks the provider and finds the charge', async () => {
  const ctx = one.ctx();
  const payment = value(await startPayment(ctx, asked()));
  const outcome = await authorise(ctx, payment, card('4000000000000119'));
  expect(outcome.result).toBe('unknown');
  expect((await applyOutcome(ctx, { paymentId: payment.id, outcome })).payment.state).toBe('pending');
  const find = async () =>
    (await findUnresolved(ctx, { olderThanSeconds: 0, limit: 1_000 })).find((u) => u.payment.id === payment.id);
  expect((await findUnresolved(ctx, { olderThanSeconds: 60 })).some((u) => u.payment.id === payment.id)).toBe(false);
  const unresolved = await find();
  if (!unresolved) throw new Error('the payment is not on the list');
  const found = await askAgain(ctx, unresolved);
  expect(found?.result).toBe('approved');
  if (found) await applyOutcome(ctx, { paymentId: payment.id, outcome: found });
  expect((await getPayment(ctx, payment.id)).state).toBe('authorised');
  expect(await find()).toBeUndefined();
});

test('a payment that never reached the provider is given up, and the order may be paid anew', async () => {
  const ctx = one.ctx();
  const payment = value(await startPayment(ctx, asked()));
  const [unresolved] = (await findUnresolved(ctx, { olderThanSeconds: 0, limit: 1_000 })).filter(
    (u) => u.payment.id === payment.id,
  );
  expect(unresolved && (await askAgain(ctx, unresolved))).toBeUndefined();
  expect(await failPayment(ctx, payment.id, 'never_arrived')).toMatchObject({ state: 'failed' });
  expect(await failPayment(ctx, payment.id, 'never_arrived')).toBeUndefined();
  expect((await authorised(ctx, { orderId: payment.orderId })).state).toBe('authorised');
});

test('money that arrives after it was given up pays the order if nobody else has, and else is known to be too much', async () => {
  const ctx = one.ctx();
  for (const paidOtherwise of [false, true]) {
    const payment = value(await startPayment(ctx, asked({ capture: 'at_once' })));
    await failPayment(ctx, payment.id, 'no_answer');
    if (paidOtherwise) await authorised(ctx, { orderId: payment.orderId });
    const outcome: Outcome = { result: 'approved', providerRef: 'late' };
    const [first, again] = [
      await applyOutcome(ctx, { paymentId: payment.id, outcome }),
      await applyOutcome(ctx, { paymentId: payment.id, outcome }),
    ];
    expect(first).toMatchObject({
      changed: true,
      payment: { state: 'captured', late: true, coversOrder: !paidOtherwise },
    });
    expect(again).toEqual({ changed: false, payment: first.payment });
    const back = value(await refundPayment(ctx, { paymentId: payment.id, key: newId(), reason: 'late' }));
    expect(back.payment.state).toBe('refunded');
  }
});

test('20 parallel captures on two servers capture once', async () => {
  const payment = await authorised(one.ctx());
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      capturePayment((i % 2 ? one : two).ctx(), { paymentId: payment.id, key: newId() }),
    ),
  );
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(results.filter((result) => !result.ok && result.reason === 'illegal_transition')).toHaveLength(19);
  expect(await acquirer(payment)).toMatchObject({ capture: { times: 1, sum: 10_000 } });
  expect(await eventsOf(payment.id)).toEqual(['authorised', 'captured']);
});

test('20 parallel captures under one key are one capture, and all are told the same', async () => {
  const payment = await authorised(one.ctx());
  const key = newId();
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, i) => capturePayment((i % 2 ? one : two).ctx(), { paymentId: payment.id, key })),
  );
  expect(new Set(results.map((result) => value(result).movement.id)).size).toBe(1);
  expect(await acquirer(payment)).toMatchObject({ capture: { times: 1, sum: 10_000 } });
  expect(await getPayment(one.ctx(), payment.id)).toMatchObject({ state: 'captured', captured: pln(10_000) });
});

test('of a void and a capture at the same time one happens', async () => {
  for (let round = 0; round < 5; round += 1) {
    const payment = await authorised(one.ctx());
    const [captured, voided] = await Promise.all([
      capturePayment(one.ctx(), { paymentId: payment.id, key: newId() }),
      voidPayment(two.ctx(), { paymentId: payment.id, key: newId() }),
    ]);
    expect([captured.ok, voided.ok].sort()).toEqual([false, true]);
    expect((await getPayment(one.ctx(), payment.id)).state).toBe(captured.ok ? 'captured' : 'voided');
  }
});

test('a voided payment frees its order to be paid otherwise, and moves no more', async () => {
  const ctx = one.ctx();
  const payment = await authorised(ctx);
  value(await voidPayment(ctx, { paymentId: payment.id, key: newId() }));
  const capture = await capturePayment(ctx, { paymentId: payment.id, key: newId() });
  expect(!capture.ok && [capture.reason, capture.details.legal]).toEqual(['illegal_transition', []]);
  expect((await authorised(ctx, { orderId: payment.orderId })).state).toBe('authorised');
});

test('parallel refunds never give back more than was paid', async () => {
  const payment = await authorised(one.ctx(), { capture: 'at_once' });
  const results = await Promise.all(
    Array.from({ length: 12 }, (_, i) =>
      refundPayment((i % 2 ? one : two).ctx(), { paymentId: payment.id, amount: pln(3_000), key: newId() }),
    ),
  );
  expect(results.filter((result) => result.ok)).toHaveLength(3);
  const refused = results.find((result) => !result.ok);
  expect(refused && !refused.ok && refused.details.refundable).toEqual(pln(1_000));
  expect(await getPayment(one.ctx(), payment.id)).toMatchObject({
    state: 'partly_refunded',
    refunded: pln(9_000),
    refundable: pln(1_000),
  });
  expect(await acquirer(payment)).toMatchObject({ refund: { times: 3, sum: 9_000 } });
});

test('a refund claimed in a transaction that rolls back was never asked for', async () => {
  const ctx = one.ctx();
  const payment = await authorised(ctx, { capture: 'at_once' });
  await expect(
    ctx.db.transaction().execute(async (trx) => {
      value(await claimRefund({ ...ctx, db: trx }, { paymentId: payment.id, key: newId() }));
      throw new Error('the return was called off');
    }),
  ).rejects.toThrow('called off');
  expect((await getPayment(ctx, payment.id)).refundable).toEqual(pln(10_000));
});

test('a provider is never called inside a transaction', async () => {
  const ctx = one.ctx();
  const payment = await authorised(ctx);
  await expect(
    ctx.db.transaction().execute((trx) => capturePayment({ ...ctx, db: trx }, { paymentId: payment.id, key: newId() })),
  ).rejects.toThrow('inside a transaction');
});

test('a refund that the provider refuses gives its claim back', async () => {
  const ctx = one.ctx();
  const payment = await authorised(ctx, { capture: 'at_once' });
  const refusing: Providers = new Map([
    ['test_card', { ...testCard, refund: async (): Promise<Outcome> => ({ result: 'declined', reason: 'too_old' }) }],
  ]);
  const refused = value(await refundPayment(ctx, { paymentId: payment.id, key: newId() }, refusing));
  expect(refused).toMatchObject({
    movement: { state: 'failed', reason: 'too_old' },
    payment: { state: 'captured', refundable: pln(10_000) },
  });
});

test('staff record cash as one payment with both steps, only where they work; a repeat records nothing', async () => {
  const locationId = newId();
  const associate: Actor = {
    kind: 'staff',
    sessionId: newId(),
    staffId: newId(),
    role: 'associate',
    locationIds: [locationId],
  };
  const ctx = one.ctx({ actor: associate });
  const input = {
    orderId: newId(),
    orderTotal: pln(500),
    amount: pln(500),
    method: 'cash' as const,
    locationId,
    key: newId(),
  };
  const before = statements.sent;
  const payment = value(await recordStorePayment(ctx, input));
  expect(statements.sent - before).toBe(2);
  expect(payment).toMatchObject({ state: 'captured', provider: 'pay_in_store', captured: pln(500) });
  expect(value(await recordStorePayment(ctx, input))).toEqual(payment);
  expect(await eventsOf(payment.id)).toEqual(['authorised', 'captured']);
  await expect(recordStorePayment(ctx, { ...input, locationId: newId(), key: newId() })).rejects.toMatchObject({
    code: 'wrong_location',
  });
  const shopper: Actor = { kind: 'shopper', sessionId: newId(), subjectId: newId(), subjectIds: [], signedIn: true };
  await expect(recordStorePayment(one.ctx({ actor: shopper }), input)).rejects.toMatchObject({ code: 'not_allowed' });
  expect(value(await refundPayment(ctx, { paymentId: payment.id, key: newId() })).payment.state).toBe('refunded');
});

test('whatever is captured, voided and refunded, answered or not, by two servers at once: the sums hold, and at the end our books are the acquirer’s', async () => {
  /** The acquirer behind a bad line: a call is lost on the way there, on the way back, or arrives. */
  function badLine(losses: ('there' | 'back' | 'none')[]): Providers {
    let calls = 0;
    const through = async (call: () => Promise<Outcome>): Promise<Outcome> => {
      const loss = losses[calls++ % losses.length];
      if (loss === 'there') throw new Error('lost on the way there');
      const outcome = await call();
      if (loss === 'back') throw new Error('lost on the way back');
      return outcome;
    };
    const provider: PaymentProvider = {
      ...testCard,
      capture: (ctx, request) => through(() => testCard.capture(ctx, request)),
      void: (ctx, request) => through(() => testCard.void(ctx, request)),
      refund: (ctx, request) => through(() => testCard.refund(ctx, request)),
    };
    return new Map([['test_card', provider]]);
  }
  const act = fc.record({
    kind: fc.constantFrom('capture', 'refund', 'void'),
    amount: fc.integer({ min: 1, max: 120 }),
    repeats: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { minLength: 1, maxLength: 10 }),
      fc.array(fc.constantFrom('there' as const, 'back' as const, 'none' as const), { minLength: 1, maxLength: 7 }),
      async (acts, losses) => {
        const ctx = one.ctx();
        const payment = await authorised(ctx, { orderTotal: pln(100), amount: pln(100) });
        const providers = badLine(losses);
        await Promise.all(
          acts.map(async ({ kind, amount, repeats }, i) => {
            const at = (i % 2 ? one : two).ctx();
            const input = { paymentId: payment.id, amount: pln(amount), key: newId() };
            const perform = () =>
              kind === 'capture'
                ? capturePayment(at, input, providers)
                : kind === 'refund'
                  ? refundPayment(at, input, providers)
                  : voidPayment(at, { paymentId: payment.id, key: input.key }, providers);
            await perform();
            if (repeats) await perform();
          }),
        );
        // A second on: the clocks of two servers may be a millisecond apart, and a step of the other's lie ahead.
        const later = one.ctx({ clock: { now: () => new Date(one.clock.now().getTime() + 1_000) } });
        for (const unresolved of await findUnresolved(later, { olderThanSeconds: 0, limit: 1_000 })) {
          if (unresolved.payment.id !== payment.id) continue;
          const outcome = await askAgain(ctx, unresolved);
          if (outcome) await settleMovement(ctx, { movementId: unresolved.movement.id, outcome });
          else await performMovement(ctx, unresolved, builtInProviders);
        }
        const after = await getPayment(ctx, payment.id);
        const did = await acquirer(payment);
        expect(after.captured.amount).toBeLessThanOrEqual(after.authorised.amount);
        expect(after.refunded.amount).toBeLessThanOrEqual(after.captured.amount);
        expect(after.captured.amount).toBe(did.capture?.sum ?? 0);
        expect(after.refunded.amount).toBe(did.refund?.sum ?? 0);
        expect(did.void?.times ?? 0).toBe(after.state === 'voided' ? 1 : 0);
        if (after.state === 'voided') expect(after.captured.amount).toBe(0);
        const steps = (await movementsOf(ctx, payment.id)).filter((step) => step.state === 'done');
        const sumOf = (kind: string) =>
          steps.filter((step) => step.kind === kind).reduce((sum, step) => sum + step.amount.amount, 0);
        expect([sumOf('capture'), sumOf('refund')]).toEqual([after.captured.amount, after.refunded.amount]);
      },
    ),
    { numRuns: 40 },
  );
});
