import type { Way } from './readWay.ts';
import type { VariantNow } from './types.ts';

/**
 * How goods go into the cart when nobody said: sent where they can be sent in that number; else collected, in the chosen
 * store before any other, then the nearest that has them. Where there are none, sent: the cart says what is missing.
 */
export function chooseWay(variant: VariantNow | undefined, quantity: number, chosenStoreCode: string | undefined): Way {
  if (!variant || variant.ways.delivery) return { method: 'delivery' };
  const places = variant.ways.places.filter((place) => place.available >= quantity && place.readyAt !== null);
  const place = places.find((candidate) => candidate.code === chosenStoreCode) ?? places[0];
  return place ? { method: 'pickup', locationId: place.locationId } : { method: 'delivery' };
}
