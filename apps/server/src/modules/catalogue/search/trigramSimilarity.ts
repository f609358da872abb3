function trigrams(word: string): Set<string> {
  const padded = `  ${word} `;
  const set = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at += 1) set.add(padded.slice(at, at + 3));
  return set;
}

/** Shared trigrams over all trigrams of two words, 0 to 1, as PostgreSQL's pg_trgm counts them for single words. */
export function trigramSimilarity(one: string, other: string): number {
  const [a, b] = [trigrams(one), trigrams(other)];
  let shared = 0;
  for (const trigram of a) if (b.has(trigram)) shared += 1;
  return shared / (a.size + b.size - shared);
}
