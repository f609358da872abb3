import { type Static, Type } from 'typebox';
import type { Ctx } from '../kernel/context.ts';
import { everyone, route } from '../kernel/route.ts';
import { Id, Nullable, Strict } from '../kernel/schemas.ts';
import { getVariants } from '../modules/catalogue/index.ts';
import { quotePrices } from '../modules/pricing/index.ts';
import { getHomeMarket } from '../modules/settings/index.ts';
import { waysToGet } from '../modules/sourcing/index.ts';
import { CardShape } from './cartShape.ts';
import { showCard } from './cartView.ts';
import { readPlace } from './productPage.ts';
import { PriceShape, showPrice, showWays, WaysShape } from './shapes.ts';

const most = 50;

const ShopVariant = Strict({ ...CardShape.properties, price: Nullable(PriceShape), ways: WaysShape });

/**
 * Variants by id with their price and every way to get them as of now, in the order asked for: for a cart that offers
 * another way, for a reservation, for a product that somebody pointed out in a conversation. Unknown ids are left out.
 * A constant number of statements.
 */
export async function shopVariants(
  ctx: Ctx,
  query: { ids: readonly string[]; near?: string | undefined },
): Promise<Static<typeof ShopVariant>[]> {
  const market = (await getHomeMarket(ctx)).code;
  const variants = await getVariants(ctx, [...new Set(query.ids)]);
  const variantIds = [...variants.keys()];
  if (variantIds.length === 0) return [];
  const [quotes, ways] = await Promise.all([
    quotePrices(ctx, market, variantIds),
    waysToGet(ctx, { variantIds, market, near: await readPlace(query.near) }),
  ]);
  const now = ctx.clock.now();
  return [...new Set(query.ids)].flatMap((id) => {
    const variant = variants.get(id);
    if (!variant) return [];
    const quote = quotes.get(id);
    return [
      {
        ...showCard(variant, id, ctx.language),
        price: quote && !variant.archived ? showPrice(quote, ctx.language) : null,
        ways: showWays(ways.get(id), now, 'all'),
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
  }),
  response: Strict({ items: Type.Array(ShopVariant) }),
  handle: async (ctx, { query }) => ({ items: await shopVariants(ctx, query) }),
});
