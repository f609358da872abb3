import { Type } from 'typebox';
import { Id, LocalizedText, MoneySchema, Nullable, Strict, Timestamp } from '../../kernel/schemas.ts';
import type { ListedPromotion } from './readPromotions.ts';
import type { PriceQuote, Promotion } from './types.ts';

export const MarketCode = Type.String({ pattern: '^[A-Z]{2}(-[A-Z0-9]{1,10})?$' });
export const DateText = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
  description: 'YYYY-MM-DD in the retailer’s zone',
});
export const Percent = Type.Integer({ minimum: 0, maximum: 100, description: 'Whole percent, rounded down' });

export const ReductionSchema = Strict(
  { promotionId: Id, name: LocalizedText, lowest30: MoneySchema, percentOff: Percent },
  { description: 'Show it with lowest30 ("lowest price in the 30 days before the reduction"), or not at all' },
);

export const QuoteSchema = Strict({
  variantId: Id,
  market: MarketCode,
  list: { ...MoneySchema, description: 'Regular price; strike it through only where reduction stands' },
  unit: { ...MoneySchema, description: 'What a piece costs now, gross' },
  reduction: Nullable(ReductionSchema),
  taxClass: Type.String(),
  taxRateBp: Type.Integer({ description: 'Basis points: 2300 = 23 %' }),
  validFrom: Timestamp,
});

export const PromotionStateSchema = Type.Union([
  Type.Literal('scheduled'),
  Type.Literal('active'),
  Type.Literal('ended'),
  Type.Literal('archived'),
]);

const promotionFields = {
  id: Id,
  market: MarketCode,
  name: LocalizedText,
  basisPoints: Type.Integer({ minimum: 1, maximum: 9_999, description: '2000 = 20 %' }),
  code: Nullable(Type.String()),
  startsAt: Timestamp,
  endsAt: Nullable(Timestamp),
  archivedAt: Nullable(Timestamp),
  state: PromotionStateSchema,
  version: Type.Integer(),
};
export const VariantIds = Type.Union([Type.Literal('all'), Type.Array(Id, { minItems: 1, maxItems: 5_000 })]);
export const PromotionSchema = Strict({ ...promotionFields, variantIds: VariantIds });
export const ListedPromotionSchema = Strict({
  ...promotionFields,
  variantCount: Nullable(Type.Integer({ description: 'null = all goods' })),
});

export const quoteJson = (quote: PriceQuote) => ({ ...quote, validFrom: quote.validFrom.toISOString() });

export const promotionJson = <P extends Promotion | ListedPromotion>(promotion: P) => ({
  ...promotion,
  startsAt: promotion.startsAt.toISOString(),
  endsAt: promotion.endsAt?.toISOString() ?? null,
  archivedAt: promotion.archivedAt?.toISOString() ?? null,
});
