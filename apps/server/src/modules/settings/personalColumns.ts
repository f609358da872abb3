import type { ColumnsOfText } from '../../kernel/personal.ts';

/** What the columns of text of this module may say of a person; checked against the tables. */
export const settingsColumns: Readonly<Record<string, ColumnsOfText>> = {
  'settings.delivery_zone': { nobody: 'market name postcode_prefixes currency methods' },
  'settings.discount_limit': { nobody: 'role' },
  'settings.hold_limit': { nobody: 'purpose role' },
  'settings.market': { nobody: 'code country currency languages' },
  'settings.policy': { nobody: 'kind text' },
  'settings.retailer': { nobody: 'name zone default_market default_language legal' },
  'settings.revision': { nobody: 'part' },
};
