import { createHash } from 'node:crypto';
import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { domainToASCII } from 'node:url';
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';

export const identifierKinds = [
  'email',
  'phone',
  'loyalty',
  'cookie',
  'device',
  'messenger',
  'order',
  'email_hash',
  'address',
  'ip',
] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/**
 * What can be said and never proven: several people live at an address and share a line, and a hash of an e-mail is as easily
 * made by somebody else.
 */
const claimedAtMost: readonly IdentifierKind[] = ['email_hash', 'address', 'ip', 'cookie', 'device'];

export const canBeVerified = (kind: IdentifierKind): boolean => !claimedAtMost.includes(kind);

/** What says nothing of who somebody is, only where or on what: no reason to suggest that two are one person. */
export const sharedKinds: readonly IdentifierKind[] = ['address', 'ip', 'cookie', 'device'];

const homeCountry = 'PL';

/** Whether telephones of a country (ISO 3166) can be read. */
export const isCountry = (country: string): country is CountryCode => isSupportedCountry(country);

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
 * E-mail: lower case, domain in its ASCII form (RFC 5891). Phone: E.164; a number without a country is of `country`
 * (ISO 3166). Hash of an e-mail: SHA-256 of its kept form, in hexadecimal. Address: see addressKey. IP: the whole address in
 * IPv4, the network of a household (/64, RFC 6177) in IPv6; none of private networks.
 */
export function normaliseIdentifier(kind: IdentifierKind, value: string, country = homeCountry): string | undefined {
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
    case 'email_hash': {
      const hash = text.toLowerCase();
      return /^[0-9a-f]{64}$/.test(hash) && !blockedHashes.has(hash) ? hash : undefined;
    }
    case 'address':
      return /^[A-Z]{2}\|[0-9a-z]{2,12}\|[0-9a-zа-я ]{3,200}$/.test(text) ? text : undefined;
    case 'ip':
      return normaliseIp(text);
    default:
      // Ids made by machines: kept as they are, but long enough to be somebody's alone.
      return text.length >= 6 ? text : undefined;
  }
}

/** What broken scripts hash instead of an e-mail. */
const blockedHashes = new Set(
  ['', ' ', 'null', 'undefined', 'none', 'test@test.com'].map((text) =>
    createHash('sha256').update(text).digest('hex'),
  ),
);

const privateNetworks = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  privateNetworks.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  privateNetworks.addSubnet(network, prefix, 'ipv6');

function normaliseIp(text: string): string | undefined {
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(text)?.[1] ?? text;
  if (isIPv4(plain)) return privateNetworks.check(plain, 'ipv4') ? undefined : plain;
  if (!isIPv6(plain) || plain.includes('%') || privateNetworks.check(plain, 'ipv6')) return undefined;
  // The URL parser writes an address in the one form of RFC 5952.
  const [head = '', tail] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const groups =
    tail === undefined ? before : [...before, ...Array(8 - before.length - after.length).fill('0'), ...after];
  return `${groups.slice(0, 4).join(':')}::/64`;
}

function normaliseEmail(text: string): string | undefined {
  const match = /^([^\s@"<>(),;:\\[\]]{1,64})@([^\s@/]{3,190})$/u.exec(text.toLowerCase());
  const [mailbox, domain] = [match?.[1], match?.[2]];
  if (!mailbox || !domain || placeholderMailboxes.has(mailbox.split('+')[0] ?? '')) return undefined;
  const ascii = domainToASCII(domain);
  return /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(ascii) ? `${mailbox}@${ascii}` : undefined;
}

function normalisePhone(text: string, country: string): string | undefined {
  const parsed = parsePhoneNumberFromString(text, isCountry(country) ? country : homeCountry);
  // "Possible", not "valid": new number ranges open before a library knows them.
  if (!parsed?.isPossible() || parsed.ext) return undefined;
  // The library also counts short service numbers as possible; a person in Poland has nine digits.
  if (parsed.countryCallingCode === '48' && parsed.nationalNumber.length !== 9) return undefined;
  return /^(\d)\1*$/.test(parsed.nationalNumber) ? undefined : parsed.number;
}
