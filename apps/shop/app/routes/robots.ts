import type { Route } from './+types/robots';

/** What machines may read: the shop. Carts, accounts and the API are nobody's to index. */
export function loader({ context }: Route.LoaderArgs) {
  const closed = ['cart', 'checkout', 'orders', 'account', 'reserve', 'search'].map((page) => `Disallow: /*/${page}`);
  const text = [
    'User-agent: *',
    'Disallow: /api/',
    'Disallow: /console',
    'Disallow: /h/',
    ...closed,
    '',
    `Sitemap: ${context.publicUrl}/sitemap.xml`,
    '',
  ].join('\n');
  return new Response(text, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
}
