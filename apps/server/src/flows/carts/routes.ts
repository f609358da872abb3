import { type Static, Type } from 'typebox';
import type { Ctx } from '../../kernel/context.ts';
import { type Refusal, type Result, refuse } from '../../kernel/result.ts';
import { allStaff, created, everyone, type RouteDefinition, route, shoppers } from '../../kernel/route.ts';
import { Id, Nullable, Quantity, Strict, Timestamp } from '../../kernel/schemas.ts';
import { type Cart, getCart, WaySchema } from '../../modules/carts/index.ts';
import { customersOf } from '../../modules/customers/index.ts';
import { getLocations } from '../../modules/locations/index.ts';
import { getHomeMarket } from '../../modules/settings/index.ts';
import { CartShape } from '../../views/cartShape.ts';
import { cartView, emptyCart } from '../../views/cartView.ts';
import type { FlowParts } from '../parts.ts';
import { acceptPrices } from './acceptPrices.ts';
import { addGoods } from './addGoods.ts';
import { changeGoods } from './changeGoods.ts';
import type { CartDone } from './changeOnce.ts';
import { fillForCustomer } from './fillForCustomer.ts';
import { acceptHandoff, openHandoff } from './handoffs.ts';
import { findOwnCart } from './ownCart.ts';
import { redeemCode } from './redeemCode.ts';

const tag = 'Carts';
const Version = Type.Integer({ minimum: 0, description: 'Of the cart as it was shown' });
const Postcode = Type.String({ minLength: 3, maxLength: 12, description: 'Makes delivery part of the totals' });
const viewFields = {
  postcode: Type.Optional(Postcode),
  deliveryMethodId: Type.Optional({ ...Id, description: 'How it is sent, where that is offered; else the usual way' }),
};
const View = Strict(viewFields);
type ViewQuery = Static<typeof View>;
const ByLine = Strict({ lineId: Id });
const ByToken = Strict({ token: Type.String({ minLength: 1, maxLength: 100 }) });
const Wanted = { variantId: Id, quantity: Quantity, way: WaySchema };

const HandedOver = Strict({
  handoff: Strict({
    code: Type.String(),
    lineId: Nullable(Id),
    locationName: Nullable(Type.String()),
    expiresAt: Timestamp,
  }),
  isMine: Type.Boolean(),
  cart: CartShape,
});
const StaffCart = Strict({
  cart: CartShape,
  subjectId: Id,
  customerId: Nullable(Id),
  credits: Type.Array(Strict({ lineId: Id, advisedBy: Nullable(Id), heldBy: Nullable(Id) })),
});

const cartOf = async (ctx: Ctx, { cartId, cart }: CartDone) => cart ?? getCart(ctx, cartId);

/** The cart after the act; a refusal shows the cart as it is now the way every page shows it. */
async function answer(ctx: Ctx, done: Result<CartDone>, query: ViewQuery): Promise<CartShape | Refusal> {
  if (done.ok) return cartView(ctx, await cartOf(ctx, done.value), { ...query, market: done.value.market });
  const { cart, ...details } = done.details;
  return cart ? refuse(done.reason, { ...details, cart: await cartView(ctx, cart as Cart, query) }) : done;
}

async function showOwn(ctx: Ctx, query: ViewQuery): Promise<CartShape> {
  const cart = await findOwnCart(ctx);
  return cart ? cartView(ctx, cart, query) : emptyCart(ctx, await getHomeMarket(ctx));
}

