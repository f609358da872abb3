import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Money } from '../../kernel/money.ts';

export interface DailyTotal {
  /** Calendar day in `zone`. */
  day: string;
  market: string;
  /** Orders placed that day, whatever became of them. */
  orders: number;
  gross: Money;
  net: Money;
  /** Of these, cancelled since as a whole. */
  cancelledOrders: number;
  /** Of `gross`, what was cancelled since, of whole orders and of parts. */
  cancelledGross: Money;
}

/**
 * What was ordered per calendar day, market and currency, from the ledger itself: the figure that analytics is held
 * against. `from` and `to` are instants (RFC 3339), from inclusive, to exclusive; no sum adds two currencies.
 */
export async function dailyTotals(ctx: Ctx, input: { from: string; to: string; zone?: string }): Promise<DailyTotal[]> {
  const { rows } = await sql<{
    day: string;
    market: string;
    currency: string;
    orders: number;
    gross: number;
    net: number;
    cancelled_orders: number;
    cancelled_gross: number;
  }>`
    select (placed_at at time zone ${input.zone ?? 'Europe/Warsaw'})::date as day, market, currency, count(*) as orders,
      sum("order".gross)::bigint as gross, sum(net)::bigint as net, count(*) filter (where state = 'cancelled') as cancelled_orders,
      coalesce(sum(gone.gross), 0)::bigint as cancelled_gross
    from orders.order cross join lateral (
      select sum(l.gross) as gross from orders.line l where l.order_id = "order".id and l.state = 'cancelled') gone
    where placed_at >= ${input.from}::timestamptz and placed_at < ${input.to}::timestamptz
    group by 1, 2, 3 order by 1, 2, 3`.execute(ctx.db);
  return rows.map((row) => ({
    day: row.day,
    market: row.market,
    orders: row.orders,
    gross: { amount: row.gross, currency: row.currency },
    net: { amount: row.net, currency: row.currency },
    cancelledOrders: row.cancelled_orders,
    cancelledGross: { amount: row.cancelled_gross, currency: row.currency },
  }));
}
