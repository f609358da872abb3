import { COLOURS } from './concepts/colours.ts';
import type { ConceptGroup } from './concepts/conceptGroup.ts';
import { FABRICS } from './concepts/fabrics.ts';
import { FEATURES } from './concepts/features.ts';
import { FURNITURE } from './concepts/furniture.ts';
import { HOME } from './concepts/home.ts';
import { MATERIALS } from './concepts/materials.ts';
import { ROOMS } from './concepts/rooms.ts';
import { SEATS } from './concepts/seats.ts';
import { fold } from './fold.ts';
import { addPhrase, emptyPhrases, type PhraseNode } from './phrases.ts';
import { stem } from './stem.ts';
import { isStopword } from './stopwords.ts';
import { type CodeToken, type Token, tokenise } from './tokenise.ts';
import { LANGUAGES, type Language } from './types.ts';

/** Every concept of the dictionary. */
export const CONCEPT_GROUPS: readonly ConceptGroup[] = [
  ...FURNITURE,
  ...COLOURS,
  ...FABRICS,
  ...MATERIALS,
  ...ROOMS,
  ...HOME,
  ...FEATURES,
  ...SEATS,
];

/**
 * Words that, when *asked for*, mean more than when *said*: an English "table" in a query is any table, in a text it
 * is the table of the dining room (Polish stół, as opposed to stolik).
 */
const ASKED_WIDER: ReadonlyArray<readonly [Language, word: string, concept: string]> = [['en', 'table', 'any_table']];

/** The term a concept is stored as. No stem has an underscore, so the two never meet. */
export function conceptTerm(concept: string): string {
  return `c_${concept}`;
}

/** The words of tokens as the analysis sees them: folded, codes in parts, without stop words of the language. */
export function wordsWithoutStopwords(tokens: ReadonlyArray<Token | CodeToken>, language: Language): string[] {
  const all = tokens.flatMap((token) => (token.kind === 'code' ? token.parts : [token]));
  const content = all.filter((token) => !isStopword(token.surface, [language]));
  return (content.length > 0 ? content : all).map((token) => token.folded);
}

/** The words of a phrase of the dictionary. */
export function contentWords(phrase: string, language: Language): string[] {
  return wordsWithoutStopwords(tokenise(phrase), language);
}

function phrasesOf(list: string): string[] {
  return list === '' ? [] : list.split(',').map((phrase) => phrase.trim());
}

type Dictionary = {
  /** By stems: what a text means. */
  readonly said: PhraseNode<string>;
  /** By stems: what a query means. */
  readonly asked: PhraseNode<string>;
  /** Single words of four letters or more as they are listed, for words found in a text of another language. */
  readonly exact: ReadonlyMap<string, readonly string[]>;
};

function buildDictionary(language: Language): Dictionary {
  const said = emptyPhrases<string>();
  const asked = emptyPhrases<string>();
  const exact = new Map<string, string[]>();
  for (const group of CONCEPT_GROUPS) {
    for (const phrase of phrasesOf(group[language])) {
      const words = contentWords(phrase, language);
      const stems = words.map((word) => stem(word, language));
      const [only] = words;
      const wider = ASKED_WIDER.find((entry) => entry[0] === language && entry[1] === phrase)?.[2];
      addPhrase(said, stems, group.concept);
      addPhrase(asked, stems, wider ?? group.concept);
      // "szafka nocna" and "nocna szafka": in Polish and Russian the adjective may stand on either side.
      if (language !== 'en' && stems.length === 2) {
        addPhrase(said, stems.toReversed(), group.concept);
        addPhrase(asked, stems.toReversed(), group.concept);
      }
      if (words.length === 1 && only !== undefined && only.length >= 4) {
        exact.set(only, [...(exact.get(only) ?? []), group.concept]);
      }
    }
  }
  return { said, asked, exact };
}

export const DICTIONARIES: Readonly<Record<Language, Dictionary>> = {
  en: buildDictionary('en'),
  pl: buildDictionary('pl'),
  ru: buildDictionary('ru'),
};

const BROADER = new Map(CONCEPT_GROUPS.map((group) => [group.concept, group.broader]));

/** The concepts, each followed by all that are broader, without repetition. */
export function withBroader(concepts: readonly string[]): string[] {
  const all = new Set<string>();
  const add = (concept: string): void => {
    if (all.has(concept)) return;
    all.add(concept);
    for (const broader of BROADER.get(concept) ?? []) add(broader);
  };
  for (const concept of concepts) add(concept);
  return [...all];
}

const QUALITIES: ReadonlySet<string> = new Set([...ROOMS, ...FEATURES, ...SEATS].map((group) => group.concept));

/**
 * True for rooms, features and numbers of seats: they hold even where their word is part of a longer phrase. A
 * "corner sofa" is still something for a corner, while a "coffee table" is no dining table and "faux leather" no
 * leather.
 */
export function isQuality(concept: string): boolean {
  return QUALITIES.has(concept);
}

/**
 * Every word of the dictionary, folded: seed the vocabulary for typos with them, so that "velvt" is mended even
 * where no product text says "velvet".
 */
export function dictionaryWords(): string[] {
  const words = new Set<string>();
  for (const group of CONCEPT_GROUPS) {
    for (const language of LANGUAGES) {
      for (const phrase of phrasesOf(group[language])) {
        for (const word of contentWords(phrase, language)) if (/^\p{L}{3,}$/u.test(word)) words.add(fold(word));
      }
    }
  }
  return [...words].sort();
}
