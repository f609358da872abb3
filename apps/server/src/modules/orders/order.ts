import type { Channel, Language } from '../../kernel/context.ts';
import type { Money } from '../../kernel/money.ts';
import type { LocalizedText } from '../../kernel/schemas.ts';
import type { LineState, OrderState } from './states.ts';
import type { Address, Contact, LineRow, LineSnapshot, OrderRow } from './tables.ts';

export type { Address, Contact, LineSnapshot } from './tables.ts';

export type Way =
  | { method: 'delivery' }
  | { method: 'pickup'; locationId: string }
  | { method: 'in_store'; locationId: string };

/** Who of the staff had a part in a line, kept from the first day. */
export interface Credits {
  advisedBy: string | null;
  heldBy: string | null;
  handedOverBy: string | null;
  fulfilledBy: string | null;
}

export interface OrderLine {
  id: string;
  kind: 'goods' | 'delivery';
  state: LineState;
  variantId: string | null;
  quantity: number;
  /** Gross, one unit. */
  unit: Money;
  discount: Money;
  net: Money;
  tax: Money;
  gross: Money;
  taxRateBp: number;
  way: Way;
  reservationId: string | null;
  cartLineId: string | null;
  snapshot: LineSnapshot;
  credits: Credits;
}

/** How what is sent is sent, as the customer was told when it was placed; it never changes. */
export interface OrderDelivery {
  methodId: string;
  name: LocalizedText;
  /** What the method cost then, whether or not this order was sent free. */
  rate: Money;
  /** 'YYYY-MM-DD'; null where no day could be promised. */
  earliest: string | null;
  /** The promise: there by the end of this date. */
  latest: string | null;
}

export interface Totals {
  gross: Money;
  net: Money;
  tax: Money;
  discount: Money;
}

export interface Order {
  id: string;
  number: string;
  version: number;
  state: OrderState;
  market: string;
  currency: string;
  channel: Channel;
  language: Language;
  subjectId: string | null;
  cartId: string | null;
  /** pii */
  contact: Contact;
  /** pii */
  deliveryAddress: Address | null;
  delivery: OrderDelivery | null;
  couponCode: string | null;
  /** What it was placed at; never changes. */
  totals: Totals;
  /** What it is worth now: without what was cancelled since. */
  worth: Totals;
  contractMadeAt: { place: 'distance' | 'on_premises'; at: string; locationId: string | null };
  placedAt: string;
  paidAt: string | null;
  completedAt: string | null;
  cancelledAt: string | null;
  cancelReason: string | null;
  /** So long its goods are kept for a customer who pays by a link; null where nobody was sent one. */
  payBy: string | null;
  lines: OrderLine[];
}

/** Rows as the driver (Date) or JSON (text) gives them. */
type Loose<Row> = { [K in keyof Row]: Row[K] extends { readonly __select__: infer S } ? Either<S> : Either<Row[K]> };
type Either<V> = V extends Date ? Date | string : V;
export type OrderRecord = Loose<OrderRow>;
export type LineRecord = Loose<LineRow>;

const iso = (time: Date | string) => new Date(time).toISOString();
const isoOrNull = (time: Date | string | null) => time && iso(time);

function wayOf(row: Pick<LineRow, 'method' | 'location_id'>): Way {
  if (row.method === 'delivery' || row.location_id === null) return { method: 'delivery' };
  return { method: row.method, locationId: row.location_id };
}

function toLine(row: LineRecord, currency: string): OrderLine {
  const money = (amount: number): Money => ({ amount, currency });
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    variantId: row.variant_id,
    quantity: row.quantity,
    unit: money(row.unit),
    discount: money(row.discount),
    net: money(row.net),
    tax: money(row.tax),
    gross: money(row.gross),
    taxRateBp: row.tax_rate_bp,
    way: wayOf(row),
    reservationId: row.reservation_id,
    cartLineId: row.cart_line_id,
    snapshot: row.snapshot,
    credits: {
      advisedBy: row.advised_by,
      heldBy: row.held_by,
      handedOverBy: row.handed_over_by,
      fulfilledBy: row.fulfilled_by,
    },
  };
}

function worthOf(lines: readonly LineRecord[], currency: string): Totals {
  const sum = (figure: 'gross' | 'net' | 'tax' | 'discount'): Money => ({
    amount: lines.reduce((total, line) => total + (line.state === 'cancelled' ? 0 : line[figure]), 0),
    currency,
  });
  return { gross: sum('gross'), net: sum('net'), tax: sum('tax'), discount: sum('discount') };
}

export function toOrder(row: OrderRecord, lines: readonly LineRecord[]): Order {
  const money = (amount: number): Money => ({ amount, currency: row.currency });
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    state: row.state,
    market: row.market,
    currency: row.currency,
    channel: row.channel,
    language: row.language,
    subjectId: row.subject_id,
    cartId: row.cart_id,
    contact: row.contact,
    deliveryAddress: row.delivery_address,
    delivery: row.delivery && { ...row.delivery, rate: money(row.delivery.rate) },
    couponCode: row.coupon_code,
    totals: { gross: money(row.gross), net: money(row.net), tax: money(row.tax), discount: money(row.discount) },
    worth: worthOf(lines, row.currency),
    contractMadeAt: { place: row.contract_place, at: iso(row.contract_at), locationId: row.contract_location_id },
    placedAt: iso(row.placed_at),
    paidAt: isoOrNull(row.paid_at),
    completedAt: isoOrNull(row.completed_at),
    cancelledAt: isoOrNull(row.cancelled_at),
    cancelReason: row.cancel_reason,
    payBy: isoOrNull(row.pay_by),
    lines: lines.map((line) => toLine(line, row.currency)),
  };
}
