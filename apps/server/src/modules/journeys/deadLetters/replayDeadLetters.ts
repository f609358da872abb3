import { sql } from 'kysely';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { once } from '../../../kernel/idempotency.ts';
import { getRetailer } from '../../settings/index.ts';
import { checkEvent, type EventType, eventTypes, type UsableEvent } from '../ingest/checkEvent.ts';
import { keepEvents } from '../ingest/keepEvents.ts';
import { createPartitions } from '../ingest/partitions.ts';
import type { DeadLetterFilter } from './deadLetters.ts';

export interface Replayed {
  /** Taken in now; they go the way of all events. */
  taken: number;
  /** Their client has sent them well since, or somebody replayed them: known already. */
  known: number;
  /** Still cannot be used; they stay. */
  stillUnusable: number;
  /** More are left than fit into one go. */
  more: boolean;
}

/** A go holds its rows locked; more than this is asked for again. */
const mostAtOnce = 1_000;

interface Letter {
  id: string;
  received_at: Date;
  source_id: string;
  reason: string;
  event: string;
  given_type: string | null;
  sent_at: string | null;
  trusted: boolean;
}

/**
 * Takes events in again that could not be used: after the fault was mended that stood in their way. Each goes in once at most,
 * however often and from wherever it is asked: the row is locked, and goes in the transaction that takes its event in. They
 * keep the time at which they happened. What still cannot be used stays where it is.
 */
export async function replayDeadLetters(ctx: Ctx, which: DeadLetterFilter & { ids?: string[] }): Promise<Replayed> {
  // Before the transaction: a missing partition would end it.
  await createPartitions(ctx);
  return once(ctx, 'journeys.replay-dead-letters', async (tx) => {
    const letters = await lockLetters(tx, which);
    const chosen = letters.slice(0, mostAtOnce);
    const inVain: string[] = [];
    const usable: { letter: Letter; event: UsableEvent }[] = [];
    for (const letter of chosen) {
      const event = checkAgain(letter);
      if (event) usable.push({ letter, event });
      else inVain.push(letter.id);
    }
    const taken = await takeIn(tx, usable);
    if (usable.length > 0)
      await sql`delete from journeys.dead_letter where id = any(${usable.map(({ letter }) => letter.id)}::uuid[])`.execute(
        tx.db,
      );
    if (inVain.length > 0)
      await sql`update journeys.dead_letter set tried_at = ${tx.clock.now()} where id = any(${inVain}::uuid[])`.execute(
        tx.db,
      );
    const outcome = {
      taken,
      known: usable.length - taken,
      stillUnusable: inVain.length,
      more: letters.length > mostAtOnce,
    };
    await audit(tx, {
      act: 'journeys.replay-dead-letters',
      target: 'dead_letter',
      targetId: which.ids?.[0] ?? which.reason ?? 'all',
      after: { ...outcome, sourceId: which.sourceId ?? null, reason: which.reason ?? null },
    });
    return outcome;
  });
}

/** Those that failed before come last: they must not stand in front of what was never tried. */
async function lockLetters(tx: Ctx, which: DeadLetterFilter & { ids?: string[] }): Promise<Letter[]> {
  const { zone } = await getRetailer(tx);
  const { rows } = await sql<Letter>`
    select id, received_at, source_id, reason, event, given_type, sent_at, trusted from journeys.dead_letter
    where whole
      and (${which.ids ?? null}::uuid[] is null or id = any(${which.ids ?? null}::uuid[]))
      and (${which.reason ?? null}::text is null or reason = ${which.reason ?? null})
      and (${which.sourceId ?? null}::uuid is null or source_id = ${which.sourceId ?? null}::uuid)
      and (${which.day ?? null}::date is null
        or (received_at at time zone ${zone})::date = ${which.day ?? null}::date)
    order by tried_at nulls first, received_at, id
    limit ${mostAtOnce + 1}
    for update skip locked`.execute(tx.db);
  return rows;
}

function checkAgain(letter: Letter): UsableEvent | undefined {
  const checked = checkEvent(JSON.parse(letter.event), {
    type: eventTypes.find((type): type is EventType => type === letter.given_type),
    batch: letter.sent_at === null ? undefined : { sentAt: letter.sent_at },
    receivedAt: letter.received_at,
    trusted: letter.trusted,
  });
  return 'key' in checked ? checked : undefined;
}

/** Events nobody could resolve were kept once and are known by their key, so they go straight back into the inbox. */
async function takeIn(tx: Ctx, usable: readonly { letter: Letter; event: UsableEvent }[]): Promise<number> {
  const now = tx.clock.now();
  let taken = 0;
  const unresolved = usable.filter(({ letter }) => letter.reason === 'not_resolved');
  if (unresolved.length > 0) {
    const events = unresolved.map(({ event }) => event);
    await sql`
      insert into journeys.inbox (received_at, id, source_id, type, at, event, trusted)
      select ${now}::timestamptz, id, source_id, type, at, event::json, trusted
      from unnest(${events.map(() => tx.newId())}::uuid[], ${unresolved.map(({ letter }) => letter.source_id)}::uuid[],
        ${events.map((event) => event.type)}::text[], ${events.map((event) => event.at)}::timestamptz[],
        ${events.map((event) => event.json)}::text[], ${events.map((event) => event.trusted)}::boolean[])
        as g(id, source_id, type, at, event, trusted)`.execute(tx.db);
    taken += unresolved.length;
  }
  const refused = usable.filter(({ letter }) => letter.reason !== 'not_resolved');
  for (const sourceId of new Set(refused.map(({ letter }) => letter.source_id))) {
    const events = refused.filter(({ letter }) => letter.source_id === sourceId).map(({ event }) => event);
    taken += await keepEvents(tx, sourceId, now, events);
  }
  return taken;
}
