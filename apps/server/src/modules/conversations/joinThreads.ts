import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { emit } from '../../kernel/outbox.ts';
import { lockCustomerThreads } from './lockThread.ts';
import { moveMessages } from './moveMessages.ts';
import { tables } from './tables.ts';
import type { ThreadRow } from './types.ts';

export interface JoinedThreads {
  threadId: string;
  /** null: the thread only changed its customer. */
  fromThreadId: string | null;
  moved: number;
}

/**
 * Two customers are one now: the thread of the one goes into the thread of the other, its messages in their order after
 * those. undefined when there was nothing to join, so doing it twice is doing it once. Joins the caller's transaction.
 */
export async function joinThreads(
  ctx: Ctx,
  fromCustomer: string,
  toCustomer: string,
): Promise<JoinedThreads | undefined> {
  if (fromCustomer === toCustomer) return undefined;
  return inTransaction(ctx, async (tx) => {
    await lockCustomerThreads(tx, [fromCustomer, toCustomer]);
    const rows = await tables(tx)
      .selectFrom('conversations.thread')
      .selectAll()
      .where('customer_id', 'in', [fromCustomer, toCustomer])
      .where('joined_into', 'is', null)
      .orderBy('id')
      .forUpdate()
      .execute();
    const from = rows.find((row) => row.customer_id === fromCustomer);
    const into = rows.find((row) => row.customer_id === toCustomer);
    if (!from) return undefined;
    if (!into) return handOver(tx, from, toCustomer);
    return join(tx, from, into);
  });
}

async function handOver(tx: Ctx, from: ThreadRow, toCustomer: string): Promise<JoinedThreads> {
  const row = await tables(tx)
    .updateTable('conversations.thread')
    .set((eb) => ({ customer_id: toCustomer, version: eb('version', '+', 1) }))
    .where('id', '=', from.id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return tell(tx, from.reply_subject_id, row.version, { threadId: from.id, fromThreadId: null, moved: 0 });
}

async function join(tx: Ctx, from: ThreadRow, into: ThreadRow): Promise<JoinedThreads> {
  // First out of the way: the unique index allows one open thread a customer, and its lists must not show both.
  await tables(tx)
    .updateTable('conversations.thread')
    .set((eb) => ({
      joined_into: into.id,
      state: 'closed',
      unanswered_since: null,
      closed_at: tx.clock.now(),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', from.id)
    .execute();
  const moved = await moveMessages(tx, from.id, into.id);
  await moveDrafts(tx, from.id, into.id);
  const later = isLater(from.last_inbound_at, into.last_inbound_at) ? from : into;
  const unanswered = earliest(from.unanswered_since, into.unanswered_since);
  const open = from.state !== 'closed' || into.state !== 'closed';
  const row = await tables(tx)
    .updateTable('conversations.thread')
    .set((eb) => ({
      state: unanswered ? 'waiting' : open ? 'open' : 'closed',
      unanswered_since: unanswered,
      closed_at: unanswered || open ? null : into.closed_at,
      assignee_id: into.assignee_id ?? from.assignee_id,
      reply_subject_id: later.reply_subject_id,
      last_message_at:
        from.last_seq > 0 && from.last_message_at > into.last_message_at ? from.last_message_at : into.last_message_at,
      last_inbound_at: latest(from.last_inbound_at, into.last_inbound_at),
      last_chat_at: latest(from.last_chat_at, into.last_chat_at),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', into.id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return tell(tx, from.reply_subject_id, row.version, { threadId: into.id, fromThreadId: from.id, moved });
}

async function tell(tx: Ctx, subjectId: string, version: number, joined: JoinedThreads): Promise<JoinedThreads> {
  await emit(tx, {
    type: 'conversations.thread.joined',
    subjectId,
    aggregate: 'thread',
    aggregateId: joined.threadId,
    aggregateVersion: version,
    data: { ...joined },
  });
  return joined;
}

/** A colleague who had begun an answer in both keeps both beginnings. */
async function moveDrafts(tx: Ctx, from: string, into: string): Promise<void> {
  await sql`
    insert into conversations.draft as d (thread_id, staff_id, text, version, updated_at)
    select ${into}, staff_id, text, version, updated_at from conversations.draft where thread_id = ${from}
    on conflict (thread_id, staff_id) do update set text = left(d.text || E'\n\n' || excluded.text, 4000), version = d.version + 1`.execute(
    tx.db,
  );
  await tables(tx).deleteFrom('conversations.draft').where('thread_id', '=', from).execute();
}

const isLater = (a: Date | null, b: Date | null) => a !== null && (b === null || a > b);
const latest = (a: Date | null, b: Date | null) => (isLater(a, b) ? a : b);
const earliest = (a: Date | null, b: Date | null) => (a && b ? (a < b ? a : b) : (a ?? b));
