import { asSystem, type Ctx, type Language } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import {
  agreeByMailbox,
  customersOf,
  type Evidence,
  getCustomers,
  linkSubject,
  normaliseIdentifier,
  subjectForVerified,
  type VerifiedSubject,
} from '../../modules/customers/index.ts';
import { answerReceipt, getOrder, lockReceipt, type Order, type ReceiptState } from '../../modules/orders/index.ts';
import { receiptSource } from './forReceipt.ts';

export interface KeptReceipt {
  token: string;
  /** News by e-mail, where that was ticked: the words that stood beside the box. */
  news?: { wording: string; language: Language } | undefined;
}

/**
 * "This is mine", pressed by whoever reads the mailbox of a receipt: the address is proven by that, and nothing else is. The
 * sale lands with the person of that address, with evidence that can be shown and undone. Works once; a repeat changes
 * nothing and says what is.
 *
 * @throws AppError not_found
 */
export async function keepReceipt(ctx: Ctx, input: KeptReceipt): Promise<{ state: ReceiptState }> {
  return inTransaction(ctx, async (tx) => {
    const receipt = await lockReceipt(tx, input.token);
    if (receipt.state !== 'open' || receipt.email === null) return { state: receipt.state };
    const order = await getOrder(asSystem(tx, 'receipts'), receipt.orderId);
    const evidence: Evidence = { kind: 'receipt_link', source: 'link', orderId: order.id, number: order.number };
    const owner = await subjectForVerified(tx, { kind: 'email', value: receipt.email, evidence });
    const state = (await joinBuyer(tx, order, owner, receipt.email, evidence)) ? 'kept' : 'kept_elsewhere';
    if (input.news)
      await agreeByMailbox(tx, {
        ...input.news,
        subjectId: owner.subjectId,
        email: receipt.email,
        source: receiptSource,
        proof: { orderId: order.id },
      });
    await answerReceipt(tx, receipt, state);
    return { state };
  });
}

/**
 * The buyer is the person of the address only where both sides say so: who reads the mailbox, by the press, and the buyer, by
 * having named this address and no other. A receipt sent to somebody else's mailbox joins nobody, nor do two who have both
 * proven who they are.
 */
async function joinBuyer(
  tx: Ctx,
  order: Order,
  owner: VerifiedSubject,
  email: string,
  evidence: Evidence,
): Promise<boolean> {
  if (!order.subjectId) return false;
  const buyerId = (await customersOf(tx, [order.subjectId])).get(order.subjectId);
  if (!buyerId) return false;
  if (buyerId === owner.customerId) return true;
  const buyer = (await getCustomers(tx, [buyerId])).get(buyerId);
  const named = (buyer?.identifiers ?? []).filter((one) => one.kind === 'email');
  const value = normaliseIdentifier('email', email);
  if (named.length === 0 || !named.every((one) => one.value === value)) return false;
  const linked = await linkSubject(tx, { subjectId: order.subjectId, customerId: owner.customerId, evidence });
  return linked.ok;
}
