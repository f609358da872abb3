import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

export interface DuePickup {
  id: string;
  orderId: string;
  locationId: string;
  keepUntil: Date;
}

/** Pickups that lie ready and whose time ends before `before`, soonest first. */
export async function duePickups(ctx: Ctx, query: { before: Date; limit: number }): Promise<DuePickup[]> {
  const { rows } = await sql<{ id: string; order_id: string; location_id: string; keep_until: Date }>`
    select f.id, f.order_id, f.location_id, f.keep_until from fulfilment.fulfilment f
    where f.kind = 'pickup' and f.state = 'ready' and f.order_id is not null and f.keep_until < ${query.before}
    order by f.keep_until, f.id limit ${query.limit}`.execute(ctx.db);
  return rows.map((row) => ({
    id: row.id,
    orderId: row.order_id,
    locationId: row.location_id,
    keepUntil: row.keep_until,
  }));
}
