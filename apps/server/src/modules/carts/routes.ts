import { Type } from 'typebox';
import { AppError } from '../../kernel/errors.ts';
import { allStaff, Reply, type RouteDefinition, route, shoppers } from '../../kernel/route.ts';
import { Id, Strict } from '../../kernel/schemas.ts';
import { getLocation } from '../locations/index.ts';
import { createHandoff, handoffsOf } from './createHandoff.ts';
import { drawQr } from './drawQr.ts';
import type { HandoffLinks } from './handoffLinks.ts';
import { HandoffSchema } from './schemas.ts';

export const cartsRoutes = (links: HandoffLinks): RouteDefinition[] => [
  route({
    method: 'POST',
    path: '/api/shop/carts/:id/handoff',
    summary: 'A code and a link under which this cart, or one line of it, goes on elsewhere',
    tag: 'Carts',
    audience: shoppers,
    params: Strict({ id: Id }),
    body: Strict({ lineId: Type.Optional(Id), locationId: Type.Optional(Id) }),
    response: HandoffSchema,
    handle: async (ctx, { params, body }) => {
      if (body.locationId) await getLocation(ctx, body.locationId);
      return createHandoff(ctx, links, { cartId: params.id, ...body });
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/carts/:id/handoff',
    summary: 'The link of a customer’s cart, to be sent to that customer or called at the counter',
    tag: 'Carts',
    audience: allStaff,
    params: Strict({ id: Id }),
    body: Strict({ lineId: Type.Optional(Id) }),
    response: HandoffSchema,
    handle: (ctx, { params, body }) => createHandoff(ctx, links, { cartId: params.id, ...body }),
  }),
  route({
    method: 'GET',
    path: '/api/shop/carts/:id/handoff.svg',
    summary: 'The link of the cart (or of one line) as a QR picture',
    tag: 'Carts',
    audience: shoppers,
    params: Strict({ id: Id }),
    query: Strict({ lineId: Type.Optional(Id) }),
    async handle(ctx, { params, query }) {
      const handoffs = (await handoffsOf(ctx, links, [params.id])).get(params.id) ?? [];
      const handoff = handoffs.find((candidate) => candidate.lineId === (query.lineId ?? null));
      if (!handoff) throw new AppError('not_found', { detail: 'There is no live handoff; POST …/handoff makes one.' });
      return new Reply<unknown>(await drawQr(handoff.url), {
        headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'private, no-store' },
      });
    },
  }),
];
