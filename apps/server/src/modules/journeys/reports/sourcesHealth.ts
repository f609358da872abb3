import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';

export interface SourceHealth {
  name: string;
  disabled: boolean;
  /** When its last event came; null when none ever did. */
  lastAt: Date | null;
  /** Events of the last seven days that could not be used. */
  unusable: number;
}

/** When each source was last heard. One statement. */
export async function sourcesHealth(ctx: Ctx): Promise<SourceHealth[]> {
  const since = new Date(ctx.clock.now().getTime() - 7 * 86_400_000);
  const { rows } = await sql<SourceHealth>`
    select s.name, s.disabled_at is not null as disabled,
      (select max(d.last_at) from journeys.source_day d where d.source_id = s.id and d.what = 'event') as "lastAt",
      (select count(*) from journeys.dead_letter d where d.source_id = s.id and d.received_at >= ${since}) as unusable
    from journeys.source s order by s.name`.execute(ctx.db);
  return rows;
}
