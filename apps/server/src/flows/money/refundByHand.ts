import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { once } from '../../kernel/idempotency.ts';
import type { Money } from '../../kernel/money.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { getOrder, lockOrder } from '../../modules/orders/index.ts';
import type { Claimed } from '../../modules/payments/index.ts';
import { claimRefunds, performRefunds } from './refundOrder.ts';

export interface RefundByHand {
  orderId: string;
  amount: Money;
  reason: string;
  paymentIds?: string[] | undefined;
}

/**
 * A manager gives money back that no return and no cancelled line asks for: an apology, a mistake at the till. With a
 * reason and a trail; never more than was paid.
 *
 * @throws AppError not_found, also for an order of another location
 */
export async function refundByHand(
  ctx: Ctx,
  input: RefundByHand,
): Promise<Result<Claimed[], 'refund_exceeds_payment'>> {
  await getOrder(ctx, input.orderId);
  const claimed = await once(ctx, 'money.refundByHand', async (tx) => {
    await lockOrder(tx, input.orderId);
    const key = `hand:${tx.newId()}`;
    const claims = await claimRefunds(tx, { ...input, key });
    if (!claims.ok) return claims;
    await audit(tx, {
      act: 'payments.refundedByHand',
      target: 'order',
      targetId: input.orderId,
      after: {
        amount: input.amount.amount,
        currency: input.amount.currency,
        paymentIds: claims.value.map(({ payment }) => payment.id),
      },
      reason: input.reason,
    });
    return ok(claims.value);
  });
  return claimed.ok ? ok(await performRefunds(ctx, claimed.value)) : claimed;
}
