import { visitGapMinutes } from '../touchpoints/touchpoint.ts';

const gapMs = visitGapMinutes * 60_000;

export interface Visit {
  id: string;
  subjectId: string;
  /** Milliseconds since 1970. */
  startedAt: number;
  lastAt: number;
  campaign: string;
}

export interface Hit {
  subjectId: string;
  at: number;
  campaign: string;
}

/**
 * Puts hits into visits of the same subject: one that is near (half an hour) and of the same campaign, the latest begun
 * before the hit first; else a new visit begins. Hits that arrive late join or widen the visit they belong to, or become
 * a visit of their own in the past. Returns the new visits with the index of the hit that began each, and those widened.
 */
export function placeInVisits(
  known: readonly Visit[],
  hits: readonly Hit[],
  newId: () => string,
): { begun: { visit: Visit; hit: number }[]; widened: Visit[] } {
  const bySubject = new Map<string, Visit[]>();
  for (const visit of known) bySubject.set(visit.subjectId, [...(bySubject.get(visit.subjectId) ?? []), { ...visit }]);
  const begun: { visit: Visit; hit: number }[] = [];
  const widened = new Set<Visit>();
  const inTime = hits.map((_, index) => index).sort((a, b) => (hits[a]?.at ?? 0) - (hits[b]?.at ?? 0) || a - b);
  for (const index of inTime) {
    const hit = hits[index];
    if (!hit) continue;
    const visits = bySubject.get(hit.subjectId) ?? [];
    const visit = visits
      .filter((one) => hit.at >= one.startedAt - gapMs && hit.at <= one.lastAt + gapMs)
      .filter((one) => hit.campaign === '' || hit.campaign === one.campaign)
      .sort((a, b) => distance(a, hit.at) - distance(b, hit.at))[0];
    if (!visit) {
      const made = { id: newId(), subjectId: hit.subjectId, startedAt: hit.at, lastAt: hit.at, campaign: hit.campaign };
      bySubject.set(hit.subjectId, [...visits, made]);
      begun.push({ visit: made, hit: index });
      continue;
    }
    if (hit.at >= visit.startedAt && hit.at <= visit.lastAt) continue;
    visit.startedAt = Math.min(visit.startedAt, hit.at);
    visit.lastAt = Math.max(visit.lastAt, hit.at);
    widened.add(visit);
  }
  return { begun, widened: [...widened].filter((visit) => !begun.some((one) => one.visit === visit)) };
}

/** Visits begun before the hit come first, the latest of them foremost; then those begun after it, the nearest first. */
function distance(visit: Visit, at: number): number {
  return visit.startedAt <= at ? at - visit.startedAt : 1e15 + visit.startedAt - at;
}
