import { Type } from 'typebox';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { requireKnown } from '../../kernel/requireKnown.ts';
import { created, everyone, route, staffOrKey } from '../../kernel/route.ts';
import { Id, LocalizedText, MoneySchema, Nullable, Page, PageQuery, Strict, Timestamp } from '../../kernel/schemas.ts';
import { knownVariants } from '../catalogue/index.ts';
import { isDate } from '../locations/index.ts';
import { getRetailer } from '../settings/index.ts';
import { archivePromotion, endPromotion } from './endPromotion.ts';
import { explainReduction } from './explainPrice.ts';
import { priceHistory } from './priceHistory.ts';
import {
  DateText,
  ListedPromotionSchema,
  MarketCode,
  Percent,
  PromotionSchema,
  PromotionStateSchema,
  promotionJson,
  QuoteSchema,
  quoteJson,
  VariantIds,
} from './pricingSchemas.ts';
import { quotePrices } from './quotePrices.ts';
import { getPromotion, listPromotions } from './readPromotions.ts';
import { savePromotion } from './savePromotion.ts';
import { setPrices } from './setPrices.ts';

const tag = 'Prices';
const writers = staffOrKey('prices:write', 'admin');
const readers = staffOrKey('prices:write', 'agent', 'associate', 'manager', 'admin');
const byId = Strict({ id: Id });
const Version = Type.Integer({
  minimum: 1,
  description: 'The version you read; another one in between is a version_conflict',
});
const Reason = Type.String({ minLength: 3, maxLength: 500 });
/** Variants are archived and never deleted: one that is known now stays known. */
const requireVariants = async (ctx: Ctx, ids: readonly string[]): Promise<void> =>
  requireKnown('variant', ids, await knownVariants(ctx, ids));
const promotionOf = async (ctx: Ctx, id: string) => promotionJson(await getPromotion(ctx, id));

