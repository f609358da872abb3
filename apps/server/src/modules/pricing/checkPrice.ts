import { AppError } from '../../kernel/errors.ts';
import type { Money } from '../../kernel/money.ts';

/** The largest price kept: ten thousand million of the currency, far inside what a number holds exactly. */
const largest = 1_000_000_000_000;

/** @throws AppError mixed_currencies, invalid_amount */
export function checkPrice(gross: Money, currency: string): void {
  if (gross.currency !== currency) {
    throw new AppError('mixed_currencies', {
      detail: `The market is in ${currency}, not in ${gross.currency}. Nothing was changed.`,
    });
  }
  if (!Number.isSafeInteger(gross.amount) || gross.amount < 1 || gross.amount > largest) {
    throw new AppError('invalid_amount', {
      detail: `A price is from 1 to ${largest} minor units. Nothing was changed.`,
    });
  }
}
