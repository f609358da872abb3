import type { Analytics } from '../../../kernel/analytics.ts';
import { type ArrivalKind, arrivals, type ChannelRule } from './channelRules.ts';
import { judge, readArrivals } from './keptArrivals.ts';

export interface RulesPreview {
  /** Pages and events by how their visit would have come about, most first. */
  items: { arrival: ArrivalKind; before: number; after: number }[];
  /** How many would be another channel's. */
  changed: number;
  total: number;
}

/** What rules would have made of the last days. Writes nothing. */
export async function previewRules(
  analytics: Analytics,
  rules: readonly ChannelRule[],
  since: Date,
): Promise<RulesPreview> {
  const counts = new Map<ArrivalKind, { before: number; after: number }>(
    arrivals.map((arrival) => [arrival, { before: 0, after: 0 }]),
  );
  let [changed, total] = [0, 0];
  for (const { key, arrival, hits } of await readArrivals(analytics, { since })) {
    const wanted = judge(rules, key);
    total += hits;
    if (wanted.arrival !== arrival) changed += hits;
    const before = counts.get(arrival);
    const after = counts.get(wanted.arrival);
    if (before) before.before += hits;
    if (after) after.after += hits;
  }
  const items = [...counts]
    .map(([arrival, count]) => ({ arrival, ...count }))
    .filter(({ before, after }) => before + after > 0)
    .sort((a, b) => Math.max(b.before, b.after) - Math.max(a.before, a.after));
  return { items, changed, total };
}
