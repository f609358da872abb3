import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { emit } from '../../kernel/outbox.ts';
import { type Refusal, refuse } from '../../kernel/result.ts';
import { staffOf } from './actors.ts';
import { appendMessage } from './appendMessage.ts';
import { lockThread } from './lockThread.ts';
import { tables } from './tables.ts';
import { type Thread, type ThreadRow, toThread } from './types.ts';

type Change = Partial<Pick<ThreadRow, 'state' | 'assignee_id' | 'unanswered_since' | 'closed_at' | 'snoozed_until'>>;

/** Writes a change of a locked thread, its event and its audit line. */
async function write(
  tx: Ctx,
  thread: ThreadRow,
  act: 'assigned' | 'closed' | 'reopened' | 'snoozed',
  change: Change,
  data: Record<string, unknown>,
): Promise<Thread> {
  const row = await tables(tx)
    .updateTable('conversations.thread')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', thread.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await emit(tx, {
    type: `conversations.thread.${act}`,
    subjectId: thread.reply_subject_id,
    aggregate: 'thread',
    aggregateId: thread.id,
    aggregateVersion: row.version,
    data: { threadId: thread.id, ...data },
  });
  await audit(tx, { act: `thread.${act}`, target: 'thread', targetId: thread.id, after: data });
  return toThread(row);
}

/**
 * Gives a thread to a colleague, to oneself, or (null) back to all, with a note of what is to be known. Doing it twice
 * changes nothing.
 */
export async function assignThread(
  ctx: Ctx,
  input: { threadId: string; staffId: string | null; note?: string | undefined },
): Promise<Thread> {
  const by = staffOf(ctx);
  return once(ctx, 'conversations.assign', async (tx) => {
    const thread = await lockThread(tx, input.threadId);
    if (thread.assignee_id === input.staffId) return toThread(thread);
    if (input.note?.trim()) {
      await appendMessage(tx, thread, {
        subjectId: thread.reply_subject_id,
        direction: 'out',
        channel: 'contact_centre',
        kind: 'text',
        internal: true,
        author: { kind: 'staff', id: by },
        text: input.note.trim(),
        data: { handedTo: input.staffId },
        clientKey: null,
      });
    }
    return write(
      tx,
      thread,
      'assigned',
      { assignee_id: input.staffId },
      { assigneeId: input.staffId, fromId: thread.assignee_id, byId: by },
    );
  });
}

/** Done, until someone writes again. Refuses `version_conflict` when the customer wrote after `ifSeq`. */
export async function closeThread(ctx: Ctx, input: { threadId: string; ifSeq?: number }): Promise<Thread | Refusal> {
  staffOf(ctx);
  return once(ctx, 'conversations.close', async (tx) => {
    const thread = await lockThread(tx, input.threadId);
    if (thread.state === 'closed') return toThread(thread);
    if (input.ifSeq !== undefined && (await customerWroteAfter(tx, thread.id, input.ifSeq))) {
      return refuse('version_conflict', {
        detail: 'The customer has just written again. The conversation stays open; read it first.',
        lastSeq: thread.last_seq,
      });
    }
    return write(
      tx,
      thread,
      'closed',
      { state: 'closed', unanswered_since: null, snoozed_until: null, closed_at: tx.clock.now() },
      {},
    );
  });
}

/** Whoever wrote in them is being forgotten: nobody answers any more. In the transaction of the caller. */
export async function endThreads(tx: Ctx, threadIds: readonly string[]): Promise<void> {
  for (const threadId of threadIds) {
    const thread = await lockThread(tx, threadId);
    if (thread.state === 'closed') continue;
    const end = { state: 'closed', unanswered_since: null, snoozed_until: null, closed_at: tx.clock.now() } as const;
    await write(tx, thread, 'closed', end, {});
  }
}

export async function reopenThread(ctx: Ctx, input: { threadId: string }): Promise<Thread> {
  staffOf(ctx);
  return once(ctx, 'conversations.reopen', async (tx) => {
    const thread = await lockThread(tx, input.threadId);
    if (thread.state !== 'closed') return toThread(thread);
    return write(tx, thread, 'reopened', { state: 'open', closed_at: null }, {});
  });
}

/** Out of the way until then (null: back at once); a customer who writes brings it back before. */
export async function snoozeThread(ctx: Ctx, input: { threadId: string; until: string | null }): Promise<Thread> {
  staffOf(ctx);
  const until = input.until === null ? null : new Date(input.until);
  if (until && until <= ctx.clock.now())
    throw new AppError('invalid_request', { detail: 'That moment has passed. Choose a later one.' });
  return once(ctx, 'conversations.snooze', async (tx) => {
    const thread = await lockThread(tx, input.threadId);
    if (thread.snoozed_until?.getTime() === until?.getTime()) return toThread(thread);
    return write(tx, thread, 'snoozed', { snoozed_until: until }, { until: until?.toISOString() ?? null });
  });
}

async function customerWroteAfter(tx: Ctx, threadId: string, seq: number): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom('conversations.message')
    .select('id')
    .where('thread_id', '=', threadId)
    .where('seq', '>', seq)
    .where('direction', '=', 'in')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