const shopRoutes: RouteDefinition[] = [
  route({
    method: 'GET',
    path: '/api/shop/cart',
    summary: 'My cart as of now: prices, stock, dates, and what changed since; an empty one where there is none',
    tag,
    audience: shoppers,
    query: View,
    response: CartShape,
    handle: (ctx, { query }) => showOwn(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/api/shop/cart/lines',
    summary: 'Put goods into my cart, at today’s price for 24 hours; the first goods make the cart',
    tag,
    audience: shoppers,
    query: View,
    body: Strict({ ...Wanted, version: Type.Optional(Version) }),
    response: CartShape,
    handle: async (ctx, { body, query }) => answer(ctx, await addGoods(ctx, body), query),
  }),
  route({
    method: 'PATCH',
    path: '/api/shop/cart/lines/:lineId',
    summary: 'Another quantity (0 takes it out) or another way to get it; a hold that no longer fits goes free',
    tag,
    audience: shoppers,
    params: ByLine,
    query: View,
    body: Strict({
      version: Version,
      quantity: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
      way: Type.Optional(WaySchema),
    }),
    response: CartShape,
    handle: async (ctx, { params, body, query }) => answer(ctx, await changeGoods(ctx, { ...params, ...body }), query),
  }),
  route({
    method: 'DELETE',
    path: '/api/shop/cart/lines/:lineId',
    summary: 'Take goods out of my cart; what was held for it goes free',
    tag,
    audience: shoppers,
    params: ByLine,
    query: Strict({ version: Version, ...viewFields }),
    response: CartShape,
    handle: async (ctx, { params, query: { version, ...query } }) =>
      answer(ctx, await changeGoods(ctx, { ...params, version, quantity: 0 }), query),
  }),
  route({
    method: 'PUT',
    path: '/api/shop/cart/code',
    summary: 'Use a promotion code, or take it off',
    tag,
    audience: shoppers,
    // Codes are short: guessing must not be free.
    perMinute: 20,
    query: View,
    body: Strict({ version: Version, code: Nullable(Type.String({ minLength: 1, maxLength: 60 })) }),
    response: CartShape,
    handle: async (ctx, { body, query }) => answer(ctx, await redeemCode(ctx, body), query),
  }),
  route({
    method: 'POST',
    path: '/api/shop/cart/accept-terms',
    summary: 'Accept what the goods cost now, where their quotes ran out',
    tag,
    audience: shoppers,
    query: View,
    body: Strict({ version: Version }),
    response: CartShape,
    handle: async (ctx, { body, query }) => answer(ctx, await acceptPrices(ctx, body), query),
  }),
];

const handoffRoutes: RouteDefinition[] = [
  route({
    method: 'GET',
    path: '/api/shop/handoffs/:token',
    summary: 'The cart behind a link: goods, terms, holds; no contact data',
    tag,
    audience: everyone,
    perMinute: 120,
    params: ByToken,
    response: HandedOver,
    handle: async (ctx, { params }) => {
      const found = await openHandoff(ctx, params.token);
      if (!found.ok) return found;
      const { cart, code, lineId, locationId, expiresAt } = found.value;
      const locations = await getLocations(ctx, locationId ? [locationId] : []);
      return {
        handoff: { code, lineId, locationName: (locationId && locations.get(locationId)?.name) || null, expiresAt },
        isMine: ctx.actor.kind === 'shopper' && ctx.actor.subjectIds.includes(cart.subjectId),
        cart: await cartView(ctx, cart, lineId ? { lineIds: [lineId] } : {}),
      };
    },
  }),
  route({
    method: 'POST',
    path: '/api/shop/handoffs/:token/accept',
    summary: 'Go on with the cart behind a link: it becomes part of mine',
    tag,
    audience: shoppers,
    perMinute: 30,
    params: ByToken,
    response: CartShape,
    handle: async (ctx, { params }) => answer(ctx, await acceptHandoff(ctx, params.token), {}),
  }),
];

async function showToStaff(ctx: Ctx, cart: Cart) {
  const customers = await customersOf(ctx, [cart.subjectId]);
  return {
    cart: await cartView(ctx, cart),
    subjectId: cart.subjectId,
    customerId: customers.get(cart.subjectId) ?? null,
    credits: cart.lines.map(({ id, advisedBy, heldBy }) => ({ lineId: id, advisedBy, heldBy })),
  };
}

const Lines = Type.Array(Strict(Wanted), { minItems: 1, maxItems: 50 });

const staffRoutes: RouteDefinition[] = [
  route({
    method: 'POST',
    path: '/api/staff/carts',
    summary: 'Put goods into a customer’s cart, from the conversation or at the counter',
    tag,
    audience: allStaff,
    body: Type.Union([Strict({ customerId: Id, lines: Lines }), Strict({ threadId: Id, lines: Lines })]),
    response: StaffCart,
    status: 201,
    handle: async (ctx, { body: { lines, ...person } }) => {
      const filled = await fillForCustomer(ctx, { person, lines });
      return filled.ok ? created(await showToStaff(ctx, await cartOf(ctx, filled.value))) : filled;
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/carts/:id',
    summary: 'A cart with prices, stock and dates, as its customer sees it',
    tag,
    audience: allStaff,
    params: Strict({ id: Id }),
    response: StaffCart,
    handle: async (ctx, { params }) => showToStaff(ctx, await getCart(ctx, params.id)),
  }),
];

/** Carts as shoppers and staff fill, change and pass them on. */
export const cartRoutes = (_parts: FlowParts): RouteDefinition[] => [...shopRoutes, ...handoffRoutes, ...staffRoutes];
