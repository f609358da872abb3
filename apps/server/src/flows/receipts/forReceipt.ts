import type { Ctx } from '../../kernel/context.ts';
import { claimIdentifiers, openSubject } from '../../modules/customers/index.ts';
import { contactOfSubject } from '../selling/contactOfSubject.ts';

/** Where what is known of a receipt's address came from. */
export const receiptSource = 'receipt';

/**
 * Whose a sale in a store is and where its receipt goes. An address said at the till is a claim of who bought, where none is
 * known of them; a sale without a customer gets a subject of its own for that, so that it can be joined and taken back alone.
 * Who has an address already only has the receipt sent elsewhere: that says nothing of who they are.
 */
export async function forReceipt(
  tx: Ctx,
  sale: { subjectId: string | undefined; receiptTo: string | undefined },
): Promise<{ subjectId: string | undefined; contact: { name?: string; email?: string; phone?: string } }> {
  const { subjectId, receiptTo } = sale;
  const known = await contactOfSubject(tx, subjectId);
  if (!receiptTo) return { subjectId, contact: known };
  const contact = { ...known, email: receiptTo };
  if (known.email) return { subjectId, contact };
  const buyer = subjectId ?? (await openSubject(tx, { source: receiptSource, anonymousId: tx.newId() })).subjectId;
  await claimIdentifiers(tx, [{ subjectId: buyer, kind: 'email', value: receiptTo, source: receiptSource }]);
  return { subjectId: buyer, contact };
}
