import type { Ctx } from '../../kernel/context.ts';
import { getProducts, getVariants, type VariantCard } from '../catalogue/index.ts';
import type { Point } from '../locations/index.ts';
import { type WaysToGet, waysToGet } from './waysToGet.ts';

/** Another way to what was asked for, best first; shown with every refusal for want of stock. */
export type Alternative =
  | {
      kind: 'pickup_elsewhere';
      variantId: string;
      locationId: string;
      locationName: string;
      available: number;
      readyAt: string;
      distanceKm: number | null;
    }
  | { kind: 'delivery'; variantId: string; earliest: string; latest: string }
  | { kind: 'arriving'; variantId: string; locationId: string; locationName: string; expectedAt: string }
  | {
      kind: 'other_variant';
      variantId: string;
      sku: string;
      title: VariantCard['title'];
      optionsText: VariantCard['optionsText'];
      delivery: string | null;
      pickupAt: string | null;
    };

const otherPlaces = 3;
const otherVariants = 3;

/**
 * The next best offers for a variant: the same thing elsewhere, sent home, or arriving; then the same product in another
 * option that can be had. `except` leaves out the place that has just refused.
 */
export async function alternativesFor(
  ctx: Ctx,
  query: { variantId: string; quantity: number; market: string; near?: Point | undefined; except?: string | undefined },
): Promise<Alternative[]> {
  const wanted = (await getVariants(ctx, [query.variantId])).get(query.variantId);
  if (!wanted) return [];
  const product = (await getProducts(ctx, [wanted.productId])).get(wanted.productId);
  const siblings = (product?.variants ?? []).filter((variant) => !variant.archived && variant.id !== wanted.id);
  const ways = await waysToGet(ctx, {
    variantIds: [wanted.id, ...siblings.map((variant) => variant.id)],
    market: query.market,
    near: query.near,
  });
  const own = ways.get(wanted.id);
  return [
    ...(own ? sameVariant(own, query, ctx.clock.now()) : []),
    ...bySimilarity(wanted, siblings)
      .flatMap((variant) => otherVariant(variant, ways.get(variant.id)))
      .slice(0, otherVariants),
  ];
}

function sameVariant(
  ways: WaysToGet,
  query: { quantity: number; except?: string | undefined },
  now: Date,
): Alternative[] {
  const places = ways.places.filter((place) => place.location.id !== query.except);
  const pickup = places.flatMap((place): Alternative[] =>
    place.available >= query.quantity && place.readyAt
      ? [
          {
            kind: 'pickup_elsewhere',
            variantId: ways.variantId,
            locationId: place.location.id,
            locationName: place.location.name,
            available: place.available,
            readyAt: place.readyAt.toISOString(),
            distanceKm: place.distanceKm ?? null,
          },
        ]
      : [],
  );
  const delivery: Alternative[] =
    ways.delivery && ways.delivery.available >= query.quantity
      ? [
          {
            kind: 'delivery',
            variantId: ways.variantId,
            earliest: ways.delivery.earliest,
            latest: ways.delivery.latest,
          },
        ]
      : [];
  const arriving = ways.places.flatMap((place): Alternative[] =>
    place.incoming > 0 && place.incomingAt && place.incomingAt > now
      ? [
          {
            kind: 'arriving',
            variantId: ways.variantId,
            locationId: place.location.id,
            locationName: place.location.name,
            expectedAt: place.incomingAt.toISOString(),
          },
        ]
      : [],
  );
  return [...pickup.slice(0, otherPlaces), ...delivery, ...arriving.slice(0, 1)];
}

function otherVariant(variant: VariantCard, ways: WaysToGet | undefined): Alternative[] {
  const pickup = ways?.places.find((place) => place.readyAt);
  if (!ways || (!ways.delivery && !pickup)) return [];
  return [
    {
      kind: 'other_variant',
      variantId: variant.id,
      sku: variant.sku,
      title: variant.title,
      optionsText: variant.optionsText,
      delivery: ways.delivery?.earliest ?? null,
      pickupAt: pickup?.location.name ?? null,
    },
  ];
}

/** Variants that share more options with the wanted one come first (green linen before blue leather, for green velvet). */
function bySimilarity(wanted: VariantCard, siblings: readonly VariantCard[]): VariantCard[] {
  const options = new Map(wanted.options.map((option) => [option.code, option.valueCode]));
  const shared = (variant: VariantCard) =>
    variant.options.filter((option) => options.get(option.code) === option.valueCode).length;
  return [...siblings].sort((a, b) => shared(b) - shared(a) || (a.sku < b.sku ? -1 : 1));
}
