import { sql } from 'kysely';
import { actorKey, type Ctx } from '../../kernel/context.ts';
import { inTransaction, violatedConstraint } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Money } from '../../kernel/money.ts';
import { writeAtEnd } from '../../kernel/outbox.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { type Payment, type PaymentRecord, toPayment } from './payment.ts';

export interface NewPayment {
  orderId: string;
  /** What the whole order costs; several payments together never exceed it. */
  orderTotal: Money;
  amount: Money;
  provider: string;
  method: string;
  /** `at_once`: authorised and captured in one step. */
  capture: 'at_once' | 'later';
  /** Unique for ever, and the key at the provider: the same key is the same payment. */
  key: string;
  subjectId?: string | undefined;
  locationId?: string | undefined;
  /** The order was made in this very transaction: nobody can be paying it, so there is nothing to ask. */
  isFirst?: boolean | undefined;
}

/**
 * Notes that a payment is about to be tried, before anyone is called: one statement. What is paid or being paid never
 * exceeds the order: a second tab, or a second till, is refused until the first attempt is declined or given up.
 *
 * @throws AppError idempotency_key_reused, mixed_currencies, invalid_amount
 */
export async function startPayment(ctx: Ctx, input: NewPayment): Promise<Result<Payment, 'already_paid'>> {
  const { amount, orderTotal } = input;
  if (amount.currency !== orderTotal.currency) throw new AppError('mixed_currencies');
  if (amount.amount <= 0) throw new AppError('invalid_amount', { detail: 'A payment is more than nothing.' });
  return inTransaction(ctx, async (tx) => {
    if (input.isFirst && amount.amount <= orderTotal.amount) return ok(toPayment(await writeFirst(tx, input)));
    const row = await insert(tx, input).catch((error: unknown) => {
      if (violatedConstraint(error))
        throw new AppError(
          'version_conflict',
          { detail: 'The same payment is being started elsewhere.' },
          { cause: error },
        );
      throw error;
    });
    if (!row) {
      return refuse('already_paid', {
        detail: 'This order is paid, or a payment for it is under way. Do not pay again; look at the order.',
        orderId: input.orderId,
      });
    }
    const same =
      row.order_id === input.orderId &&
      row.amount === amount.amount &&
      row.currency === amount.currency &&
      row.provider === input.provider;
    if (!same) throw new AppError('idempotency_key_reused', { detail: 'This payment key belongs to another payment.' });
    return ok(toPayment(row));
  });
}

async function insert(tx: Ctx, input: NewPayment): Promise<PaymentRecord | undefined> {
  const now = tx.clock.now();
  const { amount, orderTotal } = input;
  const { rows } = await sql<PaymentRecord>`
    with known as (
      select * from payments.payment where key = ${input.key}
    ), due as (
      insert into payments.due (order_id, currency, total, covered)
      select ${input.orderId}::uuid, ${orderTotal.currency}, ${orderTotal.amount}::bigint, ${amount.amount}::bigint
      where not exists (select 1 from known) and ${amount.amount}::bigint <= ${orderTotal.amount}::bigint
      on conflict (order_id) do update set total = excluded.total, covered = due.covered + excluded.covered
        where due.currency = excluded.currency and due.covered + excluded.covered <= excluded.total
      returning order_id
    ), payment as (
      insert into payments.payment (id, order_id, subject_id, location_id, provider, method, state, capture_mode, currency, amount, key, created_at, updated_at)
      select ${tx.newId()}, due.order_id, ${input.subjectId ?? null}, ${input.locationId ?? null}, ${input.provider}, ${input.method}, 'pending',
        ${input.capture}, ${amount.currency}, ${amount.amount}, ${input.key}, ${now}, ${now}
      from due returning *
    ), movement as (
      insert into payments.movement (id, payment_id, kind, state, amount, key, actor, requested_at)
      select ${tx.newId()}, payment.id, 'authorise', 'pending', payment.amount, payment.key, ${actorKey(tx.actor)}, ${now} from payment
    )
    select * from payment union all select * from known`.execute(tx.db);
  return rows[0];
}

/** With the transaction's events, in one statement. Two of one order would run into its keys and undo everything. */
async function writeFirst(tx: Ctx, input: NewPayment): Promise<PaymentRecord> {
  const now = tx.clock.now();
  const row: PaymentRecord = {
    id: tx.newId(),
    order_id: input.orderId,
    subject_id: input.subjectId ?? null,
    location_id: input.locationId ?? null,
    provider: input.provider,
    method: input.method,
    state: 'pending',
    capture_mode: input.capture,
    currency: input.amount.currency,
    amount: input.amount.amount,
    authorised: 0,
    captured: 0,
    refunding: 0,
    refunded: 0,
    provider_ref: null,
    decline_reason: null,
    late: false,
    covers_order: true,
    action_url: null,
    action_until: null,
    key: input.key,
    version: 1,
    created_at: now,
  };
  await writeAtEnd(
    tx,
    (name) => sql`${name('due')} as (
      insert into payments.due (order_id, currency, total, covered)
      values (${row.order_id}, ${row.currency}, ${input.orderTotal.amount}, ${row.amount})
    ), ${name('payment')} as (
      insert into payments.payment (id, order_id, subject_id, location_id, provider, method, state, capture_mode, currency, amount, key, created_at, updated_at)
      values (${row.id}, ${row.order_id}, ${row.subject_id}, ${row.location_id}, ${row.provider}, ${row.method}, ${row.state},
        ${row.capture_mode}, ${row.currency}, ${row.amount}, ${row.key}, ${now}, ${now})
    ), ${name('movement')} as (
      insert into payments.movement (id, payment_id, kind, state, amount, key, actor, requested_at)
      values (${tx.newId()}, ${row.id}, 'authorise', 'pending', ${row.amount}, ${row.key}, ${actorKey(tx.actor)}, ${now})
    )`,
  );
  return row;
}
