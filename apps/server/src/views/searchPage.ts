import { type Static, Type } from 'typebox';
import type { Ctx, Language } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';
import { decodeCursor, encodeCursor } from '../kernel/page.ts';
import { everyone, route } from '../kernel/route.ts';
import { Id, Nullable, Strict, Timestamp } from '../kernel/schemas.ts';
import {
  type Facet,
  type Hit,
  type ProductCard,
  recallCards,
  recallSearch,
  type SearchAnswer,
  type SearchInput,
} from '../modules/catalogue/index.ts';
import { byDistance, type Point, recallLocations } from '../modules/locations/index.ts';
import { type PriceQuote, recallPrices } from '../modules/pricing/index.ts';
import { recallRetailer } from '../modules/settings/index.ts';
import { type WaysToGet, waysToShow } from '../modules/sourcing/index.ts';
import { freeUnits } from '../modules/stock/index.ts';
import { readPlace } from './productPage.ts';
import { PriceShape, showPrice } from './shapes.ts';

/** A store is "near" within this; where none is, the nearest one. */
const nearKm = 50;
/** Sorting by price and asking for what is available look at so many products, the most relevant first. */
const lookedAt = 500;

const Texts = (maxItems: number) =>
  Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { maxItems }));

const Query = Strict({
  query: Type.Optional(Type.String({ maxLength: 300 })),
  category: Type.Optional(Type.String({ maxLength: 200, description: 'Its slug' })),
  near: Type.Optional(Type.String({ maxLength: 100, description: 'A town, or "lat,lon"' })),
  availableNear: Type.Optional(Type.Boolean({ description: 'Only what can be had in a store near there now' })),
  availableAt: Type.Optional(Type.String({ maxLength: 24, description: 'Only what this store (its code) has now' })),
  reduced: Type.Optional(Type.Boolean({ description: 'Only what is announced as reduced' })),
  price: Type.Optional(
    Type.String({ pattern: '^\\d{0,7}-\\d{0,7}$', description: 'Between two prices in whole units, "500-3000"' }),
  ),
  colour: Texts(30),
  fabric: Texts(30),
  size: Texts(30),
  filter: Type.Optional(
    Type.Array(Type.String({ pattern: '^[^:]{1,60}:.{1,80}$' }), {
      maxItems: 60,
      description: 'Any other facet, "code:value"; values of one code are alternatives',
    }),
  ),
  range: Type.Optional(
    Type.Array(Type.String({ pattern: '^[a-zA-Z]{1,40}:\\d{0,6}-\\d{0,6}$' }), {
      maxItems: 6,
      description: 'A measure between two bounds, "widthCm:100-220"; a bound may be missing',
    }),
  ),
  sort: Type.Optional(
    Type.Union([
      Type.Literal('relevance'),
      Type.Literal('newest'),
      Type.Literal('price_asc'),
      Type.Literal('price_desc'),
    ]),
  ),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  cursor: Type.Optional(Type.String({ maxLength: 400 })),
  facets: Type.Optional(Type.Boolean({ description: 'false where they are not shown; later pages have none' })),
});
type Query = Static<typeof Query>;

const Item = Strict({
  productId: Id,
  /** The variant that answers best; a link to it preselects it. */
  variantId: Id,
  sku: Type.String(),
  slug: Type.String(),
  title: Type.String(),
  optionsText: Type.String(),
  pictureUrl: Nullable(Type.String()),
  colours: Type.Array(
    Strict({
      valueCode: Type.String(),
      label: Type.String(),
      hex: Nullable(Type.String()),
      variantId: Id,
      sku: Type.String(),
    }),
  ),
  /** Width, depth and height in centimetres; null where the product does not say. */
  size: Nullable(Strict({ widthCm: Type.Number(), depthCm: Type.Number(), heightCm: Type.Number() })),
  price: Nullable(PriceShape),
  delivery: Nullable(Type.String({ format: 'date', description: 'Earliest day it can be there' })),
  nearest: Nullable(
    Strict({
      locationId: Id,
      name: Type.String(),
      city: Type.String(),
      distanceKm: Nullable(Type.Number()),
      available: Type.Integer(),
      word: Type.String(),
      readyAt: Nullable(Timestamp),
    }),
  ),
  /** By the best way to get it. */
  word: Type.String(),
});

