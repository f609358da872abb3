import type { Place } from './places.ts';

const shop = (name: string, pattern: string, address: Place['address'], who: Place['who'] = 'visitor'): Place => ({
  name,
  area: 'shop',
  pattern: pattern === '' ? '/:language' : `/:language/${pattern}`,
  who,
  address,
});

const infoPlaces = [
  'delivery',
  'returns',
  'withdraw',
  'guarantee',
  'contact',
  'accessibility',
  'privacy',
  'terms',
  'cookies',
].map((page) => shop(`shop-${page}`, ':page', (_world, language) => `/${language}/${page}`));

export const shopPlaces: Place[] = [
  shop('shop-home', '', (_world, language) => `/${language}`),
  shop('shop-category', 'c/:slug', ({ category }, language) => `/${language}/c/${category[language]}`),
  shop('shop-search', 'search', (_world, language) => `/${language}/search?q=sofa`),
  shop('shop-search-nothing', 'search', (_world, language) => `/${language}/search?q=zzqqy`),
  shop('shop-search-page', 'search', (_world, language) => `/${language}/search?q=returns`),
  shop(
    'shop-filters-empty',
    'c/:slug',
    ({ category }, language) => `/${language}/c/${category[language]}?f.colour=rose&f.assembly=full&max.widthCm=10`,
  ),
  shop('shop-reduced', 'reduced', (_world, language) => `/${language}/reduced`),
  shop('shop-product', 'p/:slug', ({ product }, language) => `/${language}/p/${product.slugs[language]}`),
  shop('shop-stores', 'stores', (_world, language) => `/${language}/stores?near=Wieliczka`),
  shop('shop-store', 'stores/:code', ({ store }, language) => `/${language}/stores/${store.code.toLowerCase()}`),
  shop('shop-missing', ':page', (_world, language) => `/${language}/nowhere`),
  ...infoPlaces,
];
