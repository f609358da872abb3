import type { ColumnsOfText } from '../../kernel/personal.ts';

/** What the columns of text of this module may say of a person; checked against the tables. */
export const cartsColumns: Readonly<Record<string, ColumnsOfText>> = {
  'carts.cart': { nobody: 'market currency state coupon_code' },
  'carts.handoff': { nobody: 'code nonce token_hash created_by' },
  'carts.line': { erased: 'discount_reason', nobody: 'method quote_channel hold_ended_reason' },
};
