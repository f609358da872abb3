import { Type } from 'typebox';
import { AppError } from '../../kernel/errors.ts';
import { allStaff, created, Reply, type RouteDefinition, route, shoppers, staff } from '../../kernel/route.ts';
import { Id, MoneySchema, Nullable, Quantity, Strict, Timestamp } from '../../kernel/schemas.ts';
import { drawQr } from '../../modules/carts/index.ts';
import { subjectsOf } from '../../modules/customers/index.ts';
import { FulfilmentSchema } from '../../modules/fulfilment/index.ts';
import type { FlowParts } from '../parts.ts';
import { extendHold } from './extendHold.ts';
import { holdEnds } from './holdEnds.ts';
import { holdForCustomer } from './holdForCustomer.ts';
import { moveHold } from './moveHold.ts';
import { ownHold } from './ownHold.ts';
import { type Hold, holdsOf, readHold } from './readHolds.ts';
import { releaseHold } from './releaseHold.ts';
import { reportFound } from './reportFound.ts';
import { reportNotFound } from './reportNotFound.ts';
import { reserveInStore } from './reserveInStore.ts';

const line = {
  variantId: Id,
  sku: Type.String(),
  title: Type.String(),
  optionsText: Type.String(),
  pictureUrl: Nullable(Type.String()),
  quantity: Type.Integer(),
  unit: MoneySchema,
};
const shared = {
  id: Id,
  state: Type.String({ description: 'held, committed, consumed, released, expired' }),
  until: Nullable(Timestamp),
  atRisk: Type.Boolean(),
  code: Nullable(Type.String()),
  url: Nullable(Type.String()),
  locationId: Id,
  locationName: Type.String(),
  stage: Nullable(Type.String({ description: 'to_pick, picking, ready, handed_over, not_found, cancelled' })),
  createdAt: Timestamp,
  lines: Type.Array(Strict(line)),
};
/** What the customer sees: nobody of the staff, no shelf; `longerUntil` is where one press on "longer" takes it. */
const ShopHold = Strict({
  ...shared,
  longerUntil: Nullable(Timestamp),
});
const StaffHold = Strict({
  ...shared,
  cartId: Id,
  lineId: Id,
  fulfilmentId: Nullable(Id),
  place: Nullable(Type.String()),
  heldBy: Nullable(Id),
  subjectId: Nullable(Id),
});

function toShop(hold: Hold) {
  const {
    cartId: _cart,
    lineId: _line,
    fulfilmentId: _work,
    place: _place,
    heldBy: _by,
    subjectId: _subject,
    ...shown
  } = hold;
  return shown;
}

const Length = Type.Union([
  Strict({
    days: Type.Integer({ minimum: 0, maximum: 60, description: 'Opening days of the store; 0 is tonight’s closing' }),
  }),
  Strict({ date: Type.String({ format: 'date', description: 'To closing time of this day' }) }),
]);
const ById = Strict({ id: Id });
const tag = 'holds';
const released = Strict({ released: Type.Literal(true) });

