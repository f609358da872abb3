import { localDate, startOfDay } from '../locations/index.ts';
import { type LowestPrice, lowestIn30Days } from './lowestIn30Days.ts';
import type { PriceHistory } from './priceHistory.ts';
import { reductionOf } from './reductionOf.ts';

export interface ExplainedReduction {
  /** The day the reduction would begin, 'YYYY-MM-DD' */
  date: string;
  prior: LowestPrice | undefined;
  /** What announcing `proposed` as reduced from that day would come to. */
  badge:
    | { shown: boolean; percentOff: number | null; why: 'below_prior' | 'not_below_prior' | 'no_prior_price' }
    | undefined;
}

/**
 * What the law makes of a price before anybody saves it: the 30-day low of a reduction that begins on a date, and whether
 * a proposed price may carry a badge, with the reason (and in `prior`, the day it rests on). Pure. A day that has not come yet counts as if prices and
 * promotions went on as planned.
 *
 * @param date undefined = it begins at `now`
 * @param proposed minor units
 */
export function explainReduction(
  history: PriceHistory,
  zone: string,
  options: { date: string | undefined; proposed: number | undefined; now: Date },
): ExplainedReduction {
  const today = localDate(zone, options.now);
  const start = options.date === undefined || options.date === today ? options.now : startOfDay(zone, options.date);
  const date = localDate(zone, start);
  const prior = lowestIn30Days(history.applied, start, zone);
  const { proposed } = options;
  if (proposed === undefined) return { date, prior, badge: undefined };
  const reduction = reductionOf(proposed, prior?.lowest);
  const shown = reduction !== undefined;
  const why = !prior ? 'no_prior_price' : shown ? 'below_prior' : 'not_below_prior';
  return { date, prior, badge: { shown, percentOff: reduction?.percentOff ?? null, why } };
}
