import type { CustomersConfig } from './keyedHash.ts';

export const shopCookie = 'tl_shop';

/** What browsers keep at most (RFC 6265bis: 400 days). */
export const anonymousDays = 400;
/** A signed-in part ends sooner: computers are sold, tablets passed on. */
export const signedInDays = 30;
export const dayMs = 86_400_000;

/** The set-cookie header of a shopper's session. */
export function shopSetCookie(token: string, config: CustomersConfig): string {
  const secure = config.publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${shopCookie}=${token}; Max-Age=${anonymousDays * 86_400}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}
