import { Type } from 'typebox';
import { AppError } from '../../kernel/errors.ts';
import { companyWide, created, everyone, Reply, type RouteDefinition, route, staff } from '../../kernel/route.ts';
import { Id, MoneySchema, Nullable, Page, PageQuery, Strict, Timestamp } from '../../kernel/schemas.ts';
import { getOrders } from '../../modules/orders/index.ts';
import { latePayments, receiveWebhook } from '../../modules/payments/index.ts';
import { getHomeMarketAndZones } from '../../modules/settings/index.ts';
import { askAboutPayment } from './askAboutPayment.ts';
import { paymentMethods } from './choosePayment.ts';
import { refundByHand } from './refundByHand.ts';
import { sendingRoutes } from './sendingRoutes.ts';
import { transferRoutes } from './transferRoutes.ts';

const tag = 'Payments';

/** One account at each provider, so far. */
const account = 'default';

export const moneyRoutes = (): RouteDefinition[] => [
  ...transferRoutes(),
  ...sendingRoutes(),
  route({
    method: 'GET',
    path: '/api/shop/payment-methods',
    summary: 'How an order can be paid at a distance',
    tag,
    audience: everyone,
    response: Strict({
      items: Type.Array(
        Strict({
          method: Type.String({
            description: 'card (its number in the order), online (a page of the provider), transfer',
          }),
          by: Nullable(Type.String({ description: 'card, blik' })),
        }),
      ),
    }),
    handle: async (ctx) => ({ items: paymentMethods(ctx, (await getHomeMarketAndZones(ctx)).market.currency) }),
  }),
  route({
    method: 'POST',
    path: '/api/shop/orders/:id/payment/check',
    summary: 'Ask the provider now what became of the payment, or say that the customer came back without paying',
    tag,
    audience: everyone,
    perMinute: 30,
    params: Strict({ id: Id }),
    query: Strict({ token: Type.Optional(Type.String({ maxLength: 100 })) }),
    body: Strict({ stop: Type.Optional(Type.Boolean()) }),
    response: Strict({ state: Type.String() }),
    handle: (ctx, { params, query, body }) =>
      askAboutPayment(ctx, { orderId: params.id, token: query.token, stop: body.stop ?? false }),
  }),
  route({
    method: 'GET',
    path: '/api/staff/payments/late',
    summary: 'Money that came when the goods were gone, newest first, and how its way back stands',
    tag,
    audience: companyWide(staff('manager', 'admin')),
    query: Strict(PageQuery),
    response: Page(
      Strict({
        paymentId: Id,
        orderId: Id,
        orderNumber: Nullable(Type.String()),
        provider: Type.String(),
        method: Type.String(),
        amount: MoneySchema,
        at: Timestamp,
        refund: Nullable(Type.String({ description: 'pending, done, failed; null: nobody has sent it back' })),
      }),
    ),
    async handle(ctx, { query }) {
      const page = await latePayments(ctx, { limit: query.limit ?? 50, cursor: query.cursor });
      const orders = await getOrders(
        ctx,
        page.items.map((item) => item.orderId),
      );
      const items = page.items.map((item) => ({ ...item, orderNumber: orders.get(item.orderId)?.number ?? null }));
      return { ...page, items };
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/orders/:id/refunds',
    summary: 'Give money back by hand, to the means it was paid with, the last payment first',
    tag,
    audience: staff('manager', 'admin'),
    idempotencyKey: 'required',
    params: Strict({ id: Id }),
    body: Strict({
      amount: MoneySchema,
      reason: Type.String({ minLength: 3, maxLength: 500 }),
      paymentIds: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 20 })),
    }),
    response: Strict({
      refunds: Type.Array(
        Strict({
          paymentId: Id,
          method: Type.String(),
          amount: MoneySchema,
          state: Type.String({ description: 'done; pending: the provider has not answered; failed: it refused' }),
        }),
      ),
    }),
    status: 201,
    async handle(ctx, { params, body }) {
      const refunded = await refundByHand(ctx, { orderId: params.id, ...body });
      if (!refunded.ok) return refunded;
      return created({
        refunds: refunded.value.map(({ movement, payment }) => ({
          paymentId: payment.id,
          method: payment.method,
          amount: movement.amount,
          state: movement.state,
        })),
      });
    },
  }),
  route({
    method: 'POST',
    path: '/webhooks/:provider/:account',
    summary: 'What a payment provider tells by itself, signed by it',
    tag,
    audience: everyone,
    raw: true,
    bodyLimit: 512 * 1024,
    params: Type.Object({ provider: Type.String({ maxLength: 40 }), account: Type.String({ maxLength: 40 }) }),
    response: Strict({ received: Type.Boolean() }),
    async handle(ctx, { params, body, headers }) {
      if (params.account !== account) throw new AppError('not_found', { detail: 'No such account is set up here.' });
      const bytes: unknown = body;
      if (!(bytes instanceof Uint8Array)) throw new AppError('webhook_not_genuine', { detail: 'There is no body.' });
      await receiveWebhook(ctx, { provider: params.provider, body: bytes, headers });
      return new Reply({ received: true });
    },
  }),
];
