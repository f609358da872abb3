import type { Weight } from '../text/index.ts';

const PLACES: Readonly<Record<Weight, string>> = { A: '1A', B: '2B', C: '3C', D: '4' };

/** A lexeme as PostgreSQL reads it in the text form of tsvector and tsquery. */
export function quoteLexeme(term: string): string {
  return `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** The text form of a tsvector. A place per weight, because one place keeps only the strongest of its weights. */
export function tsvectorText(terms: ReadonlyMap<string, ReadonlySet<Weight>>): string {
  return Array.from(terms, ([term, weights]) => `${quoteLexeme(term)}:${[...weights].map((weight) => PLACES[weight]).join(',')}`).join(' ');
}
