import { Type } from 'typebox';
import { AppError } from '../../kernel/errors.ts';
import { allStaff, created, everyone, type RouteDefinition, route, staff } from '../../kernel/route.ts';
import { Id, MoneySchema, Nullable, Quantity, Strict, Timestamp } from '../../kernel/schemas.ts';
import { findOrders, getOrder } from '../../modules/orders/index.ts';
import { answerWithdrawal, getWithdrawal, WithdrawalSchema } from '../../modules/returns/index.ts';
import type { FlowParts } from '../parts.ts';
import { Reason, Token, tag, zoneOf } from './routeSchemas.ts';
import { matchWithdrawal, withdraw } from './withdraw.ts';

const statementFields = {
  name: Type.String({ minLength: 1, maxLength: 200 }),
  contract: Type.String({ minLength: 1, maxLength: 200, description: 'Number of the order, or what names it' }),
  email: Type.String({ format: 'email', maxLength: 254, description: 'Where the acknowledgement goes' }),
  goods: Type.Optional(Type.String({ maxLength: 1000, description: 'Where it is not all of it' })),
  lines: Type.Optional(Type.Array(Strict({ orderLineId: Id, quantity: Quantity }), { minItems: 1, maxItems: 50 })),
};

/** Declarations of withdrawal, by customers and as recorded by colleagues. */
export const withdrawalRoutes = (parts: FlowParts): RouteDefinition[] => [
  route({
    method: 'POST',
    path: '/api/shop/withdrawals',
    summary: 'Withdraw from a contract: kept with its time and acknowledged by e-mail at once',
    tag,
    audience: everyone,
    idempotencyKey: 'required',
    perMinute: 5,
    body: Strict({ ...statementFields, orderId: Type.Optional(Id), token: Token }),
    response: Strict({
      number: Type.String(),
      declaredAt: Timestamp,
      zone: Type.String(),
      returnId: Nullable(Id),
      returnNumber: Nullable(Type.String()),
      isCancelled: Type.Boolean({ description: 'Something had not left the house and was cancelled at once' }),
      refund: Nullable(MoneySchema),
      needsPerson: Type.Boolean({ description: 'A colleague looks at it, or at a part of it, first' }),
    }),
    status: 201,
    async handle(ctx, { body }) {
      const declared = await withdraw(ctx, parts, body);
      if (!declared.ok) return declared;
      const { withdrawal, returnId, returnNumber, refund } = declared.value;
      // Who only knows a number and an e-mail learns nothing about the order here; the mail tells its owner.
      const isKnown = body.orderId !== undefined;
      return created({
        number: withdrawal.number,
        declaredAt: withdrawal.declaredAt,
        zone: await zoneOf(ctx),
        returnId: isKnown ? returnId : null,
        returnNumber: isKnown ? returnNumber : null,
        isCancelled: isKnown && withdrawal.cancelled.length > 0,
        refund: isKnown ? refund : null,
        needsPerson: !isKnown || withdrawal.state === 'open',
      });
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/withdrawals',
    summary: 'Record a withdrawal that a customer declared in any channel, and send the dated acknowledgement',
    tag,
    audience: allStaff,
    idempotencyKey: 'required',
    body: Strict({
      orderNumber: Type.String({ minLength: 3, maxLength: 20 }),
      name: Type.Optional(statementFields.name),
      email: Type.Optional(statementFields.email),
      goods: statementFields.goods,
      lines: statementFields.lines,
    }),
    response: WithdrawalSchema,
    status: 201,
    async handle(ctx, { body: { orderNumber, ...rest } }) {
      const [found] = (await findOrders(ctx, { number: orderNumber, limit: 1 })).items;
      if (!found) throw new AppError('not_found', { detail: 'There is no such order. Nothing was recorded.' });
      const order = await getOrder(ctx, found.id);
      const email = rest.email ?? order.contact.email;
      if (!email)
        throw new AppError('invalid_request', {
          detail: 'The order has no e-mail; say where the acknowledgement goes.',
        });
      const declared = await withdraw(ctx, parts, {
        ...rest,
        orderId: order.id,
        contract: order.number,
        name: rest.name ?? order.contact.name ?? '—',
        email,
      });
      return declared.ok ? created(declared.value.withdrawal) : declared;
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/withdrawals/:id/answer',
    summary: 'Say which order a declaration is about, or close it with a reason',
    tag,
    audience: staff('agent', 'manager', 'admin'),
    params: Strict({ id: Id }),
    body: Type.Union([
      Strict({ orderNumber: Type.String({ minLength: 3, maxLength: 20 }), lines: statementFields.lines }),
      Strict({ reason: Reason }),
    ]),
    response: WithdrawalSchema,
    async handle(ctx, { params, body }) {
      await getWithdrawal(ctx, params.id);
      if ('reason' in body) {
        const closed = await answerWithdrawal(ctx, { id: params.id, closeReason: body.reason });
        return closed.ok ? closed.value : closed;
      }
      const [order] = (await findOrders(ctx, { number: body.orderNumber, limit: 1 })).items;
      if (!order) throw new AppError('not_found', { detail: 'There is no such order. Nothing was changed.' });
      const matched = await matchWithdrawal(ctx, parts, { id: params.id, orderId: order.id, lines: body.lines });
      return matched.ok ? matched.value : matched;
    },
  }),
];
