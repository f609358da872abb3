import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { appendMessage, findByClientKey } from './appendMessage.ts';
import { lockThread } from './lockThread.ts';
import type { Message } from './types.ts';

/**
 * A line of the thread that tells what the system or a colleague did (held, put aside, released, ordered): facts in
 * `data`, words are made where it is shown. Idempotent by `uniqueKey`. Joins the caller's transaction.
 */
export async function postSystemMessage(
  ctx: Ctx,
  input: {
    threadId: string;
    kind: 'hold' | 'cart' | 'product' | 'system';
    data: Record<string, unknown>;
    uniqueKey: string;
    /** Whose it is; the one who wrote last, when not said. */
    subjectId?: string | undefined;
    /** For colleagues only. */
    internal?: boolean;
  },
): Promise<Message> {
  return inTransaction(ctx, async (tx) => {
    const thread = await lockThread(tx, input.threadId);
    const clientKey = `system:${input.uniqueKey}`;
    const twin = await findByClientKey(tx, thread.id, clientKey);
    if (twin) return twin;
    return appendMessage(tx, thread, {
      subjectId: input.subjectId ?? thread.reply_subject_id,
      direction: 'system',
      channel: 'chat',
      kind: input.kind,
      internal: input.internal ?? false,
      author: { kind: 'system', id: tx.actor.kind === 'staff' ? tx.actor.staffId : null },
      text: null,
      data: input.data,
      clientKey,
    });
  });
}
