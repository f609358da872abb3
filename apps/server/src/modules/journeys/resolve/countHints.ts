import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { getRetailer } from '../../settings/index.ts';
import type { LaterHint } from '../ingest/hints.ts';

/** What only the resolving of an event shows to be wrong with it: once for each source named. At most two statements. */
export async function countHints(tx: Ctx, hint: LaterHint, sourceIds: readonly string[]): Promise<void> {
  if (sourceIds.length === 0) return;
  const { zone } = await getRetailer(tx);
  const now = tx.clock.now();
  await sql`
    insert into journeys.source_day (day, source_id, what, n, last_at)
    select (${now}::timestamptz at time zone ${zone})::date, s.id, ${`hint:${hint}`}, count(*), ${now}::timestamptz
    from unnest(${[...sourceIds]}::uuid[]) as s(id) group by s.id order by s.id
    on conflict (day, source_id, what) do update
      set n = journeys.source_day.n + excluded.n, last_at = greatest(journeys.source_day.last_at, excluded.last_at)`.execute(
    tx.db,
  );
}
