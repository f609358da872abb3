import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** Visits of the timeline that were found to have come another way. Instants at which no visit began are left alone. */
export async function tellVisitsAnew(
  tx: Ctx,
  visits: readonly { subjectId: string; at: Date }[],
  said: { channel: string; arrival: string },
): Promise<void> {
  await sql`update customers.timeline t set channel = ${said.channel},
      data = t.data || ${JSON.stringify({ channel: said.channel, arrival: said.arrival })}::jsonb
    from unnest(${visits.map(({ subjectId }) => subjectId)}::uuid[], ${visits.map(({ at }) => at)}::timestamptz[]) as v(subject_id, at)
    where t.subject_id = v.subject_id and t.at = v.at and t.type = 'journeys.session.started'`.execute(tx.db);
}
