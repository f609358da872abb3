import type { LocalizedText } from '../../kernel/schemas.ts';
import { foldLetters } from './text/fold.ts';
import { transliterate } from './text/transliterate.ts';

/** The words of a text as a web address: lower case, plain Latin letters, hyphens. May be empty. */
export function makeSlug(text: string): string {
  return transliterate(foldLetters(text))
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 100)
    .replace(/-+$/, '');
}

/** One address a language; a title without any letter or digit gets `fallback`. */
export function makeSlugs(text: LocalizedText, fallback: string): LocalizedText {
  const of = (one: string) => makeSlug(one) || makeSlug(fallback) || 'x';
  return { en: of(text.en), pl: of(text.pl), ru: of(text.ru) };
}
