import { randomBytes } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { constants, createGzip } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest, InjectOptions } from 'fastify';
import { checkOrigin } from './guard.ts';
import { sendProblem } from './problem.ts';
import { headersOf } from './registerRoute.ts';

/** What the shop's pages are made by: built from apps/shop, which says the same in its server/context.ts. */
export interface ShopProgram {
  handle(
    request: Request,
    context: {
      callApi(request: Request): Promise<Response>;
      nonce: string;
      publicUrl: string;
      demo: boolean;
      mailbox: boolean;
    },
  ): Promise<Response>;
}

export interface ShopPages {
  program: ShopProgram;
  /** Folder of what browsers load: scripts, styles, fonts. */
  folder: string;
}

export interface ShopPagesOptions extends ShopPages {
  publicUrl: string;
  demo: boolean;
  mailbox: boolean;
  /** Origin of the payment provider's page: without scripts, the order's form ends there. */
  paymentPage?: string | undefined;
}

/** Addresses that are no pages: nothing below them is ever answered with one. */
const notPages = /^\/(api|v1|beacon|webhooks|docs|health|metrics|console|media|go|mailbox|assets)(\/|$|\?)/;

/** The shop at every address that nothing else answers. */
export async function registerShopPages(app: FastifyInstance, options: ShopPagesOptions): Promise<void> {
  await app.register(async (scope) => {
    await scope.register(fastifyStatic, {
      root: options.folder,
      index: false,
      // Made at the build.
      preCompressed: true,
      wildcard: false,
      decorateReply: false,
      cacheControl: false,
      setHeaders(response, path) {
        // Names of built files change with what is in them.
        response.setHeader(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
        );
      },
    });
    // A form's body goes on to the page as it came.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.route({
      method: ['GET', 'POST'],
      url: '/*',
      schema: { hide: true },
      handler: (request, reply) => answer(app, request, reply, options),
    });
  });
}

async function answer(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  options: ShopPagesOptions,
): Promise<FastifyReply> {
  if (notPages.test(request.url)) {
    const detail = `${request.method} ${request.url.split('?')[0]} is no address of this API.`;
    return sendProblem(reply, 'not_found', { detail }, request.id);
  }
  // Here, because the calls of the API below come from ourselves and pass there.
  checkOrigin(request.method, headersOf(request), options.publicUrl);
  const nonce = randomBytes(16).toString('base64');
  const setCookies: string[] = [];
  const page = await options.program.handle(toWebRequest(request, reply, options.publicUrl), {
    callApi: (call) => callApi(app, call, request, setCookies),
    nonce,
    publicUrl: options.publicUrl,
    demo: options.demo,
    mailbox: options.mailbox,
  });
  reply.status(page.status);
  for (const [name, value] of page.headers) if (name !== 'set-cookie') reply.header(name, value);
  for (const cookie of [...page.headers.getSetCookie(), ...setCookies]) reply.header('set-cookie', cookie);
  if (!page.headers.has('cache-control')) reply.header('cache-control', 'private, no-cache');
  reply.header(
    'content-security-policy',
    `default-src 'self'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; ` +
      "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'" +
      `${options.paymentPage ? ` ${options.paymentPage}` : ''}; frame-ancestors 'self'; object-src 'none'`,
  );
  // A page that hides where it is sends its forms with the origin "null", and they would be refused. Outside, where an
  // order's address with its token must not be read, nothing is told.
  reply.header('referrer-policy', 'same-origin');
  return send(request, reply, page);
}

/** Pages shrink to a fifth; level 4 costs half a millisecond where level 6 costs one. */
function send(request: FastifyRequest, reply: FastifyReply, page: Response): FastifyReply {
  if (!page.body) return reply.send('');
  const body = Readable.fromWeb(page.body as WebStream);
  const isText = /^(text\/|application\/(xml|json)|text\/x-script)/.test(page.headers.get('content-type') ?? '');
  if (!isText || !/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(body);
  const vary = page.headers.get('vary');
  reply.header('content-encoding', 'gzip').header('vary', vary ? `${vary}, accept-encoding` : 'accept-encoding');
  reply.removeHeader('content-length');
  return reply.send(pipeline(body, createGzip({ level: 4, flush: constants.Z_SYNC_FLUSH }), () => undefined));
}

function toWebRequest(request: FastifyRequest, reply: FastifyReply, publicUrl: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && !name.startsWith(':'))
      headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const gone = new AbortController();
  reply.raw.on('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  return new Request(new URL(request.url, publicUrl), {
    method: request.method,
    headers,
    signal: gone.signal,
    ...(hasBody ? { body: Readable.toWeb(request.raw) as ReadableStream, duplex: 'half' } : {}),
  });
}

/**
 * The page's call of the API, without a network: as the visitor, from the visitor's address. What a call sets as cookies
 * (a new session) later calls of the same page send, and the browser gets with the page.
 */
async function callApi(
  app: FastifyInstance,
  call: Request,
  visitor: FastifyRequest,
  setCookies: string[],
): Promise<Response> {
  const cookies = new Map(
    (visitor.headers.cookie ?? '')
      .split('; ')
      .filter(Boolean)
      .map((pair) => [pair.split('=')[0] ?? '', pair] as const),
  );
  for (const line of setCookies) {
    const pair = line.split(';')[0] ?? '';
    cookies.set(pair.split('=')[0] ?? '', pair);
  }
  const headers: Record<string, string> = Object.fromEntries(call.headers);
  if (cookies.size > 0) headers.cookie = [...cookies.values()].join('; ');
  headers['x-request-id'] = visitor.id;
  const outcome = await app.inject({
    method: call.method as NonNullable<InjectOptions['method']>,
    url: call.url.slice(new URL(call.url).origin.length),
    headers,
    remoteAddress: visitor.ip,
    ...(call.body ? { payload: Buffer.from(await call.arrayBuffer()) } : {}),
  });
  const set = outcome.headers['set-cookie'];
  if (set) setCookies.push(...(Array.isArray(set) ? set : [set]));
  const answerHeaders = new Headers();
  for (const [name, value] of Object.entries(outcome.headers))
    if (value !== undefined && name !== 'set-cookie') answerHeaders.set(name, String(value));
  const empty = outcome.statusCode === 204 || outcome.statusCode === 304;
  return new Response(empty ? null : outcome.rawPayload, { status: outcome.statusCode, headers: answerHeaders });
}
