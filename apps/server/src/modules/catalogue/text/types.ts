/** A language the shop speaks. Texts are indexed in one of them; a query may be in any. */
export type Language = 'en' | 'pl' | 'ru';

export const LANGUAGES: readonly Language[] = ['en', 'pl', 'ru'];

/**
 * What a term stands for: a `concept` of the synonym dictionary (`c_sofa`), the `stem` of an ordinary word,
 * a `code` (SKU, EAN, model number, separators removed), or a `measure` (`90x200`, `200cm`).
 */
export type TermKind = 'concept' | 'stem' | 'code' | 'measure';

/** PostgreSQL's tsvector weights: A is the strongest. */
export type Weight = 'A' | 'B' | 'C' | 'D';
