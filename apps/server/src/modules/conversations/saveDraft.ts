import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { type Refusal, refuse } from '../../kernel/result.ts';
import { staffOf } from './actors.ts';
import { lockThread } from './lockThread.ts';
import { tables } from './tables.ts';

export interface Draft {
  text: string;
  /** 0 = there is none. */
  version: number;
}

/** What this colleague has begun to write, from whatever device. */
export async function readDraft(ctx: Ctx, threadId: string): Promise<Draft> {
  const row = await tables(ctx)
    .selectFrom('conversations.draft')
    .select(['text', 'version'])
    .where('thread_id', '=', threadId)
    .where('staff_id', '=', staffOf(ctx))
    .executeTakeFirst();
  return row ?? { text: '', version: 0 };
}

/**
 * Keeps a beginning. `version` is the one it was read as (0 = new): where another device wrote meanwhile it refuses
 * `version_conflict` and says what is there. An empty text forgets it.
 */
export async function saveDraft(
  ctx: Ctx,
  input: { threadId: string; text: string; version: number },
): Promise<Draft | Refusal> {
  const staffId = staffOf(ctx);
  return inTransaction(ctx, async (tx) => {
    const thread = await lockThread(tx, input.threadId);
    const own = { threadId: thread.id, staffId };
    const kept = await readDraft(tx, thread.id);
    if (kept.version !== input.version && kept.text !== input.text) {
      return refuse('version_conflict', {
        detail: 'This draft was changed on another device. Both texts are kept: yours here, the other in `draft`.',
        draft: kept,
      });
    }
    if (input.text === '') {
      await tables(tx)
        .deleteFrom('conversations.draft')
        .where('thread_id', '=', own.threadId)
        .where('staff_id', '=', staffId)
        .execute();
      return { text: '', version: 0 };
    }
    const updated_at = tx.clock.now();
    return tables(tx)
      .insertInto('conversations.draft')
      .values({ thread_id: own.threadId, staff_id: staffId, text: input.text, updated_at })
      .onConflict((conflict) =>
        conflict
          .columns(['thread_id', 'staff_id'])
          .doUpdateSet((eb) => ({ text: input.text, updated_at, version: eb('conversations.draft.version', '+', 1) })),
      )
      .returning(['text', 'version'])
      .executeTakeFirstOrThrow();
  });
}
