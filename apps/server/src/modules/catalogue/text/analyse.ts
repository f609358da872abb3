import { measureParts } from './measures.ts';
import { longestPhrase } from './phrases.ts';
import { type Reading, readingsOf } from './readings.ts';
import { isStopword } from './stopwords.ts';
import { conceptTerm, DICTIONARIES, isQuality, withBroader } from './synonyms.ts';
import { type CodeToken, type Token, tokenise } from './tokenise.ts';
import { LANGUAGES, type Language, type TermKind } from './types.ts';

/** One thing a text answers to. `position` counts tokens from 0; `surface` is the text that gave the term. */
export type Term = {
  readonly term: string;
  readonly position: number;
  readonly kind: TermKind;
  readonly surface: string;
};

/** A token with its readings, and the code it is a part of. */
export type Word = { readonly token: Token; readonly readings: readonly Reading[]; readonly code?: CodeToken };

/** The words of a text in order, codes in parts, stop words left out. */
export function contentOf(text: string, language: Language | undefined): { words: Word[]; codes: CodeToken[] } {
  const words: Word[] = [];
  const codes: CodeToken[] = [];
  for (const found of tokenise(text)) {
    if (found.kind === 'code') {
      codes.push(found);
      for (const token of found.parts) words.push({ token, readings: readingsOf(token, language), code: found });
    } else {
      const readings = readingsOf(found, language);
      const languages = readings.map((reading) => reading.language);
      if (!isStopword(found.surface, languages)) words.push({ token: found, readings });
    }
  }
  return { words, codes };
}

export type Match = { readonly start: number; readonly length: number; readonly concepts: readonly string[] };

/**
 * The longest phrase of the dictionary that starts at the word, over all its readings; the concepts of readings
 * equally long are joined. `view` is `said` for texts, `asked` for queries.
 */
export function conceptsAt(words: readonly Word[], start: number, view: 'said' | 'asked'): Match | null {
  const first = words[start];
  if (first === undefined) return null;
  let length = 0;
  let concepts: string[] = [];
  for (const { language } of first.readings) {
    const stemAt = (place: number): string | undefined =>
      words[place]?.readings.find((reading) => reading.language === language)?.stem;
    const found = longestPhrase(DICTIONARIES[language][view], stemAt, start);
    if (found === null || found.length < length) continue;
    concepts = found.length > length ? [...found.values] : [...new Set([...concepts, ...found.values])];
    length = found.length;
  }
  return length === 0 ? null : { start, length, concepts };
}

const SHADE_PREFIX = /^(?:jasno|ciemno|светло|темно)(?=.{4})/u;

/** A word of the dictionary in another language ("velvet" in a Polish text), or a shade in one word (jasnoszary). */
export function conceptsOfLoneWord(word: Word): readonly string[] {
  const { folded } = word.token;
  const own = word.readings.map((reading) => reading.language);
  for (const language of LANGUAGES) {
    const concepts = own.includes(language) ? undefined : DICTIONARIES[language].exact.get(folded);
    if (concepts !== undefined) return concepts;
  }
  if (!SHADE_PREFIX.test(folded)) return [];
  const base: Token = { ...word.token, folded: folded.replace(SHADE_PREFIX, '') };
  const readings = own.flatMap((language) => readingsOf(base, language));
  return conceptsAt([{ token: base, readings }], 0, 'said')?.concepts ?? [];
}

function qualitiesOf(word: Word): readonly string[] {
  return conceptsAt([word], 0, 'said')?.concepts.filter(isQuality) ?? [];
}

/** All phrases of a text, without those inside a longer one: "coffee table" is not also "table". */
function matchesOf(words: readonly Word[]): Match[] {
  const matches: Match[] = [];
  let covered = 0;
  for (let start = 0; start < words.length; start++) {
    const match = conceptsAt(words, start, 'said');
    if (match === null || start + match.length <= covered) continue;
    covered = start + match.length;
    matches.push(match);
  }
  return matches;
}

/**
 * What a text answers to: a stem for each word, a concept for each phrase of the dictionary with the broader
 * concepts, codes whole and in parts, measures whole and in parts. In order of position.
 *
 * The same analysis serves texts and queries. Without a language, Cyrillic words are read as Russian and Latin words
 * as both Polish and English. Never throws; linear in the length of the text.
 */
export function analyse(text: string, language?: Language): Term[] {
  const { words, codes } = contentOf(text, language);
  const terms: Term[] = [];
  const seen = new Set<string>();
  const add = (term: string, kind: TermKind, position: number, surface: string): void => {
    const key = `${position} ${term}`;
    if (term === '' || seen.has(key)) return;
    seen.add(key);
    terms.push({ term, position, kind, surface });
  };

  for (const code of codes) add(code.folded, 'code', code.position, code.surface);
  const matches = matchesOf(words);
  const inMatch = new Set(matches.flatMap(({ start, length }) => Array.from({ length }, (_, index) => start + index)));
  for (const { start, length, concepts } of matches) {
    const phrase = words.slice(start, start + length);
    const surface = phrase.map((word) => word.token.surface).join(' ');
    const position = phrase[0]?.token.position ?? 0;
    for (const concept of withBroader(concepts)) add(conceptTerm(concept), 'concept', position, surface);
  }
  words.forEach((word, index) => {
    const { token, readings } = word;
    const { position, surface } = token;
    if (token.kind === 'measure') {
      add(token.folded, 'measure', position, surface);
      for (const part of measureParts(token.folded)) add(part, 'measure', position, surface);
      return;
    }
    if (token.kind === 'word') {
      const alone = inMatch.has(index) ? qualitiesOf(word) : conceptsOfLoneWord(word);
      for (const concept of withBroader(alone)) add(conceptTerm(concept), 'concept', position, surface);
    }
    for (const reading of readings) add(reading.stem, word.code === undefined ? 'stem' : 'code', position, surface);
  });
  return terms.sort((a, b) => a.position - b.position);
}
