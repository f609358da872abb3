import type { Ctx } from '../../kernel/context.ts';
import { customersOf } from '../customers/index.ts';
import { shopperOf } from './actors.ts';
import { tables } from './tables.ts';
import { type Message, toMessage } from './types.ts';

export interface OwnChat {
  /** null before the first message. */
  threadId: string | null;
  /** What the shopper was told to resume from no longer fits: begin anew with these messages. */
  restarted: boolean;
  messages: Message[];
  /** Resume after this. */
  lastSeq: number;
  hasMore: boolean;
}

const pageSize = 200;

/**
 * The shopper's own conversation after a number they already have. Found through the session alone, never by an id; and
 * of a thread that several identities share, an identity that has not proven itself sees only its own part.
 */
export async function readOwnChat(
  ctx: Ctx,
  resume: { after?: number | undefined; threadId?: string | undefined },
): Promise<OwnChat> {
  const shopper = shopperOf(ctx);
  const customerId = (await customersOf(ctx, [shopper.subjectId])).get(shopper.subjectId);
  const thread = customerId
    ? await tables(ctx)
        .selectFrom('conversations.thread')
        .select(['id', 'last_seq'])
        .where('customer_id', '=', customerId)
        .where('joined_into', 'is', null)
        .executeTakeFirst()
    : undefined;
  const asked = resume.after ?? 0;
  if (!thread) return { threadId: null, restarted: asked > 0, messages: [], lastSeq: 0, hasMore: false };
  // After a sign-in the conversation may be part of an older one, with other numbers.
  const restarted =
    asked > thread.last_seq || (asked > 0 && resume.threadId !== undefined && resume.threadId !== thread.id);
  const after = restarted ? 0 : asked;
  const rows = await tables(ctx)
    .selectFrom('conversations.message')
    .selectAll()
    .where('thread_id', '=', thread.id)
    .where('seq', '>', after)
    .where('internal', '=', false)
    .where('subject_id', 'in', shopper.subjectIds)
    .orderBy('seq')
    .limit(pageSize + 1)
    .execute();
  const messages = rows.slice(0, pageSize).map(toMessage);
  return {
    threadId: thread.id,
    restarted,
    messages,
    lastSeq: messages.at(-1)?.seq ?? after,
    hasMore: rows.length > pageSize,
  };
}
