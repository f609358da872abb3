import type { Channel } from '../../kernel/context.ts';
import type { Money } from '../../kernel/money.ts';
import type { CartRow, CartState, LineRow } from './tables.ts';

/** How a line reaches the customer: sent, collected later at a location, or taken from the shelf there. */
export type Way =
  | { method: 'delivery' }
  | { method: 'pickup'; locationId: string }
  | { method: 'in_store'; locationId: string };

/** The price as it was quoted: gross, one unit. Until `validUntil` the customer pays this or the current one, the lower. */
export interface Terms {
  unit: Money;
  quotedAt: string;
  validUntil: string;
  channel: Channel;
}

/** A price given by a member of staff instead of the quoted one; limits are pricing's and are checked by the flow. */
export interface DiscountByHand {
  newUnit: Money;
  basisPoints: number;
  reason: string;
  by: string;
}

export interface CartLine {
  id: string;
  variantId: string;
  quantity: number;
  way: Way;
  terms: Terms;
  reservationId: string | null;
  heldUntil: string | null;
  /** Staff who held it for the customer. */
  heldBy: string | null;
  /** Staff on whose advice it is in the cart. */
  advisedBy: string | null;
  /** The last hold that ended without the customer's doing, to be told. */
  holdEnded: { at: string; reason: string } | null;
  discountByHand: DiscountByHand | null;
  addedAt: string;
}

export interface Cart {
  id: string;
  version: number;
  market: string;
  currency: string;
  subjectId: string;
  state: CartState;
  couponCode: string | null;
  orderId: string | null;
  mergedInto: string | null;
  updatedAt: string;
  lines: CartLine[];
}

/** A new line, priced by the caller. */
export interface NewLine {
  variantId: string;
  quantity: number;
  way: Way;
  terms: Terms;
  advisedBy?: string | undefined;
}

/** A row that came through JSON: timestamps are text. */
export type FromJson<Row> = {
  [K in keyof Row]: Row[K] extends { readonly __select__: infer S } ? Text<S> : Text<Row[K]>;
};
type Text<V> = V extends Date ? string : V;

const iso = (text: string): string => new Date(text).toISOString();

export function locationOf(way: Way): string | null {
  return way.method === 'delivery' ? null : way.locationId;
}

function wayOf(row: Pick<LineRow, 'method' | 'location_id'>): Way {
  if (row.method === 'delivery' || row.location_id === null) return { method: 'delivery' };
  return { method: row.method, locationId: row.location_id };
}

function discountOf(row: FromJson<LineRow>, currency: string): DiscountByHand | null {
  const { discount_unit, discount_basis_points, discount_reason, discount_by } = row;
  if (discount_unit === null || discount_basis_points === null || discount_reason === null || discount_by === null)
    return null;
  return {
    newUnit: { amount: discount_unit, currency },
    basisPoints: discount_basis_points,
    reason: discount_reason,
    by: discount_by,
  };
}

export function toLine(row: FromJson<LineRow>, currency: string): CartLine {
  return {
    id: row.id,
    variantId: row.variant_id,
    quantity: row.quantity,
    way: wayOf(row),
    terms: {
      unit: { amount: row.unit, currency },
      quotedAt: iso(row.quoted_at),
      validUntil: iso(row.valid_until),
      channel: row.quote_channel,
    },
    reservationId: row.reservation_id,
    heldUntil: row.held_until && iso(row.held_until),
    heldBy: row.held_by,
    advisedBy: row.advised_by,
    holdEnded: row.hold_ended_at ? { at: iso(row.hold_ended_at), reason: row.hold_ended_reason ?? 'ended' } : null,
    discountByHand: discountOf(row, currency),
    addedAt: iso(row.added_at),
  };
}

export function toCart(row: FromJson<CartRow>, lines: FromJson<LineRow>[]): Cart {
  return {
    id: row.id,
    version: row.version,
    market: row.market,
    currency: row.currency,
    subjectId: row.subject_id,
    state: row.state,
    couponCode: row.coupon_code,
    orderId: row.order_id,
    mergedInto: row.merged_into,
    updatedAt: iso(row.updated_at),
    lines: lines.map((line) => toLine(line, row.currency)),
  };
}
