import type { Availability } from '../modules/stock/index.ts';

/** Levels by the goods they are of. */
export function byVariant(levels: readonly Availability[]): Map<string, Availability[]> {
  const found = new Map<string, Availability[]>();
  for (const level of levels) {
    const known = found.get(level.variantId);
    if (known) known.push(level);
    else found.set(level.variantId, [level]);
  }
  return found;
}
