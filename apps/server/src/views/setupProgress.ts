import { type Static, Type } from 'typebox';
import type { Ctx } from '../kernel/context.ts';
import { route, staff } from '../kernel/route.ts';
import { Id, Nullable, Strict } from '../kernel/schemas.ts';
import { listProducts } from '../modules/catalogue/index.ts';
import { listLocations } from '../modules/locations/index.ts';
import { quotePrices } from '../modules/pricing/index.ts';
import { getRetailer } from '../modules/settings/index.ts';
import { listMembers } from '../modules/staff/index.ts';
import { availability } from '../modules/stock/index.ts';

const Progress = Strict({
  retailer: Type.Boolean({ description: 'Named, with its legal data' }),
  location: Nullable(Strict({ id: Id, name: Type.String() })),
  product: Nullable(Strict({ id: Id, code: Type.String(), hasPrice: Type.Boolean(), hasStock: Type.Boolean() })),
  colleagues: Type.Integer({ description: 'Members beside the first' }),
});

/** How far a fresh instance is: read from what is there, so that the first run can be left and taken up again. */
async function setupProgress(ctx: Ctx): Promise<Static<typeof Progress>> {
  const [retailer, locations, members, products] = await Promise.all([
    getRetailer(ctx),
    listLocations(ctx),
    listMembers(ctx),
    listProducts(ctx, { archived: false, limit: 1 }),
  ]);
  const product = products.items[0];
  const [quotes, levels] = product
    ? await Promise.all([
        quotePrices(ctx, retailer.defaultMarket, product.variantIds),
        availability(ctx, { variantIds: product.variantIds }),
      ])
    : [new Map(), []];
  const location = locations[0];
  return {
    retailer: retailer.version > 0 && retailer.name !== '' && retailer.legal.companyName !== '',
    location: location ? { id: location.id, name: location.name } : null,
    product: product
      ? {
          id: product.id,
          code: product.code,
          hasPrice: quotes.size > 0,
          hasStock: levels.some((level) => level.onHand > 0),
        }
      : null,
    colleagues: Math.max(0, members.filter((member) => member.active).length - 1),
  };
}

export const setupProgressRoute = route({
  method: 'GET',
  path: '/api/staff/setup/progress',
  summary: 'What a fresh instance has and what it still needs',
  tag: 'Setup',
  audience: staff('admin'),
  response: Progress,
  handle: setupProgress,
});
