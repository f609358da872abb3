import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { dataAsOf } from './dataAsOf.ts';

/** Numbers for monitoring. */
export interface Health {
  /** Age of the oldest thing ClickHouse does not have yet. */
  lagSeconds: number;
  /** Batches on their way to ClickHouse; grows while it is away. */
  waitingBatches: number;
  /** Events of the last seven days that could not be used. */
  unusableEvents: number;
  /** Requests turned away today, by reason. */
  refusedToday: Record<string, number>;
}

export async function journeysHealth(ctx: Ctx): Promise<Health> {
  const now = ctx.clock.now();
  const weekAgo = new Date(now.getTime() - 7 * 86_400_000);
  const { rows } = await sql<{ batches: number; unusable: number; refused: Record<string, number> | null }>`
    select (select count(*) from journeys.outgoing) as batches,
      (select count(*) from journeys.dead_letter where received_at >= ${weekAgo}) as unusable,
      (select json_object_agg(reason, requests) from journeys.refusal where day = ${now}::timestamptz::date) as refused`.execute(
    ctx.db,
  );
  const asOf = await dataAsOf(ctx);
  return {
    lagSeconds: Math.max(0, (now.getTime() - asOf.getTime()) / 1000),
    waitingBatches: rows[0]?.batches ?? 0,
    unusableEvents: rows[0]?.unusable ?? 0,
    refusedToday: rows[0]?.refused ?? {},
  };
}
