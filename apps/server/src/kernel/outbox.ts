import { type RawBuilder, sql } from 'kysely';
import type pg from 'pg';
import { actorKey, type Channel, type Ctx } from './context.ts';
import { lastOfTransaction } from './databaseClient.ts';
import type { EventType } from './events.ts';
import type { Stream } from './module.ts';

/** A fact that happened, as subscribers get it. Ids and facts only: no names, addresses or message text. */
export interface DomainEvent<D = Record<string, unknown>> {
  id: string;
  type: string;
  version: number;
  occurredAt: Date;
  /** The identity under which it happened, where a person is concerned. */
  subjectId: string | undefined;
  aggregate: string;
  aggregateId: string;
  /** Counted under the aggregate's row lock: two transactions on one aggregate may arrive reversed. */
  aggregateVersion: number;
  actor: string;
  role: string | undefined;
  channel: Channel;
  locationId: string | undefined;
  cause: string | undefined;
  data: D;
}

/** What an operation says; the rest of the envelope comes from its context. */
export interface NewEvent {
  /** Declared in the module's events.ts, or it is not a type. */
  type: EventType;
  version?: number;
  subjectId?: string | undefined;
  aggregate: string;
  aggregateId: string;
  aggregateVersion: number;
  /** Where it happened, when that is not where the actor stands. */
  locationId?: string | undefined;
  channel?: Channel;
  /** When it happened, where that is not now (a visit that is told of late). */
  occurredAt?: Date;
  data: Record<string, unknown>;
}

/** An event as it is written; times as text, because it travels as JSON. */
export interface EventRow {
  id: string;
  type: string;
  version: number;
  occurred_at: string;
  subject_id: string | null;
  aggregate: string;
  aggregate_id: string;
  aggregate_version: number;
  actor: string;
  role: string | null;
  channel: Channel;
  location_id: string | null;
  cause: string;
  data: Record<string, unknown>;
}

function toRow(ctx: Ctx, event: NewEvent): EventRow {
  return {
    id: ctx.newId(),
    type: event.type,
    version: event.version ?? 1,
    occurred_at: (event.occurredAt ?? ctx.clock.now()).toISOString(),
    subject_id: event.subjectId ?? null,
    aggregate: event.aggregate,
    aggregate_id: event.aggregateId,
    aggregate_version: event.aggregateVersion,
    actor: actorKey(ctx.actor),
    role: ctx.actor.kind === 'staff' ? ctx.actor.role : null,
    channel: event.channel ?? ctx.channel,
    location_id: event.locationId ?? ctx.locationId ?? null,
    cause: ctx.cause ?? ctx.requestId,
    data: event.data,
  };
}

/**
 * Says events beside the change they tell of, in the caller's transaction. Inside `inTransaction` they are collected and
 * written as one set when the work is done, so an act of many steps costs one statement for its events.
 */
export async function emit(ctx: Ctx, ...events: NewEvent[]): Promise<void> {
  if (!ctx.db.isTransaction) throw new Error('emit() needs the transaction of the change it tells of');
  const rows = events.map((event) => toRow(ctx, event));
  if (ctx.unwrittenEvents) ctx.unwrittenEvents.push(...rows);
  else await writeEvents(ctx.db, rows);
}

/**
 * Writes what nothing reads again before the commit, beside the transaction's events, in their one statement: `part` is a
 * list of common table expressions, named by `name` so that several parts may be of one kind. A constraint it breaks is
 * told when the work is done and nobody can answer it any more, so it is for rows that cannot clash.
 */
export async function writeAtEnd(
  ctx: Ctx,
  part: (name: (of: string) => RawBuilder<unknown>) => RawBuilder<unknown>,
): Promise<void> {
  if (!ctx.db.isTransaction) throw new Error('writeAtEnd() needs the transaction it belongs to');
  const n = ctx.unwrittenParts?.length ?? 0;
  const built = part((of) => sql.ref(`${of}_${n}`));
  if (ctx.unwrittenParts) ctx.unwrittenParts.push(built);
  else await writeEvents(ctx.db, [], [built]);
}

export async function writeEvents(
  db: Ctx['db'],
  rows: readonly EventRow[],
  parts: readonly RawBuilder<unknown>[] = [],
  isLast = false,
): Promise<void> {
  if (rows.length === 0 && parts.length === 0) return;
  await sql`${isLast ? sql.raw(lastOfTransaction) : sql``}
    ${parts.length > 0 ? sql`with ${sql.join(parts)}` : sql``}
    insert into kernel.outbox (id, type, version, occurred_at, subject_id, aggregate, aggregate_id, aggregate_version,
      actor, role, channel, location_id, cause, data)
    select id, type, version, occurred_at, subject_id, aggregate, aggregate_id, aggregate_version,
      actor, role, channel, location_id, cause, data
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e(id uuid, type text, version int, occurred_at timestamptz,
      subject_id uuid, aggregate text, aggregate_id text, aggregate_version bigint, actor text, role text, channel text,
      location_id uuid, cause text, data jsonb)
  `.execute(db);
}

/** For copies of the data. */
export const outboxStream: Stream = {
  rows: 'kernel.outbox',
  cursors: 'kernel.outbox_cursor',
  sequence: 'kernel.outbox_seq_seq',
  momentary: ['sending_xid', 'sending_seq', 'leased_by', 'leased_until'],
};

