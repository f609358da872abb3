import { type Static, Type } from 'typebox';
import type { Ctx } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';
import { allStaff, route } from '../kernel/route.ts';
import { Id, Nullable, Strict, Timestamp } from '../kernel/schemas.ts';
import { getVariants, type ProductCard, recallCards, recallSearch } from '../modules/catalogue/index.ts';
import { distanceKm, pickupReadyAt, recallLocations, todayHours } from '../modules/locations/index.ts';
import { recallPrices } from '../modules/pricing/index.ts';
import { recallRetailer } from '../modules/settings/index.ts';
import { collectOn, stockWord, type WaysToGet, waysToShow } from '../modules/sourcing/index.ts';
import { availability, holdsOnLevel, lastSeen } from '../modules/stock/index.ts';
import { deliveryOn, readDate } from './availability.ts';
import { CardShape } from './cartShape.ts';
import { showCard } from './cartView.ts';
import { readPlace } from './productPage.ts';
import { DateAsked, OnDateShape, PriceShape, SeenAt, showPrice, showWays, WaysShape } from './shapes.ts';

const Near = Type.Optional(Type.String({ maxLength: 100, description: 'A town, or "lat,lon"' }));

const Level = Strict({
  locationId: Id,
  code: Type.String(),
  name: Type.String(),
  kind: Type.String(),
  city: Type.String(),
  phone: Type.String(),
  distanceKm: Nullable(Type.Number()),
  word: Type.String(),
  available: Type.Integer({ description: 'May be held and collected now, display pieces included' }),
  availableToShip: Type.Integer(),
  onHand: Type.Integer(),
  reserved: Type.Integer(),
  safety: Type.Integer(),
  display: Type.Integer(),
  incoming: Type.Integer(),
  incomingAt: Nullable(Timestamp),
  seenAt: Nullable(SeenAt),
  on: Nullable(OnDateShape),
  /** When a pickup asked for now is ready; null where it cannot be collected. */
  readyAt: Nullable(Timestamp),
  /** When its doors close today; null while it is closed. */
  closesAt: Nullable(Timestamp),
  mayHold: Type.Boolean(),
  liveHolds: Type.Integer({ description: 'Holds that claim goods here, 20 at most' }),
  nextHoldEndsAt: Nullable(Timestamp),
});

const VariantStock = Strict({
  variant: CardShape,
  price: Nullable(PriceShape),
  delivery: WaysShape.properties.delivery,
  /** Where a date was asked for, here and in the levels. */
  deliveredOn: Nullable(OnDateShape),
  levels: Type.Array(Level),
  asOf: Timestamp,
});

/**
 * One variant in every place, best first: what can be had, then nearest. For the conversation and the floor.
 *
 * @throws AppError not_found
 */
async function variantStock(
  ctx: Ctx,
  variantId: string,
  query: { near?: string | undefined; date?: string | undefined },
): Promise<Static<typeof VariantStock>> {
  const variant = (await getVariants(ctx, [variantId])).get(variantId);
  if (!variant) throw new AppError('not_found', { detail: 'There are no such goods.' });
  const market = (await recallRetailer(ctx)).defaultMarket;
  const date = await readDate(ctx, query.date);
  const near = await readPlace(query.near);
  const [quotes, ways, locations, levels, seen] = await Promise.all([
    recallPrices(ctx, market, [variantId]),
    waysToShow(ctx, { variantIds: [variantId], market, near }),
    recallLocations(ctx),
    availability(ctx, { variantIds: [variantId] }),
    lastSeen(ctx, [variantId]),
  ]);
  const now = ctx.clock.now();
  const quote = quotes.get(variantId);
  const shown = await Promise.all(
    locations.map(async (location): Promise<Static<typeof Level>> => {
      const level = levels.find((candidate) => candidate.locationId === location.id);
      const available = level?.available ?? 0;
      const holds = level && level.reserved > 0 ? await holdsOnLevel(ctx, { variantId, locationId: location.id }) : [];
      const hours = todayHours(location, now);
      const ends = holds.flatMap((hold) => (hold.expiresAt ? [hold.expiresAt.getTime()] : []));
      return {
        locationId: location.id,
        code: location.code,
        name: location.name,
        kind: location.kind,
        city: location.address.city,
        phone: location.phone,
        distanceKm: near ? Math.round(distanceKm(near, location.point) * 10) / 10 : null,
        word: stockWord({
          available,
          availableToShip: level?.availableToShip ?? 0,
          incoming: level?.incoming ?? 0,
        }),
        available,
        availableToShip: level?.availableToShip ?? 0,
        onHand: level?.onHand ?? 0,
        reserved: level?.reserved ?? 0,
        safety: level?.safety ?? 0,
        display: level?.display ?? 0,
        incoming: level?.incoming ?? 0,
        incomingAt: level?.incomingAt?.toISOString() ?? null,
        seenAt: seen.get(variantId)?.get(location.id)?.toISOString() ?? null,
        on: date
          ? collectOn(
              { location, available, incoming: level?.incoming ?? 0, incomingAt: level?.incomingAt },
              1,
              date,
              now,
            )
          : null,
        readyAt:
          available > 0 && location.capabilities.includes('pickup') ? pickupReadyAt(location, now).toISOString() : null,
        closesAt: hours.isOpen ? (hours.closesAt?.toISOString() ?? null) : null,
        mayHold: available > 0 && location.capabilities.includes('reserve'),
        liveHolds: holds.length,
        nextHoldEndsAt: ends.length > 0 ? new Date(Math.min(...ends)).toISOString() : null,
      };
    }),
  );
  shown.sort(
    (a, b) =>
      Math.min(b.available, 1) - Math.min(a.available, 1) ||
      (a.distanceKm ?? 0) - (b.distanceKm ?? 0) ||
      (a.code < b.code ? -1 : 1),
  );
  const own = ways.get(variantId);
  return {
    variant: showCard(variant, variantId, ctx.language),
    price: quote ? showPrice(quote, ctx.language) : null,
    delivery: showWays(own, now, 'with_stock', ctx.language).delivery,
    deliveredOn: date && own ? deliveryOn(own, 1, date) : null,
    levels: shown,
    asOf: now.toISOString(),
  };
}

