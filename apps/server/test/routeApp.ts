import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance } from 'fastify';
import { handleError } from '../src/http/problem.ts';
import { registerRoute } from '../src/http/registerRoute.ts';
import { createValidators } from '../src/http/validators.ts';
import type { Actor } from '../src/kernel/context.ts';
import type { RouteDefinition } from '../src/kernel/route.ts';
import type { TestServer } from './testServer.ts';

/**
 * The routes of this module with the real checks at the edge and sessions made by the test: cookie `tl_shop` or
 * `tl_staff` names an actor in `actors`. How people sign in is tested where sessions live.
 */
export async function routeApp(
  server: TestServer,
  routes: readonly RouteDefinition[],
  actors: Map<string, Actor>,
): Promise<FastifyInstance> {
  const app = Fastify();
  createValidators(app);
  app.setErrorHandler(handleError);
  await app.register(cookie);
  const find = async (id: string | undefined) => actors.get(id ?? '');
  const options: Parameters<typeof registerRoute>[2] = Object.assign(Object.create(null), {
    base: server.base,
    publicUrl: server.config.publicUrl,
    rateLimit: async () => undefined,
    sessions: {
      shopper: (cookies: Record<string, string | undefined>) => find(cookies.tl_shop),
      staff: (cookies: Record<string, string | undefined>) => find(cookies.tl_staff),
      machine: (bearer: string) => find(bearer),
    },
  });
  for (const definition of routes) registerRoute(app, definition, options);
  return app;
}
