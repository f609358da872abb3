import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { statements } from '../kernel/database.ts';

/** What an operator's monitoring reads. One registry a process. */
export const registry = new Registry();
collectDefaultMetrics({ register: registry });

const requestSeconds = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Time to answer, by route and status',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5],
  registers: [registry],
});
new Counter({
  name: 'sql_statements_total',
  help: 'Statements sent to PostgreSQL',
  registers: [registry],
  collect() {
    this.reset();
    this.inc(statements.sent);
  },
});
export const outboxLag = new Gauge({
  name: 'outbox_lag_seconds',
  help: 'Age of the oldest undelivered event',
  labelNames: ['subscriber'],
  registers: [registry],
});

/** Counts every answer and writes one structured line for it. */
export function observe(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    requestSeconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    const level = reply.statusCode >= 500 ? 'error' : 'debug';
    app.log[level](
      {
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
  });
}
