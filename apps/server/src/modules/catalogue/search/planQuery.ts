import { conceptTerm, fold, type QueryTerm, queryTerms } from '../text/index.ts';
import { quoteLexeme } from './tsvectorText.ts';

/** One word (phrase, code, measure) of a query as PostgreSQL is asked for it: all but `surface` are tsquery texts. */
export interface PlannedWord {
  surface: string;
  /** For the column `terms`: a document answers to the word. */
  any: string;
  /** For the column `named`: it is called so, by the very word; it answers by title, options or codes; by category or brand; by attributes. */
  title: string;
  name: string;
  category: string;
  attribute: string;
  /** For `named`: it has the parts of a phrase or code. */
  parts: string | undefined;
}

export interface QueryPlan {
  words: PlannedWord[];
  /** The query as SKUs are compared (letters and digits only), or undefined where it cannot be one. */
  skuKey: string | undefined;
  /** The query as a GTIN of 14 digits. */
  gtin14: string | undefined;
  /** Words that need a look into the vocabulary: neither a concept nor a measure. */
  toCheck: { word: string; query: string }[];
}

const conceptPrefix = conceptTerm('');
const mostWords = 8;
export const longestQuery = 200;

function alternatives(term: QueryTerm, weights: string): string {
  return term.alternatives
    .map((one) => {
      // A code may be typed in part: LUND-3S finds LUND-3S-GRN.
      const prefix = term.kind === 'code' && one.length >= 4 ? '*' : '';
      return prefix || weights ? `${quoteLexeme(one)}:${prefix}${weights}` : quoteLexeme(one);
    })
    .join(' | ');
}

/** A document answers to the word: by an alternative, or by all parts of a phrase or code. */
export function tsqueryOf(term: QueryTerm): string {
  const whole = alternatives(term, '');
  const parts = partsOf(term);
  return parts ? `(${whole} | ${parts})` : `(${whole})`;
}

function partsOf(term: QueryTerm): string | undefined {
  const parts = term.parts?.map((part) => `(${alternatives(part, '')})`).join(' & ');
  return parts && `(${parts})`;
}

function planWord(term: QueryTerm): PlannedWord {
  // "table" is also a nightstand by concept; one that is called a table comes first.
  const literal = term.alternatives.filter((one) => !one.startsWith(conceptPrefix));
  return {
    surface: term.surface,
    any: tsqueryOf(term),
    title: `(${alternatives({ ...term, alternatives: literal.length > 0 ? literal : term.alternatives }, 'A')})`,
    name: `(${alternatives(term, 'AB')})`,
    category: `(${alternatives(term, 'C')})`,
    attribute: `(${alternatives(term, 'D')})`,
    parts: partsOf(term),
  };
}

/** What a query asks the database. Words of buying ("cheap", "купить") are left out unless there is nothing else. Pure. */
export function planQuery(query: string): QueryPlan {
  const all = queryTerms(query.slice(0, longestQuery));
  const asked = all.some((term) => !term.optional) ? all.filter((term) => !term.optional) : all;
  const terms = asked.slice(0, mostWords);
  const compact = query
    .slice(0, longestQuery)
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '');
  return {
    words: terms.map(planWord),
    skuKey: /^[a-z0-9]{3,64}$/.test(compact) ? compact : undefined,
    gtin14: /^\d{8,14}$/.test(compact) ? compact.padStart(14, '0') : undefined,
    toCheck: terms
      .filter((term) => term.kind === 'stem')
      .map((term) => ({ word: fold(term.surface), query: alternatives(term, '') })),
  };
}
