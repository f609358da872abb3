import { sql } from 'kysely';
import { actorKey, type Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Money } from '../../kernel/money.ts';
import { emit } from '../../kernel/outbox.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { elsewhere } from './elsewhere.ts';
import { type Payment, type PaymentRecord, toPayment } from './payment.ts';
import { paymentEvent } from './paymentEvent.ts';

/** How the other system was paid; store credit is not among them, because codes of another system are worth nothing here. */
export const elsewhereMethods = ['card', 'cash', 'card_terminal', 'transfer', 'blik', 'other'] as const;

export interface TakenElsewhere {
  method: (typeof elsewhereMethods)[number];
  amount: Money;
  /** RFC 3339. */
  paidAt: string;
  /** Its id in the other system, by which a person finds it there to give it back. */
  externalId?: string | undefined;
  /** A customer without a receipt is found by it. */
  cardLast4?: string | undefined;
}

/**
 * Writes down, beside an order that is being imported, what another system took for it: captured already, on its day. In
 * the caller's transaction, which imports an order once; more than the order costs is refused as a whole.
 *
 * @throws AppError mixed_currencies, invalid_amount
 */
export async function recordTakenElsewhere(
  tx: Ctx,
  input: {
    orderId: string;
    orderTotal: Money;
    subjectId?: string | undefined;
    /** Unique for ever; each payment's key begins with it. */
    key: string;
    payments: readonly TakenElsewhere[];
  },
): Promise<Result<Payment[], 'payments_exceed_order'>> {
  if (!tx.db.isTransaction) throw new Error('money taken elsewhere is written with its order');
  const { payments, orderTotal } = input;
  if (payments.length === 0) return ok([]);
  if (payments.some(({ amount }) => amount.currency !== orderTotal.currency)) throw new AppError('mixed_currencies');
  if (payments.some(({ amount }) => !Number.isSafeInteger(amount.amount) || amount.amount <= 0))
    throw new AppError('invalid_amount', { detail: 'A payment is more than nothing.' });
  const taken = payments.reduce((sum, { amount }) => sum + amount.amount, 0);
  if (taken > orderTotal.amount)
    return refuse('payments_exceed_order', {
      detail:
        'The payments come to more than the order. Nothing of it was imported; correct the payments or the lines.',
      paid: { amount: taken, currency: orderTotal.currency },
      total: orderTotal,
    });
  const now = tx.clock.now();
  const rows = payments.map((one, n) => {
    const key = `${input.key}:${n + 1}`;
    return {
      id: tx.newId(),
      authorised: tx.newId(),
      captured: tx.newId(),
      method: one.method,
      amount: one.amount.amount,
      ref: one.externalId ?? key,
      last4: one.cardLast4 ?? null,
      key,
      at: one.paidAt,
    };
  });
  const { rows: written } = await sql<PaymentRecord>`
    with v as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v(
        id uuid, authorised uuid, captured uuid, method text, amount bigint, ref text, last4 text, key text, at timestamptz)
    ), due as (
      insert into payments.due (order_id, currency, total, covered)
      values (${input.orderId}, ${orderTotal.currency}, ${orderTotal.amount}, ${taken})
    ), payment as (
      insert into payments.payment (id, order_id, subject_id, provider, method, state, capture_mode, currency, amount,
        authorised, captured, provider_ref, card_last4, key, created_at, updated_at)
      select v.id, ${input.orderId}::uuid, ${input.subjectId ?? null}::uuid, ${elsewhere.name}, v.method, 'captured', 'at_once',
        ${orderTotal.currency}, v.amount, v.amount, v.amount, v.ref, v.last4, v.key, v.at, ${now}::timestamptz
      from v returning *
    ), movement as (
      insert into payments.movement (id, payment_id, kind, state, amount, key, provider_ref, actor, requested_at, settled_at)
      select s.id, v.id, s.kind, 'done', v.amount, s.key, v.ref, ${actorKey(tx.actor)}, v.at, v.at
      from v, lateral (values (v.authorised, 'authorise', v.key), (v.captured, 'capture', v.key || '/capture')) as s(id, kind, key)
    )
    select * from payment order by created_at, id`.execute(tx.db);
  const recorded = written.map(toPayment);
  for (const payment of recorded) {
    // It happened when it happened, also for reports.
    const at = new Date(payment.createdAt);
    await emit(
      { ...tx, clock: { ...tx.clock, now: () => at } },
      paymentEvent('authorised', payment, payment.amount.amount),
      paymentEvent('captured', payment, payment.amount.amount),
    );
  }
  return ok(recorded);
}
