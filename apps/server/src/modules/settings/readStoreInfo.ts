import { sql } from 'kysely';
import type { Ctx, Language } from '../../kernel/context.ts';
import type { LocalizedText } from '../../kernel/schemas.ts';
import { defaultRetailer } from './defaults.ts';
import { withBuiltIn } from './listMarkets.ts';
import type { LegalFacts, Market, PolicyKind, Retailer } from './types.ts';

export interface StoreInfo {
  retailer: Omit<Retailer, 'version'>;
  markets: Omit<Market, 'version' | 'active'>[];
  /** The languages of all active markets, the retailer's own first. */
  languages: Language[];
  policies: { kind: PolicyKind; text: LocalizedText }[];
}

interface StoreInfoRow {
  retailer: {
    name: string;
    zone: string;
    default_market: string;
    default_language: Language;
    legal: LegalFacts;
  } | null;
  markets: Omit<Market, 'version'>[] | null;
  policies: StoreInfo['policies'] | null;
}

/** What every page of the shop needs to know about its shop. One statement. */
export async function readStoreInfo(ctx: Ctx): Promise<StoreInfo> {
  const { rows } = await sql<StoreInfoRow>`
    select (select to_jsonb(r) from settings.retailer r) as retailer,
      (select jsonb_agg(m) from settings.market m) as markets,
      (select jsonb_agg(jsonb_build_object('kind', p.kind, 'text', p.text) order by p.kind) from settings.policy p) as policies`.execute(
    ctx.db,
  );
  const { version: _, ...builtIn } = defaultRetailer;
  const saved = rows[0]?.retailer;
  const retailer = saved
    ? {
        name: saved.name,
        zone: saved.zone,
        defaultMarket: saved.default_market,
        defaultLanguage: saved.default_language,
        legal: { ...builtIn.legal, ...saved.legal },
      }
    : builtIn;
  const markets = withBuiltIn((rows[0]?.markets ?? []).map((market) => ({ ...market, version: 0 }))).filter(
    (market) => market.active,
  );
  return {
    retailer,
    markets: markets.map(({ code, country, currency, languages }) => ({ code, country, currency, languages })),
    languages: [...new Set([retailer.defaultLanguage, ...markets.flatMap((market) => market.languages)])],
    policies: rows[0]?.policies ?? [],
  };
}
