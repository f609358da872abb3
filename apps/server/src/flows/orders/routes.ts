import { Type } from 'typebox';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { created, type RouteDefinition, route, shoppers, staff } from '../../kernel/route.ts';
import { Id, Nullable, Quantity, Strict, Timestamp } from '../../kernel/schemas.ts';
import {
  carriers,
  FulfilmentSchema,
  getFulfilment,
  shortageChoices,
  shortageKinds,
} from '../../modules/fulfilment/index.ts';
import { getLocation } from '../../modules/locations/index.ts';
import {
  AddressSchema,
  addNote,
  getOrder,
  getOrders,
  mentionsOf,
  notesOf,
  ShopOrderSchema,
  StaffOrderSchema,
  seeMention,
  toShopOrder,
} from '../../modules/orders/index.ts';
import { membersByIds } from '../../modules/staff/index.ts';
import type { FlowParts } from '../parts.ts';
import { cancelOrder } from './cancelOrder.ts';
import { movePickup } from './changePickup.ts';
import { changeTracking } from './changeTracking.ts';
import { chooseInstead } from './chooseInstead.ts';
import { keepLonger, nameCollector, pickupEnds } from './keepLonger.ts';
import { reportShort } from './reportShort.ts';
import { receiveParcel, sendParcel } from './sendParcel.ts';

const tag = 'Orders';
const ById = Strict({ id: Id });
const OfWork = Strict({ id: Id, workId: Id });
const OfShortage = Strict({ id: Id, shortageId: Id });
/** A guest's way to the order, as in the address of its page. */
const Token = Type.Optional(Type.String({ maxLength: 100 }));
const Reason = Type.String({ minLength: 3, maxLength: 500 });
const Lines = Type.Optional(
  Type.Array(Strict({ lineId: Id, quantity: Type.Optional(Quantity) }), {
    minItems: 1,
    maxItems: 100,
    description: 'Everything that can still be cancelled, unless said; of a line all pieces, unless said',
  }),
);
const Choice = Type.Enum([...shortageChoices]);
/** Of a parcel; all of it may be left out, for a driver of our own. */
const ParcelGiven = {
  carrier: Type.Optional(Type.String({ maxLength: 60, description: 'One of GET /api/staff/carriers, or any other' })),
  trackingNumber: Type.Optional(
    Type.String({ maxLength: 60, description: '4 to 40 letters and digits; spaces are left out' }),
  ),
  trackingUrl: Type.Optional(
    Type.String({ maxLength: 500, description: 'https; of a known carrier it is made from the number' }),
  ),
};
const Collector = Nullable(Type.String({ minLength: 2, maxLength: 120, description: 'null: the customer comes' }));
const Days = Type.Integer({ minimum: 0, maximum: 60, description: 'Closing time of the n-th opening day from today' });
const anyStaff = staff('agent', 'associate', 'manager', 'admin');
const floor = staff('associate', 'manager', 'admin');

const ShortageSchema = Strict({
  id: Id,
  fulfilmentId: Id,
  locationId: Id,
  orderId: Id,
  orderLineId: Id,
  variantId: Id,
  quantity: Type.Integer(),
  what: Type.Enum([...shortageKinds]),
  reason: Type.String(),
  state: Type.String(),
  choice: Nullable(Type.String()),
  settledBy: Nullable(Type.String()),
  settledAt: Nullable(Timestamp),
  createdAt: Timestamp,
});

export const orderRoutes = (parts: FlowParts): RouteDefinition[] => [
  ...shopRoutes(parts),
  ...staffRoutes(parts),
  ...noteRoutes,
  ...mentionRoutes,
];

