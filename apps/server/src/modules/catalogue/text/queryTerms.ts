import { conceptsAt, conceptsOfLoneWord, contentOf, type Word } from './analyse.ts';
import { measureTurned } from './measures.ts';
import { readingsOf } from './readings.ts';
import { isShoppingWord } from './stopwords.ts';
import { conceptTerm } from './synonyms.ts';
import { tokenise } from './tokenise.ts';
import { transliterate } from './transliterate.ts';
import type { TermKind } from './types.ts';

/**
 * One thing a query asks for. A product answers to it when it has any of the `alternatives` (never empty).
 *
 * `parts`: the same words one by one, for phrases and codes. Where no alternative is found, a product that answers to
 * every part may be taken instead, ranked lower.
 * `optional`: a word of buying ("cheap", "купить"); a product need not answer to it.
 */
export type QueryTerm = {
  readonly surface: string;
  readonly kind: TermKind;
  readonly alternatives: readonly string[];
  readonly parts?: readonly QueryTerm[];
  readonly optional?: true;
};

const CYRILLIC = /\p{Script=Cyrillic}/u;

const unique = (terms: readonly string[]): string[] => [...new Set(terms)].filter((term) => term !== '');

function wordTerm(word: Word): QueryTerm {
  const { token } = word;
  if (token.kind === 'measure') {
    return { surface: token.surface, kind: 'measure', alternatives: measureTurned(token.folded) };
  }
  const stems = word.readings.map((reading) => reading.stem);
  const single = conceptsAt([word], 0, 'asked')?.concepts ?? conceptsOfLoneWord(word);
  const concepts = single.map(conceptTerm);
  const named = concepts.length === 0 && CYRILLIC.test(token.folded) ? latinStems(word) : [];
  const shopping = isShoppingWord(
    token.surface,
    word.readings.map((reading) => reading.language),
  );
  return {
    surface: token.surface,
    kind: concepts.length > 0 ? 'concept' : 'stem',
    alternatives: unique([...concepts, ...stems, ...named]),
    ...(shopping ? { optional: true as const } : {}),
  };
}

function latinStems(word: Word): string[] {
  const folded = transliterate(word.token.folded);
  return [folded, ...readingsOf({ ...word.token, folded }, undefined).map((reading) => reading.stem)];
}

function phraseTerm(words: readonly Word[], concepts: readonly string[]): QueryTerm {
  const code = words[0]?.code;
  const isWholeCode = code !== undefined && code.parts.length === words.length;
  return {
    surface: isWholeCode ? code.surface : words.map((word) => word.token.surface).join(' '),
    kind: 'concept',
    alternatives: unique([...concepts.map(conceptTerm), ...(isWholeCode ? [code.folded] : [])]),
    parts: words.map(wordTerm),
  };
}

/**
 * What a query asks for, one entry a word, phrase or code, in order. The language is not needed: Cyrillic is read as
 * Russian, Latin as both Polish and English, and concepts bridge the three. A query of nothing but stop words is
 * read as if they were words; only a query without any letter or digit gives an empty answer.
 *
 * Never throws; linear in the length of the query.
 *
 * @example queryTerms('zielone sofy') // [{alternatives: ['c_green', …]}, {alternatives: ['c_sofa', …]}]
 */
export function queryTerms(query: string): QueryTerm[] {
  const { words } = contentOf(query, undefined);
  if (words.length === 0) {
    return tokenise(query)
      .flatMap((token) => (token.kind === 'code' ? token.parts : [token]))
      .map((token) => wordTerm({ token, readings: readingsOf(token, undefined) }));
  }
  const entries: QueryTerm[] = [];
  for (let index = 0; index < words.length; ) {
    const word = words[index];
    if (word === undefined) break;
    const match = conceptsAt(words, index, 'asked');
    const code = word.code;
    if (match !== null && match.length > 1) {
      entries.push(phraseTerm(words.slice(index, index + match.length), match.concepts));
      index += match.length;
    } else if (code !== undefined && code.parts[0] === word.token) {
      const parts = words.slice(index, index + code.parts.length).map(wordTerm);
      const whole: QueryTerm = { surface: code.surface, kind: 'code', alternatives: [code.folded] };
      entries.push(parts.length > 1 ? { ...whole, parts } : whole);
      index += code.parts.length;
    } else {
      entries.push(wordTerm(word));
      index += 1;
    }
  }
  return entries;
}
