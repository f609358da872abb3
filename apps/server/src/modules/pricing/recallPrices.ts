import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Shelf } from '../../kernel/memory.ts';
import { quotePrices } from './quotePrices.ts';
import type { PriceQuote } from './types.ts';

/** A quote from the instant it was made until time alone may change it. */
interface RememberedQuote {
  quote: PriceQuote | undefined;
  from: Date;
  until: Date | null;
}

const keyOf = (market: string, variantId: string) => `${market}:${variantId}`;

const prices: Shelf<RememberedQuote> = {
  name: 'pricing.quotes',
  follows: ['pricing'],
  forgottenBy({ type, data }) {
    if (type === 'pricing.price.changed') return [keyOf(String(data.market), String(data.variantId))];
    // A promotion may be for everything, a tax class for any number of goods.
    return type.startsWith('pricing.') && type !== 'pricing.discount.granted' ? 'all' : undefined;
  },
  most: 50_000,
  mostMs: 5_000,
  holds: ({ from, until }, now) => from <= now && (until === null || now < until),
};

/**
 * What variants cost, for showing: a price changed elsewhere may be seconds old, a promotion begins and ends on time.
 * Whatever binds the shop asks `quotePrices`.
 */
export async function recallPrices(
  ctx: Ctx,
  market: string,
  variantIds: readonly string[],
): Promise<Map<string, PriceQuote>> {
  if (!ctx.memory.isAwake() || ctx.db.isTransaction) return quotePrices(ctx, market, variantIds);
  const keys = variantIds.map((variantId) => keyOf(market, variantId));
  const recalled = await ctx.memory.recall(ctx, prices, keys, async (missing) => {
    const ids = missing.map((key) => key.slice(market.length + 1));
    const from = ctx.clock.now();
    const [quotes, until] = await Promise.all([quotePrices(ctx, market, ids), nextChange(ctx, market, from)]);
    return new Map(missing.map((key, index) => [key, { quote: quotes.get(ids[index] ?? ''), from, until }]));
  });
  const found = new Map<string, PriceQuote>();
  for (const { quote } of recalled.values()) if (quote) found.set(quote.variantId, quote);
  return found;
}

/** The next instant at which a promotion of the market begins or ends or a tax rate begins; null when none is known. */
async function nextChange(ctx: Ctx, market: string, now: Date): Promise<Date | null> {
  const { rows } = await sql<{ next: Date | null }>`
    select least(
      (select min(m.starts_at) from pricing.promotion m where m.market = ${market} and m.starts_at > ${now}),
      (select min(coalesce(m.ends_at, 'infinity')) from pricing.promotion m where m.market = ${market} and m.ends_at is not null
        and coalesce(m.ends_at, 'infinity'::timestamptz) > ${now}),
      (select min(r.valid_from) from pricing.tax_rate r where r.market = ${market} and r.valid_from > ${now})
    ) as next`.execute(ctx.db);
  return rows[0]?.next ?? null;
}