const shopRoutes = (parts: FlowParts): RouteDefinition[] => [
  route({
    method: 'POST',
    path: '/api/shop/orders/:id/cancel',
    summary: 'Cancel my order or a part of it, until it is picked; what was paid for it goes back',
    tag,
    audience: shoppers,
    idempotencyKey: 'required',
    params: ById,
    body: Strict({ token: Token, lines: Lines }),
    response: ShopOrderSchema,
    handle: async (ctx, { params, body }) => {
      const done = await cancelOrder(ctx, parts, { orderId: params.id, ...body });
      return done.ok ? toShopOrder(done.value) : done;
    },
  }),
  route({
    method: 'POST',
    path: '/api/shop/orders/:id/pickups/:workId/move',
    summary: 'Collect it in another store, at the same price',
    tag,
    audience: shoppers,
    idempotencyKey: 'required',
    params: OfWork,
    body: Strict({ token: Token, locationId: Id }),
    response: ShopOrderSchema,
    handle: async (ctx, { params, body }) => {
      const done = await movePickup(ctx, parts, { orderId: params.id, fulfilmentId: params.workId, ...body });
      return done.ok ? toShopOrder(done.value) : done;
    },
  }),
  route({
    method: 'POST',
    path: '/api/shop/orders/:id/pickups/:workId/keep',
    summary: 'Keep my pickup longer',
    tag,
    audience: shoppers,
    params: OfWork,
    body: Strict({ token: Token, days: Days }),
    response: Strict({ keepUntil: Nullable(Timestamp) }),
    handle: async (ctx, { params, body }) => {
      const done = await keepLonger(ctx, parts, { orderId: params.id, fulfilmentId: params.workId, ...body });
      return done.ok ? { keepUntil: done.value.keepUntil } : done;
    },
  }),
  route({
    method: 'POST',
    path: '/api/shop/orders/:id/pickups/:workId/collector',
    summary: 'Somebody else collects my pickup',
    tag,
    audience: shoppers,
    params: OfWork,
    body: Strict({ token: Token, collector: Collector }),
    response: Strict({ collector: Nullable(Type.String()) }),
    handle: async (ctx, { params, body }) => {
      const done = await nameCollector(ctx, parts, { orderId: params.id, fulfilmentId: params.workId, ...body });
      return done.ok ? { collector: done.value.collector } : done;
    },
  }),
  route({
    method: 'POST',
    path: '/api/shop/orders/:id/shortages/:shortageId/choose',
    summary: 'What becomes of pieces that are not there: another store, sent home, wait, or the money back',
    tag,
    audience: shoppers,
    idempotencyKey: 'required',
    params: OfShortage,
    body: Strict({
      token: Token,
      choice: Choice,
      locationId: Type.Optional(Id),
      deliveryAddress: Type.Optional(AddressSchema),
    }),
    response: ShopOrderSchema,
    handle: async (ctx, { params, body }) => {
      const done = await chooseInstead(ctx, parts, { orderId: params.id, shortageId: params.shortageId, ...body });
      return done.ok ? toShopOrder(done.value) : done;
    },
  }),
];

