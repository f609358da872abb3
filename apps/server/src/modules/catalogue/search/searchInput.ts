import type { Language } from '../../../kernel/context.ts';

/** Measures shoppers filter by. */
export const rangedMeasures = ['widthCm', 'depthCm', 'heightCm'] as const;
export type RangedMeasure = (typeof rangedMeasures)[number];

export interface SearchFilters {
  /** Any of the values of one code, and all of the codes. */
  options?: Readonly<Record<string, readonly string[]>>;
  attributes?: Readonly<Record<string, readonly string[]>>;
  /** Between two bounds, both included; a product that does not say is left out. */
  measures?: Readonly<Partial<Record<RangedMeasure, { min?: number; max?: number }>>>;
  /** Only these variants: what another module found (in stock near me, under a price). */
  variantIds?: readonly string[];
}

export type SearchSort = 'relevance' | 'newest' | 'given';

export interface SearchInput {
  query?: string;
  language: Language;
  categorySlug?: string;
  filters?: SearchFilters;
  /** `given`: in the order of `filters.variantIds` (by price, by distance). */
  sort?: SearchSort;
  /** 24 unless said, 500 at most. */
  limit?: number;
  cursor?: string;
  /** Counts for filters cost time: only where they are shown. */
  facets?: boolean;
}
