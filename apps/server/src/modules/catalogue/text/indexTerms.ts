import { analyse } from './analyse.ts';
import { tokenise } from './tokenise.ts';
import type { Language, Weight } from './types.ts';

/** The texts of one product in one language. Everything but the title may be missing. */
export type IndexedFields = {
  readonly title: string;
  readonly brand?: string;
  readonly category?: string | readonly string[];
  /** Names of option values as shown: "green", "welur", "3-osobowa". */
  readonly options?: readonly string[];
  /** SKUs, EANs, model numbers. */
  readonly codes?: readonly string[];
  readonly keywords?: readonly string[];
  readonly description?: string;
};

export type IndexedTerm = { readonly term: string; readonly weight: Weight };

const list = (field: string | readonly string[] | undefined): readonly string[] =>
  field === undefined ? [] : typeof field === 'string' ? [field] : field;

/** The fields by weight: what a thing is called, what it is, how it is marked, what is said of it. */
function weighted(fields: IndexedFields): ReadonlyArray<readonly [Weight, readonly string[]]> {
  return [
    ['A', [fields.title, ...list(fields.codes)]],
    ['B', [...list(fields.brand), ...list(fields.category), ...list(fields.options)]],
    ['C', list(fields.keywords)],
    ['D', list(fields.description)],
  ];
}

/**
 * The terms of a product, each once with its highest weight, highest weights first. Fields are analysed one by one:
 * no phrase is seen across the end of one and the start of another.
 */
export function indexTerms(fields: IndexedFields, language: Language): IndexedTerm[] {
  const terms = new Map<string, Weight>();
  for (const [weight, texts] of weighted(fields)) {
    for (const text of texts) {
      for (const { term } of analyse(text, language)) if (!terms.has(term)) terms.set(term, weight);
    }
  }
  for (const code of list(fields.codes)) {
    // A code of letters alone ("LUND-GREEN") does not look like one; here it is known to be.
    const whole = tokenise(code)
      .map((token) => token.folded)
      .join('');
    if (whole !== '' && whole.length <= 64) terms.set(whole, 'A');
  }
  return Array.from(terms, ([term, weight]) => ({ term, weight }));
}

/**
 * The words of a product as written and folded, for the vocabulary of typo correction: letters only, at least three.
 * Count how many products have each; that is its frequency.
 */
export function vocabularyWords(fields: IndexedFields): string[] {
  const words = new Set<string>();
  for (const [, texts] of weighted(fields)) {
    for (const text of texts) {
      for (const token of tokenise(text)) {
        if (token.kind === 'word' && /^\p{L}{3,}$/u.test(token.folded)) words.add(token.folded);
      }
    }
  }
  return [...words];
}