const FacetShape = Strict({
  code: Type.String(),
  kind: Type.String({ description: 'category, values, range' }),
  label: Type.String(),
  unit: Nullable(Type.String()),
  values: Type.Array(
    Strict({
      value: Type.String(),
      label: Type.String(),
      hex: Nullable(Type.String()),
      count: Type.Integer(),
      selected: Type.Boolean(),
    }),
  ),
  min: Nullable(Type.Number()),
  max: Nullable(Type.Number()),
});

const SearchPage = Strict({
  items: Type.Array(Item),
  facets: Type.Array(FacetShape),
  total: Type.Integer(),
  nextCursor: Nullable(Type.String()),
  correctedQuery: Nullable(Type.String()),
  droppedWords: Type.Array(Type.String()),
  intent: Nullable(Strict({ intent: Type.String(), exclusive: Type.Boolean() })),
  exact: Type.Boolean(),
  /** Where filters left nothing: what taking each away would give back. */
  relaxations: Type.Array(Strict({ filter: Type.String(), total: Type.Integer() })),
});
type SearchPage = Static<typeof SearchPage>;

/**
 * The product list and the search, one thing: hits with price, colours and the ways to get them. Stock is as of now;
 * the rest is recalled. A constant number of statements for any number of hits, one when all is known.
 *
 * @throws AppError not_found (category), invalid_cursor, invalid_request
 */
export async function searchPage(ctx: Ctx, query: Query): Promise<SearchPage> {
  const [retailer, near] = await Promise.all([recallRetailer(ctx), readPlace(query.near)]);
  const market = retailer.defaultMarket;
  const input = inputOf(ctx, query);
  const narrowed = await narrow(ctx, input, query, { near, market });
  const found = await find(ctx, narrowed, query, market);
  const variantIds = found.hits.map((hit) => hit.variantId);
  const [products, quotes, ways] = await Promise.all([
    recallCards(
      ctx,
      found.hits.map((hit) => hit.productId),
    ),
    recallPrices(ctx, market, variantIds),
    variantIds.length > 0 ? waysToShow(ctx, { variantIds, market, near }) : new Map<string, WaysToGet>(),
  ]);
  return {
    items: found.hits.flatMap((hit) =>
      showHit(ctx, hit, products.get(hit.productId), quotes.get(hit.variantId), ways.get(hit.variantId), near),
    ),
    facets: showFacets(found.facets, ctx.language),
    total: found.total,
    nextCursor: found.nextCursor,
    correctedQuery: found.correctedQuery,
    droppedWords: found.droppedWords,
    intent: found.intent,
    exact: found.exact,
    relaxations: found.relaxations,
  };
}

function inputOf(ctx: Ctx, query: Query): SearchInput {
  const options: Record<string, string[]> = {};
  const choose = (code: string, values: readonly string[]) => {
    if (values.length > 0) options[code] = [...(options[code] ?? []), ...values];
  };
  choose('colour', query.colour ?? []);
  choose('fabric', query.fabric ?? []);
  choose('size', query.size ?? []);
  for (const text of query.filter ?? []) choose(text.slice(0, text.indexOf(':')), [text.slice(text.indexOf(':') + 1)]);
  return {
    language: ctx.language,
    filters: { options, measures: rangesOf(query.range ?? []) },
    facets: query.facets !== false && query.cursor === undefined,
    ...(query.query ? { query: query.query } : {}),
    ...(query.category ? { categorySlug: query.category } : {}),
  };
}

