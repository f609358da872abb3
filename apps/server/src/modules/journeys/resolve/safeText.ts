/**
 * Texts that go to ClickHouse or into events: nothing in them may tell who somebody is (DESIGN §5.4). The rules err on
 * the side of leaving out: a campaign name that looks like a phone number is lost, which is the smaller harm.
 */

const email = /[^\s@/?&=]+(@|%40)[^\s@/?&=]+/gi;
/** Seven digits or more, with the separators people put between them. */
const phone = /\+?\d[\d\s().-]{5,}\d/g;

/** One line of at most `length` characters without control characters, lone surrogates, e-mails and phone numbers. */
export function safeText(value: unknown, length: number): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const safe = cleanText(String(value)).replace(email, '…').replace(phone, '…');
  // Once more: a cut may go through a character, and ClickHouse refuses a whole batch for the half of one.
  return cleanText(safe.slice(0, length)).trim();
}

/** What PostgreSQL and JSON can carry: no NUL and other controls, no halves of characters. */
export function cleanText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
  return text.replace(/[\u0000-\u001f\u007f]+/g, ' ').replace(/\p{Surrogate}/gu, '');
}

/**
 * An id a program made: letters, digits and a little punctuation. Everything else is left out, and so are groups of digits
 * parted as in phone numbers and IP addresses.
 */
export function safeId(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !/^[\w.:/-]{1,64}$/.test(text)) return '';
  return /^\d+([.-]\d+){2,}$/.test(text) ? '' : text;
}

/** The path of an address, with what could be secret or personal in it replaced: tokens, ids of orders, e-mails. */
export function safePath(value: unknown): string {
  if (typeof value !== 'string') return '';
  const path = value.replace(/^[a-z]+:\/\/[^/]*/i, '').split(/[?#]/)[0] ?? '';
  const safe = cleanText(path)
    .split('/')
    .map((part) => (isRevealing(part) ? ':id' : part))
    .join('/');
  return cleanText(safe.slice(0, 200));
}

function isRevealing(part: string): boolean {
  if (/@|%40/i.test(part) || /^\+?[\d\s%().-]{7,}$/.test(part)) return true;
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(part)) return true;
  // Words of a product's address are lower case and parted by hyphens; a random token mixes cases and digits.
  return part.length >= 16 && /\d/.test(part) && /[A-Z]/.test(part) && /[a-z]/.test(part);
}

/** The host of an address in lower case without `www.`, or ''. */
export function hostOf(address: unknown): string {
  if (typeof address !== 'string' || address === '') return '';
  try {
    return new URL(address).hostname
      .toLowerCase()
      .replace(/^www\./, '')
      .slice(0, 100);
  } catch {
    return '';
  }
}
