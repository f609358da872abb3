import { cookieOf } from '../shared/chosenStore.ts';

/** What a visitor agreed to: measuring how the shop is used, or only what it needs to work. */
export type Consent = 'all' | 'necessary';

const cookieName = 'tl_consent';
/** Version of the banner's words, which the server keeps as proof of what was agreed to; raised when they change. */
export const bannerVersion = 'banner-1';
/** Nobody is asked again for six months, whatever they said, unless the words changed. */
const keptSeconds = 182 * 86_400;

/** null: not asked yet. A browser that sends Global Privacy Control has answered. */
export function readConsent(request: Request): Consent | null {
  const [said, version = 'banner-1'] = (cookieOf(request, cookieName) ?? '').split('~');
  if (version === bannerVersion && (said === 'all' || said === 'necessary')) return said;
  return request.headers.get('sec-gpc') === '1' ? 'necessary' : null;
}

export function consentCookie(consent: Consent): string {
  return `${cookieName}=${consent}~${bannerVersion}; Path=/; Max-Age=${keptSeconds}; SameSite=Lax`;
}
