import { sql } from 'kysely';
import type { Channel, Ctx } from '../../../kernel/context.ts';
import { emit } from '../../../kernel/outbox.ts';
import type { TouchpointRow } from '../touchpoints/touchpoint.ts';
import { visitGapMinutes } from '../touchpoints/touchpoint.ts';
import { placeInVisits, type Visit } from './placeInVisits.ts';

/**
 * Keeps the visits that these rows make and tells of each new one: the timeline has a row per visit, not per page. Four
 * statements for any number.
 */
export async function recordVisits(tx: Ctx, rows: readonly TouchpointRow[]): Promise<void> {
  const hits = rows.filter((row) => row.step === 'visit');
  if (hits.length === 0) return;
  const placed = placeInVisits(
    await nearVisits(tx, hits),
    hits.map((row) => ({ subjectId: row.subject_id, at: Date.parse(row.at), campaign: row.campaign })),
    tx.newId,
  );
  await write(
    tx,
    placed.begun.map(({ visit }) => visit),
    placed.widened,
  );
  const events = placed.begun.flatMap(({ visit, hit }) => {
    const row = hits[hit];
    return row ? [{ at: new Date(visit.startedAt), event: visitStarted(visit, row) }] : [];
  });
  // A visit is told at the time it began, which may be long ago when a phone was offline. `emit` asks the clock once an
  // event, in their order.
  const times = events.map(({ at }) => at);
  const clock = { now: () => times.shift() ?? tx.clock.now() };
  await emit({ ...tx, clock }, ...events.map(({ event }) => event));
}

function visitStarted(visit: Visit, row: TouchpointRow) {
  return {
    type: 'journeys.session.started' as const,
    subjectId: visit.subjectId,
    aggregate: 'visit',
    aggregateId: visit.id,
    aggregateVersion: 1,
    channel: row.touch as Channel,
    data: {
      sessionId: visit.id,
      source: row.source,
      channel: row.touch,
      arrival: row.properties.arrival ?? 'direct',
      campaign: row.properties.utm_campaign ?? null,
      campaignSource: row.properties.utm_source ?? null,
      campaignMedium: row.properties.utm_medium ?? null,
      referrer: row.properties.referrer ?? null,
      entryPath: row.properties.path ?? null,
    },
  };
}

async function nearVisits(tx: Ctx, hits: readonly TouchpointRow[]): Promise<Visit[]> {
  const gapMs = visitGapMinutes * 60_000;
  // Each subject with its own span: one phone that was offline for a week must not make us read everybody's week.
  const spans = new Map<string, { from: number; to: number }>();
  for (const row of hits) {
    const at = Date.parse(row.at);
    const span = spans.get(row.subject_id) ?? { from: at, to: at };
    spans.set(row.subject_id, { from: Math.min(span.from, at), to: Math.max(span.to, at) });
  }
  const subjects = [...spans];
  const { rows } = await sql<{ id: string; subject_id: string; started_at: Date; last_at: Date; campaign: string }>`
    select v.id, v.subject_id, v.started_at, v.last_at, v.campaign
    from unnest(${subjects.map(([id]) => id)}::uuid[], ${subjects.map(([, span]) => new Date(span.from - gapMs))}::timestamptz[],
      ${subjects.map(([, span]) => new Date(span.to + gapMs))}::timestamptz[]) as s(id, earliest, latest)
    join journeys.visit v on v.subject_id = s.id and v.last_at >= s.earliest and v.started_at <= s.latest`.execute(
    tx.db,
  );
  return rows.map((row) => ({
    id: row.id,
    subjectId: row.subject_id,
    startedAt: row.started_at.getTime(),
    lastAt: row.last_at.getTime(),
    campaign: row.campaign,
  }));
}

async function write(tx: Ctx, begun: readonly Visit[], widened: readonly Visit[]): Promise<void> {
  const visits = [...begun, ...widened];
  if (visits.length === 0) return;
  await sql`
    insert into journeys.visit (id, subject_id, started_at, last_at, campaign)
    select * from unnest(${visits.map((visit) => visit.id)}::uuid[], ${visits.map((visit) => visit.subjectId)}::uuid[],
      ${visits.map((visit) => new Date(visit.startedAt))}::timestamptz[],
      ${visits.map((visit) => new Date(visit.lastAt))}::timestamptz[], ${visits.map((visit) => visit.campaign)}::text[])
    on conflict (id) do update set started_at = excluded.started_at, last_at = excluded.last_at`.execute(tx.db);
}
