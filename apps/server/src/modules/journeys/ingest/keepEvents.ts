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

/**
 * Keeps events durably, those already seen left out: one statement, which is its own transaction. Returns how many were
 * new.
 *
 * A message is seen when its key is in the current or the previous generation. Each is guarded by its primary key, but
 * no key spans both: two servers that get the same message around the change of generations could each find it new.
 * Therefore in the first ten minutes of a generation keys go into both, and the older one decides.
 */
export async function keepEvents(
  ctx: Ctx,
  sourceId: string,
  receivedAt: Date,
  events: readonly UsableEvent[],
  remembered: 'a week' | typeof historyGeneration = 'a week',
): Promise<number> {
  const unique = [...new Map(events.map((event) => [event.key, event])).values()];
  if (unique.length === 0) return 0;
  const forGood = remembered === historyGeneration;
  const current = forGood ? historyGeneration : generationOf(receivedAt);
  const previous = current - 1;
  const overlap = !forGood && generationAgeMs(receivedAt) < overlapMs;
  const keep = async () => {
    const { rows } = await sql<{ kept: number }>`
      with given as (
        select * from unnest(${unique.map(() => ctx.newId())}::uuid[], ${unique.map((event) => event.key)}::uuid[],
          ${unique.map((event) => event.type)}::text[], ${unique.map((event) => event.at)}::timestamptz[],
          ${unique.map((event) => event.json)}::text[]) with ordinality as g(id, key, type, at, event, n)),
      older as (
        insert into journeys.seen_message (generation, source_id, key)
        select ${previous}::int, ${sourceId}::uuid, key from given where ${overlap}::boolean order by key
        on conflict do nothing returning key),
      fresh as (
        insert into journeys.seen_message (generation, source_id, key)
        select ${current}::int, ${sourceId}::uuid, g.key from given g
        where case when ${overlap}::boolean then g.key in (select key from older)
          else not exists (select 1 from journeys.seen_message s
            where s.generation = ${previous} and s.source_id = ${sourceId} and s.key = g.key) end
        order by g.key
        on conflict do nothing returning key),
      kept as (
        insert into journeys.inbox (received_at, id, source_id, type, at, event)
        select ${receivedAt}::timestamptz, g.id, ${sourceId}::uuid, g.type, g.at, g.event::json
        from given g join fresh using (key) order by g.n
        returning 1)
      select count(*) as kept from kept`.execute(ctx.db);
    return rows[0]?.kept ?? 0;
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
  /** What the address said it is. */
  type?: string | undefined;
  /** `sentAt` of its batch. */
  sentAt?: unknown;
  error?: string;
}

/** Keeps what could not be used, with the reason; what is larger than an event may be is cut to 4 KB. A repeat is kept once. */
export async function keepUnusable(
  ctx: Ctx,
  sourceId: string,
  receivedAt: Date,
  letters: readonly DeadLetter[],
): Promise<void> {
  if (letters.length === 0) return;
  const isWhole = ({ reason, json }: DeadLetter) => reason !== 'too_deep' && Buffer.byteLength(json) <= maxEventBytes;
  await sql`
    insert into journeys.dead_letter (id, received_at, source_id, reason, event, whole, given_type, sent_at, error)
    select id, ${receivedAt}, ${sourceId}::uuid, reason, event, whole, given_type, sent_at, error
    from unnest(${letters.map((letter) => hashToUuid(`${sourceId} ${letter.json}`))}::uuid[],
      ${letters.map((letter) => letter.reason)}::text[],
      ${letters.map((letter) => (isWhole(letter) ? letter.json : letter.json.slice(0, 4_096)))}::text[],
      ${letters.map(isWhole)}::boolean[],
      ${letters.map((letter) => letter.type ?? null)}::text[],
      ${letters.map(({ sentAt }) => (typeof sentAt === 'string' ? cleanText(sentAt).slice(0, 40) : null))}::text[],
      ${letters.map((letter) => (letter.error === undefined ? null : cleanText(letter.error).slice(0, 500)))}::text[])
      as d(id, reason, event, whole, given_type, sent_at, error)
    on conflict do nothing`.execute(ctx.db);
}
