import type { Migration } from '../../kernel/migrate.ts';
import { searchSql } from './sql/search.ts';
import { tablesSql } from './sql/tables.ts';
import { variantCardsSql } from './sql/variantCards.ts';

export const catalogueMigrations: Migration[] = [
  { id: '20261121T2210_catalogue_tables', sql: tablesSql },
  { id: '20261121T2211_catalogue_search', sql: searchSql },
  { id: '20261122T1813_catalogue_variant_cards', sql: variantCardsSql },
];
