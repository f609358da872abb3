import type { Weight } from '../text/index.ts';

/** Terms with the weights they have, one bit each: A 1, B 2, C 4, D 8. */
export type WeightedTerms = Map<string, number>;

const WEIGHTS: readonly Weight[] = ['A', 'B', 'C', 'D'];
/** A place per weight, because a tsvector keeps one weight for a place; for each set of weights. */
const PLACES = Array.from({ length: 16 }, (_, set) =>
  WEIGHTS.flatMap((weight, bit) => (set & (1 << bit) ? [`${bit + 1}${weight}`] : [])).join(','),
);

export function addTerm(into: WeightedTerms, weight: Weight, term: string): void {
  into.set(term, (into.get(term) ?? 0) | (1 << WEIGHTS.indexOf(weight)));
}

/** A lexeme as PostgreSQL reads it in the text form of tsvector and tsquery. */
export function quoteLexeme(term: string): string {
  return `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** The text form of a tsvector with weights. */
export function tsvectorText(terms: WeightedTerms): string {
  return Array.from(terms, ([term, weights]) => `${quoteLexeme(term)}:${PLACES[weights]}`).join(' ');
}

/** The text form of a tsvector that only says what is there. */
export function plainTsvectorText(terms: Iterable<string>): string {
  return Array.from(terms, quoteLexeme).join(' ');
}
