import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { emit } from '../../kernel/outbox.ts';
import { lockCustomerThreads, lockThreadOfCustomer, openThreadRow } from './lockThread.ts';
import { moveMessages } from './moveMessages.ts';
import { tables } from './tables.ts';
import type { ThreadRow } from './types.ts';

/**
 * A merge was undone: what was said under the subjects that leave goes to the other customer's thread, opened if need be.
 * undefined when nothing was said under them. Joins the caller's transaction.
 */
export async function separateThread(
  ctx: Ctx,
  input: { fromCustomer: string; toCustomer: string; subjectIds: readonly string[] },
): Promise<{ threadId: string; moved: number } | undefined> {
  const { fromCustomer, toCustomer, subjectIds } = input;
  const [firstSubject] = subjectIds;
  if (fromCustomer === toCustomer || !firstSubject) return undefined;
  return inTransaction(ctx, async (tx) => {
    await lockCustomerThreads(tx, [fromCustomer, toCustomer]);
    const from = await lockThreadOfCustomer(tx, fromCustomer);
    if (!from || !(await saidUnder(tx, from.id, subjectIds))) return undefined;
    const to = (await lockThreadOfCustomer(tx, toCustomer)) ?? (await openThreadRow(tx, toCustomer, firstSubject));
    if (!to) throw new Error('a thread appeared under the lock of its customer');
    const moved = await moveMessages(tx, from.id, to.id, subjectIds);
    for (const thread of [from, to]) {
      const version = await summarise(tx, thread, from.state);
      await emit(tx, {
        type: 'conversations.thread.separated',
        subjectId: thread === to ? firstSubject : from.subject_id,
        aggregate: 'thread',
        aggregateId: thread.id,
        aggregateVersion: version,
        data: { threadId: thread.id, fromThreadId: from.id, toThreadId: to.id, moved },
      });
    }
    return { threadId: to.id, moved };
  });
}

async function saidUnder(tx: Ctx, threadId: string, subjectIds: readonly string[]): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom('conversations.message')
    .select('id')
    .where('thread_id', '=', threadId)
    .where('subject_id', 'in', [...subjectIds])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Works out anew, from the messages that are left, what the thread's row says of them. */
async function summarise(tx: Ctx, thread: ThreadRow, stateBefore: ThreadRow['state']): Promise<number> {
  const { rows } = await sql<{
    last_message_at: Date | null;
    last_inbound_at: Date | null;
    last_chat_at: Date | null;
    reply_subject_id: string | null;
    unanswered_since: Date | null;
  }>`
    with words as (select * from conversations.message where thread_id = ${thread.id}),
      answered as (select coalesce(max(seq), 0) as seq from words where direction = 'out' and not internal)
    select max(sent_at) as last_message_at,
      max(sent_at) filter (where direction = 'in' and not internal) as last_inbound_at,
      max(sent_at) filter (where direction = 'in' and channel = 'chat') as last_chat_at,
      (array_agg(subject_id order by seq desc) filter (where direction = 'in' and not internal))[1] as reply_subject_id,
      min(sent_at) filter (where direction = 'in' and not internal and seq > (select seq from answered)) as unanswered_since
    from words`.execute(tx.db);
  const left = rows[0];
  const unanswered = stateBefore === 'waiting' ? (left?.unanswered_since ?? null) : null;
  const state = unanswered ? 'waiting' : stateBefore === 'closed' ? 'closed' : 'open';
  const row = await tables(tx)
    .updateTable('conversations.thread')
    .set((eb) => ({
      state,
      unanswered_since: unanswered,
      closed_at: state === 'closed' ? (thread.closed_at ?? tx.clock.now()) : null,
      last_message_at: left?.last_message_at ?? thread.last_message_at,
      last_inbound_at: left?.last_inbound_at ?? null,
      last_chat_at: left?.last_chat_at ?? null,
      reply_subject_id: left?.reply_subject_id ?? thread.subject_id,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', thread.id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}
