import type { Ctx } from '../../kernel/context.ts';
import { contactOf, customersOf } from '../../modules/customers/index.ts';

/** What is known of whom a subject belongs to, for the contact of an order; empty for nobody. */
export async function contactOfSubject(
  tx: Ctx,
  subjectId: string | undefined,
): Promise<{ name?: string; email?: string; phone?: string }> {
  const customerId = subjectId && (await customersOf(tx, [subjectId])).get(subjectId);
  if (!customerId) return {};
  const contact = await contactOf(tx, customerId);
  return {
    ...(contact.name ? { name: contact.name } : {}),
    ...(contact.email ? { email: contact.email.value } : {}),
    ...(contact.phone ? { phone: contact.phone.value } : {}),
  };
}
