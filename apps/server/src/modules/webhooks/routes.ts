import { Type } from 'typebox';
import { created, Reply, type RouteDefinition, route, staff } from '../../kernel/route.ts';
import { Id, Nullable, Page, PageQuery, Strict, Timestamp } from '../../kernel/schemas.ts';
import { findDeliveries, replayDelivery, replayRange, sendTest } from './deliveries.ts';
import { addEndpoint, changeEndpoint, changeSecret, listEndpoints, removeEndpoint } from './endpoints.ts';

const tag = 'Webhooks';
const admin = staff('admin');

const Types = Type.Array(
  Type.String({
    pattern: '^(\\*|[a-z_]+(\\.[a-z_]+)*(\\.\\*)?)$',
    maxLength: 80,
    description: 'A type of event, all of a beginning (`orders.*`), or `*`',
  }),
  { minItems: 1, maxItems: 50 },
);
const EndpointSchema = Strict({
  id: Id,
  url: Type.String(),
  description: Type.String(),
  types: Type.Array(Type.String()),
  active: Type.Boolean(),
  failures: Type.Integer({ description: 'Tries in a row that were not taken' }),
  disabledReason: Nullable(Type.String()),
  createdAt: Timestamp,
  oldSecretUntil: Nullable(Type.String({ format: 'date-time', description: 'Until then signed with both secrets' })),
});
const DeliverySchema = Strict({
  id: Id,
  endpointId: Id,
  eventId: Id,
  eventType: Type.String(),
  state: Type.String({ description: 'pending, delivered, failed' }),
  attempts: Type.Integer(),
  nextAt: Nullable(Timestamp),
  lastStatus: Nullable(Type.Integer()),
  lastError: Nullable(Type.String()),
  createdAt: Timestamp,
  deliveredAt: Nullable(Timestamp),
});

export const webhooksRoutes = (allowPrivate: boolean): RouteDefinition[] => [
  route({
    method: 'GET',
    path: '/api/staff/webhooks',
    summary: 'Endpoints that events are sent to',
    tag,
    audience: admin,
    response: Strict({ items: Type.Array(EndpointSchema) }),
    handle: async (ctx) => ({ items: await listEndpoints(ctx) }),
  }),
  route({
    method: 'POST',
    path: '/api/staff/webhooks',
    summary: 'Add an endpoint; its secret is shown this once',
    tag,
    audience: admin,
    body: Strict({
      url: Type.String({ format: 'uri', maxLength: 500 }),
      description: Type.String({ maxLength: 200, default: '' }),
      types: Types,
    }),
    response: Strict({
      endpoint: EndpointSchema,
      secret: Nullable(Type.String({ description: 'null when a repeated request names one made before' })),
    }),
    status: 201,
    handle: async (ctx, { body }) => created(await addEndpoint(ctx, body, allowPrivate)),
  }),
  route({
    method: 'PATCH',
    path: '/api/staff/webhooks/:id',
    summary: 'Change what an endpoint hears of, or switch it off or on',
    tag,
    audience: admin,
    params: Strict({ id: Id }),
    body: Strict({ types: Type.Optional(Types), active: Type.Optional(Type.Boolean()) }),
    response: EndpointSchema,
    handle: (ctx, { params, body }) => changeEndpoint(ctx, { id: params.id, ...body }),
  }),
  route({
    method: 'DELETE',
    path: '/api/staff/webhooks/:id',
    summary: 'Remove an endpoint with its log',
    tag,
    audience: admin,
    params: Strict({ id: Id }),
    handle: async (ctx, { params }) => {
      await removeEndpoint(ctx, params.id);
      return new Reply(undefined, { status: 204 });
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/webhooks/:id/secret',
    summary: 'Another secret, shown this once; for a while what is sent is signed with both',
    tag,
    audience: admin,
    params: Strict({ id: Id }),
    body: Strict({
      overlapHours: Type.Integer({
        minimum: 0,
        maximum: 168,
        default: 24,
        description: '0: the old one is void at once',
      }),
    }),
    response: Strict({
      endpoint: EndpointSchema,
      secret: Nullable(Type.String({ description: 'null when a repeated request names one made before' })),
    }),
    handle: (ctx, { params, body }) => changeSecret(ctx, { id: params.id, ...body }),
  }),
  route({
    method: 'POST',
    path: '/api/staff/webhooks/:id/test',
    summary: 'Send `webhooks.test`, which tells of nothing, to see whether it arrives',
    tag,
    audience: admin,
    params: Strict({ id: Id }),
    response: DeliverySchema,
    status: 201,
    handle: async (ctx, { params }) => created(await sendTest(ctx, params.id)),
  }),
  route({
    method: 'POST',
    path: '/api/staff/webhooks/:id/replay',
    summary: 'Send again what an endpoint was told of between two moments, oldest first, at most 1,000 at a time',
    tag,
    audience: admin,
    params: Strict({ id: Id }),
    body: Strict({
      from: Timestamp,
      to: Timestamp,
      onlyFailed: Type.Boolean({ default: false, description: 'Only what was given up' }),
    }),
    response: Strict({
      queued: Type.Integer(),
      more: Type.Boolean({ description: 'There may be more; go on from `last`' }),
      last: Nullable(Type.String({ format: 'date-time' })),
    }),
    handle: (ctx, { params, body }) => replayRange(ctx, { endpointId: params.id, ...body }),
  }),
  route({
    method: 'GET',
    path: '/api/staff/webhook-deliveries',
    summary: 'What was sent where, and what came of it, newest first',
    tag,
    audience: admin,
    query: Strict({ ...PageQuery, endpointId: Type.Optional(Id) }),
    response: Page(DeliverySchema),
    handle: (ctx, { query }) => findDeliveries(ctx, { ...query, limit: query.limit ?? 50 }),
  }),
  route({
    method: 'POST',
    path: '/api/staff/webhook-deliveries/:id/replay',
    summary: 'Send a delivery again',
    tag,
    audience: admin,
    params: Strict({ id: Id }),
    response: DeliverySchema,
    handle: (ctx, { params }) => replayDelivery(ctx, params.id),
  }),
];
