import { cookieOf } from './chosenStore.ts';

const cookieName = 'tl_postcode';

/** A Polish postcode as it is written, `31-146`, from anything with five digits; undefined for what is none. */
export function readPostcode(text: string): string | undefined {
  const digits = text.replace(/[\s–—-]/g, '');
  return /^\d{5}$/.test(digits) ? `${digits.slice(0, 2)}-${digits.slice(2)}` : undefined;
}

/** The postcode a visitor asked delivery for, remembered so that no page asks again. */
export function rememberedPostcode(request: Request): string | undefined {
  return readPostcode(cookieOf(request, cookieName) ?? '');
}

export const postcodeCookie = (postcode: string): string =>
  `${cookieName}=${postcode}; Path=/; Max-Age=${180 * 86_400}; SameSite=Lax`;
