import { stemEnglish } from './stemEnglish.ts';
import { stemPolish } from './stemPolish.ts';
import { stemRussian } from './stemRussian.ts';
import type { Language } from './types.ts';

/** Longer tokens are no words; they are left whole, which also bounds the work. */
const LONGEST_WORD = 40;

const STEMMERS: Readonly<Record<Language, (word: string) => string>> = {
  en: stemEnglish,
  pl: stemPolish,
  ru: stemRussian,
};

/** Stems already found. A shop has some thousand words; a flood of others empties the store rather than grow it. */
const MOST_REMEMBERED = 20_000;
const remembered: Readonly<Record<Language, Map<string, string>>> = { en: new Map(), pl: new Map(), ru: new Map() };

/**
 * The stem of a folded token in a language. A token in another script than the language's, or with digits, is its
 * own stem. Never empty for a token that is not empty.
 *
 * @example stem('zielonego', 'pl') // 'zielon'
 */
export function stem(token: string, language: Language): string {
  if (token.length > LONGEST_WORD) return token;
  const known = remembered[language].get(token);
  if (known !== undefined) return known;
  const ownScript = language === 'ru' ? /^[а-яіїєґў]+$/ : /^[a-z]+$/;
  const found = ownScript.test(token) ? STEMMERS[language](token) : token;
  if (remembered[language].size >= MOST_REMEMBERED) remembered[language].clear();
  remembered[language].set(token, found);
  return found;
}
