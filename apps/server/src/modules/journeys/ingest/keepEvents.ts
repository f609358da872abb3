import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { cleanText } from '../resolve/safeText.ts';
import type { UsableEvent } from './checkEvent.ts';
import { hashToUuid } from './checkEvent.ts';
import { maxEventBytes } from './limits.ts';
import { createPartitions, generationAgeMs, generationOf } from './partitions.ts';

/** Longer than any transaction may last (idle and statement timeouts are a minute at most) and any two clocks differ. */
const overlapMs = 10 * 60_000;

/** Rows of a history are known for good: whoever imports a file again next year must not double it. */
export const historyGeneration = 0;

/** Events of one request, as they are to be kept. */
export interface ArrivedEvents {
  sourceId: string;
  receivedAt: Date;
  events: readonly UsableEvent[];
}

type Remembered = 'a week' | typeof historyGeneration;

/** Keeps the events of one request: see `keepEachOf`. Returns how many were new. */
export async function keepEvents(
  ctx: Ctx,
  sourceId: string,
  receivedAt: Date,
  events: readonly UsableEvent[],
  remembered: Remembered = 'a week',
): Promise<number> {
  const [kept = 0] = await keepEachOf(ctx, [{ sourceId, receivedAt, events }], remembered);
  return kept;
}

/** Whether events received at these two instants look for repeats in the same places. */
export function sharesGeneration(one: Date, other: Date): boolean {
  return generationOf(one) === generationOf(other) && isOverlap(one) === isOverlap(other);
}

const isOverlap = (receivedAt: Date) => generationAgeMs(receivedAt) < overlapMs;

/**
 * Keeps the events of some requests durably, those already seen left out: one statement, which is its own transaction.
 * Returns how many of each were new. The requests share a generation.
 *
 * A message is seen when its key is in the current or the previous generation. Each is guarded by its primary key, but
 * no key spans both: two servers that get the same message around the change of generations could each find it new.
 * Therefore in the first ten minutes of a generation keys go into both, and the older one decides.
 */
export async function keepEachOf(
  ctx: Ctx,
  requests: readonly ArrivedEvents[],
  remembered: Remembered = 'a week',
): Promise<number[]> {
  const unique = new Map<string, UsableEvent & { sourceId: string; receivedAt: Date; request: number }>();
  for (const [request, { sourceId, receivedAt, events }] of requests.entries()) {
    // Of a message that comes twice the last is kept: within a request the client said so, and requests at once are equal.
    for (const event of events) unique.set(`${sourceId} ${event.key}`, { ...event, sourceId, receivedAt, request });
  }
  const all = [...unique.values()];
  const [first] = all;
  if (!first) return requests.map(() => 0);
  const forGood = remembered === historyGeneration;
  const current = forGood ? historyGeneration : generationOf(first.receivedAt);
  const previous = current - 1;
  const overlap = !forGood && isOverlap(first.receivedAt);
  const keep = async () => {
    const { rows } = await sql<{ request: number; kept: number }>`
      with given as (
        select * from unnest(${all.map(() => ctx.newId())}::uuid[], ${all.map((event) => event.sourceId)}::uuid[],
          ${all.map((event) => event.key)}::uuid[], ${all.map((event) => event.receivedAt)}::timestamptz[],
          ${all.map((event) => event.type)}::text[], ${all.map((event) => event.at)}::timestamptz[],
          ${all.map((event) => event.json)}::text[], ${all.map((event) => event.trusted)}::boolean[],
          ${all.map((event) => event.request)}::int[])
          with ordinality as g(id, source_id, key, received_at, type, at, event, trusted, request, n)),
      older as (
        insert into journeys.seen_message (generation, source_id, key)
        select ${previous}::int, source_id, key from given where ${overlap}::boolean order by source_id, key
        on conflict do nothing returning source_id, key),
      fresh as (
        insert into journeys.seen_message (generation, source_id, key)
        select ${current}::int, g.source_id, g.key from given g
        where case when ${overlap}::boolean then (g.source_id, g.key) in (select source_id, key from older)
          else not exists (select 1 from journeys.seen_message s
            where s.generation = ${previous} and s.source_id = g.source_id and s.key = g.key) end
        order by g.source_id, g.key
        on conflict do nothing returning source_id, key),
      kept as (
        insert into journeys.inbox (received_at, id, source_id, type, at, event, trusted)
        select g.received_at, g.id, g.source_id, g.type, g.at, g.event::json, g.trusted
        from given g join fresh using (source_id, key) order by g.n)
      select g.request, count(*) as kept from given g join fresh using (source_id, key) group by g.request`.execute(
      ctx.db,
    );
    const kept = new Map(rows.map((row) => [row.request, row.kept]));
    return requests.map((_, request) => kept.get(request) ?? 0);
  };
  try {
    return await keep();
  } catch (error) {
    if (!isMissingPartition(error)) throw error;
    await createPartitions(ctx);
    return keep();
  }
}

function isMissingPartition(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return code === '23514' && String(message).includes('no partition of relation');
}

/** An event that could not be used, with all it takes to take it in once more. */
export interface DeadLetter {
  reason: string;
  json: string;
  trusted: boolean;
  /** What the address said it is. */
  type?: string | undefined;
  /** `sentAt` of its batch. */
  sentAt?: unknown;
  error?: string;
}

/** Of one source in about a day: a page with a fault, or somebody who found its public key, must not fill the disk. */
export const mostUnusable = 50_000;

/**
 * Keeps what could not be used, with the reason; what is larger than an event may be is cut to 4 KB. A repeat is kept once.
 * Of a source that sends more than `mostUnusable` the rest is counted and not kept, unless it came with a secret key; the
 * counts are a second old, so some more may be kept.
 */
export async function keepUnusable(
  ctx: Ctx,
  sourceId: string,
  receivedAt: Date,
  letters: readonly DeadLetter[],
): Promise<void> {
  if (letters.length === 0) return;
  const isWhole = ({ reason, json }: DeadLetter) => reason !== 'too_deep' && Buffer.byteLength(json) <= maxEventBytes;
  await sql`
    insert into journeys.dead_letter (id, received_at, source_id, reason, event, whole, given_type, sent_at, error, trusted)
    select id, ${receivedAt}, ${sourceId}::uuid, reason, event, whole, given_type, sent_at, error, trusted
    from unnest(${letters.map(({ trusted, json }) => hashToUuid(`${trusted ? 'trusted ' : ''}${sourceId} ${json}`))}::uuid[],
      ${letters.map((letter) => letter.reason)}::text[],
      ${letters.map((letter) => (isWhole(letter) ? letter.json : letter.json.slice(0, 4_096)))}::text[],
      ${letters.map(isWhole)}::boolean[],
      ${letters.map((letter) => letter.type ?? null)}::text[],
      ${letters.map(({ sentAt }) => (typeof sentAt === 'string' ? cleanText(sentAt).slice(0, 40) : null))}::text[],
      ${letters.map((letter) => (letter.error === undefined ? null : cleanText(letter.error).slice(0, 500)))}::text[],
      ${letters.map((letter) => letter.trusted)}::boolean[])
      as d(id, reason, event, whole, given_type, sent_at, error, trusted)
    where trusted or reason = 'not_resolved' or ${mostUnusable} > (
      select coalesce(sum(n), 0) from journeys.source_day
      where source_id = ${sourceId}::uuid and day >= ${receivedAt}::timestamptz::date and what like 'unusable:%')
    on conflict do nothing`.execute(ctx.db);
}
