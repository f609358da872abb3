import { sql } from 'kysely';
import { audit } from '../../kernel/audit.ts';
import { actorKey, type Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import type { Money } from '../../kernel/money.ts';
import { emit } from '../../kernel/outbox.ts';
import { getMarket } from '../settings/index.ts';
import { checkPrice } from './checkPrice.ts';
import { lockPrices, raiseVersions, readCurrent } from './lockPrices.ts';
import { getTaxRates, setTaxClasses } from './taxes.ts';

export interface PriceInput {
  variantId: string;
  gross: Money;
  /** As the catalogue has it; left out: it stays ('standard' at first). */
  taxClass?: string;
}

export interface PriceChange {
  variantId: string;
  from: Money | null;
  to: Money;
}

/**
 * Sets regular prices from now on. A price that is what it was already leaves no trace in the history. A constant number
 * of statements for up to 500 variants, one transaction.
 *
 * @throws AppError invalid_request, invalid_amount, mixed_currencies, not_found (market)
 */
export async function setPrices(
  ctx: Ctx,
  input: { market: string; prices: readonly PriceInput[]; reason: string },
): Promise<{ changed: PriceChange[]; unchanged: number }> {
  const { market, prices, reason } = input;
  const ids = prices.map((price) => price.variantId);
  if (new Set(ids).size !== ids.length)
    throw new AppError('invalid_request', { detail: 'A variant stands twice. Nothing was changed.' });
  const { currency } = await getMarket(ctx, market);
  for (const { gross } of prices) checkPrice(gross, currency);
  return once(ctx, 'pricing.set_prices', async (tx) => {
    const rates = await getTaxRates(tx, market);
    const unknown = prices.find((price) => !rates.has(price.taxClass ?? 'standard'));
    if (unknown) {
      throw new AppError('invalid_request', {
        detail: `Market ${market} has no tax rate for ${unknown.taxClass ?? 'standard'}. Nothing was changed.`,
      });
    }
    await setTaxClasses(
      tx,
      prices.flatMap(({ variantId, taxClass }) => (taxClass === undefined ? [] : [{ variantId, taxClass }])),
    );
    const versions = await lockPrices(tx, market, ids);
    const current = await readCurrent(tx, market, ids);
    const now = tx.clock.now().getTime();
    const steps = prices.flatMap(({ variantId, gross }) => {
      const before = current.get(variantId);
      if (before?.gross === gross.amount) return [];
      // Two changes within a millisecond, or a server whose clock is behind: the later one still comes later.
      const at = new Date(Math.max(now, before ? before.validFrom.getTime() + 1 : now));
      return [{ id: tx.newId(), variantId, gross: gross.amount, before, at }];
    });
    if (steps.length === 0) return { changed: [], unchanged: prices.length };

    const ended = steps.filter((step) => step.before);
    await sql`update pricing.price p set valid_to = e.at
      from unnest(${ended.map((step) => step.before?.id)}::uuid[], ${ended.map((step) => step.at)}::timestamptz[]) as e(id, at)
      where p.id = e.id`.execute(tx.db);
    await sql`
      insert into pricing.price (id, variant_id, market, gross, currency, valid_from, previous_to, reason, actor)
      select id, variant_id, ${market}, gross, ${currency}, at, case when follows then at end, ${reason}, ${actorKey(tx.actor)}
      from unnest(${steps.map((step) => step.id)}::uuid[], ${steps.map((step) => step.variantId)}::uuid[],
        ${steps.map((step) => step.gross)}::bigint[], ${steps.map((step) => step.at)}::timestamptz[],
        ${steps.map((step) => step.before !== undefined)}::boolean[]) as s(id, variant_id, gross, at, follows)`.execute(
      tx.db,
    );
    await raiseVersions(
      tx,
      market,
      steps.map((step) => step.variantId),
    );
    const changed = steps.map(
      (step): PriceChange => ({
        variantId: step.variantId,
        from: step.before ? { amount: step.before.gross, currency } : null,
        to: { amount: step.gross, currency },
      }),
    );
    await emit(
      tx,
      ...changed.map((change) => ({
        type: 'pricing.price.changed' as const,
        aggregate: 'price',
        aggregateId: `${change.variantId}:${market}`,
        aggregateVersion: (versions.get(change.variantId) ?? 0) + 1,
        data: { variantId: change.variantId, market, from: change.from, to: change.to },
      })),
    );
    await audit(tx, {
      act: 'pricing.set_prices',
      target: 'market',
      targetId: market,
      reason,
      after: { prices: changed },
    });
    return { changed, unchanged: prices.length - changed.length };
  });
}
