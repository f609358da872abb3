import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../kernel/context.ts';
import { type Audience, allStaff, shoppers } from '../kernel/route.ts';
import type { HttpOptions } from './app.ts';
import { admit } from './guard.ts';
import { headersOf } from './registerRoute.ts';

/** Sessions are asked again this often while a stream is open, so that a revoked one goes silent. */
const recheckMs = 5_000;
const heartbeatMs = 20_000;

/** One server-sent-event stream per browser and side; see kernel/live. */
export function registerLive(app: FastifyInstance, options: HttpOptions): void {
  const stream = (path: string, audience: Audience, summary: string) => {
    app.get(
      path,
      {
        schema: {
          summary,
          tags: ['live'],
          'x-audience': audience.kind,
          response: { '4XX': { type: 'object', additionalProperties: true } },
        } as object,
      },
      async (request, reply) => open(request, reply, audience, options),
    );
  };
  stream('/api/shop/live', shoppers, 'What happens to this shopper, as it happens (text/event-stream)');
  stream('/api/staff/live', allStaff, 'What happens where this colleague works, as it happens (text/event-stream)');
}

async function open(
  request: FastifyRequest,
  reply: FastifyReply,
  audience: Audience,
  options: HttpOptions,
): Promise<void> {
  const credentials = { cookies: request.cookies, headers: headersOf(request) };
  let actor: Actor | undefined = await admit(audience, credentials, options.sessions);
  let checkedAt = Date.now();
  const raw = reply.raw;
  reply.hijack();
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
    'x-request-id': request.id,
  });
  raw.write(': connected\n\n');
  const heartbeat = setInterval(() => raw.write(': \n\n'), heartbeatMs);
  const detach = await options.live.attach(
    {
      async actor() {
        if (Date.now() - checkedAt < recheckMs) return actor;
        checkedAt = Date.now();
        actor = await admit(audience, credentials, options.sessions).catch(() => undefined);
        return actor;
      },
      send(message) {
        // A browser that does not read is dropped; it resumes from its last id instead of filling our memory.
        if (raw.writableLength > 1_000_000) raw.destroy();
        else raw.write(`id: ${message.id}\nevent: ${message.type}\ndata: ${JSON.stringify(message.data)}\n\n`);
      },
      close() {
        raw.end();
      },
    },
    headersOf(request)['last-event-id'] ?? (request.query as { lastEventId?: string }).lastEventId,
  );
  raw.on('close', () => {
    clearInterval(heartbeat);
    detach();
  });
}
