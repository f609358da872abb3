import { Type } from 'typebox';
import { everyone, type RouteDefinition, route, staff } from '../../kernel/route.ts';
import { Id, MoneySchema, Nullable, Strict, Timestamp } from '../../kernel/schemas.ts';
import { getCreditByCode } from './readCredits.ts';

export const CreditSchema = Strict({
  id: Id,
  code: Type.String(),
  issued: MoneySchema,
  balance: MoneySchema,
  cause: Type.Union([Type.Literal('return'), Type.Literal('exchange'), Type.Literal('excess')]),
  causeId: Id,
  subjectId: Nullable(Id),
  locationId: Nullable(Id),
  createdAt: Timestamp,
  expiresAt: Timestamp,
  version: Type.Integer(),
});

export const creditsRoutes: RouteDefinition[] = [
  route({
    method: 'POST',
    path: '/api/shop/credits/look-up',
    summary: 'What is on a store credit, until when, and what happened to it: for whoever has the code',
    tag: 'orders',
    audience: everyone,
    // In the body, so that no code stands in an address; and nobody tries them out.
    perMinute: 10,
    body: Strict({ code: Type.String({ minLength: 12, maxLength: 24 }) }),
    response: Strict({
      code: Type.String(),
      balance: MoneySchema,
      issued: MoneySchema,
      expiresAt: Timestamp,
      isExpired: Type.Boolean(),
      entries: Type.Array(
        Strict({
          kind: Type.Enum(['issue', 'spend', 'give_back']),
          delta: Type.Integer({ description: 'Minor units' }),
          at: Timestamp,
        }),
      ),
    }),
    async handle(ctx, { body }) {
      const { credit, entries } = await getCreditByCode(ctx, body.code);
      return {
        code: credit.code,
        balance: credit.balance,
        issued: credit.issued,
        expiresAt: credit.expiresAt,
        isExpired: Date.parse(credit.expiresAt) <= ctx.clock.now().getTime(),
        entries: entries.map(({ kind, delta, at }) => ({ kind, delta, at })),
      };
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/credits/:code',
    summary: 'A store credit by the code its owner shows, with everything that happened to it',
    tag: 'till',
    audience: staff('associate', 'manager', 'admin'),
    // A code is money: nobody tries them out.
    perMinute: 30,
    params: Strict({ code: Type.String({ minLength: 12, maxLength: 24 }) }),
    response: Strict({
      credit: CreditSchema,
      entries: Type.Array(
        Strict({
          kind: Type.Union([Type.Literal('issue'), Type.Literal('spend'), Type.Literal('give_back')]),
          delta: Type.Integer({ description: 'Minor units' }),
          balance: Type.Integer({ description: 'Minor units, after it' }),
          orderId: Nullable(Id),
          locationId: Nullable(Id),
          at: Timestamp,
        }),
      ),
    }),
    handle: (ctx, { params }) => getCreditByCode(ctx, params.code),
  }),
];
