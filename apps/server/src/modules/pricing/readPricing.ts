import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { LocalizedText } from '../../kernel/schemas.ts';
import type { CountedPromotion } from './judgeReduction.ts';
import type { PriceRow } from './types.ts';

/** A variant's present price, and where a promotion lowers it, as much of its past as its reduction is judged by. */
export interface PricingRow {
  variant_id: string;
  gross: number;
  currency: string;
  valid_from: Date;
  tax_class: string;
  rate_bp: number;
  promotion: { id: string; name: LocalizedText; zone: string } | null;
  history: { gross: number; valid_from: string; valid_to: string | null }[] | null;
  promotions: CountedRow[] | null;
}

export interface CountedRow {
  id: string;
  basis_points: number;
  starts_at: string;
  ends_at: string | null;
  shown: boolean;
}

/** SQL: promotion `m` is for the variant in `variantId`. */
export const isFor = (variantId: RawBuilder<unknown>) => sql`(m.scope = 'all' or exists (
  select 1 from pricing.promotion_variant v where v.promotion_id = m.id and v.variant_id = ${variantId}))`;

/**
 * SQL: the price asked under promotion `m` counts in the lowest of 30 days. Without a code everyone paid it; with one,
 * when it was for named goods (a code open to all); a code on the whole cart is no price of any goods.
 */
export const counts = sql`(m.code is null or m.scope = 'variants')`;

export const countedJson = sql`jsonb_build_object('id', m.id, 'basis_points', m.basis_points, 'starts_at', m.starts_at,
  'ends_at', m.ends_at, 'shown', m.code is null)`;

/**
 * Present prices of variants with tax, promotion and past, in one statement for any number of them. A variant without a
 * price, or in a market without a tax rate for it, is not among the rows.
 */
export async function readPricing(ctx: Ctx, market: string, variantIds: readonly string[]): Promise<PricingRow[]> {
  if (variantIds.length === 0) return [];
  const now = ctx.clock.now();
  const { rows } = await sql<PricingRow>`
    select p.variant_id, p.gross, p.currency, p.valid_from, c.tax_class, r.rate_bp,
      case when b.id is not null then jsonb_build_object('id', b.id, 'name', b.name, 'zone', b.zone) end as promotion,
      h.history, q.promotions
    from pricing.price p
    left join pricing.variant_tax t on t.variant_id = p.variant_id
    cross join lateral (select coalesce(t.tax_class, 'standard') as tax_class) c
    join lateral (
      select rate_bp from pricing.tax_rate where market = p.market and tax_class = c.tax_class and valid_from <= ${now}
      order by valid_from desc limit 1
    ) r on true
    left join lateral (
      select m.id, m.name, m.zone, m.starts_at as since from pricing.promotion m
      where m.market = p.market and m.code is null and m.starts_at <= ${now}
        and coalesce(m.ends_at, 'infinity') > ${now} and ${isFor(sql`p.variant_id`)}
      order by m.basis_points desc, m.starts_at, m.id limit 1
    ) b on true
    -- A reduction begins with its promotion or later, and its window 30 calendar days before that day: 32 times 24 hours
    -- reach over any clock change.
    left join lateral (
      select jsonb_agg(jsonb_build_object('gross', x.gross, 'valid_from', x.valid_from, 'valid_to', x.valid_to)) as history
      from pricing.price x where x.variant_id = p.variant_id and x.market = p.market
        and coalesce(x.valid_to, 'infinity') > b.since - interval '768 hours'
    ) h on b.id is not null
    left join lateral (
      select jsonb_agg(${countedJson}) as promotions from pricing.promotion m
      where m.market = p.market and ${counts} and m.starts_at <= ${now}
        and coalesce(m.ends_at, 'infinity') > b.since - interval '768 hours' and ${isFor(sql`p.variant_id`)}
    ) q on b.id is not null
    where p.market = ${market} and p.valid_to is null and p.variant_id = any(${[...variantIds]}::uuid[])`.execute(
    ctx.db,
  );
  return rows;
}

export const toPriceRow = (row: { gross: number; valid_from: string; valid_to: string | null }): PriceRow => ({
  gross: row.gross,
  validFrom: new Date(row.valid_from),
  validTo: row.valid_to === null ? null : new Date(row.valid_to),
});

export const toCounted = (row: CountedRow): CountedPromotion => ({
  promotionId: row.id,
  basisPoints: row.basis_points,
  startsAt: new Date(row.starts_at),
  endsAt: row.ends_at === null ? null : new Date(row.ends_at),
  shown: row.shown,
});
