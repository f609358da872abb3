import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import type { Ctx } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';
import { fingerprintOf } from '../kernel/idempotency.ts';
import { Refusal } from '../kernel/result.ts';
import { Reply, type RouteDefinition } from '../kernel/route.ts';
import type { HttpOptions } from './app.ts';
import { boundIntegers } from './boundIntegers.ts';
import { channelOf, languageOf } from './channel.ts';
import { admit, checkOrigin } from './guard.ts';
import { sendRefusal } from './problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    ctx?: Ctx;
  }
}

const idempotencyHeader = (required: boolean) => ({
  type: 'object',
  properties: {
    'idempotency-key': {
      type: 'string',
      minLength: 8,
      maxLength: 200,
      description: 'The same key gets the same answer for 48 hours.',
    },
  },
  ...(required ? { required: ['idempotency-key'] } : {}),
});

export function headersOf(request: FastifyRequest): Record<string, string | undefined> {
  return request.headers as Record<string, string | undefined>;
}

/** Puts one declared route on Fastify: who may call, then what is sent, then the act, then the answer. */
export function registerRoute(app: FastifyInstance, definition: RouteDefinition, options: HttpOptions): void {
  const schema: Record<string, unknown> = {
    summary: definition.summary,
    tags: [definition.tag],
    'x-audience': audienceText(definition),
    response: responses(definition),
  };
  if (definition.params) schema.params = boundIntegers(definition.params);
  if (definition.query) schema.querystring = boundIntegers(definition.query);
  if (definition.body) schema.body = boundIntegers(definition.body);
  if (definition.method !== 'GET' && !definition.raw && !definition.stream)
    schema.headers = idempotencyHeader(definition.idempotencyKey === 'required');

  app.route({
    method: definition.method,
    url: definition.path,
    schema,
    ...(definition.bodyLimit ? { bodyLimit: definition.bodyLimit } : {}),
    // Before the body is even read: a stranger learns nothing from validation errors.
    onRequest: async (request, reply) => {
      if (definition.gate) {
        const length = request.headers['content-length'];
        // Not onResponse: that is not called where the caller hangs up.
        reply.raw.once('close', definition.gate.enter(length === undefined ? undefined : Number(length)));
      }
      request.ctx = await makeContext(definition, request, options);
    },
    preValidation: async (request) => {
      if (definition.idempotencyKey === 'required' && !request.headers['idempotency-key'])
        throw new AppError('idempotency_key_required');
      if (!definition.body && !definition.raw && !definition.stream && !isEmpty(request.body))
        throw new AppError('invalid_request', { detail: 'This takes no body; nothing was done.' });
    },
    handler: async (request, reply) => {
      const ctx = request.ctx;
      if (!ctx) throw new AppError('internal');
      const key = request.headers['idempotency-key'];
      const outcome = await definition.handle(
        {
          ...ctx,
          idempotency:
            typeof key === 'string' && !definition.raw && !definition.stream
              ? {
                  key,
                  fingerprint: fingerprintOf([
                    definition.method,
                    definition.path,
                    request.params,
                    request.body ?? null,
                  ]),
                }
              : undefined,
        },
        {
          params: request.params,
          query: request.query,
          body: request.body,
          headers: headersOf(request),
          cookies: request.cookies,
          ip: request.ip,
        },
      );
      if (outcome instanceof Refusal) return sendRefusal(reply, outcome, request.id);
      if (outcome instanceof Reply) {
        for (const cookie of outcome.setCookies) reply.header('set-cookie', cookie);
        return reply.headers(outcome.headers).status(outcome.status).send(outcome.body);
      }
      return definition.response ? reply.status(definition.status).send(outcome) : reply.status(204).send();
    },
  });
}

/** Many clients send {} where nothing is to be sent. */
function isEmpty(body: unknown): boolean {
  return body == null || (typeof body === 'object' && !Array.isArray(body) && Object.keys(body).length === 0);
}

async function makeContext(definition: RouteDefinition, request: FastifyRequest, options: HttpOptions): Promise<Ctx> {
  const headers = headersOf(request);
  if (!definition.raw) checkOrigin(request.method, headers, options.publicUrl);
  const actor = definition.raw
    ? ({ kind: 'anonymous' } as const)
    : await admit(definition.audience, { cookies: request.cookies, headers }, options.sessions);
  if (definition.perMinute !== undefined) {
    await options.rateLimit(definition.path, actor.kind === 'staff' ? actor.staffId : request.ip, definition.perMinute);
  }
  return {
    ...options.base,
    requestId: request.id,
    actor,
    channel: channelOf(actor, headers),
    locationId: actor.kind === 'staff' && actor.locationIds !== 'all' ? actor.locationIds[0] : undefined,
    language: languageOf(headers['accept-language']),
    log: options.base.log.child({ requestId: request.id }),
    cause: request.id,
  };
}

function audienceText({ audience }: RouteDefinition): string {
  if (audience.kind !== 'staff') return audience.kind;
  return `staff: ${audience.roles.join(', ')}${audience.companyWide ? ' (of all locations)' : ''}${audience.exports ? ' (with the right to export)' : ''}${audience.scope ? `; API key: ${audience.scope}` : ''}`;
}

function responses(definition: RouteDefinition): Record<string, unknown> {
  const success: TSchema | { type: 'null'; description: string } = definition.response ?? {
    type: 'null',
    description: 'Done.',
  };
  return {
    [definition.status]: success,
    '4XX': { description: 'A problem; see /docs/problems', type: 'object', additionalProperties: true },
  };
}
