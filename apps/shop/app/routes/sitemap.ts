import { createApi, unwrap } from '@throughline/client';
import { type MapEntry, writeSitemap } from '../seo/writeSitemap.ts';
import { addressOf, inEveryLanguage, infoPages } from '../shared/addresses.ts';
import type { Route } from './+types/sitemap';

/** A map holds 50,000 addresses at most; beyond that it has to be cut into several. */
const mostProducts = 16_000;

export async function loader({ context }: Route.LoaderArgs) {
  const api = createApi({ baseUrl: context.publicUrl, fetch: (call) => context.callApi(call), language: 'en' });
  const [categories, locations] = await Promise.all([
    unwrap(api.GET('/api/shop/categories')),
    unwrap(api.GET('/api/shop/locations')),
  ]);
  const products: MapEntry[] = [];
  let cursor: string | null = null;
  do {
    const page: {
      items: { slugs: Record<'en' | 'pl' | 'ru', string>; updatedAt: string }[];
      nextCursor: string | null;
    } = await unwrap(
      api.GET('/api/shop/product-addresses', {
        params: { query: { limit: 5_000, ...(cursor ? { cursor } : {}) } },
      }),
    );
    products.push(
      ...page.items.map(({ slugs, updatedAt }) => ({
        alternates: inEveryLanguage((language) => addressOf.product(language, slugs[language])),
        changed: updatedAt,
      })),
    );
    cursor = page.nextCursor;
  } while (cursor !== null && products.length < mostProducts);
  const entries: MapEntry[] = [
    { alternates: inEveryLanguage(addressOf.home) },
    { alternates: inEveryLanguage(addressOf.reduced) },
    { alternates: inEveryLanguage(addressOf.stores) },
    ...categories.items
      .filter((category) => category.productCount > 0)
      .map(({ slug }) => ({ alternates: inEveryLanguage((language) => addressOf.category(language, slug[language])) })),
    ...locations.items.map(({ code }) => ({
      alternates: inEveryLanguage((language) => addressOf.store(language, code)),
    })),
    ...infoPages.map((page) => ({ alternates: inEveryLanguage((language) => addressOf.info(language, page)) })),
    ...products.slice(0, mostProducts),
  ];
  return new Response(writeSitemap(entries, context.publicUrl), {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
}
