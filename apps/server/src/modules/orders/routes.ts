import { Type } from 'typebox';
import { decodeCursor, toPage } from '../../kernel/page.ts';
import { everyone, type RouteDefinition, route, signedIn, staffOrKey } from '../../kernel/route.ts';
import { Id, Nullable, Page, PageQuery, Strict, Timestamp } from '../../kernel/schemas.ts';
import { countOrders, findOrders } from './findOrders.ts';
import { getOrder, ordersOf } from './readOrders.ts';
import { ChannelSchema, OrderStateSchema, OrderSummarySchema, ShopOrderSchema, StaffOrderSchema } from './schemas.ts';
import { toShopOrder } from './shopOrder.ts';

const readers = staffOrKey('orders:read', 'agent', 'associate', 'manager', 'admin');

export const ordersRoutes: RouteDefinition[] = [
  route({
    method: 'GET',
    path: '/api/shop/orders/:id',
    summary: 'An order, for its owner signed in or for a guest with its token',
    tag: 'Orders',
    audience: everyone,
    params: Strict({ id: Id }),
    query: Strict({ token: Type.Optional(Type.String({ maxLength: 100 })) }),
    response: ShopOrderSchema,
    handle: async (ctx, { params, query }) => toShopOrder(await getOrder(ctx, params.id, query.token)),
  }),
  route({
    method: 'GET',
    path: '/api/shop/orders',
    summary: 'My orders, newest first',
    tag: 'Orders',
    audience: signedIn,
    query: Strict(PageQuery),
    response: Page(ShopOrderSchema),
    async handle(ctx, { query }) {
      const limit = query.limit ?? 50;
      const after = decodeCursor(query.cursor, ['instant', 'id']);
      const subjectIds = ctx.actor.kind === 'shopper' ? ctx.actor.subjectIds : [];
      const before = after && { placedAt: String(after[0]), id: String(after[1]) };
      const page = toPage(await ordersOf(ctx, subjectIds, { limit: limit + 1, before }), limit, (order) => [
        order.placedAt,
        order.id,
      ]);
      return { items: page.items.map(toShopOrder), nextCursor: page.nextCursor };
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/orders',
    summary: 'Orders, newest first; associates and managers see those of their locations',
    tag: 'Orders',
    audience: readers,
    query: Strict({
      number: Type.Optional(Type.String({ maxLength: 20 })),
      q: Type.Optional(
        Type.String({ maxLength: 100, description: 'Part of a number, or of the name, e-mail or phone of the order' }),
      ),
      channel: Type.Optional(Type.Array(ChannelSchema)),
      state: Type.Optional(Type.Array(OrderStateSchema)),
      locationId: Type.Optional(Id),
      from: Type.Optional(Timestamp),
      to: Type.Optional(Timestamp),
      ...PageQuery,
    }),
    response: Strict({
      items: Type.Array(OrderSummarySchema),
      nextCursor: Nullable(Type.String({ description: 'null on the last page' })),
      total: Nullable(Type.Integer({ description: 'All that match; on the first page only' })),
    }),
    handle: async (ctx, { query: { state, channel, q, limit, cursor, ...rest } }) => {
      const filter = { ...rest, states: state, channels: channel, text: q };
      const page = await findOrders(ctx, { ...filter, cursor, limit: limit ?? 50 });
      return { ...page, total: cursor === undefined ? await countOrders(ctx, filter) : null };
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/orders/:id',
    summary: 'An order with its credits',
    tag: 'Orders',
    audience: readers,
    params: Strict({ id: Id }),
    response: StaffOrderSchema,
    handle: (ctx, { params }) => getOrder(ctx, params.id),
  }),
];
