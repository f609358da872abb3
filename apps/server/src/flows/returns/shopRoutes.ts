import { Type } from 'typebox';
import type { Ctx } from '../../kernel/context.ts';
import { created, everyone, type RouteDefinition, route } from '../../kernel/route.ts';
import { Id, LocalizedText, MoneySchema, Nullable, Quantity, Strict, Timestamp } from '../../kernel/schemas.ts';
import { getOrder } from '../../modules/orders/index.ts';
import { getReturn, ReasonSchema, ReturnSchema, ReturnStateSchema } from '../../modules/returns/index.ts';
import { announceByPost } from './announceByPost.ts';
import { describeReturn, toShopReturn } from './describeReturn.ts';
import { readSale } from './readSale.ts';
import { PlaceSchema, RuleAnswerSchema, Token, tag } from './routeSchemas.ts';

const ShopReturnSchema = Strict({
  id: Id,
  number: Type.String(),
  state: ReturnStateSchema,
  orderId: Id,
  orderNumber: Type.String(),
  announcedAt: Timestamp,
  settledAt: Nullable(Timestamp),
  refundDueAt: Nullable(Timestamp),
  total: MoneySchema,
  note: Nullable(Type.String()),
  lines: Type.Array(
    Strict({
      title: LocalizedText,
      optionsText: LocalizedText,
      pictureUrl: Nullable(Type.String()),
      quantity: Quantity,
      reason: ReasonSchema,
      deductionPercent: Type.Integer(),
      deductionReason: Nullable(Type.String()),
    }),
  ),
  complaint: ReturnSchema.properties.complaint,
  closeReason: Nullable(Type.String()),
  receivedAt: Nullable(Timestamp),
  answerDueAt: Nullable(Timestamp),
  place: PlaceSchema,
  zone: Type.String(),
  sellerName: Type.String(),
});

/** A customer reaches a return by its order. @throws AppError not_found */
async function ownReturn(ctx: Ctx, id: string, token: string | undefined) {
  const it = await getReturn(ctx, id);
  await getOrder(ctx, it.orderId, token);
  return toShopReturn(await describeReturn(ctx, id));
}

/** The customer: what can come back, announcing it, and how it stands. */
export const shopReturnRoutes: RouteDefinition[] = [
  route({
    method: 'GET',
    path: '/api/shop/orders/:id/return',
    summary: 'What of an order can come back, under which rule and until when, and what is on its way',
    tag,
    audience: everyone,
    params: Strict({ id: Id }),
    query: Strict({ token: Token }),
    response: Strict({
      orderId: Id,
      orderNumber: Type.String(),
      contactName: Nullable(Type.String()),
      contactEmail: Nullable(Type.String()),
      zone: Type.String(),
      canWithdraw: Type.Boolean({ description: 'The right of withdrawal is still there for some of it' }),
      withdrawUntil: Nullable(Timestamp),
      lines: Type.Array(
        Strict({
          orderLineId: Id,
          title: LocalizedText,
          optionsText: LocalizedText,
          quantity: Quantity,
          returnable: Type.Integer(),
          cancellable: Type.Integer({ description: 'Not handed over and not sent: cancelled by a withdrawal' }),
          rules: Type.Array(RuleAnswerSchema),
        }),
      ),
      returns: Type.Array(ShopReturnSchema),
    }),
    async handle(ctx, { params, query }) {
      const order = await getOrder(ctx, params.id, query.token);
      const sale = await readSale(ctx, params.id);
      const open = sale.lines.flatMap((line) =>
        line.rules.filter((rule) => rule.rule === 'withdrawal' && rule.applies),
      );
      return {
        orderId: order.id,
        orderNumber: order.number,
        contactName: order.contact.name ?? null,
        contactEmail: order.contact.email ?? null,
        zone: sale.zone,
        canWithdraw: open.length > 0,
        withdrawUntil: open.map((rule) => rule.until).sort()[0] ?? null,
        lines: sale.lines.map(({ line, returnable, cancellable, rules }) => ({
          orderLineId: line.id,
          title: line.snapshot.title ?? { en: '', pl: '', ru: '' },
          optionsText: line.snapshot.options ?? { en: '', pl: '', ru: '' },
          quantity: line.quantity,
          returnable,
          cancellable,
          rules,
        })),
        returns: await Promise.all(sale.returns.map(async (it) => toShopReturn(await describeReturn(ctx, it.id)))),
      };
    },
  }),
  route({
    method: 'POST',
    path: '/api/shop/orders/:id/returns',
    summary: 'Announce what will come back: gives the number for the parcel',
    tag,
    audience: everyone,
    idempotencyKey: 'required',
    perMinute: 20,
    params: Strict({ id: Id }),
    body: Strict({
      token: Token,
      lines: Type.Array(Strict({ orderLineId: Id, quantity: Quantity, reason: ReasonSchema }), {
        minItems: 1,
        maxItems: 50,
      }),
      note: Type.Optional(Type.String({ maxLength: 500 })),
    }),
    response: ShopReturnSchema,
    status: 201,
    async handle(ctx, { params, body }) {
      const announced = await announceByPost(ctx, { orderId: params.id, ...body });
      return announced.ok ? created(toShopReturn(await describeReturn(ctx, announced.value.id))) : announced;
    },
  }),
  route({
    method: 'GET',
    path: '/api/shop/returns/:id',
    summary: 'A return, for the owner of its order or a guest with the token of it',
    tag,
    audience: everyone,
    params: Strict({ id: Id }),
    query: Strict({ token: Token }),
    response: ShopReturnSchema,
    handle: (ctx, { params, query }) => ownReturn(ctx, params.id, query.token),
  }),
];
