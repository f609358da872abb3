import { foldMeasures } from './measures.ts';

/** Letters that Unicode does not decompose into a base letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
};
const UNDECOMPOSED = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

/**
 * Lower case, without diacritics, one spelling for quotes. ё becomes е, ł becomes l, ß becomes ss.
 * й stays й: it is a letter of its own, nobody leaves its breve out, and the Russian stemmer needs it (-ый, -ей).
 */
export function foldLetters(text: string): string {
  // Most words of most texts are plain already, and this is called for every one of them.
  if (/^[a-z0-9 -]*$/.test(text)) return text;
  return (
    text
      .replace(/\u00b4/g, "'") // before NFKD, which makes a space of the spacing accent
      .normalize('NFKD')
      .toLowerCase()
      .normalize('NFKD') // lower-casing may compose again
      .replace(/и\u0306/g, 'й')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(UNDECOMPOSED, (letter) => LETTERS[letter] ?? letter)
      .replace(/[\u2018\u2019\u201b\u02bc\u02b9\u2032`]/g, "'")
      .replace(/''/g, '"')
      .replace(/[\u201c\u201d\u201e\u201f\u02ba]/g, '"')
      // English possessives first ("child's" is "child"), then an apostrophe inside a word ("d'arc" is "darc").
      .replace(/(?<=\p{L})(?:'s)+(?![\p{L}\p{N}])/gu, '')
      .replace(/(?<=\p{L})'+(?=\p{L})/gu, '')
      .normalize('NFC')
  );
}

/**
 * The form in which text is compared, at index and at query time: `foldLetters`, and each measure in one spelling
 * (`90 × 200 cm` → `90x200`, `120"` → `120in`, `200 см` → `200cm`, `2 m` → `200cm`).
 *
 * Idempotent, never throws, linear in the length of the text.
 *
 * @example fold('Łóżko 90 × 200 cm') // 'lozko 90x200'
 */
export function fold(text: string): string {
  const letters = foldLetters(text);
  return /[0-9]/.test(letters) ? foldMeasures(letters) : letters;
}
