import { stem } from './stem.ts';
import type { Token } from './tokenise.ts';
import { LANGUAGES, type Language } from './types.ts';

/** One way to read a token: as a word of this language, with this stem. */
export type Reading = { readonly language: Language; readonly stem: string };

const CYRILLIC = /\p{Script=Cyrillic}/u;

/**
 * The languages a token may be in. Cyrillic is Russian. Latin is the language of the text; English in a Russian text
 * (there it is a name or a loan); and both Polish and English where nobody said, as in a query.
 */
export function languagesOf(folded: string, textLanguage: Language | undefined): readonly Language[] {
  if (!/\p{L}/u.test(folded)) return textLanguage === undefined ? LANGUAGES : [textLanguage];
  if (CYRILLIC.test(folded)) return ['ru'];
  if (textLanguage === undefined) return ['pl', 'en'];
  return textLanguage === 'ru' ? ['en'] : [textLanguage];
}

export function readingsOf(token: Token, textLanguage: Language | undefined): Reading[] {
  return languagesOf(token.folded, textLanguage).map((language) => ({
    language,
    stem: token.kind === 'word' ? stem(token.folded, language) : token.folded,
  }));
}
