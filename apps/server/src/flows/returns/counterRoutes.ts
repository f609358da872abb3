import { Type } from 'typebox';
import { AppError } from '../../kernel/errors.ts';
import { created, type RouteDefinition, route } from '../../kernel/route.ts';
import { Id, MoneySchema, Nullable, Quantity, Strict, Timestamp } from '../../kernel/schemas.ts';
import {
  ChosenOutcomeSchema,
  ConditionSchema,
  ReasonSchema,
  ReturnSchema,
  RuleSchema,
} from '../../modules/returns/index.ts';
import { ReceiptTo, StoreMoneySchema } from '../selling/routes.ts';
import { bestRule } from './announceByPost.ts';
import { findSales } from './findSales.ts';
import { Deduction, floor, PayoutSchema, RuleAnswerSchema, TakenSchema, tag, toTaken } from './routeSchemas.ts';
import { showSale } from './showSale.ts';
import { exchangeGoods, takeReturn } from './takeReturn.ts';

const deskFields = {
  orderId: Id,
  locationId: Id,
  lines: Type.Array(
    Strict({
      orderLineId: Id,
      quantity: Quantity,
      reason: ReasonSchema,
      rule: RuleSchema,
      condition: ConditionSchema,
      outcome: ChosenOutcomeSchema,
      deduction: Deduction,
    }),
    { minItems: 1, maxItems: 50 },
  ),
  payout: PayoutSchema,
  note: Type.Optional(Type.String({ maxLength: 500 })),
};

/** Goods that are brought to a counter: find the sale, take them back, exchange them. */
export const counterRoutes: RouteDefinition[] = [
  route({
    method: 'GET',
    path: '/api/staff/returns/sales',
    summary: 'The sale that goods come from: by number, link, code, phone, e-mail or name, by goods, days and amount',
    tag,
    audience: floor,
    query: Strict({
      q: Type.Optional(Type.String({ minLength: 3, maxLength: 300 })),
      variantId: Type.Optional(Id),
      days: Type.Optional(Type.Integer({ minimum: 0, maximum: 800, description: 'At most so many days ago' })),
      day: Type.Optional(Type.String({ format: 'date', description: 'The day it was bought or paid' })),
      cardLast4: Type.Optional(Type.String({ pattern: '^\\d{4}$', description: 'Of the card it was paid with' })),
      amount: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000, description: 'Minor units' })),
    }),
    response: Strict({
      items: Type.Array(
        Strict({
          orderId: Id,
          number: Type.String(),
          placedAt: Timestamp,
          channel: Type.String(),
          total: MoneySchema,
          contact: Nullable(Type.String({ description: 'Masked' })),
          goods: Type.Array(
            Strict({ variantId: Id, title: Type.String(), optionsText: Type.String(), quantity: Quantity }),
          ),
        }),
      ),
    }),
    async handle(ctx, { query: { q, ...rest } }) {
      const { variantId, amount, cardLast4 } = rest;
      if ([q, variantId, amount, cardLast4].every((one) => one === undefined))
        throw new AppError('invalid_request', {
          detail: 'Say what is known of the sale: words, goods, an amount or a card.',
        });
      return { items: await findSales(ctx, { text: q, ...rest }) };
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/returns/sales/:orderId',
    summary: 'A sale of any channel as a counter sees it when something of it comes back',
    tag,
    audience: floor,
    params: Strict({ orderId: Id }),
    response: Strict({
      orderId: Id,
      number: Type.String(),
      channel: Type.String(),
      placedAt: Timestamp,
      soldAt: Nullable(Type.String({ description: 'Name of the store, where it was sold in one' })),
      contact: Nullable(Type.String()),
      zone: Type.String(),
      total: MoneySchema,
      cashUpTo: MoneySchema,
      deductionPercent: Type.Integer({ description: 'At most so much is taken off worn goods' }),
      lines: Type.Array(
        Strict({
          orderLineId: Id,
          variantId: Id,
          title: Type.String(),
          optionsText: Type.String(),
          sku: Nullable(Type.String()),
          pictureUrl: Nullable(Type.String()),
          state: Type.String(),
          quantity: Quantity,
          returned: Type.Integer(),
          returnable: Type.Integer(),
          worth: Type.Array(MoneySchema),
          hadAt: Nullable(Timestamp),
          daysSince: Nullable(Type.Integer()),
          rules: Type.Array(RuleAnswerSchema),
          bestRule: Nullable(RuleSchema),
        }),
      ),
      payments: Type.Array(
        Strict({
          id: Id,
          method: Type.String(),
          captured: MoneySchema,
          refunded: MoneySchema,
          refundable: MoneySchema,
        }),
      ),
      returns: Type.Array(ReturnSchema),
    }),
    handle: (ctx, { params }) => showSale(ctx, params.orderId, bestRule),
  }),
  route({
    method: 'POST',
    path: '/api/staff/returns',
    summary: 'Take goods back at a counter: any order of any channel, restocked here, the money set aside',
    tag,
    audience: floor,
    idempotencyKey: 'required',
    body: Strict(deskFields),
    response: TakenSchema,
    status: 201,
    async handle(ctx, { body }) {
      const taken = await takeReturn(ctx, body);
      return taken.ok ? created(toTaken(taken.value)) : taken;
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/exchanges',
    summary: 'Old goods in, new goods out, one difference to take or to give',
    tag,
    audience: floor,
    idempotencyKey: 'required',
    body: Strict({
      ...deskFields,
      goods: Strict({
        lines: Type.Array(Strict({ variantId: Id, quantity: Quantity }), { minItems: 1, maxItems: 50 }),
      }),
      payment: Type.Optional(StoreMoneySchema),
      receiptTo: Type.Optional(ReceiptTo),
    }),
    response: TakenSchema,
    status: 201,
    async handle(ctx, { body }) {
      const taken = await exchangeGoods(ctx, body);
      return taken.ok ? created(toTaken(taken.value)) : taken;
    },
  }),
];
