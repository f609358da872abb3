import { fold, foldLetters } from './fold.ts';
import { MEASURE_SOURCE } from './measures.ts';

/**
 * One word, number or measure of a text. `surface` is what was written (after Unicode NFKC), `folded` how it is
 * compared, `position` its place, counted in tokens from 0.
 */
export type Token = {
  readonly kind: 'word' | 'number' | 'measure';
  readonly surface: string;
  readonly folded: string;
  readonly position: number;
};

/** A code (SKU, EAN, model number): `folded` has no separators; the parts are tokens of their own. */
export type CodeToken = {
  readonly kind: 'code';
  readonly surface: string;
  readonly folded: string;
  readonly position: number;
  readonly parts: readonly Token[];
};

const WORD = String.raw`[\p{L}\p{N}\p{M}]+`;
const SCAN = new RegExp(`(${MEASURE_SOURCE})|${WORD}(?:[-\\u2010'\\u2019\\u02bc_./]${WORD})*`, 'giu');
const LETTER_OR_DIGIT_RUN = /\p{N}+|[\p{L}\p{M}']+/gu;

/** Longer terms are cut: no word is longer, and PostgreSQL refuses index entries of some kilobytes. */
const LONGEST_TERM = 64;

function cut(text: string): string {
  return text.length <= LONGEST_TERM ? text : Array.from(text).slice(0, LONGEST_TERM).join('');
}

/**
 * A compound is a code when it holds a digit and does not read as words: LUND-3S-GRN, 5901234123457, AB123.
 * "3-osobowa" and "2-seater" read as words; so do ranges of numbers.
 */
function readsAsCode(compound: string): boolean {
  if (!/\p{N}/u.test(compound)) return false;
  if (/^\p{N}+$/u.test(compound)) return compound.length >= 8;
  if (!/\p{L}/u.test(compound)) return /\p{N}{5,}/u.test(compound);
  return !/^\p{N}{1,2}[-\u2010]?\p{L}{3,}$/u.test(compound);
}

/**
 * The tokens of a text, in order. Hyphenated words are several tokens; a code is one token that holds its parts,
 * so that both `LUND-3S-GRN` and `lund grn` find it. Never throws; linear in the length of the text.
 */
export function tokenise(text: string): Array<Token | CodeToken> {
  const tokens: Array<Token | CodeToken> = [];
  let position = 0;
  const simple = (surface: string, kind: Token['kind'], folded: string): Token => ({
    kind,
    surface,
    folded: cut(folded),
    position: position++,
  });

  for (const match of text.normalize('NFKC').matchAll(SCAN)) {
    const surface = match[0];
    if (match[1] !== undefined) {
      tokens.push(simple(surface, 'measure', fold(surface)));
      continue;
    }
    const isCode = readsAsCode(surface);
    const start = position;
    const pieces = foldLetters(surface).split(/[-\u2010_./]/u);
    const surfaces = surface.split(/[-\u2010_./]/u);
    const parts: Token[] = [];
    pieces.forEach((piece, index) => {
      const runs = /\p{N}/u.test(piece) && /\p{L}/u.test(piece) ? (piece.match(LETTER_OR_DIGIT_RUN) ?? []) : [piece];
      for (const run of runs) {
        const folded = run.replaceAll("'", '');
        if (folded === '') continue;
        const shown = isCode || runs.length > 1 ? run : (surfaces[index] ?? run);
        parts.push(simple(shown, /^\p{N}+$/u.test(folded) ? 'number' : 'word', folded));
      }
    });
    if (isCode) {
      const folded = cut(pieces.join('').replaceAll("'", ''));
      tokens.push({ kind: 'code', surface, folded, position: start, parts });
    } else {
      tokens.push(...parts);
    }
  }
  return tokens;
}
