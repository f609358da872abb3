import { sql } from 'kysely';
import type { Channel, Ctx } from '../../../kernel/context.ts';
import type { OutboxPosition } from '../../../kernel/outbox.ts';
import type { EventType } from '../ingest/checkEvent.ts';

/** An event of the inbox as the processor reads it. */
export interface InboxEvent {
  position: OutboxPosition;
  seq: number;
  id: string;
  source: string;
  sourceId: string;
  sourceChannel: Channel;
  type: EventType;
  at: Date;
  receivedAt: Date;
  event: Record<string, unknown>;
  /** Came with a secret key of its source. */
  trusted: boolean;
}

/** Events after `from` in the order of arrival, below the transaction-id horizon (see readOutbox). */
export async function readInbox(ctx: Ctx, from: OutboxPosition, limit: number): Promise<InboxEvent[]> {
  const { rows } = await sql<{
    xid: string;
    seq: number;
    id: string;
    source: string;
    source_id: string;
    channel: Channel;
    type: EventType;
    at: Date;
    received_at: Date;
    event: Record<string, unknown>;
    trusted: boolean;
  }>`
    select i.xid::text as xid, i.seq, i.id, s.name as source, i.source_id, s.channel, i.type, i.at, i.received_at, i.event,
      i.trusted
    from journeys.inbox i join journeys.source s on s.id = i.source_id
    where (i.xid, i.seq) > (${from.xid}::xid8, ${from.seq}::bigint)
      and i.xid < pg_snapshot_xmin(pg_current_snapshot())
    order by i.xid, i.seq
    limit ${limit}`.execute(ctx.db);
  return rows.map((row) => ({
    position: { xid: row.xid, seq: row.seq },
    seq: row.seq,
    id: row.id,
    source: row.source,
    sourceId: row.source_id,
    sourceChannel: row.channel,
    type: row.type,
    at: row.at,
    receivedAt: row.received_at,
    event: row.event,
    trusted: row.trusted,
  }));
}
