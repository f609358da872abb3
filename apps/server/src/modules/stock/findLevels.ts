import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/**
 * - `short`: more is promised or kept back than is there: somebody may come in vain
 * - `empty`: nothing free, something expected or not
 * - `held`: something is reserved
 * - `incoming`: something is on its way
 * - `damaged`: something may not be sold
 */
export const levelStates = ['short', 'empty', 'held', 'incoming', 'damaged'] as const;
export type LevelState = (typeof levelStates)[number];

const most = 5_000;

/** Variants that have a level in this state, in one location or in any; at most 5,000. One statement. */
export async function findLevels(
  ctx: Ctx,
  query: { state: LevelState; locationId?: string | undefined },
): Promise<string[]> {
  const condition = {
    short: sql`free < 0 and reserved > 0`,
    empty: sql`free <= 0`,
    held: sql`reserved > 0`,
    incoming: sql`incoming > 0`,
    damaged: sql`damaged > 0`,
  }[query.state];
  const { rows } = await sql<{ variant_id: string }>`
    select distinct variant_id from stock.level_now where ${condition}
      ${query.locationId ? sql`and location_id = ${query.locationId}` : sql``} limit ${most}`.execute(ctx.db);
  return rows.map((row) => row.variant_id);
}
