import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isUuid } from '../kernel/ids.ts';
import type { DomainEvent } from '../kernel/outbox.ts';
import type { HttpOptions } from './app.ts';
import { headersOf } from './registerRoute.ts';

const heartbeatMs = 20_000;
/** A hot article changes many times a second; a page re-reads once. */
const gatherMs = 200;
const mostVariants = 100;

/**
 * That the stock of some variants changed, for whoever looks at their page: which variant, never how, by whom or how
 * many. Public, because the page itself is; without a session, so that looking needs none.
 */
export function registerStockStream(app: FastifyInstance, options: Pick<HttpOptions, 'live'>): void {
  app.get(
    '/api/shop/stock/live',
    {
      schema: {
        summary: 'That the stock of these variants changed, as it happens (text/event-stream); read the page anew then',
        tags: ['live'],
        'x-audience': 'public',
        querystring: {
          type: 'object',
          properties: {
            variants: { type: 'string', maxLength: 37 * mostVariants, description: 'Ids, divided by commas' },
          },
        },
        response: { '4XX': { type: 'object', additionalProperties: true } },
      } as object,
    },
    async (request, reply) => {
      const watched = new Set(askedFor(request));
      const raw = reply.raw;
      reply.hijack();
      raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
        'x-request-id': request.id,
      });
      raw.write(': connected\n\n');
      let gathered: { id: string | undefined; type: string } | undefined;
      let timer: NodeJS.Timeout | undefined;
      const tell = () => {
        timer = undefined;
        if (gathered) raw.write(`${gathered.id ? `id: ${gathered.id}\n` : ''}event: ${gathered.type}\ndata: {}\n\n`);
        gathered = undefined;
      };
      const heartbeat = setInterval(() => raw.write(': \n\n'), heartbeatMs);
      let detach = () => {};
      raw.on('close', () => {
        clearInterval(heartbeat);
        clearTimeout(timer);
        detach();
      });
      try {
        detach = await options.live.attach(
          {
            actor: () => ({ kind: 'anonymous' }),
            admit: async () => ({ kind: 'anonymous' }),
            hears: (event) => variantsOf(event).some((id) => watched.has(id)),
            send(message) {
              gathered = { id: message.id, type: message.type === 'resync' ? 'resync' : 'stock' };
              timer ??= setTimeout(tell, gatherMs);
            },
            close: () => raw.end(),
          },
          headersOf(request)['last-event-id'],
        );
        if (raw.destroyed) detach();
      } catch (error) {
        request.log.warn({ err: error }, 'a stream of stock could not begin');
        raw.destroy();
      }
    },
  );
}

function askedFor(request: FastifyRequest): string[] {
  const { variants } = request.query as { variants?: string };
  return (variants ?? '').split(',').filter(isUuid).slice(0, mostVariants);
}

/** The variants whose stock an event is about; none for any other event. */
function variantsOf(event: DomainEvent): string[] {
  if (!event.type.startsWith('stock.')) return [];
  const { variantId, lines } = event.data as { variantId?: unknown; lines?: unknown };
  if (typeof variantId === 'string') return [variantId];
  if (!Array.isArray(lines)) return [];
  return lines.flatMap((line: { variantId?: unknown }) => (typeof line.variantId === 'string' ? [line.variantId] : []));
}
