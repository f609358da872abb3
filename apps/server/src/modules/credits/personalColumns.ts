import type { ColumnsOfText } from '../../kernel/personal.ts';

/** What the columns of text of this module may say of a person; checked against the tables. */
export const creditsColumns: Readonly<Record<string, ColumnsOfText>> = {
  'credits.credit': { nobody: 'code currency cause' },
  'credits.entry': { nobody: 'kind key actor' },
};
