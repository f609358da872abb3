import { Type } from 'typebox';
import { Reply, route, staffOrKey } from '../../kernel/route.ts';
import { Id, Nullable, Quantity, Strict, Timestamp } from '../../kernel/schemas.ts';
import {
  consumeExternal,
  getExternalReservation,
  releaseExternal,
  reserveForReference,
} from './externalReservations.ts';

const audience = staffOrKey('stock:reserve', 'admin');

const Line = Strict({ variantId: Id, locationId: Id, quantity: Quantity });

const External = Strict({
  id: Id,
  reference: Type.String(),
  state: Type.String({ description: 'held, consumed, released or expired' }),
  expiresAt: Nullable(Timestamp),
  lines: Type.Array(Line),
});

/** For machines: marketplaces, another shop system, another till. */
export const reservationRoutes = [
  route({
    method: 'POST',
    path: '/api/stock/reservations',
    summary: 'Reserve stock for a reference of your own, all or nothing; the same reference again replaces it',
    tag: 'stock',
    audience,
    idempotencyKey: 'required',
    body: Strict({
      reference: Type.String({
        minLength: 1,
        maxLength: 100,
        description: 'What it is for: an order, a basket of yours',
      }),
      expiresAt: Type.Optional({ ...Timestamp, description: 'Half an hour from now when left out; 30 days at most' }),
      lines: Type.Array(
        Strict({
          variantId: Id,
          locationId: Id,
          quantity: Quantity,
          forCollection: Type.Optional(
            Type.Boolean({ description: 'It will be collected there: pieces on display count as well' }),
          ),
        }),
        { minItems: 1, maxItems: 50 },
      ),
    }),
    response: External,
    status: 201,
    handle: async (ctx, { body }) => {
      const held = await reserveForReference(ctx, {
        reference: body.reference,
        expiresAt: body.expiresAt === undefined ? undefined : new Date(body.expiresAt),
        lines: body.lines.map((line) => ({ ...line, forCollection: line.forCollection ?? false })),
      });
      if (!held.ok) return held;
      const { reservationId, expiresAt, lines } = held.value;
      return { id: reservationId, reference: body.reference, state: 'held', expiresAt, lines };
    },
  }),
  route({
    method: 'GET',
    path: '/api/stock/reservations/:id',
    summary: 'A reservation of yours as it is now',
    tag: 'stock',
    audience,
    params: Strict({ id: Id }),
    response: Strict({
      ...External.properties,
      atRisk: Type.Boolean({ description: 'A count found less than is promised: these goods may not be there' }),
    }),
    handle: async (ctx, { params }) => {
      const { id, context, state, expiresAt, lines, atRisk } = await getExternalReservation(ctx, params.id);
      return {
        id,
        reference: String(context.reference),
        state,
        expiresAt: expiresAt?.toISOString() ?? null,
        lines,
        atRisk,
      };
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/stock/reservations/:id',
    summary: 'Give a reservation back',
    tag: 'stock',
    audience,
    params: Strict({ id: Id }),
    handle: async (ctx, { params }) => {
      const released = await releaseExternal(ctx, params.id);
      return released.ok ? new Reply(undefined, { status: 204 }) : released;
    },
  }),
  route({
    method: 'POST',
    path: '/api/stock/reservations/:id/consume',
    summary: 'The reserved goods left the house',
    tag: 'stock',
    audience,
    idempotencyKey: 'required',
    params: Strict({ id: Id }),
    response: Strict({ id: Id, state: Type.Literal('consumed') }),
    handle: async (ctx, { params }) => {
      const consumed = await consumeExternal(ctx, params.id);
      return consumed.ok ? { id: params.id, state: 'consumed' as const } : consumed;
    },
  }),
];
