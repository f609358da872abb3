import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** A level whose counters do not follow from ledger and holds. There must never be one. */
export interface Difference {
  variantId: string;
  locationId: string;
  onHand: number;
  ledgerOnHand: number;
  reserved: number;
  ledgerReserved: number;
  heldLines: number;
  damaged: number;
  ledgerDamaged: number;
}

/** Σ movements = level, and Σ lines held or committed = reserved, whatever the clock says. The list's length is a health number. */
export async function reconcileStock(ctx: Ctx): Promise<Difference[]> {
  const { rows } = await sql<Difference>`
    select l.variant_id as "variantId", l.location_id as "locationId", l.on_hand as "onHand", coalesce(m.on_hand, 0)::bigint as "ledgerOnHand",
      l.reserved, coalesce(m.reserved, 0)::bigint as "ledgerReserved", coalesce(h.quantity, 0)::bigint as "heldLines",
      l.damaged, coalesce(m.damaged, 0)::bigint as "ledgerDamaged"
    from stock.level l
    left join (select variant_id, location_id, sum(on_hand_delta) as on_hand, sum(reserved_delta) as reserved, sum(damaged_delta) as damaged
      from stock.movement group by 1, 2) m
      using (variant_id, location_id)
    left join (select variant_id, location_id, sum(quantity) as quantity from stock.reservation_line
      where state in ('held', 'committed') group by 1, 2) h using (variant_id, location_id)
    where l.on_hand <> coalesce(m.on_hand, 0) or l.reserved <> coalesce(m.reserved, 0) or l.reserved <> coalesce(h.quantity, 0)
      or l.damaged <> coalesce(m.damaged, 0)
    limit 100`.execute(ctx.db);
  return rows;
}
