import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/**
 * How old what the books say is: when the goods themselves were last counted, delivered, sold, moved or imported, by
 * variant and location. A hold is no such moment: nobody looked. One statement for any number of variants.
 */
export async function lastSeen(
  ctx: Ctx,
  variantIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, Date>>> {
  const seen = new Map<string, Map<string, Date>>();
  if (variantIds.length === 0) return seen;
  const { rows } = await sql<{ variant_id: string; location_id: string; at: Date }>`
    select l.variant_id, l.location_id, m.at
    from stock.level l
    cross join lateral (
      select m.at from stock.movement m
      where m.variant_id = l.variant_id and m.location_id = l.location_id
        and m.kind not in ('reserve', 'release', 'expire', 'supersede')
      order by m.at desc limit 1
    ) m
    where l.variant_id = any (${[...variantIds]}::uuid[])`.execute(ctx.db);
  for (const row of rows) {
    const places = seen.get(row.variant_id) ?? new Map<string, Date>();
    seen.set(row.variant_id, places.set(row.location_id, row.at));
  }
  return seen;
}
