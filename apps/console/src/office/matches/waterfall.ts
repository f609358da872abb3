interface Part {
  /** Per cent of the width. */
  from: number;
  width: number;
}

export interface Run {
  /** Where nothing is for or against. */
  zero: number;
  parts: Part[];
  total: Part;
}

/** Steps as bars that each begin where the one before ended, within 0 … 100 per cent. */
export function runOf(steps: readonly number[]): Run {
  let sum = 0;
  const ends = steps.map((bits) => {
    sum += bits;
    return sum;
  });
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const scale = 100 / Math.max(high - low, 1);
  const at = (bits: number) => (bits - low) * scale;
  const part = (a: number, b: number): Part => ({ from: at(Math.min(a, b)), width: Math.abs(b - a) * scale });
  return {
    zero: at(0),
    parts: steps.map((bits, n) => part((ends[n] ?? 0) - bits, ends[n] ?? 0)),
    total: part(0, sum),
  };
}
