import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../kernel/context.ts';
import type { LiveConnection } from '../kernel/live.ts';
import { type Audience, allStaff, shoppers } from '../kernel/route.ts';
import type { HttpOptions } from './app.ts';
import { admit } from './guard.ts';
import { headersOf } from './registerRoute.ts';

/** Proxies close what says nothing for long; and a session that was revoked is closed, whether or not anything happens. */
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
  let actor: Actor = await admit(audience, credentials, options.sessions);
  const raw = reply.raw;
  reply.hijack();
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
    'x-request-id': request.id,
  });
  raw.write(': connected\n\n');
  const admitAgain = async () => {
    try {
      actor = await admit(audience, credentials, options.sessions);
      return actor;
    } catch {
      return undefined;
    }
  };
  const heartbeat = setInterval(() => {
    raw.write(': \n\n');
    void admitAgain().then((known) => known ?? raw.end());
  }, heartbeatMs);
  let detach = () => {};
  // Before anything is waited for: a browser that is gone by then would be kept for ever.
  raw.on('close', () => {
    clearInterval(heartbeat);
    detach();
  });
  const connection: LiveConnection = {
    actor: () => actor,
    admit: admitAgain,
    send(message) {
      // A browser that does not read is dropped; it resumes from its last id instead of filling our memory.
      if (raw.writableLength > 1_000_000) raw.destroy();
      else
        raw.write(
          `${message.id ? `id: ${message.id}\n` : ''}event: ${message.type}\ndata: ${JSON.stringify(message.data)}\n\n`,
        );
    },
    close() {
      raw.end();
    },
  };
  try {
    detach = await options.live.attach(connection, lastEventIdOf(request));
    if (raw.destroyed) detach();
  } catch (error) {
    request.log.warn({ err: error }, 'a live stream could not begin');
    raw.destroy();
  }
}

function lastEventIdOf(request: FastifyRequest): string | undefined {
  const asked = headersOf(request)['last-event-id'] ?? (request.query as { lastEventId?: unknown }).lastEventId;
  return typeof asked === 'string' ? asked : undefined;
}
