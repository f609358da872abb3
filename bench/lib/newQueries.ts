/** As much of a hit of the search as questions for it are made of. */
export interface SeenProduct {
  title: string;
  optionsText: string;
  colours: { valueCode: string; label: string }[];
}

/**
 * Searches nobody made before, as people make them: one to three words of what some product is called and how it looks, in
 * any order, and perhaps its colour ticked beside. Every path is another one; they come in a mixed order, the same at
 * every run.
 */
export function newQueries(products: readonly SeenProduct[]): () => string {
  const paths = [...new Set(products.flatMap((product) => [...queriesFor(product)]))];
  // A step that has no divisor in common with the number of all comes by each once.
  const step = coprime(Math.floor(paths.length * 0.618), paths.length);
  let made = 0;
  return () => {
    const path = paths[(made * step) % paths.length];
    if (path === undefined || made >= paths.length) throw new Error(`all ${paths.length} searches have been made`);
    made += 1;
    return path;
  };
}

function* queriesFor({ title, optionsText, colours }: SeenProduct): Generator<string> {
  const plain = wordsOf(title);
  // Of the variant shown: its colour, and what does not change with the colour.
  const looks = wordsOf(optionsText).filter((word) => !colours.some(({ label }) => wordsOf(label).includes(word)));
  for (const { valueCode, label } of colours.length > 0 ? colours : [{ valueCode: '', label: '' }]) {
    const words = [...new Set([...plain, ...looks, ...wordsOf(label)])];
    for (const query of ordersOf(words, 3)) {
      const path = `/api/shop/search?query=${encodeURIComponent(query.join(' '))}`;
      yield path;
      if (valueCode) yield `${path}&colour=${encodeURIComponent(valueCode)}`;
    }
  }
}

const wordsOf = (text: string) => text.split(/[\s,]+/).filter((word) => /^\p{L}{3}/u.test(word));

/** Every choice of one to `most` of the words, in every order. */
function* ordersOf(words: readonly string[], most: number): Generator<string[]> {
  for (const word of words) {
    yield [word];
    if (most === 1) continue;
    const others = words.filter((other) => other !== word);
    for (const rest of ordersOf(others, most - 1)) yield [word, ...rest];
  }
}

function coprime(from: number, to: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let step = Math.max(1, from);
  while (divisor(step, to) !== 1) step += 1;
  return step;
}
