import { type Way, writeWay } from '../cart/readWay.ts';
import type { Cart, Store, VariantNow } from '../cart/types.ts';

type DeliveryMethod = NonNullable<VariantNow['ways']['delivery']>['methods'][number];

/** One way to get everything in the cart at once. */
export interface WayForAll {
  value: string;
  way: Way;
  /** Of a delivery. */
  method: DeliveryMethod | undefined;
  /** Of a store. */
  store: Store | undefined;
  distanceKm: number | null;
  /** Delivery: days. The last of the goods counts. */
  window: { earliest: string; latest: string } | undefined;
  /** Store: when everything is ready. */
  readyAt: string | undefined;
}

const latest = (times: readonly string[]) => [...times].sort().at(-1);

/**
 * Ways in which the whole cart can come: to the door by every method if all of it can be sent, and every store that has all of it, in the
 * order of the stores (the nearest first). Goods that are held for the shopper in a store count as being there.
 */
export function waysForAll(
  cart: Pick<Cart, 'lines'>,
  variants: readonly VariantNow[],
  stores: readonly Store[],
): WayForAll[] {
  const lines = cart.lines.filter((line) => line.price);
  const variantOf = (id: string) => variants.find((variant) => variant.id === id);
  const wanted = new Map<string, number>();
  for (const line of lines) wanted.set(line.variant.id, (wanted.get(line.variant.id) ?? 0) + line.quantity);
  const ids = [...wanted.keys()];
  const found: WayForAll[] = [];

  const offers = ids.map((id) => variantOf(id)?.ways.delivery?.methods ?? []);
  const sendable = lines.every((line) => line.way.method !== 'delivery' || line.stock.isEnough);
  for (const method of sendable ? (offers[0] ?? []) : []) {
    // The same way for all of the goods; the last of them says when everything is there.
    const same = offers.map((methods) => methods.find((candidate) => candidate.id === method.id));
    if (!same.every((one) => one !== undefined)) continue;
    found.push({
      value: `delivery:${method.id}`,
      way: { method: 'delivery' },
      method,
      store: undefined,
      distanceKm: null,
      window: {
        earliest: latest(same.map((one) => one.earliest)) ?? '',
        latest: latest(same.map((one) => one.latest)) ?? '',
      },
      readyAt: undefined,
    });
  }
  for (const store of stores.filter((candidate) => candidate.capabilities.includes('pickup'))) {
    const ready = ids.map((id) => {
      const here = lines.filter((line) => line.variant.id === id && line.way.locationId === store.id);
      const held = here.filter((line) => line.hold);
      const place = variantOf(id)?.ways.places.find((candidate) => candidate.locationId === store.id);
      const free = place?.available ?? 0;
      const enough = free + held.reduce((sum, line) => sum + line.quantity, 0) >= (wanted.get(id) ?? 0);
      return enough ? (place?.readyAt ?? held[0]?.readyAt ?? undefined) : undefined;
    });
    if (ids.length === 0 || ready.some((at) => at === undefined)) continue;
    found.push({
      value: `pickup:${store.id}`,
      way: { method: 'pickup', locationId: store.id },
      method: undefined,
      store,
      distanceKm: store.distanceKm,
      window: undefined,
      readyAt: latest(ready.map((at) => at ?? '')),
    });
  }
  return found;
}

/** The way all lines have, with the way of delivery that holds; or undefined where they differ. */
export function commonWay(cart: Pick<Cart, 'lines' | 'deliveryMethod'>): string | undefined {
  const { deliveryMethod } = cart;
  const ways = new Set(
    cart.lines.map((line) =>
      line.way.method === 'delivery' && deliveryMethod ? `delivery:${deliveryMethod.id}` : writeWay(line.way),
    ),
  );
  return ways.size === 1 ? [...ways][0] : undefined;
}
