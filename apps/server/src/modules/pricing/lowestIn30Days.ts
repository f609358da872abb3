import { addDays, localDate, startOfDay } from '../locations/index.ts';
import type { AppliedPrice } from './types.ts';

export interface LowestPrice {
  /** Minor units */
  lowest: number;
  /** The first day of the window on which it was asked, 'YYYY-MM-DD' in the retailer's zone. */
  on: string;
  /** First and last day looked at. */
  window: { from: string; to: string };
}

/**
 * The prior price of Directive 98/6/EC art. 6a (Polish act on informing about prices, art. 4): the lowest price applied
 * in the 30 consecutive calendar days that end on the day before the reduction begins (UOKiK, May 2023), in the
 * retailer's zone. Promotional prices were applied too and count. Goods on sale for fewer days: the lowest since they
 * were first offered; goods first offered on the very day: the lowest from then until the reduction.
 *
 * Its inputs never change once the reduction has begun (the history is append-only and promotions end in the future
 * only), so neither does the figure: it does not slide while the reduction runs. Each further cut begins anew.
 *
 * @param applied from `appliedPrices`, counted promotions among them
 * @returns undefined when nothing was offered before: then there is no prior price and no reduction to announce
 */
export function lowestIn30Days(
  applied: readonly AppliedPrice[],
  reductionStart: Date,
  zone: string,
): LowestPrice | undefined {
  const day = localDate(zone, reductionStart);
  const window = { from: addDays(day, -30), to: addDays(day, -1) };
  const [windowStart, windowEnd] = [startOfDay(zone, window.from), startOfDay(zone, day)];
  const found = lowestBetween(applied, windowStart, windowEnd) ?? lowestBetween(applied, windowStart, reductionStart);
  return found && { lowest: found.unit, on: localDate(zone, found.at), window };
}

/** The lowest price that was asked within a time, and when first; undefined where nothing was. */
export function lowestBetween(
  applied: readonly AppliedPrice[],
  from: Date,
  to: Date,
): { unit: number; at: Date } | undefined {
  let best: { unit: number; at: Date } | undefined;
  for (const price of applied) {
    const at = price.from > from ? price.from : from;
    const until = price.to !== null && price.to < to ? price.to : to;
    if (at >= until) continue;
    if (best === undefined || price.unit < best.unit) best = { unit: price.unit, at };
  }
  return best;
}
