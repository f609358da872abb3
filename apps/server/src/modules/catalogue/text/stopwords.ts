import { foldLetters } from './fold.ts';
import type { Language } from './types.ts';

/**
 * Words that carry no meaning in a shop query. Short on purpose: a stop word of one language may be a word of
 * another ("ten" is "this" in Polish), and a query's language is not known.
 */
const STOPWORDS: Readonly<Record<Language, string>> = {
  en: 'a an the and or of in on at to for with from by is are be it its this that as into your my our some any',
  pl:
    'a i o u w we z ze na do od dla po pod nad przy przez oraz lub albo bez się jest są jak jako czy że to ta te tej ' +
    'tego tym tych jego jej ich który która które mi mój moja moje mojego mojej ' +
    'między dzięki skoro tylko bardzo także również gdy więc tak nie',
  ru:
    'и в во на с со из изо для к ко от до по под над у о об а или без не это эта этот эти как за при что который ' +
    'мой моя моё мои мне оба обе обоих обоим обоими больше более очень также только ещё чтобы если',
};

/** Words of buying, not of the thing. A text says them rarely, so a query must not be held to them. */
const SHOPPING_WORDS: Readonly<Record<Language, string>> = {
  en: 'buy shop store online price prices cheap best sale order deals offer',
  pl: 'kup kupić kupię sklep sklepie internetowy online cena ceny cenie tani tania tanie tanio najlepszy promocja promocje wyprzedaż oferta zamówić szukam chcę',
  ru: 'купить куплю магазин онлайн цена цены недорого недорогой дешево дешевый дешёвые дешевая дешевые лучший акция распродажа заказать ищу хочу интернет',
};

type WordList = { readonly written: ReadonlySet<string>; readonly plain: ReadonlySet<string> };

function wordList(words: string): WordList {
  const written = words.split(/\s+/);
  return { written: new Set(written), plain: new Set(written.map(foldLetters)) };
}

/** "beż" (beige) is not "bez" (without): a word with diacritics must be listed with them. */
function holds(list: WordList, surface: string): boolean {
  const lower = surface.toLowerCase().normalize('NFC');
  const folded = foldLetters(surface);
  return list.written.has(lower) || (lower === folded && list.plain.has(folded));
}

const STOP_LISTS = { en: wordList(STOPWORDS.en), pl: wordList(STOPWORDS.pl), ru: wordList(STOPWORDS.ru) };
const SHOPPING_LISTS = {
  en: wordList(SHOPPING_WORDS.en),
  pl: wordList(SHOPPING_WORDS.pl),
  ru: wordList(SHOPPING_WORDS.ru),
};

/** True if the word, as written, is a stop word of one of the languages. */
export function isStopword(surface: string, languages: readonly Language[]): boolean {
  return languages.some((language) => holds(STOP_LISTS[language], surface));
}

/** True if the word is about buying ("cheap", "sklep", "купить") rather than about the thing. */
export function isShoppingWord(surface: string, languages: readonly Language[]): boolean {
  return languages.some((language) => holds(SHOPPING_LISTS[language], surface));
}
