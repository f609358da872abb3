import { Type } from 'typebox';
import { type RouteDefinition, route, staff } from '../../../kernel/route.ts';
import { Id, Nullable, Strict, Timestamp } from '../../../kernel/schemas.ts';
import { countDeadLetters, getDeadLetter, listDeadLetters } from './deadLetters.ts';
import { replayDeadLetters } from './replayDeadLetters.ts';

const Reason = Type.String({ pattern: '^[a-z][a-z_]{1,39}$', description: 'too_old, unknown_type, no_identity …' });
const line = {
  id: Id,
  receivedAt: Timestamp,
  sourceId: Id,
  reason: Type.String(),
  type: Nullable(Type.String()),
  name: Nullable(Type.String({ description: 'Of a tracked event' })),
  replayable: Type.Boolean({ description: 'false: it was too large to keep whole' }),
};
const Replayed = Strict({
  taken: Type.Integer(),
  known: Type.Integer({ description: 'Had come in since' }),
  stillUnusable: Type.Integer(),
  more: Type.Boolean({ description: 'Ask again for the rest' }),
});

/** Events that could not be used: to look at, and to take in again when the fault is mended. */
export const deadLetterRoutes: RouteDefinition[] = [
  route({
    method: 'GET',
    path: '/api/staff/dead-letters',
    summary: 'Events that could not be used, newest first',
    tag: 'Insight',
    audience: staff('admin'),
    query: Strict({
      reason: Type.Optional(Reason),
      sourceId: Type.Optional(Id),
      day: Type.Optional(Type.String({ format: 'date', description: 'In the retailer’s zone' })),
      cursor: Type.Optional(Type.String()),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
    }),
    response: Strict({ items: Type.Array(Strict(line)), nextCursor: Nullable(Type.String()) }),
    handle: (ctx, { query }) => listDeadLetters(ctx, { ...query, limit: query.limit ?? 50 }),
  }),
  route({
    method: 'GET',
    path: '/api/staff/dead-letters/counts',
    summary: 'How many events could not be used, by reason, source and day',
    tag: 'Insight',
    audience: staff('admin'),
    response: Strict({
      items: Type.Array(
        Strict({
          reason: Type.String(),
          sourceId: Id,
          day: Type.String(),
          events: Type.Integer(),
          replayable: Type.Integer(),
        }),
      ),
    }),
    handle: async (ctx) => ({ items: await countDeadLetters(ctx) }),
  }),
  route({
    method: 'GET',
    path: '/api/staff/dead-letters/:id',
    summary: 'One event that could not be used; what says who somebody is, is masked',
    tag: 'Insight',
    audience: staff('admin'),
    params: Strict({ id: Id }),
    response: Strict({ ...line, event: Type.String(), error: Nullable(Type.String()) }),
    handle: (ctx, { params }) => getDeadLetter(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/staff/dead-letters/replay',
    summary: 'Take events in again: one, or all of a reason',
    tag: 'Insight',
    audience: staff('admin'),
    body: Strict({
      ids: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 1_000 })),
      reason: Type.Optional(Reason),
      sourceId: Type.Optional(Id),
      day: Type.Optional(Type.String({ format: 'date', description: 'In the retailer’s zone' })),
    }),
    response: Replayed,
    handle: (ctx, { body }) => replayDeadLetters(ctx, body),
  }),
];
