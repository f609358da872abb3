import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/**
 * Whether a hold ended because a newer one of the same owner took its place, and not because somebody let it go. The ledger
 * knows; it is asked by level and instant, as it is indexed.
 */
export async function wasSuperseded(ctx: Ctx, reservationId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from stock.reservation r
    join stock.reservation_line e on e.reservation_id = r.id
    join stock.movement m on m.variant_id = e.variant_id and m.location_id = e.location_id and m.at = r.closed_at
    where r.id = ${reservationId} and m.reservation_id = r.id and m.kind = 'supersede' limit 1`.execute(ctx.db);
  return rows.length > 0;
}
