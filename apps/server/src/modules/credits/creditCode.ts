import { randomInt } from 'node:crypto';

/** Crockford's base32 (https://www.crockford.com/base32.html): no I, L, O or U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Twelve random characters, 60 bits: money is behind it, and it may be typed in anywhere. */
export function makeCreditCode(): string {
  return Array.from({ length: 12 }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}

/** As people see it: `SC-7K42-MXA0-99QZ`. */
export function showCreditCode(code: string): string {
  return `SC-${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}

/** What was typed or scanned, as stored; undefined where it cannot be a code. */
export function readCreditCode(typed: string): string | undefined {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―]/gu, '')
    .replace(/^SC(?=.{12}$)/, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return new RegExp(`^[${alphabet}]{12}$`).test(code) ? code : undefined;
}
