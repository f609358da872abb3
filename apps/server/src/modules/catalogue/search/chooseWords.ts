/**
 * Which words to keep when no document answers to all of them. `masks` counts the documents by the set of words they
 * answer to (bit i = word i). As many words as possible are kept; between equal numbers the rarest are dropped. An
 * empty answer: no document answers to any. Pure.
 *
 * @returns the places of the words to keep, in order
 */
export function chooseWords(masks: ReadonlyMap<number, number>, words: number): number[] {
  const places = Array.from({ length: words }, (_, place) => place);
  const has = (mask: number, place: number) => (mask & (1 << place)) !== 0;
  const frequency = places.map((place) =>
    [...masks].reduce((sum, [mask, count]) => sum + (has(mask, place) ? count : 0), 0),
  );
  let best: { mask: number; kept: number; dropped: number } | undefined;
  for (const mask of [...masks.keys()].sort((a, b) => a - b)) {
    const kept = places.filter((place) => has(mask, place)).length;
    const dropped = places.reduce((sum, place) => sum + (has(mask, place) ? 0 : (frequency[place] ?? 0)), 0);
    if (kept === 0) continue;
    if (!best || kept > best.kept || (kept === best.kept && dropped < best.dropped)) best = { mask, kept, dropped };
  }
  const mask = best?.mask ?? 0;
  return places.filter((place) => has(mask, place));
}
