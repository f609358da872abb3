import { inTransaction } from '../../../apps/server/src/kernel/database.ts';
import { startOfDay } from '../../../apps/server/src/modules/locations/index.ts';
import { importPrices, importPromotion } from '../../../apps/server/src/modules/pricing/index.ts';
import { addDays, entries, priceHistory, promotionsOn } from '../../velora/index.ts';
import { readDirectory } from '../directory.ts';
import { CURRENCY, inSlices, type Loading, MARKET } from '../loading.ts';

/** Prices with their past, so that the lowest of 30 days is known. Variants that have a price are left alone. */
export async function savePrices({ ctx, today, tell }: Loading): Promise<void> {
  const directory = await readDirectory(ctx);
  const taxClasses = new Map(entries.map(({ product, variant }) => [variant.sku, product.taxClass]));
  const rows = priceHistory(today).map((entry) => ({
    variantId: directory.variant(entry.sku).id,
    market: MARKET,
    gross: { amount: entry.amountMinor, currency: CURRENCY },
    validFrom: startOfDay(today.zone, entry.from),
    taxClass: taxClasses.get(entry.sku) ?? 'standard',
    reason: entry.reason,
  }));
  const variantIds = [...new Set(rows.map((row) => row.variantId))];
  let done = 0;
  for (const slice of inSlices(variantIds, 200)) {
    const wanted = new Set(slice);
    await importPrices(
      ctx,
      rows.filter((row) => wanted.has(row.variantId)),
    );
    done += slice.length;
    tell(done, variantIds.length);
  }
}

/** The promotion that has been running for some days, and the code. Each with its mark, because a second one would be another. */
export async function savePromotions({ ctx, today, log, tell }: Loading): Promise<void> {
  const directory = await readDirectory(ctx);
  const promotions = promotionsOn(today);
  for (const [index, promotion] of promotions.entries()) {
    const mark = `promotion:${promotion.code}`;
    if (!log.isDone(mark)) {
      await inTransaction(ctx, async (tx) => {
        await importPromotion(tx, {
          market: MARKET,
          name: { ...promotion.name },
          basisPoints: promotion.percent * 100,
          variantIds: promotion.skus === null ? 'all' : promotion.skus.map((sku) => directory.variant(sku).id),
          code: promotion.trigger === 'code' ? promotion.code : null,
          startsAt: startOfDay(today.zone, promotion.startsOn),
          endsAt: startOfDay(today.zone, addDays(promotion.endsOn, 1)),
        });
        await log.markDone(tx, mark);
      });
    }
    tell(index + 1, promotions.length);
  }
}
