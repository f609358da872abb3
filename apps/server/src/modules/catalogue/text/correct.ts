import { damerauLevenshtein } from './damerauLevenshtein.ts';
import { languagesOf } from './readings.ts';
import { stem } from './stem.ts';
import { isShoppingWord, isStopword } from './stopwords.ts';
import { tokenise } from './tokenise.ts';
import { LANGUAGES } from './types.ts';

/** A word of the vocabulary, folded, and how many products have it. */
export type VocabularyWord = { readonly word: string; readonly frequency: number };

export type Correction = { readonly word: string; readonly distance: number };

/** How many edits a word of this length is allowed: none under 4 letters, 1 under 8, then 2. */
export function allowedEdits(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

type Near = Correction & { readonly byStem: boolean; readonly frequency: number };

/**
 * How near a word of the vocabulary is, or null. The words are compared, and where they differ too much their stems:
 * a shopper's inflected form need not be in the vocabulary ("zielnych" is one edit from "zielony" in the stem). The
 * stem's own length sets its allowance. Equal stems count as one edit, since the words do differ.
 */
function nearness(token: string, { word, frequency }: VocabularyWord): Near | null {
  const edits = allowedEdits(token.length);
  const distance = damerauLevenshtein(token, word, edits);
  if (distance <= edits) return { word, distance, byStem: false, frequency };
  let best: Near | null = null;
  for (const language of languagesOf(token, undefined)) {
    const tokenStem = stem(token, language);
    const stemEdits = allowedEdits(tokenStem.length);
    const stemDistance = damerauLevenshtein(tokenStem, stem(word, language), stemEdits);
    if (stemDistance > stemEdits) continue;
    const near = { word, distance: Math.max(1, stemDistance), byStem: true, frequency };
    if (best === null || near.distance < best.distance) best = near;
  }
  return best;
}

/** Nearest first, the word before the stem, then the most frequent, then by code units, so that no tie is left. */
function isBetter(one: Near, other: Near): boolean {
  if (one.distance !== other.distance) return one.distance < other.distance;
  if (one.byStem !== other.byStem) return other.byStem;
  if (one.frequency !== other.frequency) return one.frequency > other.frequency;
  return one.word < other.word;
}

/**
 * The word the shopper meant, or null: null when the token is in the vocabulary, is too short, holds a digit, or when
 * nothing is near enough. Among the near ones the nearest wins, then the most frequent; the answer does not depend on
 * the order of the candidates.
 *
 * @param token folded
 * @param vocabulary candidates, as a trigram look-up gives them; more than needed does no harm
 */
export function correct(token: string, vocabulary: readonly VocabularyWord[]): Correction | null {
  if (!/^\p{L}{4,40}$/u.test(token)) return null;
  let best: Near | null = null;
  for (const candidate of vocabulary) {
    if (candidate.word === token) return null;
    const near = nearness(token, candidate);
    if (near !== null && (best === null || isBetter(near, best))) best = near;
  }
  return best === null ? null : { word: best.word, distance: best.distance };
}

/** The folded words of a query that may hold a typo: look these up, and pass the answers to `correctQuery`. */
export function wordsToCheck(query: string): string[] {
  const words = new Set<string>();
  for (const token of tokenise(query)) {
    if (token.kind !== 'word' || token.folded.length < 4) continue;
    if (isStopword(token.surface, LANGUAGES) || isShoppingWord(token.surface, LANGUAGES)) continue;
    words.add(token.folded);
  }
  return [...words];
}

/**
 * The query with its typos mended, and what was changed, in order. `candidatesFor` answers with the vocabulary words
 * near a folded word; it must include the word itself if the vocabulary has it.
 */
export function correctQuery(
  query: string,
  candidatesFor: (word: string) => readonly VocabularyWord[],
): { readonly query: string; readonly changes: ReadonlyArray<{ readonly from: string; readonly to: string }> } {
  const changes: Array<{ from: string; to: string }> = [];
  const toCheck = new Set(wordsToCheck(query));
  const mended = tokenise(query).map((token) => {
    const correction = toCheck.has(token.folded) ? correct(token.folded, candidatesFor(token.folded)) : null;
    if (correction === null) return token.surface;
    changes.push({ from: token.surface, to: correction.word });
    return correction.word;
  });
  return changes.length === 0 ? { query, changes } : { query: mended.join(' '), changes };
}