export const holdRoutes = (parts: FlowParts): RouteDefinition[] => [
  route({
    method: 'POST',
    path: '/api/shop/holds',
    summary: 'Reserve in a store, to try and pay there; free of charge, to closing time',
    tag,
    audience: shoppers,
    idempotencyKey: 'required',
    perMinute: 30,
    body: Strict({
      variantId: Id,
      locationId: Id,
      quantity: Type.Optional(Quantity),
      contact: Type.Optional(
        Strict({
          name: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
          email: Type.Optional(Type.String({ format: 'email', maxLength: 254 })),
          phone: Type.Optional(Type.String({ minLength: 5, maxLength: 40 })),
        }),
      ),
    }),
    response: ShopHold,
    status: 201,
    handle: async (ctx, { body }) => {
      const held = await reserveInStore(ctx, parts, { ...body, quantity: body.quantity ?? 1 });
      return held.ok ? created(toShop(held.value)) : held;
    },
  }),
  route({
    method: 'GET',
    path: '/api/shop/holds',
    summary: 'My holds, newest first',
    tag,
    audience: shoppers,
    response: Strict({ items: Type.Array(ShopHold), asOf: Timestamp }),
    handle: async (ctx) => ({
      asOf: ctx.clock.now().toISOString(),
      items: (ctx.actor.kind === 'shopper' ? await holdsOf(ctx, parts, ctx.actor.subjectIds) : []).map(toShop),
    }),
  }),
  route({
    method: 'GET',
    path: '/api/shop/holds/:id/code.svg',
    summary: 'The link of my hold as a QR picture, to show in the store',
    tag,
    audience: shoppers,
    params: ById,
    async handle(ctx, { params }) {
      await ownHold(ctx, params.id);
      const { url } = await readHold(ctx, parts, params.id);
      if (!url) throw new AppError('not_found', { detail: 'This hold is over; there is nothing to show.' });
      return new Reply<unknown>(await drawQr(url), {
        headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'private, no-store' },
      });
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/shop/holds/:id',
    summary: 'I do not need it any more: it is on sale at once',
    tag,
    audience: shoppers,
    params: ById,
    response: released,
    handle: async (ctx, { params }) => {
      const done = await releaseHold(ctx, { reservationId: params.id });
      return done.ok ? done.value : done;
    },
  }),
  route({
    method: 'POST',
    path: '/api/shop/holds/:id/extend',
    summary: 'Hold it longer, once: to the next opening day’s closing',
    tag,
    audience: shoppers,
    params: ById,
    response: Strict({ until: Timestamp }),
    handle: async (ctx, { params }) => {
      const done = await extendHold(ctx, { reservationId: params.id });
      return done.ok ? done.value : done;
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/holds',
    summary: 'Hold goods in a store for a customer, from the conversation or after a call',
    tag,
    audience: allStaff,
    idempotencyKey: 'required',
    body: Strict({
      person: Type.Union([Strict({ threadId: Id }), Strict({ customerId: Id })]),
      variantId: Id,
      locationId: Id,
      quantity: Type.Optional(Quantity),
      length: Type.Optional(Length),
    }),
    response: StaffHold,
    status: 201,
    handle: async (ctx, { body }) => {
      const held = await holdForCustomer(ctx, parts, { ...body, quantity: body.quantity ?? 1 });
      return held.ok ? created(held.value) : held;
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/hold-ends',
    summary: 'Until when one may hold something in a store: its next closing times, the usual one last',
    tag,
    audience: allStaff,
    query: Strict({ locationId: Id }),
    response: Strict({
      zone: Type.String(),
      ends: Type.Array(Strict({ days: Type.Integer({ description: 'Opening days' }), until: Timestamp })),
    }),
    handle: (ctx, { query }) => holdEnds(ctx, query.locationId),
  }),
  route({
    method: 'GET',
    path: '/api/staff/holds/:id',
    summary: 'One hold',
    tag,
    audience: allStaff,
    params: ById,
    response: StaffHold,
    handle: async (ctx, { params }) => {
      await ownHold(ctx, params.id);
      return readHold(ctx, parts, params.id);
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/customers/:id/holds',
    summary: 'Holds of a customer, newest first',
    tag,
    audience: allStaff,
    params: ById,
    response: Strict({ items: Type.Array(StaffHold) }),
    handle: async (ctx, { params }) => {
      const subjectIds = await subjectsOf(ctx, params.id);
      if (subjectIds.length === 0) throw new AppError('not_found', { detail: 'There is no such customer.' });
      return { items: await holdsOf(ctx, parts, subjectIds) };
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/holds/:id/release',
    summary: 'Give held goods free, with a reason',
    tag,
    audience: allStaff,
    params: ById,
    body: Strict({ reason: Type.String({ minLength: 3, maxLength: 500 }) }),
    response: released,
    handle: async (ctx, { params, body }) => {
      const done = await releaseHold(ctx, { reservationId: params.id, reason: body.reason });
      return done.ok ? done.value : done;
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/holds/:id/extend',
    summary: 'Hold it longer, within the limit of the role',
    tag,
    audience: allStaff,
    params: ById,
    body: Strict({ length: Length }),
    response: Strict({ until: Timestamp }),
    handle: async (ctx, { params, body }) => {
      const done = await extendHold(ctx, { reservationId: params.id, length: body.length });
      return done.ok ? done.value : done;
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/holds/:id/move',
    summary: 'Hold it in another store instead, at its price: taken there and let go here in one step, or not at all',
    tag,
    audience: allStaff,
    idempotencyKey: 'required',
    params: ById,
    body: Strict({ locationId: Id, length: Type.Optional(Length) }),
    response: StaffHold,
    handle: async (ctx, { params, body }) => {
      const moved = await moveHold(ctx, parts, { reservationId: params.id, ...body });
      return moved.ok ? moved.value : moved;
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/fulfilments/:id/not-found',
    summary: 'It is not where it should be: the level is corrected and the customer gets the next best offer',
    tag: 'fulfilment',
    audience: staff('associate', 'manager', 'admin'),
    params: ById,
    body: Strict({ reason: Type.String({ minLength: 3, maxLength: 500 }) }),
    response: FulfilmentSchema,
    handle: async (ctx, { params, body }) => {
      const done = await reportNotFound(ctx, { fulfilmentId: params.id, reason: body.reason });
      return done.ok ? done.value : done;
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/fulfilments/:id/found',
    summary: 'What a count missed is here: the level is corrected and the hold is no longer at risk',
    tag: 'fulfilment',
    audience: staff('associate', 'manager', 'admin'),
    params: ById,
    response: FulfilmentSchema,
    handle: async (ctx, { params }) => {
      const done = await reportFound(ctx, { fulfilmentId: params.id });
      return done.ok ? done.value : done;
    },
  }),
];
