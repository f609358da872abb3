/**
 * What the clients know for sure, from the answers they were given: the books of the shop are held against it. Nothing of
 * what they do is read from the shop.
 */
export interface Oracle {
  /** By variant and location. */
  onHand: Map<string, number>;
  /** Promised before the clients began, by the same place. */
  promisedBefore: Map<string, number>;
  orders: Map<string, KnownOrder>;
  /** E-mails of orders that are being asked for or cancelled at this moment. */
  inFlight: Set<string>;
}

export interface KnownOrder {
  id: string;
  email: string;
  cookie: string;
  /** The guest's way to the order. */
  token: string;
  kind: 'delivery' | 'pickup' | 'sale';
  gross: number;
  state: 'open' | 'cancelled' | 'sold' | 'returned';
  line: { id: string; at: string; quantity: number };
  /** What was given back, in minor units. */
  refunded: number;
}

export const place = (variantId: string, locationId: string) => `${variantId} ${locationId}`;

export function createOracle(): Oracle {
  return { onHand: new Map(), promisedBefore: new Map(), orders: new Map(), inFlight: new Set() };
}

export function move(oracle: Oracle, at: string, delta: number): void {
  oracle.onHand.set(at, (oracle.onHand.get(at) ?? 0) + delta);
}
