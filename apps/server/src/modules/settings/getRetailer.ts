import { sql } from 'kysely';
import type { Ctx, Language } from '../../kernel/context.ts';
import { defaultRetailer } from './defaults.ts';
import type { LegalFacts, Retailer } from './types.ts';

/** The retailer; on an empty database an unnamed one in Europe/Warsaw. One statement. */
export async function getRetailer(ctx: Ctx): Promise<Retailer> {
  const { rows } = await sql<{
    name: string;
    zone: string;
    default_market: string;
    default_language: Language;
    legal: LegalFacts;
    version: number | null;
  }>`
    select r.name, r.zone, r.default_market, r.default_language, r.legal, v.version
    from settings.retailer r left join settings.revision v on v.part = 'retailer'`.execute(ctx.db);
  const row = rows[0];
  if (!row) return { ...defaultRetailer };
  return {
    name: row.name,
    zone: row.zone,
    defaultMarket: row.default_market,
    defaultLanguage: row.default_language,
    legal: { ...defaultRetailer.legal, ...row.legal },
    version: row.version ?? 0,
  };
}