function rangesOf(texts: readonly string[]): Record<string, { min?: number; max?: number }> {
  return Object.fromEntries(
    texts.map((text) => {
      const [code = '', bounds = ''] = text.split(':');
      const [min, max] = bounds.split('-');
      return [code, { ...(min ? { min: Number(min) } : {}), ...(max ? { max: Number(max) } : {}) }];
    }),
  );
}

/** By price the whole answer is put in order here, because prices are not the catalogue's to know. */
async function find(ctx: Ctx, input: SearchInput, query: Query, market: string): Promise<SearchAnswer> {
  const limit = query.limit ?? 24;
  const { sort = 'relevance', cursor } = query;
  if (sort === 'relevance' || sort === 'newest') {
    return recallSearch(ctx, { ...input, sort, limit, ...(cursor ? { cursor } : {}) });
  }
  const all = await recallSearch(ctx, { ...input, limit: lookedAt });
  const quotes = await recallPrices(
    ctx,
    market,
    all.hits.map((hit) => hit.variantId),
  );
  const sign = sort === 'price_asc' ? 1 : -1;
  // What has no price comes last either way.
  const worth = (hit: Hit) => {
    const quote = quotes.get(hit.variantId);
    return quote ? sign * quote.unit.amount : Number.POSITIVE_INFINITY;
  };
  const sorted = [...all.hits].sort((a, b) => worth(a) - worth(b) || (a.productId < b.productId ? -1 : 1));
  const start = startOf(cursor);
  const end = start + limit;
  return { ...all, hits: sorted.slice(start, end), nextCursor: end < sorted.length ? encodeCursor([end]) : null };
}

function startOf(cursor: string | undefined): number {
  const [start = 0] = decodeCursor(cursor, ['integer']) ?? [];
  if (typeof start !== 'number' || !Number.isSafeInteger(start) || start < 0) throw new AppError('invalid_cursor');
  return start;
}

type Bounds = { min: number; max: number };

/** "500-3000" in whole units as minor units; a missing bound is none. */
function boundsOf(text: string | undefined): Bounds | undefined {
  if (text === undefined || text === '-') return undefined;
  const [min, max] = text.split('-');
  return { min: min ? Number(min) * 100 : 0, max: max ? Number(max) * 100 : Number.POSITIVE_INFINITY };
}

/** Where goods must be to count: one store, or the stores near a town. @throws AppError not_found */
async function storesAsked(ctx: Ctx, query: Query, near: Point | undefined): Promise<ReadonlySet<string> | undefined> {
  if (!query.availableAt && !query.availableNear) return undefined;
  const stores = (await recallLocations(ctx)).filter(({ kind }) => kind === 'store');
  if (query.availableAt) {
    const store = stores.find(({ code }) => code === query.availableAt);
    if (!store) throw new AppError('not_found', { detail: `There is no store ${query.availableAt}.` });
    return new Set([store.id]);
  }
  if (!near) throw new AppError('invalid_request', { detail: 'Say where: near=town. Nothing was searched.' });
  const collecting = stores.filter(({ capabilities }) => capabilities.includes('pickup'));
  return new Set(
    byDistance(collecting, near)
      .filter(({ distanceKm }, index) => index === 0 || distanceKm <= nearKm)
      .map(({ location }) => location.id),
  );
}

/**
 * Cuts the search to variants that fit what the catalogue does not know: what is available now (not what could be
 * ordered), what it costs, whether it is reduced.
 */
