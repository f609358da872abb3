import { sql } from 'kysely';
import { actorKey, type Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { emit } from '../../kernel/outbox.ts';
import { type Payment, type PaymentRecord, toPayment } from './payment.ts';
import { paymentEvent } from './paymentEvent.ts';
import type { Action, Outcome } from './provider.ts';
import { getPayment } from './readPayments.ts';
import { statesBefore } from './states.ts';

export interface AppliedOutcome {
  payment: Payment;
  /** false: this answer was known already (a repeat, a webhook and its response), or says nothing yet. */
  changed: boolean;
}

/**
 * Writes the answer to an authorisation beside whatever the flow does with it: one statement and its events. An answer
 * that comes twice changes nothing the second time; an unknown one changes nothing at all.
 *
 * @throws AppError not_found
 */
export async function applyOutcome(ctx: Ctx, input: { paymentId: string; outcome: Outcome }): Promise<AppliedOutcome> {
  return inTransaction(ctx, async (tx) => {
    const { outcome } = input;
    if (outcome.result === 'unknown') return { payment: await getPayment(tx, input.paymentId), changed: false };
    if (outcome.result === 'action') return { payment: await noteAction(tx, input.paymentId, outcome), changed: false };
    if (outcome.result === 'expired') {
      const given = await failPayment(tx, input.paymentId, outcome.reason);
      return { payment: given ?? (await getPayment(tx, input.paymentId)), changed: given !== undefined };
    }
    const row =
      outcome.result === 'approved'
        ? await approve(tx, input.paymentId, outcome)
        : await decline(tx, input.paymentId, outcome);
    if (!row) {
      const payment = await getPayment(tx, input.paymentId);
      return { payment, changed: false };
    }
    const payment = toPayment(row);
    if (outcome.result === 'declined') await emit(tx, paymentEvent('declined', payment, payment.amount.amount));
    else if (payment.captureMode === 'later')
      await emit(tx, paymentEvent('authorised', payment, payment.amount.amount));
    else {
      await emit(
        tx,
        paymentEvent('authorised', payment, payment.amount.amount),
        paymentEvent('captured', payment, payment.amount.amount),
      );
    }
    return { payment, changed: true };
  });
}

async function approve(
  tx: Ctx,
  paymentId: string,
  { providerRef, cardLast4 }: { providerRef: string; cardLast4?: string | undefined },
): Promise<PaymentRecord | undefined> {
  const now = tx.clock.now();
  const { rows } = await sql<PaymentRecord>`
    with was as materialized (
      select p.id, p.order_id, p.amount, p.state from payments.payment p
      where p.id = ${paymentId} and p.state = any (${statesBefore('authorised')}) for update
    ), covered_late as (
      update payments.due d set covered = d.covered + was.amount from was
      where was.state = 'failed' and d.order_id = was.order_id and d.covered + was.amount <= d.total
      returning d.order_id
    ), payment as (
      update payments.payment p set authorised = p.amount, provider_ref = ${providerRef}, decline_reason = null, card_last4 = ${cardLast4 ?? null},
        captured = case p.capture_mode when 'at_once' then p.amount else 0 end,
        state = case p.capture_mode when 'at_once' then 'captured' else 'authorised' end,
        late = (was.state = 'failed'), covers_order = (was.state <> 'failed' or exists (select 1 from covered_late)),
        version = p.version + 1, updated_at = ${now}
      from was where p.id = was.id
      returning p.*
    ), authorised as (
      update payments.movement m set state = 'done', provider_ref = ${providerRef}, reason = null, settled_at = ${now}
      from payment where m.key = payment.key
    ), captured as (
      insert into payments.movement (id, payment_id, kind, state, amount, key, provider_ref, actor, requested_at, settled_at)
      select ${tx.newId()}, id, 'capture', 'done', amount, key || '/capture', ${providerRef}, ${actorKey(tx.actor)}, ${now}, ${now}
      from payment where capture_mode = 'at_once'
    )
    select * from payment`.execute(tx.db);
  return rows[0];
}

/** Keeps where the customer was sent and when to ask again; a payment that was settled meanwhile stays as it is. */
async function noteAction(tx: Ctx, paymentId: string, action: Action): Promise<Payment> {
  const { rows } = await sql<PaymentRecord>`
    update payments.payment set action_url = ${action.url}, action_until = ${action.until}, ask_after = ${action.askAgainAt},
      provider_ref = ${action.providerRef}, updated_at = ${tx.clock.now()}
    where id = ${paymentId} and state = 'pending' returning *`.execute(tx.db);
  return rows[0] ? toPayment(rows[0]) : getPayment(tx, paymentId);
}

async function decline(
  tx: Ctx,
  paymentId: string,
  outcome: { reason: string; providerRef?: string | undefined },
): Promise<PaymentRecord | undefined> {
  const now = tx.clock.now();
  const { rows } = await sql<PaymentRecord>`
    with payment as (
      update payments.payment set state = 'declined', decline_reason = ${outcome.reason}, provider_ref = ${outcome.providerRef ?? null},
        version = version + 1, updated_at = ${now}
      where id = ${paymentId} and state = any (${statesBefore('declined')})
      returning *
    ), movement as (
      update payments.movement m set state = 'failed', reason = ${outcome.reason}, settled_at = ${now} from payment where m.key = payment.key
    ), freed as (
      update payments.due d set covered = d.covered - payment.amount from payment where d.order_id = payment.order_id
    )
    select * from payment`.execute(tx.db);
  return rows[0];
}

/**
 * Gives up a payment that never got an answer and that the provider does not know: the order may be paid anew. Money
 * that arrives after all is noticed by applyOutcome. Returns undefined where the payment was settled meanwhile.
 */
export async function failPayment(ctx: Ctx, paymentId: string, reason: string): Promise<Payment | undefined> {
  return inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const { rows } = await sql<PaymentRecord>`
      with payment as (
        update payments.payment set state = 'failed', decline_reason = ${reason}, version = version + 1, updated_at = ${now}
        where id = ${paymentId} and state = any (${statesBefore('failed')}) returning *
      ), movement as (
        update payments.movement m set state = 'failed', reason = ${reason}, settled_at = ${now} from payment where m.key = payment.key
      ), freed as (
        update payments.due d set covered = d.covered - payment.amount from payment where d.order_id = payment.order_id
      )
      select * from payment`.execute(tx.db);
    const payment = rows[0] && toPayment(rows[0]);
    if (payment) await emit(tx, paymentEvent('failed', payment, payment.amount.amount));
    return payment;
  });
}
