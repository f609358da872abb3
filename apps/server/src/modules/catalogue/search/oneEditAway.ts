const LATIN = [...'abcdefghijklmnopqrstuvwxyz'];
const CYRILLIC = [...'абвгдежзийклмнопрстуфхцчшщъыьэюя'];

const longestEnumerated = 6;

/**
 * Every text one typing slip away from a short folded word: a letter too many, missing, wrong, or two swapped. In a
 * short word one slip leaves too few trigrams for a trigram index to find it ("lumd", "lnud": Lund). Longer words have
 * none: there the index does.
 */
export function oneEditAway(word: string): string[] {
  const letters = [...word];
  if (letters.length > longestEnumerated) return [];
  const alphabet = /\p{Script=Cyrillic}/u.test(word) ? CYRILLIC : LATIN;
  const away = new Set<string>();
  for (let at = 0; at <= letters.length; at += 1) {
    const [head, tail] = [letters.slice(0, at).join(''), letters.slice(at).join('')];
    for (const letter of alphabet) away.add(head + letter + tail);
    const [here, next] = [letters[at], letters[at + 1]];
    if (here === undefined) continue;
    const rest = letters.slice(at + 1).join('');
    away.add(head + rest);
    for (const letter of alphabet) away.add(head + letter + rest);
    if (next !== undefined) away.add(head + next + here + letters.slice(at + 2).join(''));
  }
  away.delete(word);
  return [...away];
}
