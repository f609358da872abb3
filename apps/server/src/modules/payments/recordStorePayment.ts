import { sql } from 'kysely';
import { actorKey, type Ctx, mayActAt } from '../../kernel/context.ts';
import { inTransaction, violatedConstraint } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Money } from '../../kernel/money.ts';
import { emit } from '../../kernel/outbox.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { type Payment, type PaymentRecord, toPayment } from './payment.ts';
import { paymentEvent } from './paymentEvent.ts';

export interface StorePayment {
  orderId: string;
  orderTotal: Money;
  amount: Money;
  method: 'cash' | 'card_terminal' | 'store_credit';
  /** Where it was taken; undefined: at a distance, which only store credit is. */
  locationId?: string | undefined;
  key: string;
  subjectId?: string | undefined;
  /** The number on the terminal's slip; the id of the store credit, which is given back to by it. */
  terminalRef?: string | undefined;
  /** As printed on the slip: a customer without a receipt is found by it. */
  cardLast4?: string | undefined;
}

/**
 * Staff took money at the counter: authorised and captured at once, in one statement with both steps. The same key is
 * the same payment.
 *
 * @throws AppError not_allowed, wrong_location, idempotency_key_reused, mixed_currencies, invalid_amount
 */
export async function recordStorePayment(ctx: Ctx, input: StorePayment): Promise<Result<Payment, 'already_paid'>> {
  if (ctx.actor.kind !== 'staff' && ctx.actor.kind !== 'system')
    throw new AppError('not_allowed', { detail: 'Money at the counter is recorded by staff.' });
  if (input.locationId && !mayActAt(ctx.actor, input.locationId)) throw new AppError('wrong_location');
  if (input.amount.currency !== input.orderTotal.currency) throw new AppError('mixed_currencies');
  if (input.amount.amount <= 0) throw new AppError('invalid_amount', { detail: 'A payment is more than nothing.' });
  return inTransaction(ctx, async (tx) => {
    const row = await insert(tx, input).catch((error: unknown) => {
      if (violatedConstraint(error))
        throw new AppError(
          'version_conflict',
          { detail: 'The same payment is being recorded elsewhere.' },
          { cause: error },
        );
      throw error;
    });
    if (!row)
      return refuse('already_paid', {
        detail: 'This order is paid, or a payment for it is under way. Take no money.',
        orderId: input.orderId,
      });
    if (row.order_id !== input.orderId || row.amount !== input.amount.amount)
      throw new AppError('idempotency_key_reused');
    const payment = toPayment(row);
    if (row.fresh)
      await emit(
        tx,
        paymentEvent('authorised', payment, payment.amount.amount),
        paymentEvent('captured', payment, payment.amount.amount),
      );
    return ok(payment);
  });
}

async function insert(tx: Ctx, input: StorePayment): Promise<(PaymentRecord & { fresh: boolean }) | undefined> {
  const now = tx.clock.now();
  const { amount, currency } = input.amount;
  const { rows } = await sql<PaymentRecord & { fresh: boolean }>`
    with known as (
      select * from payments.payment where key = ${input.key}
    ), due as (
      insert into payments.due (order_id, currency, total, covered)
      select ${input.orderId}::uuid, ${currency}, ${input.orderTotal.amount}::bigint, ${amount}::bigint
      where not exists (select 1 from known) and ${amount}::bigint <= ${input.orderTotal.amount}::bigint
      on conflict (order_id) do update set total = excluded.total, covered = due.covered + excluded.covered
        where due.currency = excluded.currency and due.covered + excluded.covered <= excluded.total
      returning order_id
    ), payment as (
      insert into payments.payment (id, order_id, subject_id, location_id, provider, method, state, capture_mode, currency, amount,
        authorised, captured, provider_ref, card_last4, key, created_at, updated_at)
      select ${tx.newId()}, due.order_id, ${input.subjectId ?? null}, ${input.locationId ?? null}, ${input.method === 'store_credit' ? 'store_credit' : 'pay_in_store'}, ${input.method}, 'captured',
        'at_once', ${currency}, ${amount}, ${amount}, ${amount}, ${input.terminalRef ?? input.key}, ${input.cardLast4 ?? null}, ${input.key}, ${now}, ${now}
      from due returning *
    ), movement as (
      insert into payments.movement (id, payment_id, kind, state, amount, key, provider_ref, actor, requested_at, settled_at)
      select v.id, payment.id, v.kind, 'done', payment.amount, v.key, payment.provider_ref, ${actorKey(tx.actor)}, ${now}, ${now}
      from payment, (values (${tx.newId()}::uuid, 'authorise', ${input.key}), (${tx.newId()}::uuid, 'capture', ${`${input.key}/capture`})) as v(id, kind, key)
    )
    select *, true as fresh from payment union all select *, false as fresh from known`.execute(tx.db);
  return rows[0];
}
