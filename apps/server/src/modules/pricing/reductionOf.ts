/**
 * Whether a price may be announced as reduced, and by how much: floor(100 · (prior − new) / prior) of the lowest price
 * of the 30 days before (C-330/23 Aldi Süd: of that and of nothing else). undefined when it is not lower: then no badge,
 * no strike-through, no deal word and no place in the Sale list, though the price applies.
 *
 * @param unit the price asked now, minor units
 * @param prior the figure of `lowestIn30Days`; undefined when there was no price before
 */
export function reductionOf(unit: number, prior: number | undefined): { percentOff: number } | undefined {
  if (prior === undefined || unit >= prior) return undefined;
  return { percentOff: Number((100n * BigInt(prior - unit)) / BigInt(prior)) };
}
