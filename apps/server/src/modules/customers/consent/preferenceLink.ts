import type { Language } from '../../../kernel/context.ts';
import { seal, unseal } from '../../../kernel/seal.ts';
import type { CustomersConfig } from '../keyedHash.ts';

/** Whose choices a link in a message opens. Sealed: the link shows neither the address nor who it is. */
export interface LinkHolder {
  email: string;
  subjectId: string | null;
}

const purpose = 'preference-link';

const tokenOf = (config: CustomersConfig, holder: LinkHolder): string =>
  seal(config.secret ?? '', purpose, JSON.stringify([holder.email, holder.subjectId])).toString('base64url');

/** undefined for a link that is not ours or was cut. It has no end: a no must work from a mail of years ago. */
export function holderOf(config: CustomersConfig, token: string): LinkHolder | undefined {
  const text = unseal(config.secret ?? '', purpose, Buffer.from(token, 'base64url'));
  if (text === undefined) return undefined;
  const [email, subjectId] = JSON.parse(text) as [string, string | null];
  return { email, subjectId };
}

export interface PreferenceLinks {
  /** The page where everything is chosen. */
  page: string;
  /** What a mail program calls by itself when its reader presses "unsubscribe" (RFC 8058). */
  oneClick: string;
}

/** The links every message carries. */
export function preferenceLinks(config: CustomersConfig, holder: LinkHolder, language: Language): PreferenceLinks {
  const token = tokenOf(config, holder);
  return {
    page: `${config.publicUrl}/${language}/preferences?token=${token}`,
    oneClick: `${config.publicUrl}/api/shop/unsubscribe?token=${token}`,
  };
}
