/**
 * The edit distance of two words: insertions, deletions, substitutions, and swaps of neighbours count 1 each; no
 * substring is edited twice ("optimal string alignment", F. Damerau 1964 with the recurrence of R. Wagner and
 * M. Fischer). Answers `max + 1` as soon as the distance is known to exceed `max`.
 *
 * Distances count UTF-16 units; on folded words these are letters. Time is O(max · length), memory O(length).
 */
export function damerauLevenshtein(a: string, b: string, max: number): number {
  const over = max + 1;
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > max) return over;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => (column <= max ? column : over));
  for (let row = 1; row <= a.length; row++) {
    const current = new Array<number>(b.length + 1).fill(over);
    if (row <= max) current[0] = row;
    const from = Math.max(1, row - max);
    const to = Math.min(b.length, row + max);
    let best = current[0] ?? over;
    for (let column = from; column <= to; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (previous[column - 1] ?? over) + (same ? 0 : 1),
        (previous[column] ?? over) + 1,
        (current[column - 1] ?? over) + 1,
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (beforePrevious[column - 2] ?? over) + 1);
      }
      current[column] = Math.min(cost, over);
      best = Math.min(best, cost);
    }
    // A swap reaches two rows back, so both rows must be hopeless before giving up.
    if (best > max && Math.min(...previous) > max) return over;
    beforePrevious = previous;
    previous = current;
  }
  return Math.min(previous[b.length] ?? over, over);
}
