import type { Generated } from 'kysely';
import type { Channel, Ctx } from '../../kernel/context.ts';

export type CartState = 'open' | 'ordered' | 'merged';
export type WayMethod = 'delivery' | 'pickup' | 'in_store';

export type CartRow = {
  id: string;
  version: Generated<number>;
  market: string;
  currency: string;
  subject_id: string;
  state: CartState;
  coupon_code: string | null;
  order_id: string | null;
  merged_into: string | null;
  created_at: Date;
  updated_at: Date;
};

export type LineRow = {
  id: string;
  cart_id: string;
  variant_id: string;
  quantity: number;
  method: WayMethod;
  location_id: string | null;
  unit: number;
  quoted_at: Date;
  valid_until: Date;
  quote_channel: Channel;
  reservation_id: string | null;
  held_until: Date | null;
  held_by: string | null;
  advised_by: string | null;
  hold_ended_at: Date | null;
  hold_ended_reason: string | null;
  discount_unit: number | null;
  discount_basis_points: number | null;
  discount_reason: string | null;
  discount_by: string | null;
  added_at: Date;
};

export type HandoffRow = {
  id: string;
  cart_id: string;
  line_id: string | null;
  location_id: string | null;
  code: string;
  nonce: Buffer;
  token_hash: Buffer;
  created_by: string;
  created_at: Date;
  expires_at: Date;
  ended_at: Date | null;
};

export type CartsTables = {
  'carts.cart': CartRow;
  'carts.line': LineRow;
  'carts.handoff': HandoffRow;
};

export const tables = (ctx: Pick<Ctx, 'db'>) => ctx.db.withTables<CartsTables>();
