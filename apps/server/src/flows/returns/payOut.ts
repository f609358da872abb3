import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Money } from '../../kernel/money.ts';
import { type Credit, issueCredit } from '../../modules/credits/index.ts';
import { type Claimed, settleMovement } from '../../modules/payments/index.ts';
import type { Payout, Return, ReturnPolicy } from '../../modules/returns/index.ts';
import { claimRefunds } from '../money/refundOrder.ts';

/** How the customer gets the money: the way it came, in cash as far as the policy goes, or on a code to spend later. */
export type PayoutWay = 'original' | 'cash' | 'store_credit';

export interface PaidOut {
  payouts: Payout[];
  /** To be performed with their providers after the transaction. */
  claims: Claimed[];
  credit: Credit | undefined;
}

export const nothingPaidOut: PaidOut = { payouts: [], claims: [], credit: undefined };

/**
 * Sets the money of a return aside, in the caller's transaction and as its last locks. Whatever way it goes back, it is
 * taken from the payments of the order first, so that nothing is given back twice: in money here and on a code there.
 *
 * @throws AppError refund_exceeds_payment, payout_not_offered
 */
export async function payOut(
  tx: Ctx,
  input: {
    it: Return;
    amount: Money;
    way: PayoutWay | 'exchange';
    policy: ReturnPolicy;
    locationId?: string | undefined;
  },
): Promise<PaidOut> {
  const { it, amount, way } = input;
  if (amount.amount === 0) return nothingPaidOut;
  const claimed = await claimRefunds(tx, {
    orderId: it.orderId,
    amount,
    key: `return:${it.id}:${way}`,
    reason: `return ${it.number}`,
  });
  if (!claimed.ok) throw new AppError(claimed.reason, claimed.details);
  const claims = claimed.value;
  if (way === 'original') return { payouts: claims.map((one) => payoutOf('original', one)), claims, credit: undefined };
  if (way === 'cash') {
    const isCash = claims.every(({ payment }) => payment.method === 'cash');
    if (!isCash && amount.amount > input.policy.cashUpTo) {
      throw new AppError('payout_not_offered', {
        detail:
          'It was not paid in cash, and that much is not given back in cash. Nothing was given back; choose another way.',
        cashUpTo: { amount: input.policy.cashUpTo, currency: amount.currency },
      });
    }
    await settleHere(tx, claims, `cash:${it.number}`);
    return { payouts: claims.map((one) => payoutOf('cash', one)), claims: [], credit: undefined };
  }
  const credit = await issueCredit(tx, {
    amount,
    cause: way === 'exchange' ? 'exchange' : 'return',
    causeId: it.id,
    key: `return:${it.id}:${way}`,
    subjectId: it.subjectId,
    locationId: input.locationId,
    expiresAt: creditEnds(tx.clock.now(), input.policy.creditMonths),
  });
  await settleHere(tx, claims, `credit:${credit.id}`);
  return { payouts: claims.map((one) => payoutOf(way, one, credit.id)), claims: [], credit };
}

/** The money leaves by this counter or goes onto a code: no provider is asked, and the payment knows that it is gone. */
async function settleHere(tx: Ctx, claims: readonly Claimed[], providerRef: string): Promise<void> {
  for (const { movement } of claims)
    await settleMovement(tx, { movementId: movement.id, outcome: { result: 'approved', providerRef } });
}

function payoutOf(to: Payout['to'], { movement, payment }: Claimed, creditId: string | null = null): Payout {
  return { to, amount: movement.amount.amount, paymentId: payment.id, method: payment.method, creditId };
}

/** How long a code is good for, as the policy says. */
export function creditEnds(now: Date, months: number): Date {
  const at = new Date(now);
  at.setUTCMonth(at.getUTCMonth() + months);
  return at;
}
