import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { decodeCursor, toPage } from '../../kernel/page.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { LocalizedText } from '../../kernel/schemas.ts';
import type { CodePromotion, Promotion, PromotionState } from './types.ts';

interface PromotionRow {
  id: string;
  market: string;
  name: LocalizedText;
  basis_points: number;
  scope: 'all' | 'variants';
  variant_ids: string[] | null;
  code: string | null;
  starts_at: Date;
  ends_at: Date | null;
  archived_at: Date | null;
  version: number;
}

const columns = sql`m.id, m.market, m.name, m.basis_points, m.scope, m.code, m.starts_at, m.ends_at, m.archived_at, m.version`;

/** One statement. @throws AppError not_found */
export async function getPromotion(ctx: Ctx, id: string): Promise<Promotion> {
  const { rows } = await sql<PromotionRow>`
    select ${columns}, array(select variant_id from pricing.promotion_variant v where v.promotion_id = m.id order by 1) as variant_ids
    from pricing.promotion m where m.id = ${id}`.execute(ctx.db);
  const row = rows[0];
  if (!row) throw new AppError('not_found', { detail: `There is no promotion ${id}.` });
  return toPromotion(row, ctx.clock.now());
}

export type ListedPromotion = Omit<Promotion, 'variantIds'> & { variantCount: number | null };

/** Promotions, the latest start first. One statement a page; `variantCount` null = all goods. */
export async function listPromotions(
  ctx: Ctx,
  filter: { market?: string; state?: PromotionState; cursor?: string; limit?: number },
): Promise<{ items: ListedPromotion[]; nextCursor: string | null }> {
  const limit = filter.limit ?? 50;
  const after = decodeCursor(filter.cursor, ['instant', 'id']);
  const now = ctx.clock.now();
  const { rows } = await sql<PromotionRow & { variant_count: number }>`
    select ${columns}, (select count(*) from pricing.promotion_variant v where v.promotion_id = m.id) as variant_count
    from pricing.promotion m
    where (${filter.market ?? null}::text is null or m.market = ${filter.market ?? null})
      and ${inState(filter.state, now)}
      and ${after ? sql`(m.starts_at, m.id) < (${String(after[0])}::timestamptz, ${String(after[1])}::uuid)` : sql`true`}
    order by m.starts_at desc, m.id desc limit ${limit + 1}`.execute(ctx.db);
  const page = toPage(rows, limit, (row) => [row.starts_at.toISOString(), row.id]);
  return {
    nextCursor: page.nextCursor,
    items: page.items.map((row) => {
      const { variantIds: _, ...promotion } = toPromotion(row, now);
      return { ...promotion, variantCount: row.scope === 'all' ? null : row.variant_count };
    }),
  };
}

function inState(state: PromotionState | undefined, now: Date): RawBuilder<unknown> {
  const notArchived = sql`m.archived_at is null`;
  switch (state) {
    case undefined:
      return notArchived;
    case 'archived':
      return sql`m.archived_at is not null`;
    case 'scheduled':
      return sql`${notArchived} and m.starts_at > ${now}`;
    case 'active':
      return sql`${notArchived} and m.starts_at <= ${now} and coalesce(m.ends_at, 'infinity') > ${now}`;
    case 'ended':
      return sql`${notArchived} and m.ends_at <= ${now} and m.starts_at <= ${now}`;
  }
}

/**
 * The promotion a code gives right now, its variants cut to those asked about. One statement.
 *
 * @param code as typed: case, spaces around it do not matter
 */
export async function promotionByCode(
  ctx: Ctx,
  code: string,
  options: { market?: string; variantIds?: readonly string[] } = {},
): Promise<Result<CodePromotion, 'promotion_code_invalid'>> {
  const now = ctx.clock.now();
  const asked = options.variantIds ? sql`and v.variant_id = any(${[...options.variantIds]}::uuid[])` : sql``;
  const { rows } = await sql<PromotionRow>`
    select ${columns}, array(select variant_id from pricing.promotion_variant v where v.promotion_id = m.id ${asked} order by 1) as variant_ids
    from pricing.promotion m
    where m.code = ${normaliseCode(code)} and m.archived_at is null and m.starts_at <= ${now}
      and coalesce(m.ends_at, 'infinity') > ${now}
      and (${options.market ?? null}::text is null or m.market = ${options.market ?? null})`.execute(ctx.db);
  const row = rows[0];
  if (!row?.code) {
    return refuse('promotion_code_invalid', {
      detail: 'This code is unknown, has not begun or has ended. Your cart is kept; check the code.',
    });
  }
  const { id, name, basisPoints, variantIds } = toPromotion(row, now);
  return ok({ id, name, basisPoints, variantIds, code: row.code });
}

export const normaliseCode = (code: string): string => code.trim().toUpperCase();

export function stateOf(
  row: { starts_at: Date; ends_at: Date | null; archived_at: Date | null },
  now: Date,
): PromotionState {
  if (row.archived_at) return 'archived';
  if (row.starts_at > now) return 'scheduled';
  return row.ends_at !== null && row.ends_at <= now ? 'ended' : 'active';
}

function toPromotion(row: PromotionRow, now: Date): Promotion {
  return {
    id: row.id,
    market: row.market,
    name: row.name,
    basisPoints: row.basis_points,
    variantIds: row.scope === 'all' ? 'all' : (row.variant_ids ?? []),
    code: row.code,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    archivedAt: row.archived_at,
    state: stateOf(row, now),
    version: row.version,
  };
}
