import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { LocalizedText } from '../../kernel/schemas.ts';
import { appliedPrices } from './appliedPrices.ts';
import type { CountedPromotion } from './judgeReduction.ts';
import { type CountedRow, counts, isFor, toCounted } from './readPricing.ts';
import type { AppliedPrice, PriceRow } from './types.ts';

export interface HistoryRow extends PriceRow {
  reason: string;
  actor: string;
}

export interface HistoryPromotion extends CountedPromotion {
  name: LocalizedText;
}

export interface PriceHistory {
  variantId: string;
  market: string;
  currency: string | null;
  /** Regular prices, oldest first. */
  rows: HistoryRow[];
  /** Promotions that lowered it, lower it, or will, by start. */
  promotions: HistoryPromotion[];
  /** What was really asked, oldest first: the evidence a 30-day low is judged by. */
  applied: AppliedPrice[];
}

/** Everything a variant ever cost in a market. Two statements. */
export async function priceHistory(ctx: Ctx, variantId: string, market: string): Promise<PriceHistory> {
  const prices = await sql<{
    gross: number;
    currency: string;
    valid_from: Date;
    valid_to: Date | null;
    reason: string;
    actor: string;
  }>`
    select gross, currency, valid_from, valid_to, reason, actor from pricing.price
    where variant_id = ${variantId} and market = ${market} order by valid_from`.execute(ctx.db);
  const promotions = await sql<
    Omit<CountedRow, 'starts_at' | 'ends_at'> & { starts_at: Date; ends_at: Date | null; name: LocalizedText }
  >`
    select m.id, m.basis_points, m.starts_at, m.ends_at, m.code is null as shown, m.name from pricing.promotion m
    where m.market = ${market} and ${counts} and ${isFor(sql`${variantId}::uuid`)}
      and coalesce(m.ends_at, 'infinity') > m.starts_at
    order by m.starts_at, m.id`.execute(ctx.db);
  const rows = prices.rows.map(
    (row): HistoryRow => ({
      gross: row.gross,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      reason: row.reason,
      actor: row.actor,
    }),
  );
  const counted = promotions.rows.map(
    (row): HistoryPromotion => ({
      ...toCounted({ ...row, starts_at: row.starts_at.toISOString(), ends_at: row.ends_at?.toISOString() ?? null }),
      name: row.name,
    }),
  );
  return {
    variantId,
    market,
    currency: prices.rows.at(-1)?.currency ?? null,
    rows,
    promotions: counted,
    applied: appliedPrices(rows, counted),
  };
}
