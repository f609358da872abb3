import { Type } from 'typebox';
import { companyWide, type RouteDefinition, route, staff } from '../../kernel/route.ts';
import { Id, MoneySchema, Nullable, Page, PageQuery, Strict, Timestamp } from '../../kernel/schemas.ts';
import { getOrders } from '../../modules/orders/index.ts';
import { moneyToSend } from '../../modules/payments/index.ts';
import { excessAsCredit } from './excessAsCredit.ts';
import { giveBackAgain, sendByHand } from './sendByHand.ts';

const tag = 'Payments';
const money = companyWide(staff('manager', 'admin'));

export const sendingRoutes = (): RouteDefinition[] => [
  route({
    method: 'GET',
    path: '/api/staff/payments/to-send',
    summary: 'Money that a person has to send back, oldest first',
    tag,
    audience: money,
    query: Strict(PageQuery),
    response: Page(
      Strict({
        id: Id,
        kind: Type.String({
          description:
            'refund: of a transfer, or of what another system took; failed: a refund that the bank did not take; excess: what was more than the order cost',
        }),
        orderId: Nullable(Id),
        orderNumber: Nullable(Type.String()),
        amount: MoneySchema,
        method: Type.String(),
        takenElsewhere: Type.Boolean({ description: 'Taken by another system, whose order was imported' }),
        reference: Nullable(Type.String({ description: 'The payment’s id in that system' })),
        reason: Nullable(Type.String()),
        payer: Nullable(Type.String()),
        account: Nullable(Type.String()),
        since: Timestamp,
      }),
    ),
    async handle(ctx, { query }) {
      const page = await moneyToSend(ctx, { limit: query.limit ?? 50, cursor: query.cursor });
      const orders = await getOrders(
        ctx,
        page.items.flatMap((item) => item.orderId ?? []),
      );
      const numberOf = (id: string | null) => (id ? (orders.get(id)?.number ?? null) : null);
      return { ...page, items: page.items.map((item) => ({ ...item, orderNumber: numberOf(item.orderId) })) };
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/payments/to-send/:id/sent',
    summary: 'Say that it was sent, with the bank’s reference and the day',
    tag,
    audience: money,
    idempotencyKey: 'required',
    params: Strict({ id: Id }),
    body: Strict({
      reference: Type.String({ minLength: 1, maxLength: 120 }),
      sentOn: Type.String({ format: 'date' }),
    }),
    response: Strict({ id: Id }),
    handle: async (ctx, { params, body }) => {
      const sent = await sendByHand(ctx, { id: params.id, ...body });
      return sent.ok ? sent.value : sent;
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/payments/to-send/:id/again',
    summary: 'Give back anew what a refund that failed should have given back',
    tag,
    audience: money,
    idempotencyKey: 'required',
    params: Strict({ id: Id }),
    response: Strict({ state: Type.String({ description: 'done; pending: no answer yet; failed: refused again' }) }),
    handle: async (ctx, { params }) => {
      const again = await giveBackAgain(ctx, params.id);
      return again.ok ? { state: again.value.movement.state } : again;
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/payments/to-send/:id/credit',
    summary: 'Put what was paid too much onto a store credit of whoever ordered, instead of sending it back',
    tag,
    audience: money,
    idempotencyKey: 'required',
    params: Strict({ id: Id }),
    response: Strict({
      code: Type.String(),
      amount: MoneySchema,
      expiresAt: Timestamp,
      isMailed: Type.Boolean({ description: 'The customer is sent the code; otherwise somebody has to tell them' }),
    }),
    handle: async (ctx, { params }) => {
      const credit = await excessAsCredit(ctx, params.id);
      if (!credit.ok) return credit;
      const { code, issued, expiresAt } = credit.value.credit;
      return { code, amount: issued, expiresAt, isMailed: credit.value.isMailed };
    },
  }),
];
