import { Type } from 'typebox';
import type { Ctx } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';
import { everyone, route } from '../kernel/route.ts';
import { Id, Nullable, Strict, Timestamp } from '../kernel/schemas.ts';
import { type Product, recallProduct, type VariantCard } from '../modules/catalogue/index.ts';
import { closingOfOpeningDay, findTowns, type Point } from '../modules/locations/index.ts';
import { type PriceQuote, recallPrices } from '../modules/pricing/index.ts';
import { getHoldLimit, recallRetailer } from '../modules/settings/index.ts';
import { type WaysToGet, waysToShow } from '../modules/sourcing/index.ts';
import { lastSeen } from '../modules/stock/index.ts';
import { PostcodeAsked, PriceShape, showPrice, showWays, WaysShape } from './shapes.ts';

const Measures = Type.Record(Type.String(), Type.Union([Type.Number(), Type.Record(Type.String(), Type.Number())]), {
  description: 'Lengths in centimetres, weights in kilograms',
});

const MakerContact = {
  name: Type.String(),
  address: Strict({
    line1: Type.String(),
    postcode: Type.String(),
    city: Type.String(),
    country: Type.String(),
  }),
  email: Type.String(),
};

const Picture = Strict({
  url: Type.String(),
  alt: Type.String(),
  kind: Type.String(),
  width: Nullable(Type.Number()),
  height: Nullable(Type.Number()),
  variantId: Nullable(Id),
});

const Variant = Strict({
  id: Id,
  sku: Type.String(),
  gtin: Nullable(Type.String()),
  optionsText: Type.String(),
  options: Type.Array(
    Strict({
      code: Type.String(),
      label: Type.String(),
      valueCode: Type.String(),
      valueLabel: Type.String(),
      hex: Nullable(Type.String()),
    }),
  ),
  pictureUrl: Nullable(Type.String()),
  measures: Measures,
  price: Nullable(PriceShape),
  ways: WaysShape,
});

const ProductPage = Strict({
  id: Id,
  code: Type.String(),
  slug: Type.String(),
  slugs: Strict({ en: Type.String(), pl: Type.String(), ru: Type.String() }),
  title: Type.String(),
  description: Type.String(),
  care: Nullable(Type.String()),
  warnings: Type.Array(Type.String()),
  brand: Nullable(Type.String()),
  maker: Nullable(
    Strict({
      ...MakerContact,
      website: Type.Optional(Type.String()),
      euResponsible: Type.Optional(Strict(MakerContact)),
    }),
  ),
  categories: Type.Array(Strict({ code: Type.String(), name: Type.String(), slug: Type.String() })),
  facts: Type.Array(
    Strict({
      code: Type.String(),
      label: Type.String(),
      value: Type.Unknown(),
      text: Nullable(Type.String()),
      unit: Nullable(Type.String()),
    }),
  ),
  measures: Measures,
  pictures: Type.Array(Picture),
  variants: Type.Array(Variant),
  /** The variant the address asks for, else the first that can be had. */
  selectedVariantId: Nullable(Id),
  /** Until when a shopper's reservation made now would last, by store. */
  reservedUntil: Type.Array(Strict({ locationId: Id, until: Timestamp })),
});

/** A town's name or "lat,lon", as the shopper chose it. Unknown towns are no error: nothing is nearer then. */
export async function readPlace(text: string | undefined): Promise<Point | undefined> {
  if (!text) return undefined;
  const match = /^(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)$/.exec(text.trim());
  if (match) return { lat: Number(match[1]), lon: Number(match[2]) };
  return (await findTowns(text, 1))[0]?.point;
}

function showVariant(
  ctx: Ctx,
  variant: VariantCard,
  quote: PriceQuote | undefined,
  ways: WaysToGet | undefined,
  seen: ReadonlyMap<string, Date> | undefined,
) {
  const language = ctx.language;
  return {
    id: variant.id,
    sku: variant.sku,
    gtin: variant.gtin,
    optionsText: variant.optionsText[language],
    options: variant.options.map((option) => ({
      code: option.code,
      label: option.label[language],
      valueCode: option.valueCode,
      valueLabel: option.valueLabel[language],
      hex: option.hex,
    })),
    pictureUrl: variant.pictureUrl,
    measures: variant.measures,
    price: quote ? showPrice(quote, language) : null,
    ways: showWays(ways, ctx.clock.now(), 'all', language, seen ?? 'never'),
  };
}

