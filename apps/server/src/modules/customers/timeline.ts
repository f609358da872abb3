import { sql } from 'kysely';
import type { Subscriber } from '../../kernel/relay.ts';

/** A row for every domain event about a person, written in the transaction that moves the cursor: exactly once. */
export const timeline: Subscriber = {
  name: 'timeline',
  types: 'all',
  mode: 'transactional',
  async handle(ctx, events) {
    const rows = events.flatMap((event) =>
      event.subjectId === undefined
        ? []
        : [
            {
              event_id: event.id,
              subject_id: event.subjectId,
              at: event.occurredAt.toISOString(),
              type: event.type,
              channel: event.channel,
              location_id: event.locationId ?? null,
              actor: event.actor,
              role: event.role ?? null,
              data: event.data,
            },
          ],
    );
    if (rows.length === 0) return;
    await sql`
      insert into customers.timeline (event_id, subject_id, at, type, channel, location_id, actor, role, data)
      select event_id, subject_id, at, type, channel, location_id, actor, role, data
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e(event_id uuid, subject_id uuid, at timestamptz, type text,
        channel text, location_id uuid, actor text, role text, data jsonb)
      on conflict (event_id) do nothing`.execute(ctx.db);
  },
};
