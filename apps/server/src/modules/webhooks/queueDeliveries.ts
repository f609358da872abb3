import { sql } from 'kysely';
import type { DomainEvent } from '../../kernel/outbox.ts';
import type { Subscriber } from '../../kernel/relay.ts';
import { sendJob } from './deliver.ts';
import { wants } from './policy.ts';

/** The body as Standard Webhooks has it: what happened, when, and its facts. */
const payloadOf = (event: DomainEvent): string =>
  JSON.stringify({
    type: event.type,
    timestamp: event.occurredAt.toISOString(),
    data: {
      ...event.data,
      aggregate: event.aggregate,
      aggregateId: event.aggregateId,
      aggregateVersion: event.aggregateVersion,
      subjectId: event.subjectId ?? null,
    },
  });

/** What an endpoint asked for is written down for it in the transaction that moves the cursor: once, and never forgotten. */
export const queueDeliveries: Subscriber = {
  name: 'webhooks-queue',
  types: 'all',
  async handle(ctx, events) {
    const { rows: endpoints } = await sql<{ id: string; types: string[] }>`
      select id, types from webhooks.endpoint where active`.execute(ctx.db);
    for (const endpoint of endpoints)
      for (const event of events.filter(({ type }) => wants(endpoint.types, type))) {
        const id = ctx.newId();
        const { rows } = await sql`
          insert into webhooks.delivery (id, endpoint_id, event_id, event_type, payload, state, next_at, created_at)
          values (${id}, ${endpoint.id}, ${event.id}, ${event.type}, ${payloadOf(event)}, 'pending', ${ctx.clock.now()}, ${ctx.clock.now()})
          on conflict (endpoint_id, event_id) do nothing returning id`.execute(ctx.db);
        if (rows.length > 0) await ctx.jobs.enqueue(ctx, sendJob, { id });
      }
  },
};
