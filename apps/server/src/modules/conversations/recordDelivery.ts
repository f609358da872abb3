import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { emit } from '../../kernel/outbox.ts';
import { advanceDelivery } from './advanceDelivery.ts';
import { lockThread } from './lockThread.ts';
import { tables } from './tables.ts';
import type { Delivery } from './types.ts';

/**
 * A report on one of our messages (accepted, delivered, read, failed and why). Joins the caller's transaction. False when
 * nothing changed: the message is unknown, or the report is older than what is known.
 */
export async function recordDelivery(
  ctx: Ctx,
  report: { messageId: string; status: Delivery; reason?: string },
): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const found = await tables(tx)
      .selectFrom('conversations.message')
      .select('thread_id')
      .where('id', '=', report.messageId)
      .executeTakeFirst();
    if (!found) return false;
    const thread = await lockThread(tx, found.thread_id);
    const message = await tables(tx)
      .selectFrom('conversations.message')
      .select(['id', 'seq', 'delivery', 'subject_id', 'channel'])
      .where('id', '=', report.messageId)
      .forUpdate()
      .executeTakeFirst();
    if (!message?.delivery) return false;
    const next = advanceDelivery(message.delivery, report.status);
    if (next === message.delivery) return false;
    await tables(tx)
      .updateTable('conversations.message')
      .set({ delivery: next, delivery_reason: next === 'failed' ? (report.reason ?? null) : null })
      .where('id', '=', message.id)
      .execute();
    const raised = await tables(tx)
      .updateTable('conversations.thread')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('id', '=', thread.id)
      .returning('version')
      .executeTakeFirstOrThrow();
    await emit(tx, {
      type: 'conversations.message.delivery',
      subjectId: message.subject_id,
      aggregate: 'thread',
      aggregateId: thread.id,
      aggregateVersion: raised.version,
      channel: message.channel,
      data: { threadId: thread.id, messageId: message.id, seq: message.seq, status: next },
    });
    return true;
  });
}
