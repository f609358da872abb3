import { type Static, Type } from 'typebox';
import type { Ctx } from '../kernel/context.ts';
import type { Money } from '../kernel/money.ts';
import { route, staff } from '../kernel/route.ts';
import { Id, LocalizedText, MoneySchema, Nullable, PageQuery, Strict, Timestamp } from '../kernel/schemas.ts';
import { gaps, listProducts, productSorts } from '../modules/catalogue/index.ts';
import { type PriceQuote, quotePrices } from '../modules/pricing/index.ts';
import { getRetailer } from '../modules/settings/index.ts';
import { type Availability, availability } from '../modules/stock/index.ts';
import { byVariant } from './byVariant.ts';

const Row = Strict({
  id: Id,
  code: Type.String(),
  version: Type.Integer(),
  title: LocalizedText,
  slug: LocalizedText,
  brand: Nullable(Type.String()),
  categoryId: Id,
  pictureUrl: Nullable(Type.String()),
  variantIds: Type.Array(Id),
  archived: Type.Boolean(),
  missing: Type.Array(Type.Enum(gaps)),
  completeness: Type.Integer({ description: 'Whole percent' }),
  price: Nullable(
    Strict({
      from: MoneySchema,
      to: MoneySchema,
      reduced: Type.Integer({ description: 'Variants that carry a reduction badge now' }),
      missing: Type.Integer({ description: 'Variants without a price: they cannot be bought' }),
    }),
  ),
  stock: Strict({
    free: Type.Integer({ description: 'In all locations, held goods and reserves left out' }),
    onHand: Type.Integer(),
    reserved: Type.Integer(),
    incoming: Type.Integer(),
    short: Type.Boolean({ description: 'Somewhere more is promised than there is' }),
  }),
  updatedAt: Timestamp,
});
const Answer = Strict({
  items: Type.Array(Row),
  nextCursor: Nullable(Type.String()),
  total: Nullable(Type.Integer({ description: 'All that match; on the first page only' })),
});

const Query = Strict({
  q: Type.Optional(Type.String({ maxLength: 100, description: 'Part of a code, SKU, GTIN or title' })),
  categoryId: Type.Optional(Id),
  archived: Type.Optional(Type.Boolean()),
  missing: Type.Optional(Type.Union([Type.Literal('any'), Type.Enum(gaps)])),
  sort: Type.Optional(Type.Enum(productSorts)),
  ...PageQuery,
});

/** The catalogue with price and stock beside each product; four statements whatever the page holds. */
async function officeProducts(ctx: Ctx, query: Static<typeof Query>): Promise<Static<typeof Answer>> {
  const { q, ...filter } = query;
  const page = await listProducts(ctx, { ...filter, language: ctx.language, ...(q ? { text: q } : {}) });
  const variantIds = page.items.flatMap((item) => item.variantIds);
  const market = (await getRetailer(ctx)).defaultMarket;
  const [quotes, levels] = await Promise.all([quotePrices(ctx, market, variantIds), availability(ctx, { variantIds })]);
  const levelsOf = byVariant(levels);
  return {
    ...page,
    items: page.items.map(({ variantCount: _, ...item }) => ({
      ...item,
      price: priceOf(item.variantIds, quotes),
      stock: stockOf(item.variantIds.flatMap((id) => levelsOf.get(id) ?? [])),
    })),
  };
}

function priceOf(variantIds: readonly string[], quotes: Map<string, PriceQuote>): Static<typeof Row>['price'] {
  const known = variantIds.flatMap((id) => quotes.get(id) ?? []);
  const units = known.map((quote) => quote.unit).sort((a: Money, b: Money) => a.amount - b.amount);
  const [from, to] = [units[0], units.at(-1)];
  if (!from || !to) return null;
  return {
    from,
    to,
    reduced: known.filter((quote) => quote.reduction !== null).length,
    missing: variantIds.length - known.length,
  };
}

function stockOf(levels: readonly Availability[]): Static<typeof Row>['stock'] {
  const sum = (of: (level: Availability) => number) => levels.reduce((total, level) => total + of(level), 0);
  return {
    free: sum((level) => level.available),
    onHand: sum((level) => level.onHand),
    reserved: sum((level) => level.reserved),
    incoming: sum((level) => level.incoming),
    short: levels.some((level) => level.reserved > level.onHand),
  };
}

export const officeProductsRoute = route({
  method: 'GET',
  path: '/api/staff/office/products',
  summary: 'The catalogue with completeness, price and stock beside each product',
  tag: 'catalogue',
  audience: staff('manager', 'admin'),
  query: Query,
  response: Answer,
  handle: (ctx, { query }) => officeProducts(ctx, query),
});
