import { asSystem, type Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { dropClaim } from '../../modules/customers/index.ts';
import { answerReceipt, getOrder, lockReceipt, type ReceiptState } from '../../modules/orders/index.ts';
import { receiptSource } from './forReceipt.ts';

/**
 * "This is not mine": the address leaves the sale, so that no mail about it goes there any more, and what the till took it for
 * is withdrawn. Nothing else is put on the address. Who kept the receipt before cannot deny it by the same link.
 *
 * @throws AppError not_found
 */
export async function denyReceipt(ctx: Ctx, token: string): Promise<{ state: ReceiptState }> {
  return inTransaction(ctx, async (tx) => {
    const receipt = await lockReceipt(tx, token);
    if (receipt.state !== 'open' || receipt.email === null) return { state: receipt.state };
    const { subjectId } = await getOrder(asSystem(tx, 'receipts'), receipt.orderId);
    if (subjectId) await dropClaim(tx, { subjectId, kind: 'email', value: receipt.email, source: receiptSource });
    await answerReceipt(tx, receipt, 'denied');
    return { state: 'denied' };
  });
}
