import type { ColumnsOfText } from '../../kernel/personal.ts';

/** What the columns of text of this module may say of a person; checked against the tables. */
export const returnsColumns: Readonly<Record<string, ColumnsOfText>> = {
  'returns.blind': { erased: 'contact note', nobody: 'number currency' },
  'returns.blind_line': { nobody: 'reason condition outcome' },
  'returns.line': { erased: 'deduction_reason', nobody: 'reason rule condition outcome' },
  'returns.policy': { nobody: 'body' },
  'returns.return': {
    erased: 'note close_reason answer_text',
    nobody: 'number state way order_number language currency payouts answer',
  },
  'returns.step': { erased: 'reason', nobody: 'from_state to_state actor' },
  'returns.withdrawal': {
    erased: 'name contract email goods close_reason',
    nobody: 'number language channel recorded_by state cancelled',
  },
};
