import { type Static, Type } from 'typebox';
import type { Ctx } from '../kernel/context.ts';
import { everyone, route } from '../kernel/route.ts';
import { Id, Nullable, Strict, Timestamp } from '../kernel/schemas.ts';
import { getVariants } from '../modules/catalogue/index.ts';
import { closingOfOpeningDay, type Location } from '../modules/locations/index.ts';
import { quotePrices } from '../modules/pricing/index.ts';
import { getHoldLimit, getHomeMarket } from '../modules/settings/index.ts';
import { waysToGet } from '../modules/sourcing/index.ts';
import { CardShape } from './cartShape.ts';
import { showCard } from './cartView.ts';
import { readPlace } from './productPage.ts';
import { PlaceShape, PostcodeAsked, PriceShape, showPrice, showWays, WaysShape } from './shapes.ts';

const most = 50;

const Place = Strict({
  ...PlaceShape.properties,
  heldUntil: Nullable({
    ...Timestamp,
    description: 'How long a reservation made now lasts; null where none can be made',
  }),
});
const ShopVariant = Strict({
  ...CardShape.properties,
  price: Nullable(PriceShape),
  ways: Strict({ ...WaysShape.properties, places: Type.Array(Place) }),
});

/**
 * Variants by id with their price and every way to get them as of now, in the order asked for: for a cart that offers
 * another way, for a reservation, for a product that somebody pointed out in a conversation. Unknown ids are left out.
 * A constant number of statements.
 */
export async function shopVariants(
  ctx: Ctx,
  query: { ids: readonly string[]; near?: string | undefined; postcode?: string | undefined },
): Promise<Static<typeof ShopVariant>[]> {
  const market = (await getHomeMarket(ctx)).code;
  const variants = await getVariants(ctx, [...new Set(query.ids)]);
  const variantIds = [...variants.keys()];
  if (variantIds.length === 0) return [];
  const [quotes, ways] = await Promise.all([
    quotePrices(ctx, market, variantIds),
    waysToGet(ctx, { variantIds, market, near: await readPlace(query.near), postcode: query.postcode }),
  ]);
  const now = ctx.clock.now();
  const holdDays = await getHoldLimit(ctx, 'reserve_and_try', 'shopper');
  const heldUntil = (location: Location | undefined) =>
    location ? closingOfOpeningDay(location, now, holdDays).toISOString() : null;
  return [...new Set(query.ids)].flatMap((id) => {
    const variant = variants.get(id);
    if (!variant) return [];
    const quote = quotes.get(id);
    const own = ways.get(id);
    const shown = showWays(own, now, 'all', ctx.language);
    return [
      {
        ...showCard(variant, id, ctx.language),
        price: quote && !variant.archived ? showPrice(quote, ctx.language) : null,
        ways: {
          ...shown,
          places: shown.places.map((place) => ({
            ...place,
            heldUntil: place.mayReserve
              ? heldUntil(own?.places.find((one) => one.location.id === place.locationId)?.location)
              : null,
          })),
        },
      },
    ];
  });
}

export const shopVariantsRoute = route({
  method: 'GET',
  path: '/api/shop/variants',
  summary: 'Variants by id with price, stock and every way to get them',
  tag: 'shop',
  audience: everyone,
  query: Strict({
    ids: Type.Array(Id, { minItems: 1, maxItems: most }),
    near: Type.Optional(Type.String({ maxLength: 100, description: 'A town, or "lat,lon"' })),
    postcode: PostcodeAsked,
  }),
  response: Strict({ items: Type.Array(ShopVariant) }),
  handle: async (ctx, { query }) => ({ items: await shopVariants(ctx, query) }),
});
