import { Type } from 'typebox';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { everyone, type Gate, Reply, type RequestParts, type RouteDefinition, route } from '../../../kernel/route.ts';
import { Strict } from '../../../kernel/schemas.ts';
import { acceptEvents, type IngestParts } from './acceptEvents.ts';
import type { EventType } from './checkEvent.ts';
import { preflightRoute } from './preflight.ts';
import { settingsRoutes } from './settingsRoutes.ts';

/** The last part of an address and the event type it stands for; a batch has none. */
const addresses: Record<string, EventType | undefined> = {
  t: 'track',
  track: 'track',
  i: 'identify',
  identify: 'identify',
  p: 'page',
  page: 'page',
  s: 'screen',
  screen: 'screen',
  g: 'group',
  group: 'group',
  a: 'alias',
  alias: 'alias',
  b: undefined,
  batch: undefined,
  import: undefined,
};

/** Where tracking clients send: Segment's and RudderStack's addresses, RudderStack's beacon, Jitsu's two. */
const paths = ['/v1/:type', '/beacon/v1/:type', '/api/s/:type', '/api/s/s2s/:type'];

/** Above the limit we answer 400 for, so that clients hear it; a far larger body is cut off by the server with 413. */
const bodyLimit = 2 * 1024 * 1024;

/** Ingest of tracking events from any origin and client. */
export function ingestRoutes(parts: IngestParts & { gate: Gate; publicUrl: string }): RouteDefinition[] {
  const accept = async (
    ctx: Ctx,
    { params, body, headers, query }: RequestParts<{ type: string }, unknown, unknown>,
  ) => {
    if (!Object.hasOwn(addresses, params.type))
      throw new AppError('not_found', { detail: `${params.type.slice(0, 40)} is no kind of event.` });
    await acceptEvents(ctx, parts, { type: addresses[params.type], body, headers, query });
    return new Reply({ success: true });
  };
  return [
    ...settingsRoutes(parts),
    ...paths.flatMap((path) => [
      route({
        method: 'POST',
        path,
        summary: 'Track events (Segment-compatible)',
        tag: 'Ingest',
        audience: everyone,
        raw: true,
        bodyLimit,
        gate: parts.gate,
        params: Type.Object({
          type: Type.String({ description: 'track, page, identify, batch … or their first letters' }),
        }),
        response: Strict({ success: Type.Boolean() }),
        handle: accept,
      }),
      preflightRoute(path, Type.Object({ type: Type.String() })),
    ]),
  ];
}