const Sibling = Strict({
  variantId: Id,
  sku: Type.String(),
  optionsText: Type.String(),
  hex: Nullable(Type.String()),
  delivery: Nullable(Type.String({ format: 'date' })),
  inStores: Type.Integer({ description: 'Stores that have it now' }),
});

const StaffSearch = Strict({
  items: Type.Array(
    Strict({
      productId: Id,
      variantId: Id,
      sku: Type.String(),
      slug: Type.String(),
      title: Type.String(),
      optionsText: Type.String(),
      pictureUrl: Nullable(Type.String()),
      price: Nullable(PriceShape),
      ways: WaysShape,
      /** The other variants of the product: the green one, when the blue one was found. */
      siblings: Type.Array(Sibling),
    }),
  ),
  total: Type.Integer(),
  correctedQuery: Nullable(Type.String()),
  droppedWords: Type.Array(Type.String()),
});

/** Goods beside the conversation: found by words, SKU or GTIN, with stock per store. A constant number of statements. */
async function staffSearch(
  ctx: Ctx,
  query: { query: string; near?: string | undefined; limit?: number | undefined },
): Promise<Static<typeof StaffSearch>> {
  const [found, retailer, near] = await Promise.all([
    recallSearch(ctx, { query: query.query, language: ctx.language, limit: query.limit ?? 8 }),
    recallRetailer(ctx),
    readPlace(query.near),
  ]);
  const products = await recallCards(
    ctx,
    found.hits.map((hit) => hit.productId),
  );
  const variantIds = [...products.values()].flatMap((product) => product.variants.map((variant) => variant.id));
  const [quotes, ways] = await Promise.all([
    recallPrices(
      ctx,
      retailer.defaultMarket,
      found.hits.map((hit) => hit.variantId),
    ),
    variantIds.length > 0
      ? waysToShow(ctx, { variantIds, market: retailer.defaultMarket, near })
      : new Map<string, WaysToGet>(),
  ]);
  const now = ctx.clock.now();
  return {
    items: found.hits.flatMap((hit) => {
      const product = products.get(hit.productId);
      const variant = product?.variants.find((candidate) => candidate.id === hit.variantId);
      if (!product || !variant) return [];
      const quote = quotes.get(variant.id);
      return [
        {
          productId: product.id,
          variantId: variant.id,
          sku: variant.sku,
          slug: product.slugs[ctx.language],
          title: product.title[ctx.language],
          optionsText: variant.optionsText[ctx.language],
          pictureUrl: variant.pictureUrl,
          price: quote ? showPrice(quote, ctx.language) : null,
          ways: showWays(ways.get(variant.id), now, 'with_stock', ctx.language),
          siblings: product.variants
            .filter((other) => other.id !== variant.id)
            .map((other) => showSibling(ctx, other, ways.get(other.id))),
        },
      ];
    }),
    total: found.total,
    correctedQuery: found.correctedQuery,
    droppedWords: found.droppedWords,
  };
}

const showSibling = (
  ctx: Ctx,
  variant: ProductCard['variants'][number],
  ways: WaysToGet | undefined,
): Static<typeof Sibling> => ({
  variantId: variant.id,
  sku: variant.sku,
  optionsText: variant.optionsText[ctx.language],
  hex: variant.hex,
  delivery: ways?.delivery?.earliest ?? null,
  inStores: (ways?.places ?? []).filter((place) => place.available > 0).length,
});

export const variantStockRoutes = [
  route({
    method: 'GET',
    path: '/api/staff/variants/:id/stock',
    summary: 'One variant in every location: free, held, on its way, and when it could be collected',
    tag: 'stock',
    audience: allStaff,
    params: Strict({ id: Id }),
    query: Strict({ near: Near, date: DateAsked }),
    response: VariantStock,
    handle: (ctx, { params, query }) => variantStock(ctx, params.id, query),
  }),
  route({
    method: 'GET',
    path: '/api/staff/search',
    summary: 'Goods beside the conversation, with price and stock per store',
    tag: 'catalogue',
    audience: allStaff,
    query: Strict({
      query: Type.String({ minLength: 1, maxLength: 300 }),
      near: Near,
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
    }),
    response: StaffSearch,
    handle: (ctx, { query }) => staffSearch(ctx, query),
  }),
];
