import { cookieOf } from '../shared/chosenStore.ts';

/** What a visitor agreed to: measuring how the shop is used, or only what it needs to work. */
export type Consent = 'all' | 'necessary';

const cookieName = 'tl_consent';
/** Nobody is asked again for six months, whatever they said, unless the words changed. */
const keptSeconds = 182 * 86_400;

/** null: not asked yet in the words of this version. A browser that sends Global Privacy Control has answered. */
export function readConsent(request: Request, bannerVersion: string): Consent | null {
  const [said, version = 'banner-1'] = (cookieOf(request, cookieName) ?? '').split('~');
  if (version === bannerVersion && (said === 'all' || said === 'necessary')) return said;
  return request.headers.get('sec-gpc') === '1' ? 'necessary' : null;
}

export function consentCookie(consent: Consent, bannerVersion: string): string {
  return `${cookieName}=${consent}~${bannerVersion}; Path=/; Max-Age=${keptSeconds}; SameSite=Lax`;
}

/** The version of the words that stood beside a choice, as its form names it. */
export function wordingIn(form: FormData, field = 'wording'): string | undefined {
  const version = form.get(field);
  return typeof version === 'string' && /^[a-z]+-[0-9]{1,6}$/.test(version) ? version : undefined;
}
