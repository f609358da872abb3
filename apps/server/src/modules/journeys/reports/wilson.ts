/**
 * The Wilson score interval of a share at 95 % (E. B. Wilson, 1927): [low, high], both 0 to 1. undefined for n = 0.
 */
export function wilson95(successes: number, n: number): [number, number] | undefined {
  if (n === 0) return undefined;
  const z = 1.959963984540054;
  const share = successes / n;
  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const middle = share + (z * z) / (2 * n);
  const scale = 1 + (z * z) / n;
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
}
