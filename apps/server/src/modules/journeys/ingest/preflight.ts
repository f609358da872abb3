import type { TSchema } from 'typebox';
import { everyone, Reply, type RouteDefinition, route } from '../../../kernel/route.ts';

const usualHeaders = ['authorization', 'content-type', 'content-encoding', 'anonymousid', 'x-write-key'];

/**
 * Lets browsers of any origin send to an address of ingest, and read what it answers. Whatever headers they ask for may be sent:
 * clients add some of their own when they try again (`x-retry-count`, `rsa-since-last-attempt`), and a retry that is refused here
 * is an event lost. None of them has a meaning to us.
 */
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
      handle: async (_ctx, { headers }) =>
        new Reply(undefined, {
          status: 204,
          headers: {
            'access-control-allow-methods': 'GET, POST, OPTIONS',
            'access-control-allow-headers': allowed(headers['access-control-request-headers']),
            'access-control-max-age': '86400',
          },
        }),
    }),
    method: 'OPTIONS',
  };
}

function allowed(asked = ''): string {
  const names = asked
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    // No page is to hold a secret key, so none is told that it may send one.
    .filter((name) => /^[a-z0-9-]{1,60}$/.test(name) && name !== 'x-secret-key');
  return [...new Set([...usualHeaders, ...names.slice(0, 30)])].join(', ');
}
