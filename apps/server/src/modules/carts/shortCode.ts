import { randomInt } from 'node:crypto';

/** Crockford's base32 (https://www.crockford.com/base32.html): no I, L, O or U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 6;

/** Six random characters: 30 bits, about a thousand million codes. Stored without the dash. */
export function makeShortCode(): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}

/** As people see it: `K742MX` → `K7-42MX`. */
export function showShortCode(code: string): string {
  return `${code.slice(0, 2)}-${code.slice(2)}`;
}

/**
 * What was typed or said, as stored; undefined where it cannot be a code. Case, dashes and spaces do not matter, and
 * letters that look like digits are read as them: O as 0, I and L as 1. U stays wrong, it looks like nothing we use.
 */
export function readShortCode(typed: string): string | undefined {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return new RegExp(`^[${alphabet}]{${length}}$`).test(code) ? code : undefined;
}
