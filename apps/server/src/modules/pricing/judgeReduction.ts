import { appliedPrices } from './appliedPrices.ts';
import { type LowestPrice, lowestIn30Days } from './lowestIn30Days.ts';
import { reductionOf } from './reductionOf.ts';
import type { PriceRow, PromotionSpan } from './types.ts';

/** A promotion as far as its prices are history: with a code it lowers no shown price, but may have been a price asked. */
export interface CountedPromotion extends PromotionSpan {
  /** false: it needs a code. Then it counts as a price asked (for named goods), but is no reduction that is shown. */
  shown: boolean;
}

export interface Judgement {
  /** Minor units */
  unit: number;
  /** Since when the unit price is what it is. */
  since: Date;
  promotionId: string | null;
  prior: LowestPrice | undefined;
  percentOff: number | undefined;
}

/**
 * What a variant costs at an instant and whether that may be announced as a reduction, from its history alone.
 *
 * @returns undefined when it had no price then
 */
export function judgeReduction(
  history: readonly PriceRow[],
  promotions: readonly CountedPromotion[],
  zone: string,
  at: Date,
): Judgement | undefined {
  const shown = appliedPrices(
    history,
    promotions.filter((promotion) => promotion.shown),
  );
  const present = shown.find(({ from, to }) => from <= at && (to === null || at < to));
  if (!present) return undefined;
  const { unit, from: since, promotionId } = present;
  if (promotionId === null) return { unit, since, promotionId, prior: undefined, percentOff: undefined };
  const asked = promotions.every((promotion) => promotion.shown) ? shown : appliedPrices(history, promotions);
  const prior = lowestIn30Days(asked, since, zone);
  return { unit, since, promotionId, prior, percentOff: reductionOf(unit, prior?.lowest)?.percentOff };
}
