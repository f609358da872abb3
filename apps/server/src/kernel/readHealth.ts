import { sql } from 'kysely';
import type { Ctx } from './context.ts';

/** One subscriber of the outbox: how far behind it is. */
export interface SubscriberHealth {
  subscriber: string;
  /** When the oldest event that it has not had happened; null when it has all. */
  oldestAt: Date | null;
  /** Events that no attempt got through, set aside for it. */
  dead: number;
  deadSince: Date | null;
  lastError: string | null;
}

export interface QueueHealth {
  queue: string;
  /** Due and not begun. */
  waiting: number;
  oldestDueAt: Date | null;
  /** Given up after all tries. */
  failed: number;
  failedSince: Date | null;
}

/** The outbox by subscriber; one statement. */
export async function readSubscribers(ctx: Ctx): Promise<SubscriberHealth[]> {
  const { rows } = await sql<SubscriberHealth>`
    select c.subscriber,
      (select o.occurred_at from kernel.outbox o where (o.xid, o.seq) > (c.xid, c.seq) order by o.xid, o.seq limit 1) as "oldestAt",
      d.dead, d.since as "deadSince", d.error as "lastError"
    from kernel.outbox_cursor c
    left join lateral (select count(*) as dead, min(failed_at) as since, (array_agg(error order by failed_at desc))[1] as error
      from kernel.dead_event where subscriber = c.subscriber) d on true
    order by c.subscriber`.execute(ctx.db);
  return rows;
}

/** Queues of background work; one statement. */
export async function readQueues(ctx: Ctx): Promise<QueueHealth[]> {
  const now = ctx.clock.now();
  const { rows } = await sql<QueueHealth>`
    select q.name as queue,
      count(j.id) filter (where j.state in ('created', 'retry') and j.start_after <= ${now}) as waiting,
      min(j.start_after) filter (where j.state in ('created', 'retry') and j.start_after <= ${now}) as "oldestDueAt",
      count(j.id) filter (where j.state = 'failed') as failed,
      min(j.completed_on) filter (where j.state = 'failed') as "failedSince"
    from jobs.queue q left join jobs.job j on j.name = q.name and j.state in ('created', 'retry', 'failed')
    where q.name not like '\\_\\_pgboss%'
    group by q.name order by q.name`.execute(ctx.db);
  return rows;
}
