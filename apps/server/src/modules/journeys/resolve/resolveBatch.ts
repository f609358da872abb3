import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/database.ts';
import { formatPosition, type OutboxPosition } from '../../../kernel/outbox.ts';
import { claimIdentifiers } from '../../customers/index.ts';
import { currentRules } from '../channels/currentRules.ts';
import { keepUnusable } from '../ingest/keepEvents.ts';
import type { TouchpointRow } from '../touchpoints/touchpoint.ts';
import { describeEvent } from './describeEvent.ts';
import { claimsOf, identifyEvents } from './identifyEvents.ts';
import { type InboxEvent, readInbox } from './inboxEvent.ts';
import { linkNamed } from './linkNamed.ts';
import { countUnknownStores, readPlaces } from './places.ts';
import { recordVisits } from './recordVisits.ts';
import { rememberSeen } from './rememberSeen.ts';
import { tellReports } from './tellReports.ts';

/**
 * Each batch costs the same dozen of statements. More than these would hold back whoever reads the outbox, which waits for
 * the oldest open transaction: an order's e-mail among them.
 */
export const batchSize = 2_500;

/** Each of these may link a person, which costs statements of its own. */
const mostTrusted = 200;

/**
 * Resolves the next events of the inbox: whose they are, which visits they make, what of them goes to ClickHouse. All of
 * it, and the cursor, in one transaction: exactly once. The rows wait in `outgoing` under the range as their token, so
 * what is sent after a crash is the same text again. `toAnalytics` is false where there is no analytics engine.
 *
 * Returns the number of events; 0 when there are none, or another server is at it.
 */
export async function resolveBatch(ctx: Ctx, toAnalytics: boolean, limit = batchSize): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const from = await lockCursor(tx);
    const items = from ? upToTrusted(await readInbox(tx, from, limit)) : [];
    const last = items.at(-1);
    if (!from || !last) return 0;
    const rows = await resolve(tx, items);
    if (toAnalytics)
      await queueRows(tx, `journeys-inbox:${formatPosition(from)}-${formatPosition(last.position)}`, items, rows);
    await moveCursor(tx, last.position);
    return items.length;
  });
}

/** The first of these, with no more trusted ones than are resolved at once. */
function upToTrusted(items: readonly InboxEvent[]): readonly InboxEvent[] {
  let trusted = 0;
  const end = items.findIndex((item) => {
    if (item.trusted) trusted += 1;
    return trusted > mostTrusted;
  });
  return end === -1 ? items : items.slice(0, end);
}

async function resolve(tx: Ctx, items: readonly InboxEvent[]): Promise<TouchpointRow[]> {
  const subjects = await identifyEvents(tx, items);
  const { rules } = await currentRules(tx);
  const places = await readPlaces(tx, items);
  const rows = items.map((item, index) => describeEvent(item, subjects[index], rules, places));
  const named = await linkNamed(tx, items, subjects);
  const claims = items.flatMap((item, index) => {
    const subjectId = subjects[index];
    return subjectId ? claimsOf(item, subjectId) : [];
  });
  const distinct = new Map(
    [...claims, ...named.claims].map((claim) => [`${claim.subjectId} ${claim.kind} ${claim.value}`, claim]),
  );
  await claimIdentifiers(tx, [...distinct.values()]);
  await recordVisits(tx, rows);
  await tellReports(tx, items, rows, named.ours);
  await countUnknownStores(tx, items, places);
  await rememberSeen(tx, items, rows);
  return rows;
}

/** An event that no attempt gets through must not stand in front of all later ones. */
export async function setAsideNext(ctx: Ctx, error: unknown): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const from = await lockCursor(tx);
    const [item] = from ? await readInbox(tx, from, 1) : [];
    if (!item) return;
    await keepUnusable(tx, item.sourceId, item.receivedAt, [
      {
        reason: 'not_resolved',
        json: JSON.stringify(item.event),
        trusted: item.trusted,
        type: item.type,
        error: String(error),
      },
    ]);
    await moveCursor(tx, item.position);
    tx.log.error({ eventId: item.id, err: error }, 'tracked event set aside');
  });
}

/** SKIP LOCKED: another server that is at it is enough. */
async function lockCursor(tx: Ctx): Promise<OutboxPosition | undefined> {
  const { rows } = await sql<OutboxPosition>`
    select xid::text as xid, seq from journeys.cursor where name = 'inbox' for update skip locked`.execute(tx.db);
  return rows[0];
}

async function moveCursor(tx: Ctx, to: OutboxPosition): Promise<void> {
  await sql`update journeys.cursor set xid = ${to.xid}::xid8, seq = ${to.seq} where name = 'inbox'`.execute(tx.db);
}

async function queueRows(
  tx: Ctx,
  token: string,
  items: readonly InboxEvent[],
  rows: readonly TouchpointRow[],
): Promise<void> {
  const oldest = new Date(Math.min(...items.map((item) => item.receivedAt.getTime())));
  await sql`insert into journeys.outgoing (token, oldest_received_at, rows)
    values (${token}, ${oldest}, ${JSON.stringify(rows)}::json)`.execute(tx.db);
}
