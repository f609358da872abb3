import { Type } from 'typebox';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { everyone, Reply, type RouteDefinition, route } from '../../../kernel/route.ts';
import type { FindSource } from '../sources/findSource.ts';
import type { Source } from '../sources/source.ts';
import { preflightRoute } from './preflight.ts';
import { readWriteKeys } from './readWriteKeys.ts';

/** A minute: a source switched off stays off for a client that starts later. */
const headers = { 'cache-control': 'public, max-age=60' };
const Anything = Type.Object({}, { additionalProperties: true });

/**
 * What browser clients ask before they send anything, so that they start without their maker's servers: Segment's settings and
 * RudderStack's source configuration. Both say: no other destinations, send everything here.
 */
export function settingsRoutes(parts: { findSource: FindSource; publicUrl: string }): RouteDefinition[] {
  const find = async (ctx: Ctx, writeKeys: readonly string[]): Promise<Source> => {
    const source = await parts.findSource(ctx, writeKeys);
    if (!source) throw new AppError('api_key_invalid', { detail: 'This write key is unknown or switched off.' });
    return source;
  };
  const rudder = ['/sourceConfig', '/sourceConfig/'].flatMap((path) => [
    route({
      method: 'GET',
      path,
      summary: 'What RudderStack’s browser client asks before it starts',
      tag: 'Ingest',
      audience: everyone,
      raw: true,
      query: Type.Object({
        writeKey: Type.String({ description: 'The client sends it here and as the user of Basic' }),
      }),
      response: Anything,
      handle: async (ctx, request) =>
        new Reply(rudderConfig(await find(ctx, readWriteKeys({ ...request, body: {} }))), { headers }),
    }),
    preflightRoute(path),
  ]);
  return [
    route({
      method: 'GET',
      path: '/v1/projects/:key/settings',
      summary: 'What Segment’s browser client asks before it starts',
      tag: 'Ingest',
      audience: everyone,
      raw: true,
      params: Type.Object({ key: Type.String({ description: 'The write key' }) }),
      response: Anything,
      handle: async (ctx, { params }) => {
        await find(ctx, [params.key]);
        return new Reply(segmentSettings(params.key, parts.publicUrl), { headers });
      },
    }),
    ...rudder,
  ];
}

function segmentSettings(writeKey: string, publicUrl: string): Record<string, unknown> {
  const { host, protocol, pathname } = new URL(publicUrl);
  return {
    integrations: {
      'Segment.io': {
        apiKey: writeKey,
        apiHost: `${host}${pathname.replace(/\/$/, '')}/v1`,
        protocol: protocol.replace(':', ''),
        unbundledIntegrations: [],
        addBundledMetadata: true,
      },
    },
    plan: { track: { __default: { enabled: true, integrations: {} } } },
    metrics: { sampleRate: 0 },
    edgeFunction: {},
    analyticsNextEnabled: true,
    legacyVideoPluginsEnabled: false,
    remotePlugins: [],
  };
}

const rudderConfig = (source: Source): Record<string, unknown> => ({
  source: {
    id: source.id,
    name: source.name,
    writeKey: source.writeKey,
    enabled: true,
    workspaceId: 'throughline',
    config: { statsCollection: { errors: { enabled: false }, metrics: { enabled: false } } },
    connections: [],
    destinations: [],
  },
});
