import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** What a location's work came to on one calendar day of its zone. Counts of pieces of work. */
export interface DayOfWork {
  /** YYYY-MM-DD */
  day: string;
  /** Holds and pickups that came in. */
  holds: number;
  pickups: number;
  /** Holds and pickups that were handed over. */
  collected: number;
  /** Holds that ran out uncollected. */
  lapsed: number;
  notFound: number;
  /** Pieces of work that came in that day and became ready since: what the minutes below are of. */
  ready: number;
  /** Minutes from coming in to the first "ready", opening hours or not; null when none became ready. */
  minutesToReadyMedian: number | null;
  minutesToReadyMax: number | null;
}

interface Row {
  day: string;
  holds: number;
  pickups: number;
  collected: number;
  lapsed: number;
  not_found: number;
  ready: number;
  median: number | null;
  longest: number | null;
}

/**
 * Days without any work are left out. Sales at the counter are not work and are not counted here. A hold that was ordered
 * counts as a pickup. Instants: from inclusive, to exclusive. One statement.
 */
export async function workByDay(
  ctx: Ctx,
  query: { locationId: string; from: Date; to: Date; zone: string },
): Promise<DayOfWork[]> {
  const { rows } = await sql<Row>`
    with came as (
      select f.id, f.kind, (f.created_at at time zone ${query.zone})::date as day,
        extract(epoch from (select min(s.at) from fulfilment.step s where s.fulfilment_id = f.id and s.to_state = 'ready') - f.created_at) / 60 as minutes
      from fulfilment.fulfilment f
      where f.location_id = ${query.locationId} and f.kind in ('hold', 'pickup') and f.created_at >= ${query.from} and f.created_at < ${query.to}
    ), ended as (
      -- Of a step that was taken back and taken again only the last counts.
      select distinct on (f.id, s.to_state) f.id, s.to_state, s.reason, (s.at at time zone ${query.zone})::date as day
      from fulfilment.step s join fulfilment.fulfilment f on f.id = s.fulfilment_id
      where f.location_id = ${query.locationId} and f.kind in ('hold', 'pickup') and s.at >= ${query.from} and s.at < ${query.to}
        and s.to_state in ('handed_over', 'not_found', 'cancelled')
      order by f.id, s.to_state, s.at desc
    ), days as (
      select day, count(*) filter (where kind = 'hold') as holds, count(*) filter (where kind = 'pickup') as pickups,
        0 as collected, 0 as lapsed, 0 as not_found, count(minutes) as ready,
        percentile_cont(0.5) within group (order by minutes) as median, max(minutes) as longest
      from came group by day
      union all
      select day, 0, 0, count(*) filter (where to_state = 'handed_over'),
        count(*) filter (where to_state = 'cancelled' and reason = 'expired'), count(*) filter (where to_state = 'not_found'), 0, null, null
      from ended group by day
    )
    select day::text, sum(holds)::int as holds, sum(pickups)::int as pickups, sum(collected)::int as collected, sum(lapsed)::int as lapsed,
      sum(not_found)::int as not_found, sum(ready)::int as ready, max(median)::float8 as median, max(longest)::float8 as longest
    from days group by day order by day`.execute(ctx.db);
  return rows.map((row) => ({
    day: row.day,
    holds: row.holds,
    pickups: row.pickups,
    collected: row.collected,
    lapsed: row.lapsed,
    notFound: row.not_found,
    ready: row.ready,
    minutesToReadyMedian: row.median === null ? null : Math.round(row.median),
    minutesToReadyMax: row.longest === null ? null : Math.round(row.longest),
  }));
}
