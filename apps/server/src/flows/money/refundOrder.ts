import { asSystem, type Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Money } from '../../kernel/money.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import {
  type Claimed,
  claimRefund,
  lockPaymentsOf,
  movementsByKeys,
  type Payment,
  performMovement,
} from '../../modules/payments/index.ts';
import { shareRefund } from './shareRefund.ts';

export interface RefundOfOrder {
  orderId: string;
  amount: Money;
  /** Unique for ever, made of what the refund is for (`return:<id>`): the same key is the same refund. */
  key: string;
  reason: string;
  /** Only over these payments of the order; all of them unless said. */
  paymentIds?: readonly string[] | undefined;
}

/**
 * Sets an amount aside to be given back, in the caller's transaction and beside whatever it is given back for: over the
 * payments of the order, to the means they were paid with, the last one first. Nothing is asked of anyone yet: after the
 * transaction performRefunds does what was claimed here, and what a crash left undone the settling job does.
 *
 * Takes the locks of the order's payments, which come last in the order of locks. A repeat under the same key gives the
 * same steps, however much has been given back since.
 *
 * @throws AppError mixed_currencies, invalid_amount, idempotency_key_reused
 */
export async function claimRefunds(
  tx: Ctx,
  input: RefundOfOrder,
): Promise<Result<Claimed[], 'refund_exceeds_payment'>> {
  const { amount } = input;
  if (!Number.isSafeInteger(amount.amount) || amount.amount <= 0)
    throw new AppError('invalid_amount', { detail: 'What is given back is more than nothing.' });
  const all = await lockPaymentsOf(tx, input.orderId);
  const keyOf = (paymentId: string) => `refund:${input.key}:${paymentId}`;
  const known = await movementsByKeys(
    tx,
    all.map((payment) => keyOf(payment.id)),
  );
  if (known.length > 0) {
    const sum = known.reduce((total, { movement }) => total + movement.amount.amount, 0);
    if (sum !== amount.amount || known.some(({ payment }) => payment.amount.currency !== amount.currency))
      throw new AppError('idempotency_key_reused', { detail: 'This key belongs to a refund of another amount.' });
    return ok(known);
  }
  const payments = all.filter((payment) => !input.paymentIds || input.paymentIds.includes(payment.id));
  if (payments.some((payment) => payment.amount.currency !== amount.currency)) throw new AppError('mixed_currencies');
  const shares = shareRefund(
    amount.amount,
    payments.map((payment) => ({ paymentId: payment.id, left: payment.refundable.amount })),
  );
  if (!shares) return exceeds(payments);
  const claims: Claimed[] = [];
  for (const share of shares) {
    const claimed = await claimRefund(tx, {
      paymentId: share.paymentId,
      amount: { amount: share.left, currency: amount.currency },
      key: keyOf(share.paymentId),
      reason: input.reason,
    });
    // The rows are locked, so what was left a moment ago is left now; anything else must undo the caller's transaction.
    if (!claimed.ok) throw new AppError(claimed.reason, claimed.details);
    claims.push(claimed.value);
  }
  return ok(claims);
}

function exceeds(payments: readonly Payment[]) {
  return refuse('refund_exceeds_payment', {
    detail: 'More cannot be given back than was paid and is not yet given back. Nothing was given back.',
    left: payments.map((payment) => ({
      paymentId: payment.id,
      provider: payment.provider,
      method: payment.method,
      refundable: payment.refundable,
    })),
  });
}

/**
 * Gives back what was claimed, outside any transaction, one provider after the other. What gets no answer stays `pending`
 * and is done by the settling job; what a provider refuses is `failed`, is free to be claimed anew under another key, and
 * is shown to staff.
 */
export async function performRefunds(ctx: Ctx, claimed: readonly Claimed[]): Promise<Claimed[]> {
  const done: Claimed[] = [];
  for (const one of claimed) done.push(await performMovement(asSystem(ctx, 'refunds'), one));
  return done;
}
