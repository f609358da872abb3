import { asSystem, type Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Money } from '../../kernel/money.ts';
import { giveBackCredit, spendCredit } from '../../modules/credits/index.ts';
import type { Order } from '../../modules/orders/index.ts';
import { claimRefund, paymentsOf, recordStorePayment, settleMovement } from '../../modules/payments/index.ts';

export interface CreditShown {
  code: string;
  /** What the customer was shown that it pays. */
  amount: Money;
}

/** How much of a total a credit pays: what was shown, and never more than there is to pay. */
export function creditShare(credit: CreditShown | undefined, total: Money): number {
  if (!credit) return 0;
  if (credit.amount.currency !== total.currency) throw new AppError('mixed_currencies');
  return Math.max(0, Math.min(credit.amount.amount, total.amount));
}

/**
 * Takes a part of an order, or all of it, from a store credit, in the transaction that writes the order: where the credit
 * refuses there is no order, and where the order fails later `releaseCredit` puts it back.
 *
 * @throws AppError credit_invalid, credit_insufficient
 */
export async function payByCredit(tx: Ctx, order: Order, code: string, amount: number): Promise<void> {
  const key = `order:${order.id}:credit`;
  const money = { amount, currency: order.currency };
  const spent = await spendCredit(tx, { code, amount: money, key, orderId: order.id });
  if (!spent.ok) throw new AppError(spent.reason, spent.details);
  const paid = await recordStorePayment(asSystem(tx, 'checkout'), {
    orderId: order.id,
    orderTotal: order.totals.gross,
    amount: money,
    method: 'store_credit',
    key,
    subjectId: order.subjectId ?? undefined,
    terminalRef: spent.value.id,
  });
  if (!paid.ok) throw new AppError(paid.reason, paid.details);
}

/**
 * The order came to nothing: what a store credit had paid of it is on its code again, in the same transaction, because
 * nobody outside has to be asked. Twice is once.
 */
export async function releaseCredit(tx: Ctx, orderId: string, reason: string): Promise<void> {
  for (const payment of (await paymentsOf(tx, [orderId])).get(orderId) ?? []) {
    if (payment.provider !== 'store_credit' || payment.refundable.amount === 0 || !payment.providerRef) continue;
    const key = `release:${payment.id}`;
    const claimed = await claimRefund(tx, { paymentId: payment.id, amount: payment.refundable, key, reason });
    if (!claimed.ok) throw new AppError(claimed.reason, claimed.details);
    await giveBackCredit(tx, { creditId: payment.providerRef, amount: payment.refundable, key });
    await settleMovement(tx, {
      movementId: claimed.value.movement.id,
      outcome: { result: 'approved', providerRef: key },
    });
  }
}
