import type pg from 'pg';
import type { Keeping } from '../../kernel/module.ts';
import { unreadIds } from '../../kernel/outbox.ts';
import { subscriberName } from './touchpoints/subscriber.ts';

/**
 * For copies of the data. ClickHouse is copied a moment after PostgreSQL, and sending went on meanwhile: what arrived
 * since, and what the copied database does not know to have arrived and so will send again, is left out.
 */
export const journeysKeeping: Keeping = {
  streams: [{ rows: 'journeys.inbox', cursors: 'journeys.cursor', sequence: 'journeys.inbox_seq', momentary: [] }],
  analytics: [
    {
      table: 'touchpoint',
      writtenBefore: (at) => `received_at < parseDateTime64BestEffort('${at.toISOString()}', 3)`,
      willBeSentAgain: unsentIds,
    },
    { table: 'subject_customer', writtenBefore: (at) => `version < ${at.getTime()}` },
  ],
};

/** A touchpoint has the id of its event: the outbox's, or the inbox's. */
async function unsentIds(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select i.id::text as id from journeys.inbox i, journeys.cursor c
       where c.name = 'inbox' and (i.xid, i.seq) > (c.xid, c.seq)
     union all select r->>'id' from journeys.outgoing, json_array_elements(rows) r`,
  );
  return [...(await unreadIds(client, subscriberName)), ...rows.map((row) => row.id)];
}