function select(variants: VariantCard[], ways: Map<string, WaysToGet>, wanted: string | undefined): string | null {
  const asked = variants.find((variant) => variant.sku === wanted || variant.id === wanted);
  const having = variants.find((variant) => {
    const own = ways.get(variant.id);
    return own?.delivery || own?.places.some((place) => place.available > 0);
  });
  return (asked ?? having ?? variants[0])?.id ?? null;
}

/** The whole product page: facts, prices with their legal line, and every way to get each variant. Stock is as of now. */
async function productPage(
  ctx: Ctx,
  query: { slugOrId: string; variant?: string | undefined; near?: string | undefined; postcode?: string | undefined },
) {
  const product: Product = await recallProduct(ctx, query.slugOrId);
  if (product.archived)
    throw new AppError('no_longer_sold', { detail: `${product.title[ctx.language]} is no longer sold.` });
  const variants = product.variants.filter((variant) => !variant.archived);
  const variantIds = variants.map((variant) => variant.id);
  const market = (await recallRetailer(ctx)).defaultMarket;
  const [quotes, ways, seen, reserveDays] = await Promise.all([
    recallPrices(ctx, market, variantIds),
    waysToShow(ctx, { variantIds, market, near: await readPlace(query.near), postcode: query.postcode }),
    lastSeen(ctx, variantIds),
    getHoldLimit(ctx, 'reserve_and_try', 'shopper'),
  ]);
  const language = ctx.language;
  return {
    id: product.id,
    code: product.code,
    slug: product.slugs[language],
    slugs: product.slugs,
    title: product.title[language],
    description: product.description[language],
    care: product.care?.[language] ?? null,
    warnings: product.warnings.map((warning) => warning[language]),
    brand: product.brand,
    maker: product.maker,
    categories: product.categories.map((category) => ({
      code: category.code,
      name: category.name[language],
      slug: category.slug[language],
    })),
    facts: product.facts.map((fact) => ({
      code: fact.code,
      label: fact.label[language],
      value: fact.value,
      text: fact.text?.[language] ?? null,
      unit: fact.unit,
    })),
    measures: product.measures,
    pictures: product.pictures.map((picture) => ({
      url: picture.url,
      alt: picture.alt[language],
      kind: picture.kind,
      width: picture.width,
      height: picture.height,
      variantId: picture.variantId,
    })),
    variants: variants.map((variant) =>
      showVariant(ctx, variant, quotes.get(variant.id), ways.get(variant.id), seen.get(variant.id)),
    ),
    selectedVariantId: select(variants, ways, query.variant),
    reservedUntil: reservedUntil(ctx, ways, reserveDays),
  };
}

/** Places are the same for every variant. A store that never opens reserves nothing. */
function reservedUntil(ctx: Ctx, ways: Map<string, WaysToGet>, days: number) {
  const [first] = ways.values();
  return (first?.places ?? []).flatMap(({ location }) => {
    if (!location.capabilities.includes('reserve')) return [];
    try {
      return [{ locationId: location.id, until: closingOfOpeningDay(location, ctx.clock.now(), days).toISOString() }];
    } catch (error) {
      if (error instanceof AppError) return [];
      throw error;
    }
  });
}

export const productPageRoute = route({
  method: 'GET',
  path: '/api/shop/products/:slugOrId',
  summary: 'A product with prices, stock and every way to get it, near a town',
  tag: 'shop',
  audience: everyone,
  params: Strict({ slugOrId: Type.String({ minLength: 1, maxLength: 200 }) }),
  query: Strict({
    variant: Type.Optional(Type.String({ maxLength: 100, description: 'SKU or id to preselect' })),
    near: Type.Optional(Type.String({ maxLength: 100, description: 'A town, or "lat,lon"' })),
    postcode: PostcodeAsked,
  }),
  response: ProductPage,
  handle: (ctx, { params, query }) => productPage(ctx, { slugOrId: params.slugOrId, ...query }),
});
