import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import type { Claimed } from './claimMovement.ts';
import { type Movement, type MovementRecord, type PaymentRecord, toMovement, toPayment } from './payment.ts';
import { paymentEvent } from './paymentEvent.ts';
import type { Outcome } from './provider.ts';

/**
 * Writes the answer to a claimed capture, void or refund: one statement and its event. Answered twice, the second time
 * changes nothing; an unknown answer leaves the claim standing for the reconciling job.
 *
 * @throws AppError not_found
 */
export async function settleMovement(ctx: Ctx, input: { movementId: string; outcome: Outcome }): Promise<Claimed> {
  return inTransaction(ctx, async (tx) => {
    const { outcome } = input;
    const settled =
      outcome.result === 'approved' || outcome.result === 'declined'
        ? await settle(tx, input.movementId, outcome)
        : undefined;
    const undone = !settled && outcome.result === 'declined' && (await undoRefund(tx, input.movementId, outcome));
    if (undone) {
      await emit(tx, paymentEvent('refund_failed', undone.payment, undone.movement.amount.amount));
      return undone;
    }
    if (!settled) return read(tx, input.movementId);
    const { movement, payment } = settled;
    const happened = happenings[movement.kind];
    if (movement.state === 'done' && happened) await emit(tx, paymentEvent(happened, payment, movement.amount.amount));
    return settled;
  });
}

const happenings: Record<Movement['kind'], 'captured' | 'voided' | 'refunded' | undefined> = {
  authorise: undefined,
  capture: 'captured',
  void: 'voided',
  refund: 'refunded',
};

async function settle(
  tx: Ctx,
  movementId: string,
  outcome: Extract<Outcome, { result: 'approved' | 'declined' }>,
): Promise<Claimed | undefined> {
  const now = tx.clock.now();
  const done = outcome.result === 'approved';
  // The payment is locked before its movement, in the order of a claim.
  const { rows } = await sql<{ movement: MovementRecord; payment: PaymentRecord }>`
    with locked as materialized (
      select p.id from payments.payment p join payments.movement m on m.payment_id = p.id where m.id = ${movementId} for update of p
    ), movement as (
      update payments.movement m set state = ${done ? 'done' : 'failed'}, settled_at = ${now}, provider_ref = ${outcome.providerRef ?? null},
        reason = coalesce(${done ? null : outcome.reason}, m.reason)
      from locked where m.payment_id = locked.id and m.id = ${movementId} and m.state = 'pending' and m.kind <> 'authorise'
      returning m.*
    ), payment as (
      update payments.payment p set version = p.version + 1, updated_at = ${now},
        capturing = p.capturing - case when m.kind in ('capture', 'void') then m.amount else 0 end,
        refunding = p.refunding - case m.kind when 'refund' then m.amount else 0 end,
        captured = p.captured + case when ${done} and m.kind = 'capture' then m.amount else 0 end,
        refunded = p.refunded + case when ${done} and m.kind = 'refund' then m.amount else 0 end,
        state = case
          when not ${done} then p.state
          when m.kind = 'capture' then 'captured'
          when m.kind = 'void' then 'voided'
          when p.refunded + m.amount = p.captured then 'refunded'
          else 'partly_refunded' end
      from movement m where p.id = m.payment_id
      returning p.*
    ), freed as (
      update payments.due d set covered = d.covered - payment.amount from payment
      where d.order_id = payment.order_id and payment.state = 'voided' and ${done} and payment.covers_order
    )
    select to_jsonb(movement) as movement, to_jsonb(payment) as payment from movement, payment`.execute(tx.db);
  return (
    rows[0] && { movement: toMovement(rows[0].movement, rows[0].payment.currency), payment: toPayment(rows[0].payment) }
  );
}

/**
 * A bank may send a refund back days after the provider called it done (a closed account): the step has failed after all,
 * and what it gave back may be given back anew. What left by our own hands cannot come back this way.
 */
async function undoRefund(
  tx: Ctx,
  movementId: string,
  outcome: Extract<Outcome, { result: 'declined' }>,
): Promise<Claimed | undefined> {
  const now = tx.clock.now();
  const { rows } = await sql<{ movement: MovementRecord; payment: PaymentRecord }>`
    with locked as materialized (
      select p.id from payments.payment p join payments.movement m on m.payment_id = p.id where m.id = ${movementId} for update of p
    ), movement as (
      update payments.movement m set state = 'failed', settled_at = ${now}, reason = ${outcome.reason}
      from locked where m.payment_id = locked.id and m.id = ${movementId} and m.state = 'done' and m.kind = 'refund'
        and m.provider_ref = ${outcome.providerRef ?? null}
      returning m.*
    ), payment as (
      update payments.payment p set version = p.version + 1, updated_at = ${now}, refunded = p.refunded - m.amount,
        state = case when p.refunded = m.amount then 'captured' else 'partly_refunded' end
      from movement m where p.id = m.payment_id
      returning p.*
    )
    select to_jsonb(movement) as movement, to_jsonb(payment) as payment from movement, payment`.execute(tx.db);
  return (
    rows[0] && { movement: toMovement(rows[0].movement, rows[0].payment.currency), payment: toPayment(rows[0].payment) }
  );
}

async function read(tx: Ctx, movementId: string): Promise<Claimed> {
  const { rows } = await sql<{ movement: MovementRecord; payment: PaymentRecord }>`
    select to_jsonb(m) as movement, to_jsonb(p) as payment from payments.movement m join payments.payment p on p.id = m.payment_id
    where m.id = ${movementId}`.execute(tx.db);
  if (!rows[0]) throw new AppError('not_found', { detail: 'There is no such step with money.' });
  return { movement: toMovement(rows[0].movement, rows[0].payment.currency), payment: toPayment(rows[0].payment) };
}
