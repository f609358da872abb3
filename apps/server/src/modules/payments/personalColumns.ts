import type { ColumnsOfText } from '../../kernel/personal.ts';

/** What the columns of text of this module may say of a person; checked against the tables. */
export const paymentsColumns: Readonly<Record<string, ColumnsOfText>> = {
  'payments.due': { nobody: 'currency' },
  'payments.inbox': { erased: 'body headers', nobody: 'provider event_id type key' },
  'payments.movement': { erased: 'reason', nobody: 'kind state key provider_ref actor' },
  'payments.payment': {
    erased: 'action_url card_last4 decline_reason',
    nobody: 'provider method state capture_mode currency provider_ref key',
  },
  'payments.statement_line': {
    erased: 'title payer payer_account',
    nobody: 'external_id currency state reason excess_reference',
  },
  'payments.test_card_charge': { nobody: 'key kind ref parent_ref currency reason last4' },
};
