import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { subscriberName } from '../touchpoints/subscriber.ts';

/**
 * The instant up to which ClickHouse has everything: now, unless something waits in the inbox, on its way, or in the
 * outbox; then when the oldest of these was received. One statement.
 */
export async function dataAsOf(ctx: Ctx): Promise<Date> {
  const { rows } = await sql<{ oldest: Date | null }>`
    select least(
      (select i.received_at from journeys.inbox i, journeys.cursor c where c.name = 'inbox' and (i.xid, i.seq) > (c.xid, c.seq)
        order by i.xid, i.seq limit 1),
      (select min(oldest_received_at) from journeys.outgoing),
      (select o.occurred_at from kernel.outbox o, kernel.outbox_cursor c
        where c.subscriber = ${subscriberName} and (o.xid, o.seq) > (c.xid, c.seq) order by o.xid, o.seq limit 1)) as oldest`.execute(
    ctx.db,
  );
  return rows[0]?.oldest ?? ctx.clock.now();
}
