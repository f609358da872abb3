import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Analytics } from '../kernel/analytics.ts';
import type { Ctx } from '../kernel/context.ts';
import type { JobRunner } from '../kernel/jobs.ts';
import type { Relay } from '../kernel/relay.ts';
import { outboxLag, registry } from './metrics.ts';

export interface HealthParts {
  base: Ctx;
  analytics: Analytics;
  relay: Relay;
  jobs: JobRunner;
  isStopping(): boolean;
}

/** For load balancers and monitoring: alive, ready to serve, and the numbers behind. */
export function registerHealth(app: FastifyInstance, parts: HealthParts): void {
  app.get('/health/live', { schema: { hide: true } }, async () => ({ status: 'live' }));

  app.get('/health/ready', { schema: { hide: true } }, async (_request, reply) => {
    const database = await sql`select 1`.execute(parts.base.db).then(
      () => true,
      () => false,
    );
    const analytics = parts.analytics.unavailable ? 'not_configured' : (await parts.analytics.ping()) ? 'up' : 'down';
    // Insight may be down while the shop goes on: it is told, but does not make the server unready.
    const ready = database && !parts.isStopping();
    return reply
      .status(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : 'not_ready', database: database ? 'up' : 'down', analytics });
  });

  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
    for (const [subscriber, seconds] of Object.entries(await parts.relay.lagSeconds()))
      outboxLag.set({ subscriber }, seconds);
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
