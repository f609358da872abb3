import { shareOf } from '../../kernel/money.ts';
import type { AppliedPrice, PriceRow, PromotionSpan } from './types.ts';

/** A gross price less a percentage in basis points; the discount is rounded half up to whole minor units. */
export function reducedBy(gross: number, basisPoints: number): number {
  return gross - shareOf(gross, basisPoints);
}

/**
 * The one promotion that applies: the largest percentage, of equals the one that began first, then the smaller id.
 * Promotions do not add up; only one code comes on top of them, in the cart.
 */
export function bestPromotion<P extends PromotionSpan>(promotions: readonly P[], at: Date): P | undefined {
  let best: P | undefined;
  for (const promotion of promotions) {
    if (promotion.startsAt > at || (promotion.endsAt !== null && promotion.endsAt <= at)) continue;
    if (best === undefined || isBetter(promotion, best)) best = promotion;
  }
  return best;
}

function isBetter(a: PromotionSpan, b: PromotionSpan): boolean {
  if (a.basisPoints !== b.basisPoints) return a.basisPoints > b.basisPoints;
  if (a.startsAt.getTime() !== b.startsAt.getTime()) return a.startsAt < b.startsAt;
  return a.promotionId < b.promotionId;
}

/**
 * The prices that were really asked, one after another without gaps: regular prices with promotions applied. A stretch
 * ends where the price or what lowered it changes, so its beginning is the beginning of a reduction.
 */
export function appliedPrices(history: readonly PriceRow[], promotions: readonly PromotionSpan[]): AppliedPrice[] {
  const stretches: AppliedPrice[] = [];
  const rows = [...history].sort((a, b) => a.validFrom.getTime() - b.validFrom.getTime());
  for (const row of rows) {
    for (const from of cutsWithin(row, promotions)) {
      const promotion = bestPromotion(promotions, from);
      const unit = promotion ? reducedBy(row.gross, promotion.basisPoints) : row.gross;
      const promotionId = promotion?.promotionId ?? null;
      const last = stretches.at(-1);
      if (last?.to === null) last.to = from;
      if (last?.to?.getTime() === from.getTime() && last.unit === unit && last.promotionId === promotionId)
        last.to = null;
      else stretches.push({ unit, from, to: null, promotionId });
    }
    const last = stretches.at(-1);
    if (last) last.to = row.validTo;
  }
  return stretches;
}

/** The instants within a row's time at which the promotion in force may change, the row's beginning first. */
function cutsWithin(row: PriceRow, promotions: readonly PromotionSpan[]): Date[] {
  const from = row.validFrom.getTime();
  const to = row.validTo?.getTime() ?? Number.POSITIVE_INFINITY;
  const cuts = new Set([from]);
  for (const { startsAt, endsAt } of promotions) {
    for (const cut of [startsAt.getTime(), endsAt?.getTime() ?? from]) if (cut > from && cut < to) cuts.add(cut);
  }
  return [...cuts].sort((a, b) => a - b).map((cut) => new Date(cut));
}
