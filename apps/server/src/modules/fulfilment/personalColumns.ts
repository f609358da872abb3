import type { ColumnsOfText } from '../../kernel/personal.ts';

/** What the columns of text of this module may say of a person; checked against the tables. */
export const fulfilmentColumns: Readonly<Record<string, ColumnsOfText>> = {
  'fulfilment.fulfilment': {
    erased: 'collected_by collector tracking_number tracking_url reason',
    nobody: 'kind code state place carrier',
  },
  'fulfilment.shortage': { erased: 'reason', nobody: 'what state choice settled_by' },
  'fulfilment.step': { erased: 'reason', nobody: 'from_state to_state actor place' },
};
