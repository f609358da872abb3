import type { Place } from './places.ts';

const shop = (name: string, below: string, path: Place['address'], who: Place['who'] = 'visitor'): Place => ({
  name: `shop-${name}`,
  area: 'shop',
  pattern: below === '' ? '/:language' : `/:language/${below}`,
  who,
  address: (world, language) => `/${language}${path(world, language)}`,
});

/** A page of explanations: nothing but its language in its address. */
const page = (name: string): Place => shop(name, ':page', () => `/${name}`);

export const shopPlaces: Place[] = [
  shop('home', '', () => ''),
  shop('category', 'c/:slug', (world, language) => `/c/${world.category[language]}`),
  shop(
    'search',
    'search',
    (_world, language) => `/search?q=${{ en: 'green+sofa', pl: 'zielona+sofa', ru: 'диван' }[language]}`,
  ),
  shop('nothing-found', 'search', () => '/search?q=zzqqy'),
  shop('search-page', 'search', () => '/search?q=returns'),
  shop(
    'filters-empty',
    'c/:slug',
    (world, language) => `/c/${world.category[language]}?f.colour=rose&f.assembly=full&max.widthCm=10`,
  ),
  { ...shop('missing', ':page', () => '/nowhere'), status: 404 },
  shop('reduced', 'reduced', () => '/reduced'),
  shop('product', 'p/:slug', (world, language) => `/p/${world.product.slugs[language]}`),
  shop('stores', 'stores', () => '/stores'),
  shop('store', 'stores/:code', (world) => `/stores/${world.store.code}`),
  shop('cart', 'cart', () => '/cart', 'shopper'),
  shop('cart-empty', 'cart', () => '/cart'),
  shop('cart-handoff', 'cart/handoff', () => '/cart/handoff', 'shopper'),
  shop('handoff-link', 'h/:token', (world) => `/h/${world.handoffToken}`),
  shop('checkout', 'checkout', () => '/checkout', 'shopper'),
  shop('order', 'orders/:id', (world) => `/orders/${world.order.id}?token=${world.order.token}`),
  shop(
    'order-return',
    'orders/:id/return',
    (world) => `/orders/${world.returned.orderId}/return?token=${world.returned.token}`,
  ),
  shop('return-label', 'returns/:id', (world) => `/returns/${world.returned.id}?token=${world.returned.token}`),
  shop('receipt', 'receipt', (world) => `/receipt?token=${world.receiptToken}`),
  shop('receipt-gone', 'receipt', () => '/receipt?token=0123456789abcdefghijkl'),
  shop('withdrawal', 'withdrawal', () => '/withdrawal'),
  shop('credit', 'credit', () => '/credit'),
  shop('reserve', 'reserve', (world) => `/reserve?variant=${world.inStore}&store=${world.store.id}`),
  shop('hold', 'holds/:id', (world) => `/holds/${world.hold.id}`, 'shopper'),
  shop('sign-in', 'sign-in', () => '/sign-in'),
  shop('account', 'account', () => '/account', 'shopper'),
  shop('preferences', 'preferences', () => '/preferences', 'shopper'),
  shop('my-data', 'my-data', () => '/my-data', 'shopper'),
  shop('chat', 'chat', () => '/chat', 'shopper'),
  page('delivery'),
  page('returns'),
  page('withdraw'),
  page('guarantee'),
  page('contact'),
  page('accessibility'),
  page('privacy'),
  page('terms'),
  page('cookies'),
];