const staffRoutes = (parts: FlowParts): RouteDefinition[] => [
  route({
    method: 'POST',
    path: '/api/staff/orders/:id/cancel',
    summary: 'Cancel an order or a part of it, with a reason, until it left the house',
    tag,
    audience: anyStaff,
    idempotencyKey: 'required',
    params: ById,
    body: Strict({ lines: Lines, reason: Reason }),
    response: StaffOrderSchema,
    handle: async (ctx, { params, body }) => {
      const done = await cancelOrder(ctx, parts, { orderId: params.id, ...body });
      return done.ok ? done.value : done;
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/orders/:id/pickups/:workId/ends',
    summary: 'Until when I may have a pickup kept, as closing times of its store',
    tag,
    audience: anyStaff,
    params: OfWork,
    response: Strict({ zone: Type.String(), ends: Type.Array(Strict({ days: Type.Integer(), until: Timestamp })) }),
    handle: async (ctx, { params }) => {
      await getOrder(ctx, params.id);
      return endsOf(ctx, params.workId);
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/orders/:id/pickups/:workId/move',
    summary: 'Move a pickup to another store, at the same price: taken there first, then let go here',
    tag,
    audience: anyStaff,
    idempotencyKey: 'required',
    params: OfWork,
    body: Strict({ locationId: Id, reason: Type.Optional(Reason) }),
    response: StaffOrderSchema,
    handle: async (ctx, { params, body }) => {
      const done = await movePickup(ctx, parts, { orderId: params.id, fulfilmentId: params.workId, ...body });
      return done.ok ? done.value : done;
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/orders/:id/pickups/:workId/keep',
    summary: 'Keep a pickup longer, up to what the role may',
    tag,
    audience: anyStaff,
    params: OfWork,
    body: Strict({ days: Days }),
    response: FulfilmentSchema,
    handle: async (ctx, { params, body }) => {
      const done = await keepLonger(ctx, parts, { orderId: params.id, fulfilmentId: params.workId, ...body });
      return done.ok ? done.value : done;
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/orders/:id/pickups/:workId/collector',
    summary: 'Who comes for a pickup, as the customer said',
    tag,
    audience: anyStaff,
    params: OfWork,
    body: Strict({ collector: Collector }),
    response: FulfilmentSchema,
    handle: async (ctx, { params, body }) => {
      const done = await nameCollector(ctx, parts, { orderId: params.id, fulfilmentId: params.workId, ...body });
      return done.ok ? done.value : done;
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/fulfilments/:id/short',
    summary: 'Pieces of an order are not there or not fit to be sold: the shelf is corrected, the customer chooses',
    tag: 'fulfilment',
    audience: floor,
    params: ById,
    body: Strict({
      variantId: Id,
      quantity: Quantity,
      what: Type.Enum(['not_found', 'damaged', 'short']),
      reason: Reason,
    }),
    response: ShortageSchema,
    status: 201,
    handle: async (ctx, { params, body }) => {
      const done = await reportShort(ctx, parts, { fulfilmentId: params.id, ...body });
      return done.ok ? created(done.value) : done;
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/fulfilments/:id/send',
    summary: 'A parcel that lies ready has left: to the customer, or to the store where they collect it',
    tag: 'fulfilment',
    audience: floor,
    params: ById,
    body: Strict(ParcelGiven),
    response: FulfilmentSchema,
    handle: async (ctx, { params, body }) => {
      const sent = await sendParcel(ctx, { fulfilmentId: params.id, ...body });
      return sent.ok ? sent.value : sent;
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/fulfilments/:id/parcel',
    summary: 'The carrier and number of a parcel that left, given later or put right; a mail only if it is asked for',
    tag: 'fulfilment',
    audience: anyStaff,
    params: ById,
    body: Strict({
      ...ParcelGiven,
      tellCustomer: Type.Boolean({ description: 'Write the customer a mail with the right number' }),
    }),
    response: FulfilmentSchema,
    handle: async (ctx, { params, body }) => {
      const changed = await changeTracking(ctx, parts, { fulfilmentId: params.id, ...body });
      return changed.ok ? changed.value : changed;
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/carriers',
    summary: 'Carriers whose parcels can be followed by their number; any other name can be given as well',
    tag: 'fulfilment',
    audience: anyStaff,
    response: Strict({ items: Type.Array(Strict({ name: Type.String() })) }),
    handle: async () => ({ items: carriers.map(({ name }) => ({ name })) }),
  }),
  route({
    method: 'POST',
    path: '/api/staff/fulfilments/:id/arrive',
    summary: 'What another store sent here for a pickup has come, and is prepared here from now on',
    tag: 'fulfilment',
    audience: floor,
    params: ById,
    body: Strict({}),
    response: FulfilmentSchema,
    handle: async (ctx, { params }) => {
      const come = await receiveParcel(ctx, { fulfilmentId: params.id });
      return come.ok ? come.value : come;
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/orders/:id/shortages/:shortageId/choose',
    summary: 'What becomes of pieces that are not there, as the customer wishes',
    tag,
    audience: anyStaff,
    idempotencyKey: 'required',
    params: OfShortage,
    body: Strict({ choice: Choice, locationId: Type.Optional(Id), deliveryAddress: Type.Optional(AddressSchema) }),
    response: StaffOrderSchema,
    handle: async (ctx, { params, body }) => {
      const done = await chooseInstead(ctx, parts, { orderId: params.id, shortageId: params.shortageId, ...body });
      return done.ok ? done.value : done;
    },
  }),
];

const NoteSchema = Strict({ id: Id, staffId: Id, text: Type.String(), mentions: Type.Array(Id), at: Timestamp });

const noteRoutes: RouteDefinition[] = [
  route({
    method: 'POST',
    path: '/api/staff/orders/:id/notes',
    summary: 'Tell colleagues something about an order; no customer sees it',
    tag,
    audience: anyStaff,
    params: ById,
    body: Strict({
      text: Type.String({ minLength: 1, maxLength: 2_000, pattern: '\\S' }),
      mentions: Type.Optional(Type.Array(Id, { maxItems: 10 })),
    }),
    response: NoteSchema,
    status: 201,
    handle: async (ctx, { params, body }) => created(await addNote(ctx, { orderId: params.id, ...body })),
  }),
  route({
    method: 'GET',
    path: '/api/staff/orders/:id/notes',
    summary: 'What colleagues told each other about an order, oldest first',
    tag,
    audience: anyStaff,
    params: ById,
    response: Strict({ items: Type.Array(NoteSchema) }),
    handle: async (ctx, { params }) => {
      await getOrder(ctx, params.id);
      return { items: await notesOf(ctx, params.id) };
    },
  }),
];

const MentionSchema = Strict({
  id: Id,
  orderId: Id,
  orderNumber: Type.String(),
  by: Nullable(Type.String({ description: 'Who wrote the note' })),
  text: Type.String(),
  at: Timestamp,
  seen: Type.Boolean(),
});

const mentionRoutes: RouteDefinition[] = [
  route({
    method: 'GET',
    path: '/api/staff/mentions',
    summary: 'Notes on orders in which a colleague calls me: what I have not looked at first',
    tag,
    audience: anyStaff,
    response: Strict({ items: Type.Array(MentionSchema) }),
    handle: async (ctx) => {
      const mentions = await mentionsOf(ctx, staffIdOf(ctx.actor) ?? '', 50);
      const [orders, members] = [
        await getOrders(ctx, [...new Set(mentions.map((one) => one.orderId))]),
        await membersByIds(ctx, [...new Set(mentions.map((one) => one.staffId))]),
      ];
      // An order I may not see is not shown by being called to it.
      const items = mentions.flatMap(({ staffId, ...mention }) => {
        const order = orders.get(mention.orderId);
        return order ? [{ ...mention, orderNumber: order.number, by: members.get(staffId)?.name ?? null }] : [];
      });
      return { items };
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/mentions/:id/seen',
    summary: 'I have looked at a note that calls me',
    tag,
    audience: anyStaff,
    params: ById,
    body: Strict({}),
    response: Strict({}),
    handle: async (ctx, { params }) => {
      await seeMention(ctx, params.id);
      return {};
    },
  }),
];

async function endsOf(ctx: Ctx, workId: string) {
  const location = await getLocation(ctx, (await getFulfilment(ctx, workId)).locationId);
  return { zone: location.zone, ends: await pickupEnds(ctx, location) };
}
