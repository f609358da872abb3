import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { tables } from '../tables.ts';
import { type Source, toSource } from './source.ts';

export interface SourceWithTroubles extends Source {
  /** Events of the last seven days that could not be used, by reason. */
  unusable: Record<string, number>;
}

/** All sources by name, each with what could not be used of what it sent. Two statements. */
export async function listSources(ctx: Ctx): Promise<SourceWithTroubles[]> {
  const rows = await tables(ctx).selectFrom('journeys.source').selectAll().orderBy('name').execute();
  const since = new Date(ctx.clock.now().getTime() - 7 * 86_400_000);
  const troubles = await tables(ctx)
    .selectFrom('journeys.dead_letter')
    .select(['source_id', 'reason', sql<number>`count(*)`.as('events')])
    .where('received_at', '>=', since)
    .groupBy(['source_id', 'reason'])
    .execute();
  return rows.map((row) => ({
    ...toSource(row),
    unusable: Object.fromEntries(
      troubles.filter((trouble) => trouble.source_id === row.id).map(({ reason, events }) => [reason, events]),
    ),
  }));
}
