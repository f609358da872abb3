import { allowedEdits, dictionaryWords, type Language, stem } from '../text/index.ts';

interface Entry {
  word: string;
  /** The word itself, or its stem in one language: a typo in an inflected form is near the stem only (zelona: zielony). */
  form: string;
}

const languagesOf = (word: string): Language[] => (/\p{Script=Cyrillic}/u.test(word) ? ['ru'] : ['pl', 'en']);
const formsOf = (word: string): string[] => [
  ...new Set([word, ...languagesOf(word).map((language) => stem(word, language))]),
];

/** The synonym dictionary by length of form: "velvt" is mended even where no product of the shop says "velvet". */
const known = new Set(dictionaryWords());
const byLength = new Map<number, Entry[]>();
for (const word of known) {
  for (const form of formsOf(word)) byLength.set(form.length, [...(byLength.get(form.length) ?? []), { word, form }]);
}

export function isDictionaryWord(word: string): boolean {
  return known.has(word);
}

/** Letters one text has and the other lacks: never more than the edits between them, and quick to count. */
function bagDistance(one: string, other: string): number {
  const letters = new Map<string, number>();
  for (const letter of one) letters.set(letter, (letters.get(letter) ?? 0) + 1);
  let missing = 0;
  for (const letter of other) {
    const left = letters.get(letter) ?? 0;
    if (left > 0) letters.set(letter, left - 1);
    else missing += 1;
  }
  return Math.max(missing, one.length - (other.length - missing));
}

/** Words of the dictionary that may be within the edits a typo is allowed, by themselves or by their stems, and a few more. */
export function nearDictionary(word: string): string[] {
  const near = new Set<string>();
  for (const form of formsOf(word)) {
    const edits = allowedEdits(form.length);
    for (let length = form.length - edits; length <= form.length + edits; length += 1) {
      for (const entry of byLength.get(length) ?? []) {
        if (!near.has(entry.word) && bagDistance(form, entry.form) <= edits) near.add(entry.word);
      }
    }
  }
  near.delete(word);
  return [...near];
}
