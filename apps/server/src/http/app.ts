import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Ctx } from '../kernel/context.ts';
import { isUuid, newId } from '../kernel/ids.ts';
import type { LiveHub } from '../kernel/live.ts';
import type { RouteDefinition } from '../kernel/route.ts';
import { buildSerializer } from './buildSerializer.ts';
import { registerConsolePages } from './consolePages.ts';
import { registerFrontPage } from './frontPage.ts';
import type { Sessions } from './guard.ts';
import { type HealthParts, registerHealth } from './health.ts';
import { registerLive } from './liveStream.ts';
import { observe } from './metrics.ts';
import { describeApi } from './openapi.ts';
import { handleError, sendProblem } from './problem.ts';
import { registerProblemsPage } from './problemsPage.ts';
import type { RateLimit } from './rateLimit.ts';
import { readJsonStrictly } from './readJsonStrictly.ts';
import { registerRoute } from './registerRoute.ts';
import { registerShopPages, type ShopPages } from './shopPages.ts';
import { registerStockStream } from './stockStream.ts';
import { createValidators } from './validators.ts';

export interface HttpOptions {
  base: Ctx;
  routes: readonly RouteDefinition[];
  sessions: Sessions;
  rateLimit: RateLimit;
  live: LiveHub;
  publicUrl: string;
  version: string;
  health: HealthParts;
  frontPage: { mailbox: boolean; demo: boolean; paymentPage?: string | undefined };
  /** The tracker as browsers load it, where it was built. */
  trackerScript?: string | undefined;
  /** The screens, where they were built; the API alone is a server too. */
  screens?: Screens | undefined;
}

export interface Screens {
  shop: ShopPages;
  /** Folder of the console's build. */
  console: string;
}

/** The HTTP face of the server: one Fastify app made of the declared routes. */
export async function buildApp(options: HttpOptions): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: options.base.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 64 * 1024,
    routerOptions: { maxParamLength: 300 },
    forceCloseConnections: 'idle',
    schemaController: { compilersFactory: { buildSerializer } },
    // An address that cannot be read never reaches a route, and is a problem like any other.
    frameworkErrors: handleError,
    genReqId: (request) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && isUuid(given) ? given : newId();
    },
  });
  createValidators(app);
  readJsonStrictly(app);
  app.setErrorHandler(handleError);
  app.setNotFoundHandler((request, reply) =>
    sendProblem(
      reply,
      'not_found',
      { detail: `${request.method} ${request.url.split('?')[0]} is no address of this API.` },
      request.id,
    ),
  );
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  observe(app);
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: options.publicUrl.startsWith('https:'),
  });
  await app.register(cookie);
  await app.register(swagger, describeApi(options.version));
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    logLevel: 'warn',
    uiConfig: { docExpansion: 'none', tagsSorter: 'alpha' },
  });
  registerProblemsPage(app);
  registerHealth(app, options.health);
  registerFrontPage(app, {
    version: options.version,
    ...options.frontPage,
    path: options.screens ? '/welcome' : '/',
    screens: options.screens !== undefined,
  });
  if (options.screens) {
    await registerConsolePages(app, options.screens.console);
    await registerShopPages(app, { ...options.screens.shop, publicUrl: options.publicUrl, ...options.frontPage });
  }
  await app.register(async (scope) => {
    for (const definition of options.routes)
      if (!definition.raw && !definition.stream) registerRoute(scope, definition, options);
    registerLive(scope, options);
    registerStockStream(scope, options);
  });
  // Files: a stream of bytes that nobody holds whole, from our own pages and tools.
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, body, done) => done(null, body));
    for (const definition of options.routes) if (definition.stream) registerRoute(scope, definition, options);
  });
  // Ingest and webhooks: bytes in, whatever the content type claims, from any origin.
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.addHook('onRequest', async (request, reply) => {
      const origin = request.headers.origin;
      if (origin) {
        reply
          .header('access-control-allow-origin', origin)
          .header('vary', 'origin')
          .header('access-control-allow-credentials', 'true');
        reply.header('cross-origin-resource-policy', 'cross-origin');
      }
    });
    for (const definition of options.routes) if (definition.raw) registerRoute(scope, definition, options);
  });
  const { trackerScript } = options;
  if (trackerScript !== undefined) {
    app.get('/tracker.js', { schema: { hide: true } }, async (_request, reply) =>
      reply
        .type('text/javascript; charset=utf-8')
        .header('cache-control', 'public, max-age=3600')
        .header('cross-origin-resource-policy', 'cross-origin')
        .send(trackerScript),
    );
  }
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  return app;
}
