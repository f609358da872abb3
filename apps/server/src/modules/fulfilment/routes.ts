import { Type } from 'typebox';
import { type Ctx, mayActAt } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { allStaff, route, staff } from '../../kernel/route.ts';
import { Id, Nullable, Page, PageQuery, Strict, Timestamp } from '../../kernel/schemas.ts';
import { countPicked } from './countPicked.ts';
import { markReady } from './markReady.ts';
import { getFulfilment, listQueue, stepsOf } from './readFulfilments.ts';
import { serveFulfilment } from './serveFulfilment.ts';
import { fulfilmentStates } from './states.ts';
import { takeFulfilment } from './takeFulfilment.ts';

const State = Type.Union(fulfilmentStates.map((state) => Type.Literal(state)));

export const FulfilmentSchema = Strict({
  id: Id,
  kind: Type.String(),
  locationId: Id,
  orderId: Nullable(Id),
  reservationId: Nullable(Id),
  subjectId: Nullable(Id),
  code: Type.String(),
  state: Type.String(),
  place: Nullable(Type.String()),
  pickedBy: Nullable(Id),
  reason: Nullable(Type.String()),
  promisedAt: Nullable(Timestamp),
  keepUntil: Nullable(Timestamp),
  doneBy: Nullable(Id),
  doneAt: Nullable(Timestamp),
  collectedBy: Nullable(Type.String({ description: 'Who came, when it was not the customer' })),
  idSeen: Type.Boolean(),
  collector: Nullable(Type.String({ description: 'Who will come, as the customer said' })),
  toLocationId: Nullable(Id),
  arrivedAt: Nullable(Timestamp),
  carrier: Nullable(Type.String({ description: 'Who has the parcel' })),
  trackingNumber: Nullable(Type.String()),
  trackingUrl: Nullable(Type.String({ description: 'https: where the number is looked up' })),
  arrivesEarliest: Nullable(Type.String({ format: 'date' })),
  arrivesLatest: Nullable(
    Type.String({ format: 'date', description: 'Promised anew after the order was placed; else what the order says' }),
  ),
  servingBy: Nullable(Id),
  servingSince: Nullable(Timestamp),
  version: Type.Integer(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
  lines: Type.Array(
    Strict({
      variantId: Id,
      quantity: Type.Integer(),
      orderLineId: Nullable(Id),
      picked: Type.Optional(Type.Integer()),
    }),
  ),
});

const StepSchema = Strict({
  from: Nullable(Type.String()),
  to: Type.String(),
  actor: Type.String(),
  place: Nullable(Type.String()),
  reason: Nullable(Type.String()),
  at: Timestamp,
});
const ById = Strict({ id: Id });
const floor = staff('associate', 'manager', 'admin');
const tag = 'fulfilment';

function checkPlace(ctx: Ctx, locationId: string): void {
  const sees = mayActAt(ctx.actor, locationId) || (ctx.actor.kind === 'staff' && ctx.actor.role === 'agent');
  if (!sees) throw new AppError('wrong_location', { detail: 'This is the work of another location.' });
}

export const fulfilmentRoutes = [
  route({
    method: 'GET',
    path: '/api/staff/fulfilments',
    summary: 'The work of a location by state, oldest first',
    tag,
    audience: allStaff,
    query: Strict({ locationId: Id, state: Type.Optional(Type.Array(State, { maxItems: 7 })), ...PageQuery }),
    response: Page(FulfilmentSchema),
    handle: async (ctx, { query }) => {
      checkPlace(ctx, query.locationId);
      return listQueue(ctx, {
        locationId: query.locationId,
        states: query.state ?? ['to_pick', 'picking', 'ready', 'not_found'],
        cursor: query.cursor,
        limit: query.limit ?? 50,
      });
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/fulfilments/:id',
    summary: 'One piece of work with its trail',
    tag,
    audience: allStaff,
    params: ById,
    response: Strict({ fulfilment: FulfilmentSchema, steps: Type.Array(StepSchema) }),
    handle: async (ctx, { params }) => {
      const fulfilment = await getFulfilment(ctx, params.id);
      checkPlace(ctx, fulfilment.locationId);
      return { fulfilment, steps: await stepsOf(ctx, params.id) };
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/fulfilments/:id/take',
    summary: 'I pick this; with takeOver also when a colleague has begun',
    tag,
    audience: floor,
    params: ById,
    body: Strict({ takeOver: Type.Optional(Type.Boolean()) }),
    response: FulfilmentSchema,
    handle: async (ctx, { params, body }) => {
      const moved = await takeFulfilment(ctx, { id: params.id, ...body });
      return moved.ok ? moved.value : moved;
    },
  }),
  route({
    method: 'PUT',
    path: '/api/staff/fulfilments/:id/picked',
    summary: 'So many pieces of these goods are in hand',
    tag,
    audience: floor,
    params: ById,
    body: Strict({ variantId: Id, picked: Type.Integer({ minimum: 0, maximum: 10_000 }) }),
    response: FulfilmentSchema,
    handle: async (ctx, { params, body }) => {
      const counted = await countPicked(ctx, { id: params.id, ...body });
      return counted.ok ? counted.value : counted;
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/fulfilments/:id/serve',
    summary: 'I stand at the counter with this and its customer, or do no more; keeps nobody from acting',
    tag,
    audience: floor,
    params: ById,
    body: Strict({ isServing: Type.Boolean() }),
    response: FulfilmentSchema,
    handle: (ctx, { params, body }) => serveFulfilment(ctx, { id: params.id, ...body }),
  }),
  route({
    method: 'POST',
    path: '/api/staff/fulfilments/:id/ready',
    summary: 'It lies here and waits; the customer is told once',
    tag,
    audience: floor,
    params: ById,
    body: Strict({ place: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }) }),
    response: FulfilmentSchema,
    handle: async (ctx, { params, body }) => {
      const moved = await markReady(ctx, { id: params.id, place: body.place.trim() });
      return moved.ok ? moved.value : moved;
    },
  }),
];
