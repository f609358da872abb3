import type { TSchema } from 'typebox';
import { everyone, Reply, type RouteDefinition, route } from '../../../kernel/route.ts';

/** Lets browsers of any origin send to an address of ingest, and read what it answers. */
export function preflightRoute(path: string, params?: TSchema): RouteDefinition {
  return {
    ...route({
      method: 'POST',
      path,
      summary: 'CORS preflight of ingest',
      tag: 'Ingest',
      audience: everyone,
      raw: true,
      ...(params ? { params } : {}),
      handle: async () =>
        new Reply(undefined, {
          status: 204,
          headers: {
            'access-control-allow-methods': 'GET, POST, OPTIONS',
            'access-control-allow-headers':
              'authorization, content-type, content-encoding, anonymousid, x-write-key, x-retry-count',
            'access-control-max-age': '86400',
          },
        }),
    }),
    method: 'OPTIONS',
  };
}
