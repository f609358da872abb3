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

/**
 * Present prices of variants with tax, promotion and past, in one statement for any number of them. A variant without a
 * price, or in a market without a tax rate for it, is not among the rows.
 */
export async function readPricing(ctx: Ctx, market: string, variantIds: readonly string[]): Promise<PricingRow[]> {
  if (variantIds.length === 0) return [];
  const { rows } = await sql<PricingRow>`
    select * from pricing.quote(${market}, ${[...variantIds]}::uuid[], ${ctx.clock.now()})`.execute(ctx.db);
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
