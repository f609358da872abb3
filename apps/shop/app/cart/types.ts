import type { Answer } from '@throughline/client';

export type Cart = Answer<'/api/shop/cart', 'get'>;
export type CartLine = Cart['lines'][number];
export type CartChange = Cart['changes'][number];
export type VariantNow = Answer<'/api/shop/variants', 'get'>['items'][number];

type FullStore = Answer<'/api/shop/locations', 'get'>['items'][number];
/** A store as the screens from the cart on show it. */
export interface Store
  extends Pick<FullStore, 'id' | 'code' | 'name' | 'address' | 'zone' | 'phone' | 'capabilities' | 'distanceKm'> {
  today: Pick<FullStore['today'], 'isOpen' | 'closesAt' | 'opensAt'> & { open: string[][] };
}
