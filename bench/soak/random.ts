/** Random numbers that come again with the same seed (mulberry32, by Tommy Ettinger, public domain). */
export interface Random {
  /** From 0 up to and without `below`, whole. */
  below(below: number): number;
  pick<T>(from: readonly T[]): T;
  /** One of the names, each as likely as its weight says. */
  weighted<N extends string>(weights: Record<N, number>): N;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number) => Math.floor(next() * n);
  return {
    below,
    pick: <T>(from: readonly T[]): T => {
      const one = from[below(from.length)];
      if (one === undefined) throw new Error('there is nothing to pick from');
      return one;
    },
    weighted<N extends string>(weights: Record<N, number>): N {
      const entries = Object.entries(weights) as [N, number][];
      let at = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [name, weight] of entries) {
        at -= weight;
        if (at < 0) return name;
      }
      return (entries.at(-1) as [N, number])[0];
    },
  };
}