export const routes = [
  route({
    method: 'GET',
    path: '/api/shop/prices',
    summary: 'Prices now; a variant that is not for sale is left out',
    tag,
    audience: everyone,
    query: Strict({
      variantIds: Type.Array(Id, { minItems: 1, maxItems: 50, description: 'Repeat the parameter' }),
      market: Type.Optional(MarketCode),
    }),
    response: Strict({ items: Type.Array(QuoteSchema) }),
    handle: async (ctx, { query }) => {
      const market = query.market ?? (await getRetailer(ctx)).defaultMarket;
      return { items: [...(await quotePrices(ctx, market, query.variantIds)).values()].map(quoteJson) };
    },
  }),
  route({
    method: 'PUT',
    path: '/api/staff/prices',
    summary: 'Set regular prices from now on, up to 500 variants at once',
    tag,
    audience: writers,
    bodyLimit: 256 * 1024,
    body: Strict({
      market: MarketCode,
      reason: Reason,
      prices: Type.Array(
        Strict({ variantId: Id, gross: MoneySchema, taxClass: Type.Optional(Type.String({ maxLength: 40 })) }),
        {
          minItems: 1,
          maxItems: 500,
        },
      ),
    }),
    response: Strict({
      changed: Type.Array(Strict({ variantId: Id, from: Nullable(MoneySchema), to: MoneySchema })),
      unchanged: Type.Integer(),
    }),
    handle: async (ctx, { body }) => {
      await requireVariants(
        ctx,
        body.prices.map((price) => price.variantId),
      );
      return setPrices(ctx, body);
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/prices/:variantId',
    summary:
      'All a variant ever cost, the 30-day low of a reduction that begins on a date, and the badge a price would get',
    tag,
    audience: readers,
    params: Strict({ variantId: Id }),
    query: Strict({
      market: Type.Optional(MarketCode),
      on: Type.Optional({ ...DateText, description: 'The day a reduction would begin; today when left out' }),
      proposed: Type.Optional(Type.Integer({ minimum: 0, description: 'A price in minor units to try' })),
    }),
    response: Strict({
      variantId: Id,
      market: MarketCode,
      quote: Nullable(QuoteSchema),
      history: Type.Array(
        Strict({
          gross: MoneySchema,
          validFrom: Timestamp,
          validTo: Nullable(Timestamp),
          reason: Type.String(),
          actor: Type.String(),
        }),
      ),
      promotions: Type.Array(
        Strict({
          promotionId: Id,
          name: LocalizedText,
          basisPoints: Type.Integer(),
          startsAt: Timestamp,
          endsAt: Nullable(Timestamp),
          needsCode: Type.Boolean(),
        }),
      ),
      applied: Type.Array(
        Strict({ unit: MoneySchema, from: Timestamp, to: Nullable(Timestamp), promotionId: Nullable(Id) }),
      ),
      reduction: Strict({
        date: DateText,
        lowest30: Nullable(
          Strict({ amount: MoneySchema, on: DateText, window: Strict({ from: DateText, to: DateText }) }),
        ),
        badge: Nullable(
          Strict({
            shown: Type.Boolean(),
            percentOff: Nullable(Percent),
            why: Type.Union([
              Type.Literal('below_prior'),
              Type.Literal('not_below_prior'),
              Type.Literal('no_prior_price'),
            ]),
          }),
        ),
      }),
    }),
    handle: async (ctx, { params, query }) => {
      if (query.on !== undefined && !isDate(query.on))
        throw new AppError('invalid_request', { detail: `${query.on} is not a date.` });
      const { zone, defaultMarket } = await getRetailer(ctx);
      const market = query.market ?? defaultMarket;
      const history = await priceHistory(ctx, params.variantId, market);
      const quote = (await quotePrices(ctx, market, [params.variantId])).get(params.variantId);
      const explained = explainReduction(history, zone, {
        date: query.on,
        proposed: query.proposed,
        now: ctx.clock.now(),
      });
      const inMoney = (amount: number) => ({ amount, currency: history.currency ?? '' });
      return {
        variantId: params.variantId,
        market,
        quote: quote ? quoteJson(quote) : null,
        history: history.rows.map(({ gross, validFrom, validTo, reason, actor }) => ({
          gross: inMoney(gross),
          validFrom: validFrom.toISOString(),
          validTo: validTo?.toISOString() ?? null,
          reason,
          actor,
        })),
        promotions: history.promotions.map(({ promotionId, name, basisPoints, startsAt, endsAt, shown }) => ({
          promotionId,
          name,
          basisPoints,
          startsAt: startsAt.toISOString(),
          endsAt: endsAt?.toISOString() ?? null,
          needsCode: !shown,
        })),
        applied: history.applied.map(({ unit, from, to, promotionId }) => ({
          unit: inMoney(unit),
          from: from.toISOString(),
          to: to?.toISOString() ?? null,
          promotionId,
        })),
        reduction: {
          date: explained.date,
          lowest30: explained.prior
            ? { amount: inMoney(explained.prior.lowest), on: explained.prior.on, window: explained.prior.window }
            : null,
          badge: explained.badge ?? null,
        },
      };
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/promotions',
    summary: 'Make a promotion; what it gives and for what never changes afterwards',
    tag,
    audience: writers,
    bodyLimit: 512 * 1024,
    body: Strict({
      market: MarketCode,
      name: LocalizedText,
      basisPoints: Type.Integer({ minimum: 1, maximum: 9_999 }),
      variantIds: VariantIds,
      code: Type.Optional(Nullable(Type.String({ pattern: '^[A-Za-z0-9-]{3,40}$' }))),
      startsAt: Type.Optional({ ...Timestamp, description: 'Now when left out; never in the past' }),
      endsAt: Type.Optional(Nullable(Timestamp)),
    }),
    response: PromotionSchema,
    status: 201,
    handle: async (ctx, { body }) => {
      if (body.variantIds !== 'all') await requireVariants(ctx, body.variantIds);
      const { startsAt, endsAt, code, ...rest } = body;
      const saved = await savePromotion(ctx, {
        ...rest,
        code: code ?? null,
        endsAt: endsAt ? new Date(endsAt) : null,
        ...(startsAt ? { startsAt: new Date(startsAt) } : {}),
      });
      return created(await promotionOf(ctx, saved.id));
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/promotions',
    summary: 'Promotions, the latest start first; archived ones only when asked for',
    tag,
    audience: readers,
    query: Strict({ market: Type.Optional(MarketCode), state: Type.Optional(PromotionStateSchema), ...PageQuery }),
    response: Page(ListedPromotionSchema),
    handle: async (ctx, { query }) => {
      const page = await listPromotions(ctx, query);
      return { items: page.items.map(promotionJson), nextCursor: page.nextCursor };
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/promotions/:id',
    summary: 'A promotion with its variants',
    tag,
    audience: readers,
    params: byId,
    response: PromotionSchema,
    handle: (ctx, { params }) => promotionOf(ctx, params.id),
  }),
  route({
    method: 'PATCH',
    path: '/api/staff/promotions/:id',
    summary: 'End a promotion now, or move its end',
    tag,
    audience: writers,
    params: byId,
    body: Strict({
      version: Version,
      endsAt: Type.Union([Type.Literal('now'), Timestamp, Type.Null()], {
        description: 'now, an instant in the future, or null = until further notice',
      }),
    }),
    response: PromotionSchema,
    handle: async (ctx, { params, body }) => {
      const endsAt =
        body.endsAt === null || body.endsAt === 'now' ? (body.endsAt as 'now' | null) : new Date(body.endsAt);
      await endPromotion(ctx, { promotionId: params.id, endsAt, version: body.version });
      return promotionOf(ctx, params.id);
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/promotions/:id/archive',
    summary: 'Take a promotion out of lists, ending it if it is in force',
    tag,
    audience: writers,
    params: byId,
    body: Strict({ version: Version }),
    response: PromotionSchema,
    handle: async (ctx, { params, body }) => {
      await archivePromotion(ctx, { promotionId: params.id, version: body.version });
      return promotionOf(ctx, params.id);
    },
  }),
];
