import { randomInt } from 'node:crypto';

/** Enough that none can be guessed at a counter, few enough to be read out. */
const digits = 8;

/** ISO 7064 MOD 11,10: finds every wrong digit, and nearly every two that were swapped. */
function checkDigit(body: string): number {
  let product = 10;
  for (const digit of body) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10;
}

/** A number of ours for a customer's card: `K` and nine digits, the last of which proves the others. */
export function newLoyaltyNumber(random: (below: number) => number = randomInt): string {
  const body = String(random(10 ** digits)).padStart(digits, '0');
  return `K${body}${checkDigit(body)}`;
}

/** `ours`: a number we could have issued. `misread`: of our form, with a digit that is wrong. Cards of others are neither. */
export function readLoyaltyNumber(text: string): { kind: 'ours' | 'misread'; value: string } | undefined {
  const value = text.toUpperCase().replace(/[\s-]/g, '');
  const body = /^K(\d{8})(\d)$/.exec(value);
  if (!body?.[1]) return undefined;
  return { kind: String(checkDigit(body[1])) === body[2] ? 'ours' : 'misread', value };
}
