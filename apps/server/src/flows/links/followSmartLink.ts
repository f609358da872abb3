import { type Static, Type } from 'typebox';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { everyone, Reply, type RouteDefinition, route } from '../../kernel/route.ts';
import { Id, Nullable, Strict } from '../../kernel/schemas.ts';
import {
  getProducts,
  getVariants,
  listCategories,
  type Product,
  type VariantCard,
} from '../../modules/catalogue/index.ts';
import { getSmartLink, recordClick, type SmartLink } from '../../modules/engagement/index.ts';
import { findTowns, type Point } from '../../modules/locations/index.ts';
import { getHomeMarket } from '../../modules/settings/index.ts';
import { type WaysToGet, waysToGet } from '../../modules/sourcing/index.ts';
import type { FlowParts } from '../parts.ts';
import { shopAddress } from '../shopAddress.ts';

const Landing = Strict({
  /** available: this very item can be had; alternative: it is gone everywhere and this is the nearest to it; category: only its kind is left. */
  outcome: Type.Union([Type.Literal('available'), Type.Literal('alternative'), Type.Literal('category')]),
  path: Type.String(),
  variantId: Nullable(Id),
  wantedVariantId: Nullable(Id),
  /** Where the nearest one stands, when it stands in a store. */
  locationId: Nullable(Id),
  locationName: Nullable(Type.String()),
  delivery: Nullable(Type.String({ format: 'date' })),
  say: Type.String(),
});
type Landing = Static<typeof Landing>;

const words = {
  available: {
    en: 'Here it is.',
    pl: 'Oto on.',
    ru: 'Вот он.',
  },
  alternative: {
    en: 'The one in the ad is gone everywhere. This is the closest to it.',
    pl: 'Tego z reklamy nie ma już nigdzie. To jest najbardziej podobne.',
    ru: 'Товара из рекламы больше нигде нет. Это самый похожий.',
  },
  category: {
    en: 'The one in the ad is gone, and nothing like it is left. Here is everything of its kind.',
    pl: 'Tego z reklamy już nie ma i nic podobnego nie zostało. Oto wszystko z tej kategorii.',
    ru: 'Товара из рекламы больше нет, и ничего похожего не осталось. Вот всё в этой категории.',
  },
} as const;

const canBeHad = (ways: WaysToGet | undefined) =>
  ways !== undefined && (ways.delivery !== undefined || ways.places.some((place) => place.available > 0));

/** Variants that share the most with the wanted one first; of equals, the merchant's order. */
function byLikeness(wanted: VariantCard, variants: readonly VariantCard[]): VariantCard[] {
  const shared = (variant: VariantCard) =>
    variant.options.filter((option) =>
      wanted.options.some((own) => own.code === option.code && own.valueCode === option.valueCode),
    ).length;
  return [...variants].sort((a, b) => shared(b) - shared(a));
}

/** Where a link leads this shopper now: to that very item where it can be bought or reserved, else to the nearest to it. */
async function land(ctx: Ctx, link: SmartLink, near: Point | undefined): Promise<Landing> {
  const { language } = ctx;
  if ('categorySlug' in link.target) return toCategory(ctx, link.target.categorySlug);
  const wanted =
    'variantId' in link.target
      ? (await getVariants(ctx, [link.target.variantId])).get(link.target.variantId)
      : undefined;
  const productId = wanted?.productId ?? ('productId' in link.target ? link.target.productId : '');
  const product: Product | undefined = (await getProducts(ctx, [productId])).get(productId);
  if (!product) throw new AppError('not_found', { detail: 'What this link led to is not here any more.' });
  const variants = product.variants.filter((variant) => !variant.archived);
  const ways = await waysToGet(ctx, {
    variantIds: variants.map((variant) => variant.id),
    market: (await getHomeMarket(ctx)).code,
    near,
  });
  const candidates = wanted
    ? [
        wanted,
        ...byLikeness(
          wanted,
          variants.filter((variant) => variant.id !== wanted.id),
        ),
      ]
    : variants;
  const chosen = candidates.find((variant) => !variant.archived && canBeHad(ways.get(variant.id)));
  if (!chosen)
    return {
      ...(await toCategory(ctx, product.categories.at(-1)?.slug[language] ?? '')),
      wantedVariantId: wanted?.id ?? null,
    };
  const place = ways.get(chosen.id)?.places.find((one) => one.available > 0);
  const outcome = !wanted || chosen.id === wanted.id ? 'available' : 'alternative';
  return {
    outcome,
    path: `/p/${product.slugs[language]}?variant=${encodeURIComponent(chosen.sku)}`,
    variantId: chosen.id,
    wantedVariantId: wanted?.id ?? null,
    locationId: place?.location.id ?? null,
    locationName: place?.location.name ?? null,
    delivery: ways.get(chosen.id)?.delivery?.earliest ?? null,
    say: words[outcome][language],
  };
}

async function toCategory(ctx: Ctx, slug: string): Promise<Landing> {
  const known = (await listCategories(ctx)).some((category) => Object.values(category.slug).includes(slug));
  return {
    outcome: 'category',
    path: known ? `/c/${slug}` : '/',
    variantId: null,
    wantedVariantId: null,
    locationId: null,
    locationName: null,
    delivery: null,
    say: words.category[ctx.language],
  };
}

/** The landing page with the campaign kept, so that the journey knows what brought the visitor. */
function address(link: SmartLink, landing: Landing): string {
  const [path = '/', query = ''] = landing.path.split('?');
  const search = new URLSearchParams(query);
  search.set('utm_source', link.campaign.source);
  search.set('utm_medium', link.campaign.medium);
  search.set('utm_campaign', link.campaign.name);
  if (link.campaign.content) search.set('utm_content', link.campaign.content);
  if (landing.outcome !== 'available') search.set('instead', landing.outcome);
  return `${path === '/' ? '' : path}?${search}`;
}

async function find(ctx: Ctx, slug: string): Promise<SmartLink> {
  const link = await getSmartLink(ctx, slug);
  if (!link) throw new AppError('not_found', { detail: 'This link is not known here.' });
  return link;
}

const point = async (near: string | undefined) => (near ? (await findTowns(near, 1))[0]?.point : undefined);
const params = Strict({ slug: Type.String({ minLength: 1, maxLength: 100 }) });
const query = Strict({ near: Type.Optional(Type.String({ maxLength: 100, description: 'A town' })) });

export const linkRoutes = (parts: FlowParts): RouteDefinition[] => [
  route({
    method: 'GET',
    path: '/go/:slug',
    summary: 'Follow a link of an ad or a message to where its item can be had now',
    tag: 'links',
    audience: everyone,
    params,
    query,
    status: 302,
    handle: async (ctx, request) => {
      const link = await find(ctx, request.params.slug);
      const landing = await land(ctx, link, await point(request.query.near));
      await recordClick(ctx, {
        link,
        subjectId: ctx.actor.kind === 'shopper' ? ctx.actor.subjectId : undefined,
        landedOn: landing.path,
      });
      // No cache: the answer is true for this shopper at this moment.
      return new Reply('', {
        status: 302,
        headers: { location: shopAddress(parts, ctx.language, address(link, landing)), 'cache-control': 'no-store' },
      });
    },
  }),
  route({
    method: 'GET',
    path: '/api/shop/links/:slug',
    summary: 'What a link leads to now, without following it',
    tag: 'links',
    audience: everyone,
    params,
    query,
    response: Landing,
    handle: async (ctx, request) => land(ctx, await find(ctx, request.params.slug), await point(request.query.near)),
  }),
];
