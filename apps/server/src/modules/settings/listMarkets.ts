import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { defaultMarkets, defaultRetailer } from './defaults.ts';
import type { Market } from './types.ts';

/** All markets, built-in ones included until they are saved, by code. One statement. */
export async function listMarkets(ctx: Ctx): Promise<Market[]> {
  const { rows } = await sql<Omit<Market, 'version'> & { version: number | null }>`
    select m.code, m.country, m.currency, m.languages, m.active, v.version
    from settings.market m left join settings.revision v on v.part = 'market:' || m.code`.execute(ctx.db);
  return withBuiltIn(rows.map((row) => ({ ...row, version: row.version ?? 0 })));
}

/** Saved markets, and the built-in ones nobody saved. */
export function withBuiltIn(saved: readonly Market[]): Market[] {
  const codes = new Set(saved.map((market) => market.code));
  return [...saved, ...defaultMarkets.filter((market) => !codes.has(market.code))].sort((a, b) =>
    a.code < b.code ? -1 : 1,
  );
}

/** One statement. @throws AppError not_found */
export async function getMarket(ctx: Ctx, code: string): Promise<Market> {
  const market = (await listMarkets(ctx)).find((candidate) => candidate.code === code);
  if (!market) throw new AppError('not_found', { detail: `There is no market ${code}.` });
  return market;
}

/** The market the retailer sells in where nothing names another. One statement. */
export async function getHomeMarket(ctx: Ctx): Promise<Market> {
  const { rows } = await sql<Omit<Market, 'version'> & { version: number | null; home: string | null }>`
    select m.code, m.country, m.currency, m.languages, m.active, v.version, r.home
    from (select (select default_market from settings.retailer) as home) r
    left join settings.market m on true
    left join settings.revision v on v.part = 'market:' || m.code`.execute(ctx.db);
  const home = rows[0]?.home ?? defaultRetailer.defaultMarket;
  const saved = rows.flatMap(({ home: _home, ...row }) =>
    row.code === null ? [] : [{ ...row, version: row.version ?? 0 }],
  );
  const market = withBuiltIn(saved).find((candidate) => candidate.code === home);
  if (!market) throw new AppError('not_found', { detail: `There is no market ${home}.` });
  return market;
}