async function narrow(
  ctx: Ctx,
  input: SearchInput,
  query: Query,
  { near, market }: { near: Point | undefined; market: string },
): Promise<SearchInput> {
  const stores = await storesAsked(ctx, query, near);
  const bounds = boundsOf(query.price);
  if (!stores && !bounds && !query.reduced) return input;
  const { hits } = await recallSearch(ctx, { ...input, facets: false, limit: lookedAt });
  const products = await recallCards(
    ctx,
    hits.map((hit) => hit.productId),
  );
  const all = [...products.values()].flatMap((product) => product.variants.map((variant) => variant.id));
  const [free, quotes] = await Promise.all([
    stores ? freeUnits(ctx, all) : undefined,
    bounds || query.reduced ? recallPrices(ctx, market, all) : undefined,
  ]);
  const fits = (variantId: string): boolean => {
    if (stores && !free?.get(variantId)?.some((place) => place.available > 0 && stores.has(place.locationId)))
      return false;
    if (!quotes) return true;
    const quote = quotes.get(variantId);
    if (!quote || (query.reduced && !quote.reduction)) return false;
    return !bounds || (quote.unit.amount >= bounds.min && quote.unit.amount <= bounds.max);
  };
  return { ...input, filters: { ...input.filters, variantIds: all.filter(fits) } };
}

function showHit(
  ctx: Ctx,
  hit: Hit,
  product: ProductCard | undefined,
  quote: PriceQuote | undefined,
  ways: WaysToGet | undefined,
  near: Point | undefined,
): Static<typeof Item>[] {
  const variant = product?.variants.find((candidate) => candidate.id === hit.variantId);
  if (!product || !variant) return [];
  const language = ctx.language;
  const best = ways?.places[0];
  const place = best && best.available > 0 ? best : undefined;
  return [
    {
      productId: product.id,
      variantId: variant.id,
      sku: variant.sku,
      slug: product.slugs[language],
      title: product.title[language],
      optionsText: variant.optionsText[language],
      pictureUrl: variant.pictureUrl,
      colours: coloursOf(product, language),
      size: variant.size,
      price: quote ? showPrice(quote, language) : null,
      delivery: ways?.delivery?.earliest ?? null,
      nearest:
        near && place
          ? {
              locationId: place.location.id,
              name: place.location.name,
              city: place.location.address.city,
              distanceKm: place.distanceKm ?? null,
              available: place.available,
              word: place.word,
              readyAt: place.readyAt?.toISOString() ?? null,
            }
          : null,
      word: ways?.delivery?.word ?? best?.word ?? 'out_of_stock',
    },
  ];
}

type Colours = Static<typeof Item>['colours'];

/** A colour of what is on sale, each once, with the first variant that has it. */
const coloursOf = perLanguage((product: ProductCard, language): Colours => {
  const colours = new Map<string, Colours[number]>();
  for (const { id, sku, colour } of product.variants) {
    if (!colour || colours.has(colour.valueCode)) continue;
    colours.set(colour.valueCode, {
      valueCode: colour.valueCode,
      label: colour.label[language],
      hex: colour.hex,
      variantId: id,
      sku,
    });
  }
  return [...colours.values()];
});

const showFacets = perLanguage((facets: readonly Facet[], language): Static<typeof FacetShape>[] =>
  facets.map((facet) => ({
    code: facet.code,
    kind: facet.kind,
    label: facet.label[language],
    unit: facet.unit,
    values: facet.values.map(({ value, label, hex, count, selected }) => ({
      value,
      label: label[language],
      hex,
      count,
      selected,
    })),
    min: facet.min,
    max: facet.max,
  })),
);

/** A memo beside what was recalled: made once for each language, gone when that is forgotten. */
function perLanguage<K extends object, V>(show: (known: K, language: Language) => V) {
  const shown = new WeakMap<K, Partial<Record<Language, V>>>();
  return (known: K, language: Language): V => {
    let own = shown.get(known);
    if (!own) {
      own = {};
      shown.set(known, own);
    }
    own[language] ??= show(known, language);
    return own[language];
  };
}

export const searchPageRoute = route({
  method: 'GET',
  path: '/api/shop/search',
  summary: 'Products by words, category and filters, with price, stock near a town and delivery date',
  tag: 'shop',
  audience: everyone,
  query: Query,
  response: SearchPage,
  handle: (ctx, { query }) => searchPage(ctx, query),
});
