import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { listMarkets } from './listMarkets.ts';
import { raiseRevision, recordChange } from './recordChange.ts';
import { tables } from './tables.ts';
import type { Market } from './types.ts';

export type MarketInput = Omit<Market, 'version'> & { version?: number };

/**
 * Creates or replaces a market. Its country and currency never change afterwards: prices, tax and orders are in them.
 *
 * @throws AppError illegal_transition (another country or currency), version_conflict
 */
export async function saveMarket(ctx: Ctx, input: MarketInput): Promise<Market> {
  return once(ctx, 'settings.save_market', async (tx) => {
    const part = `market:${input.code}`;
    const version = await raiseRevision(tx, part, input.version);
    const before = (await listMarkets(tx)).find((market) => market.code === input.code);
    if (before && (before.currency !== input.currency || before.country !== input.country)) {
      throw new AppError('illegal_transition', {
        detail: `Market ${input.code} is ${before.country} in ${before.currency}, and so are its prices. It was not changed; make another market.`,
      });
    }
    const row = { country: input.country, currency: input.currency, languages: input.languages, active: input.active };
    await tables(tx)
      .insertInto('settings.market')
      .values({ code: input.code, ...row })
      .onConflict((conflict) => conflict.column('code').doUpdateSet(row))
      .execute();
    const after: Market = { code: input.code, ...row, version };
    await recordChange(tx, {
      part,
      version,
      event: 'settings.market.changed',
      before: before ?? {},
      after,
      data: { market: input.code },
    });
    return after;
  });
}
