import type { ColumnsOfText } from '../../kernel/personal.ts';

/** What the columns of text of this module may say of a person; checked against the tables. */
export const ordersColumns: Readonly<Record<string, ColumnsOfText>> = {
  'orders.access_token': { erased: 'token_hash' },
  'orders.change': { erased: 'reason facts', nobody: 'kind actor' },
  'orders.imported': { nobody: 'source external_id' },
  'orders.line': { nobody: 'kind state method snapshot' },
  'orders.note': { erased: 'text' },
  'orders.order': {
    erased: 'cancel_reason',
    sealed: 'contact delivery_address',
    nobody: 'number state market currency channel language coupon_code contract_place delivery',
  },
  'orders.receipt': { erased: 'email', nobody: 'state' },
  'orders.receipt_token': { erased: 'token_hash' },
  'orders.step': { erased: 'reason', nobody: 'from_state to_state actor' },
};
