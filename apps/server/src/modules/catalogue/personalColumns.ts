import type { ColumnsOfText } from '../../kernel/personal.ts';

/** What the columns of text of this module may say of a person; checked against the tables. */
export const catalogueColumns: Readonly<Record<string, ColumnsOfText>> = {
  'catalogue.attribute': { nobody: 'code label kind unit value_labels' },
  'catalogue.category': { nobody: 'code name slug' },
  'catalogue.media': { nobody: 'kind content_type content sha256 alt' },
  'catalogue.product': {
    nobody: 'code title description slug brand maker attributes measures options tax_class care warnings',
  },
  'catalogue.search_analysis': { nobody: 'version' },
  'catalogue.search_document': { nobody: 'facets' },
  'catalogue.search_facet': { nobody: 'code value label hex unit' },
  'catalogue.search_word': { nobody: 'language word shown' },
  'catalogue.search_word_use': { nobody: 'language word' },
  'catalogue.slug': { nobody: 'kind language slug' },
  'catalogue.variant': { nobody: 'sku sku_compact gtin options attributes measures' },
};
