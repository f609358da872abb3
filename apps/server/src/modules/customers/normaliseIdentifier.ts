import { domainToASCII } from 'node:url';
import { parsePhoneNumberFromString } from 'libphonenumber-js';

export const identifierKinds = ['email', 'phone', 'loyalty', 'cookie', 'device', 'messenger', 'order'] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** What broken scripts and impatient people send instead of an identifier; each of these would make thousands one person. */
const placeholders = new Set([
  '',
  '-',
  '.',
  '0',
  'null',
  'nil',
  'none',
  'nan',
  'undefined',
  'void',
  'n/a',
  'na',
  'unknown',
  'anonymous',
  'guest',
  'user',
  'userid',
  'user_id',
  'id',
  'email',
  'true',
  'false',
  'test',
  'example',
  '[object object]',
  '{}',
  '[]',
]);
const placeholderMailboxes = new Set([
  'test',
  'null',
  'none',
  'undefined',
  'unknown',
  'anonymous',
  'noreply',
  'no-reply',
  'donotreply',
  'asdf',
  'nobody',
]);

/** Whether a value names nobody: placeholders, a bare run of one character. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim().toLowerCase();
  return placeholders.has(text) || /^(.)\1*$/u.test(text) || /^[0\-_ .]+$/.test(text);
}

/**
 * The one form in which an identifier is kept and compared, or undefined for what cannot be one or is blocked.
 * E-mail: lower case, domain in its ASCII form (RFC 5891). Phone: E.164; numbers without a country are Polish.
 */
export function normaliseIdentifier(kind: IdentifierKind, value: string, country: 'PL' = 'PL'): string | undefined {
  const text = value.normalize('NFKC').trim();
  if (text.length > 254 || isPlaceholder(text)) return undefined;
  switch (kind) {
    case 'email':
      return normaliseEmail(text);
    case 'phone':
      return normalisePhone(text, country);
    case 'loyalty': {
      const number = text.toUpperCase().replace(/[\s-]/g, '');
      return /^[0-9A-Z]{4,32}$/.test(number) && !isPlaceholder(number) ? number : undefined;
    }
    default:
      // Ids made by machines: kept as they are, but long enough to be somebody's alone.
      return text.length >= 6 ? text : undefined;
  }
}

function normaliseEmail(text: string): string | undefined {
  const match = /^([^\s@"<>(),;:\\[\]]{1,64})@([^\s@/]{3,190})$/u.exec(text.toLowerCase());
  const [mailbox, domain] = [match?.[1], match?.[2]];
  if (!mailbox || !domain || placeholderMailboxes.has(mailbox.split('+')[0] ?? '')) return undefined;
  const ascii = domainToASCII(domain);
  return /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(ascii) ? `${mailbox}@${ascii}` : undefined;
}

function normalisePhone(text: string, country: 'PL'): string | undefined {
  const parsed = parsePhoneNumberFromString(text, country);
  // "Possible", not "valid": new number ranges open before a library knows them.
  if (!parsed?.isPossible() || parsed.ext) return undefined;
  // The library also counts short service numbers as possible; a person in Poland has nine digits.
  if (parsed.countryCallingCode === '48' && parsed.nationalNumber.length !== 9) return undefined;
  return /^(\d)\1*$/.test(parsed.nationalNumber) ? undefined : parsed.number;
}
