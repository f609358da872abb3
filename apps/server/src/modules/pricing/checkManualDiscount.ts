import { AppError } from '../../kernel/errors.ts';

/** What was asked: a new price of a piece in minor units, or basis points off the price. */
export type AskedDiscount = { newUnit: number } | { basisPoints: number };

export interface CheckedDiscount {
  newUnit: number;
  /** Rounded up, so that no rounding hides a grosz above the limit. */
  basisPoints: number;
  withinLimit: boolean;
}

/**
 * What a discount by hand comes to, and whether it stays within a limit. A percentage is rounded in the shop's favour
 * (the discount down), so that asking for exactly the limit is within it.
 *
 * @param unit the price of a piece before any discount by hand, minor units
 * @throws AppError invalid_request when it is no discount: nothing off, or more than the price
 */
export function checkManualDiscount(unit: number, asked: AskedDiscount, limitBasisPoints: number): CheckedDiscount {
  const newUnit =
    'newUnit' in asked ? asked.newUnit : unit - Number((BigInt(unit) * BigInt(asked.basisPoints)) / 10_000n);
  if (newUnit < 0 || newUnit >= unit) {
    throw new AppError('invalid_request', {
      detail: 'A discount by hand leaves a price from 0 to less than the price. Nothing was changed.',
    });
  }
  const basisPoints = Number((BigInt(unit - newUnit) * 10_000n + BigInt(unit) - 1n) / BigInt(unit));
  return { newUnit, basisPoints, withinLimit: basisPoints <= limitBasisPoints };
}
