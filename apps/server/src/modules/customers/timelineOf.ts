import { sql } from 'kysely';
import type { Channel, Ctx } from '../../kernel/context.ts';
import { decodeCursor, toPage } from '../../kernel/page.ts';
import { subjectsOf } from './customersOf.ts';

/** One thing that happened between a customer and the retailer. */
export interface TimelineEntry {
  eventId: string;
  /** RFC 3339 */
  at: string;
  type: string;
  channel: Channel;
  locationId: string | null;
  /** kind:id */
  actor: string;
  role: string | null;
  subjectId: string;
  data: Record<string, unknown>;
}

export interface TimelineQuery {
  cursor?: string | undefined;
  limit: number;
  /** Only types that begin with one of these. */
  typePrefixes?: readonly string[] | undefined;
  channel?: Channel | undefined;
}

/** A customer's timeline over all subjects, newest first, a page at a time. Two statements. Unknown customers have none. */
export async function timelineOf(
  ctx: Ctx,
  customerId: string,
  query: TimelineQuery,
): Promise<{ items: TimelineEntry[]; nextCursor: string | null }> {
  return timelineOfSubjects(ctx, await subjectsOf(ctx, customerId), query);
}

/** The timeline of subjects. Each contributes its own newest rows by the index, so that a long history costs no more. */
export async function timelineOfSubjects(
  ctx: Ctx,
  subjectIds: readonly string[],
  query: TimelineQuery,
): Promise<{ items: TimelineEntry[]; nextCursor: string | null }> {
  const after = decodeCursor(query.cursor, ['instant', 'id']);
  const [at, eventId] = [after?.[0], after?.[1]].map((part) => (part === undefined ? null : String(part)));
  const older = after ? sql`and (t.at, t.event_id) < (${at}::timestamptz, ${eventId}::uuid)` : sql``;
  const patterns = query.typePrefixes?.map((prefix) => `${prefix.replace(/[\\%_]/g, '\\$&')}%`);
  const typed = patterns ? sql`and t.type like any(${patterns}::text[])` : sql``;
  const within = query.channel ? sql`and t.channel = ${query.channel}` : sql``;
  const { rows } = await sql<{
    event_id: string;
    at: Date;
    type: string;
    channel: Channel;
    location_id: string | null;
    actor: string;
    role: string | null;
    subject_id: string;
    data: Record<string, unknown>;
  }>`
    select e.* from unnest(${[...subjectIds]}::uuid[]) as s(id)
    cross join lateral (
      select t.event_id, t.at, t.type, t.channel, t.location_id, t.actor, t.role, t.subject_id, t.data
      from customers.timeline t
      where t.subject_id = s.id ${older} ${typed} ${within}
      order by t.at desc, t.event_id desc
      limit ${query.limit + 1}) e
    order by e.at desc, e.event_id desc
    limit ${query.limit + 1}`.execute(ctx.db);
  const entries = rows.map(
    (row): TimelineEntry => ({
      eventId: row.event_id,
      at: row.at.toISOString(),
      type: row.type,
      channel: row.channel,
      locationId: row.location_id,
      actor: row.actor,
      role: row.role,
      subjectId: row.subject_id,
      data: row.data,
    }),
  );
  return toPage(entries, query.limit, (entry) => [entry.at, entry.eventId]);
}
