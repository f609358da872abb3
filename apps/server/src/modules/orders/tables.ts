import type { Generated } from 'kysely';
import type { Channel, Ctx, Language } from '../../kernel/context.ts';
import type { LocalizedText } from '../../kernel/schemas.ts';
import type { OrderChange } from './recordChange.ts';
import type { LineState, OrderState } from './states.ts';

export type Contact = { name?: string; email?: string; phone?: string };
export type Address = {
  name?: string;
  line1: string;
  line2?: string;
  postcode: string;
  city: string;
  country: string;
  note?: string;
};
export type LineSnapshot = { sku?: string; title?: LocalizedText; options?: LocalizedText };

/** How it is sent, as its row keeps it. */
export type DeliveryFacts = {
  methodId: string;
  name: LocalizedText;
  rate: number;
  earliest: string | null;
  latest: string | null;
};

export type OrderRow = {
  id: string;
  number: string;
  version: Generated<number>;
  state: OrderState;
  market: string;
  currency: string;
  channel: Channel;
  language: Language;
  subject_id: string | null;
  cart_id: string | null;
  contact: Contact;
  delivery_address: Address | null;
  delivery: DeliveryFacts | null;
  coupon_code: string | null;
  gross: number;
  net: number;
  tax: number;
  discount: number;
  contract_place: 'distance' | 'on_premises';
  contract_at: Date;
  contract_location_id: string | null;
  placed_at: Date;
  paid_at: Date | null;
  completed_at: Date | null;
  cancelled_at: Date | null;
  cancel_reason: string | null;
  pay_by: Date | null;
};

export type LineRow = {
  id: string;
  order_id: string;
  position: number;
  kind: 'goods' | 'delivery';
  state: LineState;
  variant_id: string | null;
  quantity: number;
  unit: number;
  discount: number;
  net: number;
  tax: number;
  gross: number;
  tax_rate_bp: number;
  method: 'delivery' | 'pickup' | 'in_store';
  location_id: string | null;
  reservation_id: string | null;
  cart_line_id: string | null;
  snapshot: LineSnapshot;
  advised_by: string | null;
  held_by: string | null;
  handed_over_by: string | null;
  fulfilled_by: string | null;
};

export type OrdersTables = {
  'orders.order': OrderRow;
  'orders.line': LineRow;
  'orders.access_token': { token_hash: Buffer; order_id: string; created_at: Date };
  'orders.change': {
    id: string;
    order_id: string;
    kind: OrderChange;
    actor: string;
    reason: string | null;
    facts: Record<string, unknown>;
    amount: number | null;
    at: Date;
  };
  'orders.note': {
    id: string;
    order_id: string;
    staff_id: string;
    /** pii */
    text: string;
    mentions: string[];
    seen: Generated<string[]>;
    at: Date;
  };
  'orders.step': {
    id: string;
    order_id: string;
    from_state: OrderState | null;
    to_state: OrderState;
    actor: string;
    reason: string | null;
    at: Date;
  };
};

export const tables = (ctx: Pick<Ctx, 'db'>) => ctx.db.withTables<OrdersTables>();
