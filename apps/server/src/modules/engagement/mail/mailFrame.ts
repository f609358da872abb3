import type { Ctx, Language } from '../../../kernel/context.ts';
import { customersConfigOf, preferenceLinks } from '../../customers/index.ts';
import { getRetailer } from '../../settings/index.ts';
import type { MailFrame } from './renderMail.ts';

/** What stands around a mail to this address: the shop's name, why it came, and the link that chooses what may come. */
export async function mailFrame(
  ctx: Ctx,
  mail: { email: string; subjectId: string | null; language: Language; purpose: 'service' | 'marketing' },
): Promise<MailFrame> {
  const { name } = await getRetailer(ctx);
  const { page } = preferenceLinks(customersConfigOf(ctx), mail, mail.language);
  return { shopName: name, purpose: mail.purpose, preferencesUrl: page };
}
