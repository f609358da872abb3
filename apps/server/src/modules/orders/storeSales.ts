import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Money } from '../../kernel/money.ts';

export interface StoreSales {
  /** Calendar day in `zone`, YYYY-MM-DD. */
  day: string;
  orders: number;
  gross: Money;
}

/**
 * Contracts that were made in a store, per calendar day and currency, what was cancelled left out: sales at the counter and
 * holds that were paid there. What was ordered on line and collected there is not a sale of the store's day. Instants:
 * from inclusive, to exclusive.
 */
export async function storeSales(
  ctx: Ctx,
  query: { locationId: string; from: Date; to: Date; zone: string },
): Promise<StoreSales[]> {
  const { rows } = await sql<{ day: string; currency: string; orders: number; gross: number }>`
    select (placed_at at time zone ${query.zone})::date::text as day, currency, count(*)::int as orders, sum("order".gross - coalesce(gone.gross, 0))::bigint as gross
    from orders.order cross join lateral (
      select sum(l.gross) as gross from orders.line l where l.order_id = "order".id and l.state = 'cancelled') gone
    where placed_at >= ${query.from} and placed_at < ${query.to} and state <> 'cancelled'
      and contract_place = 'on_premises' and contract_location_id = ${query.locationId}
    group by 1, 2 order by 1, 2`.execute(ctx.db);
  return rows.map((row) => ({
    day: row.day,
    orders: row.orders,
    gross: { amount: row.gross, currency: row.currency },
  }));
}
