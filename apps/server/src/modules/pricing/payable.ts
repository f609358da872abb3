import { AppError } from '../../kernel/errors.ts';
import type { Money } from '../../kernel/money.ts';

export interface Payable {
  unit: Money;
  /** Which of the two it is; `current` when they are equal. */
  source: 'quoted' | 'current';
  /** The quote has run out and the price has risen: show it and have it accepted anew before anything is ordered. */
  mustAccept: boolean;
}

/**
 * What a customer pays for a piece: the lower of the quoted and the current price while the quote is valid, in whatever
 * channel; afterwards the current price. A drop passes, a rise asks.
 *
 * @param quoted valid up to and including `validUntil`
 * @throws AppError mixed_currencies
 */
export function payable(quoted: { unit: Money; validUntil: Date | string }, current: Money, now: Date): Payable {
  if (quoted.unit.currency !== current.currency) {
    throw new AppError('mixed_currencies', {
      detail: `Quoted in ${quoted.unit.currency}, now in ${current.currency}.`,
    });
  }
  if (current.amount <= quoted.unit.amount) return { unit: current, source: 'current', mustAccept: false };
  const valid = now.getTime() <= new Date(quoted.validUntil).getTime();
  return valid
    ? { unit: quoted.unit, source: 'quoted', mustAccept: false }
    : { unit: current, source: 'current', mustAccept: true };
}
