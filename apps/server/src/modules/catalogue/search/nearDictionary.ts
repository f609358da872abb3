import { dictionaryWords } from '../text/index.ts';

/** The synonym dictionary by length of word: "velvt" is mended even where no product of the shop says "velvet". */
const byLength = new Map<number, string[]>();
for (const word of dictionaryWords()) byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);

const known = new Set(dictionaryWords());

export function isDictionaryWord(word: string): boolean {
  return known.has(word);
}

/** Letters one word has and the other lacks: never more than the edits between them, and quick to count. */
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

/** Words of the dictionary that may be within the edits a typo is allowed, and a few more. */
export function nearDictionary(word: string): string[] {
  const edits = word.length < 8 ? 1 : 2;
  const near: string[] = [];
  for (let length = word.length - edits; length <= word.length + edits; length += 1) {
    for (const candidate of byLength.get(length) ?? []) if (bagDistance(word, candidate) <= edits) near.push(candidate);
  }
  return near;
}
