import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/**
 * Takes the locks that releasing these holds will need, in the order in which everybody takes them (levels, then holds),
 * for acts that lock other things before they know whether they release.
 */
export async function lockHolds(tx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    select 1 from stock.level l
    where (l.variant_id, l.location_id) in (
      select e.variant_id, e.location_id from stock.reservation_line e where e.reservation_id = any (${[...ids]}::uuid[]))
    order by l.variant_id, l.location_id for update`.execute(tx.db);
  await sql`select 1 from stock.reservation r where r.id = any (${[...ids]}::uuid[]) order by r.id for update`.execute(
    tx.db,
  );
}
