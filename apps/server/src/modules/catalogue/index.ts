import type { Module } from '../../kernel/module.ts';
import { catalogueMigrations } from './migrations.ts';
import { catalogueColumns } from './personalColumns.ts';
import { catalogueRoutes } from './routes.ts';
import { followAnalysis } from './search/rebuildSearch.ts';
import { reindex } from './search/reindexAfter.ts';

export { addPicture } from './addPicture.ts';
export { type Archived, type ArchiveInput, archiveProduct } from './archiveProduct.ts';
export { type Gap, gaps } from './completeness.ts';
export { getProduct, getProducts, type ProductReadOptions } from './getProducts.ts';
export { getVariantBySku, getVariants, variantsBySku } from './getVariants.ts';
export { importProducts } from './importProducts.ts';
export { knownProducts, knownVariants } from './knownIds.ts';
export { type CategoryWithCount, listCategories } from './listCategories.ts';
export { listProducts, type ProductFilter, type ProductSummary, productSorts } from './listProducts.ts';
export { listVariants } from './listVariants.ts';
export { type ProductCard, recallCards, recallProduct } from './recallProducts.ts';
export { saveAttributes } from './saveAttributes.ts';
export { saveCategories, saveCategory } from './saveCategories.ts';
export { saveProduct } from './saveProduct.ts';
export type { Facet, FacetValue } from './search/facets.ts';
export { rebuildSearch } from './search/rebuildSearch.ts';
export type { Hit } from './search/runSearch.ts';
export type {
  RangedMeasure,
  SearchFilters,
  SearchInput,
  SearchSort,
} from './search/searchInput.ts';
export { recallSearch, type SearchAnswer, searchProducts } from './search/searchProducts.ts';
export { type Suggestions, suggest } from './search/suggest.ts';
export type { NonProductIntent, NonProductMatch } from './text/index.ts';
export type * from './types.ts';

export const catalogueModule: Module = {
  name: 'catalogue',
  personalColumns: catalogueColumns,
  migrations: catalogueMigrations,
  routes: catalogueRoutes,
  jobs: [reindex, followAnalysis],
};
