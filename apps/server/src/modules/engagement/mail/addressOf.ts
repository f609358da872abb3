import type { Ctx, Language } from '../../../kernel/context.ts';
import { contactOf } from '../../customers/index.ts';

export type Recipient = { email: string } | { customerId: string };

/** Where a mail goes and in which language; `email` is undefined for a customer we have none of. */
export async function addressOf(
  ctx: Ctx,
  to: Recipient,
  language: Language | undefined,
): Promise<{ email: string | undefined; language: Language; customerId: string | null }> {
  if ('email' in to) return { email: to.email, language: language ?? ctx.language, customerId: null };
  const contact = await contactOf(ctx, to.customerId);
  return { email: contact.email?.value, language: language ?? contact.language, customerId: to.customerId };
}