/** Ids of the events a subscriber has not had yet, the ones just being sent among them. */
export async function unreadIds(client: pg.ClientBase, subscriber: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select o.id::text as id from kernel.outbox o, kernel.outbox_cursor c
     where c.subscriber = $1 and (o.xid, o.seq) > (c.xid, c.seq)`,
    [subscriber],
  );
  return rows.map((row) => row.id);
}

/** A place in the outbox: transaction id, then sequence. Compared as numbers, never as text. */
export interface OutboxPosition {
  xid: string;
  seq: number;
}

export interface OutboxRow extends DomainEvent {
  position: OutboxPosition;
}

export function formatPosition(position: OutboxPosition): string {
  return `${position.xid}.${position.seq}`;
}

export function parsePosition(text: string): OutboxPosition | undefined {
  // Nineteen digits: twenty may be more than a transaction id can have.
  const match = /^(\d{1,19})\.(\d{1,15})$/.exec(text);
  return match?.[1] && match[2] ? { xid: match[1], seq: Number(match[2]) } : undefined;
}

export function isAfter(a: OutboxPosition, b: OutboxPosition): boolean {
  const [ax, bx] = [BigInt(a.xid), BigInt(b.xid)];
  return ax === bx ? a.seq > b.seq : ax > bx;
}

interface RawRow {
  xid: string;
  seq: number;
  id: string;
  type: string;
  version: number;
  occurred_at: Date;
  subject_id: string | null;
  aggregate: string;
  aggregate_id: string;
  aggregate_version: number;
  actor: string;
  role: string | null;
  channel: Channel;
  location_id: string | null;
  cause: string | null;
  data: Record<string, unknown>;
}

/**
 * Events after `from`, oldest first, that lie below the transaction-id horizon: what is returned can never gain an
 * earlier neighbour. Ordered by the table's columns (ordering by `xid::text` would sort 9 after 10). With `types`, those
 * of the `limit` next events that are of them, and the last of all, of whatever type: it says how far was read.
 */
export async function readOutbox(
  db: Ctx['db'],
  from: OutboxPosition,
  limit: number,
  { to, types }: { to?: OutboxPosition | undefined; types?: readonly string[] | 'all' | undefined } = {},
): Promise<OutboxRow[]> {
  const until = to ? sql`and (o.xid, o.seq) <= (${to.xid}::xid8, ${to.seq}::bigint)` : sql``;
  const wanted =
    types && types !== 'all'
      ? sql`where o.type = any (${[...types]}) or (o.xid, o.seq) = (select n.xid, n.seq from next n order by n.xid desc, n.seq desc limit 1)`
      : sql``;
  const { rows } = await sql<RawRow>`
    with next as (
      select o.* from kernel.outbox o
      where (o.xid, o.seq) > (${from.xid}::xid8, ${from.seq}::bigint)
        and o.xid < pg_snapshot_xmin(pg_current_snapshot()) ${until}
      order by o.xid, o.seq
      limit ${limit}
    )
    select o.xid::text as xid, o.seq, o.id, o.type, o.version, o.occurred_at, o.subject_id, o.aggregate, o.aggregate_id,
      o.aggregate_version, o.actor, o.role, o.channel, o.location_id, o.cause, o.data
    from next o ${wanted}
    order by o.xid, o.seq
  `.execute(db);
  return rows.map((row) => ({
    position: { xid: row.xid, seq: row.seq },
    id: row.id,
    type: row.type,
    version: row.version,
    occurredAt: row.occurred_at,
    subjectId: row.subject_id ?? undefined,
    aggregate: row.aggregate,
    aggregateId: row.aggregate_id,
    aggregateVersion: row.aggregate_version,
    actor: row.actor,
    role: row.role ?? undefined,
    channel: row.channel,
    locationId: row.location_id ?? undefined,
    cause: row.cause ?? undefined,
    data: row.data,
  }));
}

/** Whether committed events wait for an older transaction, which may be one of another database of the cluster. */
export async function isHeldBack(db: Ctx['db']): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select exists (select 1 from kernel.outbox o where o.xid >= pg_snapshot_xmin(pg_current_snapshot())) as held`.execute(
    db,
  );
  return rows[0]?.held ?? false;
}

/** The types of the events after `from` up to `to`, which lies below the horizon; undefined where those are many. */
export async function typesBetween(
  db: Ctx['db'],
  from: OutboxPosition,
  to: OutboxPosition,
): Promise<Set<string> | undefined> {
  const most = 2_000;
  const { rows } = await sql<{ type: string; n: number }>`
    select type, count(*) as n from (
      select o.type from kernel.outbox o
      where (o.xid, o.seq) > (${from.xid}::xid8, ${from.seq}::bigint) and (o.xid, o.seq) <= (${to.xid}::xid8, ${to.seq}::bigint)
      limit ${most}
    ) between_them group by type`.execute(db);
  if (rows.reduce((sum, row) => sum + row.n, 0) === most) return undefined;
  return new Set(rows.map((row) => row.type));
}

/** The newest position below the horizon, or the start. */
export async function outboxHead(db: Ctx['db']): Promise<OutboxPosition> {
  const { rows } = await sql<{ xid: string; seq: number }>`
    select o.xid::text as xid, o.seq from kernel.outbox o
    where o.xid < pg_snapshot_xmin(pg_current_snapshot())
    order by o.xid desc, o.seq desc limit 1
  `.execute(db);
  const row = rows[0];
  return row ? { xid: row.xid, seq: row.seq } : { xid: '0', seq: 0 };
}
