import type { ColumnsOfText } from '../../kernel/personal.ts';

/** What the columns of text of this module may say of a person; checked against the tables. */
export const locationsColumns: Readonly<Record<string, ColumnsOfText>> = {
  'locations.hours_exception': { nobody: 'open note' },
  'locations.location': { nobody: 'code kind name address zone phone hours capabilities cut_off' },
};
