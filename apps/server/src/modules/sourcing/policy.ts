/**
 * The one sourcing function's rules, pure: which stock a wish is served from. Ranked rules, the first that is no tie
 * decides, and the answer says which one it was. (Weighted sums are quicker to write and impossible to predict.)
 */
export interface Candidate {
  locationId: string;
  kind: 'store' | 'warehouse' | 'dropshipper';
  /** Free units per variant, for this way of handing over. */
  free: ReadonlyMap<string, number>;
  distanceKm: number | undefined;
  /** Ranks equal candidates for good, so that two servers choose alike. */
  code: string;
}

export interface Demand {
  lineId: string;
  variantId: string;
  quantity: number;
}

export interface PlannedLine extends Demand {
  locationId: string;
}

export type Why = 'only_one_left' | 'whole_order' | 'warehouse_first' | 'nearest' | 'most_stock' | 'code' | 'split';

export interface Plan {
  lines: PlannedLine[];
  /** Why this location (or these): the rule that decided. */
  why: Why;
}

const covers = (candidate: Candidate, demand: ReadonlyMap<string, number>) =>
  [...demand].every(([variantId, quantity]) => (candidate.free.get(variantId) ?? 0) >= quantity);

const totalFree = (candidate: Candidate) => [...candidate.free.values()].reduce((sum, units) => sum + units, 0);

/** Sums demand per variant first: two lines that share an item must not each be promised the same unit. */
function sumDemand(demands: readonly Demand[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const demand of demands) sums.set(demand.variantId, (sums.get(demand.variantId) ?? 0) + demand.quantity);
  return sums;
}

const rules: { why: Why; rank(candidate: Candidate): number }[] = [
  { why: 'warehouse_first', rank: (candidate) => (candidate.kind === 'store' ? 1 : 0) },
  { why: 'nearest', rank: (candidate) => Math.round(candidate.distanceKm ?? 0) },
  { why: 'most_stock', rank: (candidate) => -totalFree(candidate) },
];

/** The best of `candidates` by the ranked rules. */
export function choose(candidates: readonly Candidate[]): { candidate: Candidate; why: Why } | undefined {
  let left = [...candidates];
  for (const rule of rules) {
    if (left.length <= 1) break;
    const best = Math.min(...left.map(rule.rank));
    const narrowed = left.filter((candidate) => rule.rank(candidate) === best);
    if (narrowed.length === 1 && narrowed[0]) return { candidate: narrowed[0], why: rule.why };
    left = narrowed;
  }
  const [first] = left.sort((a, b) => (a.code < b.code ? -1 : 1));
  if (!first) return undefined;
  return { candidate: first, why: candidates.length === 1 ? 'only_one_left' : 'code' };
}

/**
 * Where a shipment comes from: one location that has everything, chosen by the rules; else as few as possible, each line
 * from one location. undefined = the stock does not suffice.
 */
export function planShipment(demands: readonly Demand[], candidates: readonly Candidate[]): Plan | undefined {
  const total = sumDemand(demands);
  const whole = choose(candidates.filter((candidate) => covers(candidate, total)));
  if (whole) {
    const why = whole.why === 'only_one_left' && candidates.length > 1 ? 'whole_order' : whole.why;
    return { lines: demands.map((demand) => ({ ...demand, locationId: whole.candidate.locationId })), why };
  }
  const remaining = new Map(candidates.map((candidate) => [candidate.locationId, new Map(candidate.free)]));
  const lines: PlannedLine[] = [];
  const used = new Set<string>();
  for (const demand of demands) {
    const able = candidates.filter(
      (candidate) => (remaining.get(candidate.locationId)?.get(demand.variantId) ?? 0) >= demand.quantity,
    );
    // A parcel that is sent anyway may take this line along: fewer parcels before nearer parcels.
    const chosen = choose(able.filter((candidate) => used.has(candidate.locationId))) ?? choose(able);
    if (!chosen) return undefined;
    const free = remaining.get(chosen.candidate.locationId);
    free?.set(demand.variantId, (free.get(demand.variantId) ?? 0) - demand.quantity);
    used.add(chosen.candidate.locationId);
    lines.push({ ...demand, locationId: chosen.candidate.locationId });
  }
  return { lines, why: 'split' };
}

/** Words with fixed rules, the same on page, feed and floor (EXPECT-shop, D). */
export type StockWord = 'in_stock' | 'few_left' | 'on_display' | 'arriving' | 'out_of_stock';

export function stockWord(level: { available: number; availableToShip: number; incoming: number }): StockWord {
  if (level.available >= 3) return 'in_stock';
  if (level.available >= 1) return level.availableToShip <= 0 ? 'on_display' : 'few_left';
  return level.incoming > 0 ? 'arriving' : 'out_of_stock';
}
