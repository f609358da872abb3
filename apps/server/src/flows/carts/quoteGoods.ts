import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { NewLine, Terms, Way } from '../../modules/carts/index.ts';
import { getVariants } from '../../modules/catalogue/index.ts';
import { getLocations, type Location } from '../../modules/locations/index.ts';
import { type PriceQuote, quotePrices } from '../../modules/pricing/index.ts';
import type { Market } from '../../modules/settings/index.ts';

/** How long a price stands for goods nobody holds; a hold makes it last as long as itself. */
export const quoteHours = 24;

export interface WantedGoods {
  variantId: string;
  quantity: number;
  way: Way;
}

/** The price of now, promised to the customer for `quoteHours`. */
export function termsOf(ctx: Ctx, quote: PriceQuote): Terms {
  const now = ctx.clock.now();
  return {
    unit: quote.unit,
    quotedAt: now.toISOString(),
    validUntil: new Date(now.getTime() + quoteHours * 3_600_000).toISOString(),
    channel: ctx.channel,
  };
}

/**
 * Lines as a cart takes them: goods that exist and are sold, by a way that is offered, at today's price. Three statements
 * for any number of lines. More than there is may be wanted: the cart's view says what is there.
 *
 * @throws AppError not_found, archived
 */
export async function quoteGoods(
  ctx: Ctx,
  market: Market,
  wanted: readonly WantedGoods[],
): Promise<Result<NewLine[], 'price_missing' | 'not_offered'>> {
  const variantIds = wanted.map((line) => line.variantId);
  const variants = await getVariants(ctx, variantIds);
  for (const id of variantIds) {
    const variant = variants.get(id);
    if (!variant) throw new AppError('not_found', { detail: 'There are no such goods.', variantId: id });
    if (variant.archived) throw new AppError('archived', { detail: 'This is no longer sold.', variantId: id });
  }
  const refused = await checkWays(
    ctx,
    wanted.map((line) => line.way),
  );
  if (!refused.ok) return refused;
  const quotes = await quotePrices(ctx, market.code, variantIds);
  const lines: NewLine[] = [];
  for (const { variantId, quantity, way } of wanted) {
    const quote = quotes.get(variantId);
    if (!quote)
      return refuse('price_missing', { detail: 'This has no price here, so it cannot be bought.', variantId });
    lines.push({ variantId, quantity, way, terms: termsOf(ctx, quote) });
  }
  return ok(lines);
}

/** @throws AppError not_found, archived */
export async function checkWays(ctx: Ctx, ways: readonly Way[]): Promise<Result<undefined, 'not_offered'>> {
  const collected = ways.filter((way) => way.method !== 'delivery');
  const locations = await getLocations(ctx, [...new Set(collected.map((way) => way.locationId))]);
  for (const way of collected) {
    const location = locations.get(way.locationId);
    if (!location) throw new AppError('not_found', { detail: 'There is no such location.' });
    if (location.archivedAt) throw new AppError('archived', { detail: `${location.name} is closed for good.` });
    if (!isOffered(way.method, location)) {
      return refuse('not_offered', { detail: `${location.name} does not hand out goods this way. Choose another.` });
    }
  }
  return ok(undefined);
}

const isOffered = (method: Way['method'], location: Location): boolean =>
  location.kind === 'store' && (method === 'in_store' || location.capabilities.includes('pickup'));
