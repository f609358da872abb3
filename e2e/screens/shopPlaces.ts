import type { Place } from './places.ts';

const shop = (name: string, pattern: string, address: Place['address'], who: Place['who'] = 'visitor'): Place => ({
  name,
  area: 'shop',
  pattern: pattern === '' ? '/:language' : `/:language/${pattern}`,
  who,
  address,
});

export const shopPlaces: Place[] = [shop('shop-home', '', (_world, language) => `/${language}`)];
