export interface Random {
  /** 0 … n − 1 */
  below(n: number): number;
  chance(p: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** The first of the list far more often than the last (Zipf's law), as names and towns are. */
  zipf<T>(list: readonly T[]): T;
  shuffle<T>(list: readonly T[]): T[];
}

/** mulberry32 (public domain): the same numbers for the same seed, on every machine. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number) => Math.floor(next() * n);
  const at = <T>(list: readonly T[], n: number): T => {
    const found = list[n];
    if (found === undefined) throw new RangeError('an empty list');
    return found;
  };
  return {
    below,
    chance: (p) => next() < p,
    pick: (list) => at(list, below(list.length)),
    // The inverse of 1/x on 1 … n + 1.
    zipf: (list) => at(list, Math.min(list.length - 1, Math.floor((list.length + 1) ** next()) - 1)),
    shuffle: (list) => {
      const mixed = [...list];
      for (let i = mixed.length - 1; i > 0; i -= 1) {
        const j = below(i + 1);
        [mixed[i], mixed[j]] = [at(mixed, j), at(mixed, i)];
      }
      return mixed;
    },
  };
}
