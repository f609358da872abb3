import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Money } from '../../../kernel/money.ts';
import { decodeCursor, toPage } from '../../../kernel/page.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { claimRefund } from '../claimMovement.ts';
import { elsewhere, sentByHand } from '../elsewhere.ts';
import { getPayment } from '../readPayments.ts';
import { settleMovement } from '../settleMovement.ts';
import { transfer } from './transfer.ts';

/**
 * Money that a person has to send: refunds of what came by transfer, refunds that a bank or a provider did not take, and
 * what was more than an order cost.
 */
export interface MoneyToSend {
  id: string;
  kind: 'refund' | 'failed' | 'excess';
  orderId: string | null;
  amount: Money;
  method: string;
  /** Taken by another system, and its id there where it is known: a person gives it back there. */
  takenElsewhere: boolean;
  reference: string | null;
  /** What it is for, or why it failed. */
  reason: string | null;
  /** pii */
  payer: string | null;
  /** pii */
  account: string | null;
  since: string;
}

/** The key of the refund that follows one that failed; whatever becomes of it, the first one is done with. */
const againKey = (movementId: string): string => `again:${movementId}`;

/** Oldest first, in pages. */
export async function moneyToSend(
  ctx: Ctx,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: MoneyToSend[]; nextCursor: string | null }> {
  const after = decodeCursor(page.cursor, ['instant', 'id']);
  const { rows } = await sql<{
    id: string;
    kind: MoneyToSend['kind'];
    order_id: string | null;
    amount: number;
    currency: string;
    method: string;
    elsewhere: boolean;
    reference: string | null;
    reason: string | null;
    payer: string | null;
    account: string | null;
    since: Date;
  }>`
    select * from (
      select m.id, case m.state when 'failed' then 'failed' else 'refund' end as kind, p.order_id, m.amount, p.currency, p.method,
        p.provider = ${elsewhere.name} as elsewhere, case when p.provider = ${elsewhere.name} then p.provider_ref end as reference,
        m.reason, l.payer, l.payer_account as account, m.requested_at as since
      from payments.movement m join payments.payment p on p.id = m.payment_id
        left join payments.statement_line l on l.external_id = p.provider_ref and p.provider = ${transfer.name}
      where m.kind = 'refund' and (m.state = 'failed' or (m.state = 'pending' and p.provider = any (${[...sentByHand]})))
        and (m.state = 'pending' or (p.captured - p.refunded - p.refunding >= m.amount
          and not exists (select 1 from payments.movement a where a.key = 'again:' || m.id)))
      union all
      select l.id, 'excess', l.order_id, l.excess, l.currency, 'transfer', false, null, l.reason, l.payer, l.payer_account, l.imported_at
      from payments.statement_line l where l.excess > 0 and l.excess_sent_on is null
    ) waiting
    ${after ? sql`where (since, id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    order by since, id limit ${page.limit + 1}`.execute(ctx.db);
  const items = rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    orderId: row.order_id,
    amount: { amount: row.amount, currency: row.currency },
    method: row.method,
    takenElsewhere: row.elsewhere,
    reference: row.reference,
    reason: row.reason,
    payer: row.payer,
    account: row.account,
    since: row.since.toISOString(),
  }));
  return toPage(items, page.limit, (item) => [item.since, item.id]);
}

export interface Sending {
  id: string;
  /** The bank's name for it. */
  reference: string;
  /** A day (YYYY-MM-DD). */
  sentOn: string;
}

/**
 * A person has sent it from the bank's own screen: the refund is done. In the caller's transaction; of two who say so at
 * once the second is refused.
 *
 * @throws AppError not_found
 */
export async function recordSending(tx: Ctx, input: Sending): Promise<Result<MoneyToSend, 'illegal_transition'>> {
  await lockPaymentOf(tx, input.id);
  const { rows } = await sql<{ kind: string; state: string; provider: string }>`
    select m.kind, m.state, p.provider
    from payments.movement m join payments.payment p on p.id = m.payment_id where m.id = ${input.id}`.execute(tx.db);
  const step = rows[0];
  if (!step) return settleExcess(tx, input);
  const isWaiting = step.kind === 'refund' && step.state === 'pending' && sentByHand.includes(step.provider);
  const hasFailed = step.kind === 'refund' && step.state === 'failed';
  if (!isWaiting && !hasFailed) return isOver(step.state);
  const movementId = isWaiting ? input.id : (await claimAgain(tx, input.id))?.movement.id;
  if (!movementId) return isOver('done');
  const { movement, payment } = await settleMovement(tx, {
    movementId,
    outcome: { result: 'approved', providerRef: input.reference },
  });
  await sql`update payments.movement set sent_on = ${input.sentOn} where id = ${movementId}`.execute(tx.db);
  return ok({
    id: input.id,
    kind: isWaiting ? 'refund' : 'failed',
    orderId: payment.orderId,
    amount: movement.amount,
    method: payment.method,
    takenElsewhere: payment.provider === elsewhere.name,
    reference: null,
    reason: movement.reason,
    payer: null,
    account: null,
    since: movement.requestedAt,
  });
}

/** A statement of its own: what waited for the lock must read what the other has written. */
async function lockPaymentOf(tx: Ctx, movementId: string): Promise<void> {
  await sql`select p.id from payments.payment p join payments.movement m on m.payment_id = p.id where m.id = ${movementId} for update of p`.execute(
    tx.db,
  );
}

const isOver = (state: string) =>
  refuse('illegal_transition', {
    detail: 'This money is not waiting to be sent any more. Send nothing before you have looked at the order.',
    state,
    legal: [],
  });

/** Sets aside anew what a refund that failed should have given back; undefined: that was done, or the money is gone. */
export async function claimAgain(tx: Ctx, movementId: string) {
  await lockPaymentOf(tx, movementId);
  const { rows } = await sql<{ payment_id: string; amount: number; reason: string | null; known: boolean }>`
    select m.payment_id, m.amount, m.reason, exists (select 1 from payments.movement a where a.key = ${againKey(movementId)}) as known
    from payments.movement m where m.id = ${movementId} and m.kind = 'refund' and m.state = 'failed'`.execute(tx.db);
  const failed = rows[0];
  if (!failed || failed.known) return undefined;
  const { amount } = await getPayment(tx, failed.payment_id);
  const claimed = await claimRefund(tx, {
    paymentId: failed.payment_id,
    amount: { amount: failed.amount, currency: amount.currency },
    key: againKey(movementId),
    reason: failed.reason ?? undefined,
  });
  return claimed.ok ? claimed.value : undefined;
}

/**
 * What was more than its order cost has gone back, or onto a code: said once.
 *
 * @throws AppError not_found
 */
export async function settleExcess(tx: Ctx, input: Sending): Promise<Result<MoneyToSend, 'illegal_transition'>> {
  const { rows } = await sql<{
    order_id: string | null;
    excess: number;
    currency: string;
    imported_at: Date;
    isnew: boolean;
  }>`
    with sent as (
      update payments.statement_line set excess_reference = ${input.reference}, excess_sent_on = ${input.sentOn}
      where id = ${input.id} and excess > 0 and excess_sent_on is null returning id
    )
    select l.order_id, l.excess, l.currency, l.imported_at, exists (select 1 from sent) as isnew
    from payments.statement_line l where l.id = ${input.id} and l.excess > 0`.execute(tx.db);
  const line = rows[0];
  if (!line) throw new AppError('not_found', { detail: 'There is no such money to send.' });
  if (!line.isnew) return isOver('sent');
  return ok({
    id: input.id,
    kind: 'excess',
    orderId: line.order_id,
    amount: { amount: line.excess, currency: line.currency },
    method: 'transfer',
    takenElsewhere: false,
    reference: null,
    reason: null,
    payer: null,
    account: null,
    since: line.imported_at.toISOString(),
  });
}
