/** The face of the text analysis: what the catalogue calls. Everything here is pure. */
export type { Term } from './analyse.ts';
export { ANALYSIS_VERSION } from './analysisVersion.ts';
export {
  allowedEdits,
  type Correction,
  correct,
  correctQuery,
  type VocabularyWord,
} from './correct.ts';
export { damerauLevenshtein } from './damerauLevenshtein.ts';
export { fold } from './fold.ts';
export { type IndexedFields, type IndexedTerm, indexTerms } from './indexTerms.ts';
export { detectNonProduct, type NonProductIntent, type NonProductMatch } from './nonProduct.ts';
export { type QueryTerm, queryTerms } from './queryTerms.ts';
export { stem } from './stem.ts';
export { conceptTerm, dictionaryWords } from './synonyms.ts';
export type { Language, TermKind, Weight } from './types.ts';
