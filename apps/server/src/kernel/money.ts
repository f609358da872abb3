import { AppError } from './errors.ts';

/** An amount in integer minor units (grosz, cent) of one currency (ISO 4217). */
export interface Money {
  amount: number;
  currency: string;
}

export function money(amount: number, currency: string): Money {
  if (!Number.isSafeInteger(amount))
    throw new AppError('invalid_amount', { detail: `${amount} is not a whole number of minor units.` });
  return { amount, currency };
}

function sameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency)
    throw new AppError('mixed_currencies', { detail: `${a.currency} and ${b.currency} cannot be combined.` });
}

export function addMoney(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return money(a.amount + b.amount, a.currency);
}

/** n/d rounded half away from zero ("half up" for the positive amounts of a receipt), exact for all safe integers. */
export function divideHalfUp(n: number, d: number): number {
  const numerator = BigInt(n);
  const denominator = BigInt(d);
  const negative = numerator < 0n !== denominator < 0n;
  const a = numerator < 0n ? -numerator : numerator;
  const b = denominator < 0n ? -denominator : denominator;
  const rounded = Number((2n * a + b) / (2n * b));
  return negative && rounded !== 0 ? -rounded : rounded;
}

/** `basisPoints` (1 % = 100) of an amount in minor units, rounded half up. */
export function shareOf(amount: number, basisPoints: number): number {
  return divideHalfUpProduct(amount, basisPoints, 10_000);
}

function divideHalfUpProduct(a: number, b: number, d: number): number {
  const product = BigInt(a) * BigInt(b);
  const negative = product < 0n;
  const magnitude = negative ? -product : product;
  const divisor = BigInt(d);
  const rounded = Number((2n * magnitude + divisor) / (2n * divisor));
  return negative && rounded !== 0 ? -rounded : rounded;
}

/**
 * The tax contained in a gross amount, rounded half up: gross · rate / (1 + rate).
 * Net is gross − tax, so that the three always agree.
 */
export function taxInGross(gross: number, rateBasisPoints: number): { net: number; tax: number; gross: number } {
  const tax = divideHalfUpProduct(gross, rateBasisPoints, 10_000 + rateBasisPoints);
  return { net: gross - tax, tax, gross };
}

/**
 * Splits an amount over weights so that the parts sum exactly to it (largest remainder; ties go to the earlier part).
 * With all weights 0 everything goes to the first part.
 */
export function allocate(amount: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.length === 0) return [];
  if (total === 0) return weights.map((_, index) => (index === 0 ? amount : 0));
  const exact = weights.map((weight) => BigInt(amount) * BigInt(weight));
  const parts = exact.map((value) => Number(value / BigInt(total)));
  const remainders = exact.map((value, index) => ({ index, remainder: value % BigInt(total) }));
  remainders.sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  let left = amount - parts.reduce((sum, part) => sum + part, 0);
  for (const { index } of remainders) {
    if (left === 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    left -= 1;
  }
  return parts;
}
