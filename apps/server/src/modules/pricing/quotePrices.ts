import type { Ctx } from '../../kernel/context.ts';
import { judgeReduction } from './judgeReduction.ts';
import { type PricingRow, readPricing, toCounted, toPriceRow } from './readPricing.ts';
import type { PriceQuote } from './types.ts';

/**
 * What variants cost in a market now: the same for every channel. One statement for any number of variants. A variant
 * that has no price there (or no tax rate) is not in the map: it is not for sale.
 */
export async function quotePrices(
  ctx: Ctx,
  market: string,
  variantIds: readonly string[],
): Promise<Map<string, PriceQuote>> {
  const now = ctx.clock.now();
  const rows = await readPricing(ctx, market, [...new Set(variantIds)]);
  return new Map(rows.map((row) => [row.variant_id, toQuote(row, market, now)]));
}

function toQuote(row: PricingRow, market: string, now: Date): PriceQuote {
  const list = { amount: row.gross, currency: row.currency };
  const quote: PriceQuote = {
    variantId: row.variant_id,
    market,
    list,
    unit: list,
    reduction: null,
    taxClass: row.tax_class,
    taxRateBp: row.rate_bp,
    validFrom: row.valid_from,
  };
  if (!row.promotion) return quote;
  const history = (row.history ?? []).map(toPriceRow);
  // A price set in this very millisecond by a server whose clock is ahead is in force already: it is the open row.
  const at = now > row.valid_from ? now : row.valid_from;
  const judged = judgeReduction(history, (row.promotions ?? []).map(toCounted), row.promotion.zone, at);
  if (!judged) return quote;
  const reduced = { ...quote, unit: { amount: judged.unit, currency: row.currency }, validFrom: judged.since };
  if (judged.promotionId !== row.promotion.id || judged.percentOff === undefined || !judged.prior) return reduced;
  return {
    ...reduced,
    reduction: {
      promotionId: row.promotion.id,
      name: row.promotion.name,
      lowest30: { amount: judged.prior.lowest, currency: row.currency },
      percentOff: judged.percentOff,
    },
  };
}
