/** A set of phrases, each a sequence of words, with what they mean; finds the phrases in a sequence of words. */
export type PhraseNode<Value> = { readonly next: Map<string, PhraseNode<Value>>; readonly values: Value[] };

export function emptyPhrases<Value>(): PhraseNode<Value> {
  return { next: new Map(), values: [] };
}

export function addPhrase<Value>(root: PhraseNode<Value>, words: readonly string[], value: Value): void {
  if (words.length === 0) return;
  let node = root;
  for (const word of words) {
    let child = node.next.get(word);
    if (child === undefined) {
      child = emptyPhrases<Value>();
      node.next.set(word, child);
    }
    node = child;
  }
  if (!node.values.includes(value)) node.values.push(value);
}

/**
 * The longest phrase that starts at `start`, or null. `wordAt` gives the word of a place, undefined past the end.
 * The work is bounded by the longest phrase, not by the text.
 */
export function longestPhrase<Value>(
  root: PhraseNode<Value>,
  wordAt: (place: number) => string | undefined,
  start: number,
): { readonly length: number; readonly values: readonly Value[] } | null {
  let found: { length: number; values: readonly Value[] } | null = null;
  let node: PhraseNode<Value> | undefined = root;
  for (let place = start; node !== undefined; place++) {
    if (node.values.length > 0) found = { length: place - start, values: node.values };
    const word = wordAt(place);
    node = word === undefined ? undefined : node.next.get(word);
  }
  return found;
}
