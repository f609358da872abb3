import swagger from '@fastify/swagger';
import Fastify from 'fastify';
import type { RouteDefinition } from '../kernel/route.ts';
import type { HttpOptions } from './app.ts';
import { describeApi } from './openapi.ts';
import { registerRoute } from './registerRoute.ts';

/** The OpenAPI document of routes that nobody calls: needs no database, so that a client can be generated anywhere. */
export async function documentOf(routes: readonly RouteDefinition[]): Promise<object> {
  const app = Fastify();
  await app.register(swagger, describeApi('0.1.0'));
  await app.register(async (scope) => {
    // Only handlers read the options, and none is called.
    for (const definition of routes) registerRoute(scope, definition, {} as HttpOptions);
  });
  await app.ready();
  const document = app.swagger();
  await app.close();
  return document;
}
