import type { Ctx, Language } from '../../kernel/context.ts';
import { contactOf, getCustomers } from '../customers/index.ts';
import { canReply, type ReplyVerdict, replyEmailOf } from './canReply.ts';
import { readContact } from './contact.ts';
import { findThread } from './findThread.ts';
import { type Present, presentIn } from './presence.ts';
import { tables } from './tables.ts';
import { type Message, type Thread, toMessage, toThread } from './types.ts';

export interface ThreadPage {
  thread: Thread;
  customer: { id: string; displayName: string | null; language: Language };
  /** Said in the chat, not proven. */
  claimed: { name: string | null; email: string | null };
  replyBy: ReplyVerdict[];
  messages: Message[];
  /** There are newer ones (with `after`) or older ones (without). */
  hasMore: boolean;
  /** What this colleague has begun to write. */
  draft: { text: string; version: number } | null;
  present: Present[];
  /** Colleagues who began an answer in the last minutes. */
  alsoWriting: { staffId: string; at: string }[];
}

const writingMinutes = 3;

/** A thread as the desk needs it: the newest messages, those after a number, or those before one. A constant number of statements. */
export async function readThread(
  ctx: Ctx,
  threadId: string,
  page: { after?: number | undefined; before?: number | undefined; limit?: number | undefined } = {},
): Promise<ThreadPage> {
  const row = await findThread(ctx, threadId);
  const limit = page.limit ?? 100;
  const resuming = page.after !== undefined;
  const rows = await tables(ctx)
    .selectFrom('conversations.message')
    .selectAll()
    .where('thread_id', '=', row.id)
    .$if(resuming, (query) => query.where('seq', '>', page.after ?? 0))
    .$if(page.before !== undefined, (query) => query.where('seq', '<', page.before ?? 0))
    .orderBy('seq', resuming ? 'asc' : 'desc')
    .limit(limit + 1)
    .execute();
  const messages = rows.slice(0, limit).map(toMessage);
  const now = ctx.clock.now();
  const [contact, claimed, customers, drafts] = [
    await contactOf(ctx, row.customer_id),
    await readContact(ctx, row.reply_subject_id),
    await getCustomers(ctx, [row.customer_id]),
    await tables(ctx).selectFrom('conversations.draft').selectAll().where('thread_id', '=', row.id).execute(),
  ];
  const facts = { lastChatAt: row.last_chat_at, email: replyEmailOf(claimed.email, contact.email) };
  const me = ctx.actor.kind === 'staff' ? ctx.actor.staffId : undefined;
  const own = drafts.find((draft) => draft.staff_id === me);
  const recent = new Date(now.getTime() - writingMinutes * 60_000);
  return {
    thread: toThread(row),
    customer: {
      id: row.customer_id,
      displayName: customers.get(row.customer_id)?.displayName ?? null,
      language: contact.language,
    },
    claimed,
    replyBy: [canReply('chat', now, facts), canReply('email', now, facts)],
    messages: resuming ? messages : messages.reverse(),
    hasMore: rows.length > limit,
    draft: own ? { text: own.text, version: own.version } : null,
    present: (await presentIn(ctx, [row.id])).get(row.id) ?? [],
    alsoWriting: drafts
      .filter((draft) => draft.staff_id !== me && draft.updated_at > recent)
      .map((draft) => ({ staffId: draft.staff_id, at: draft.updated_at.toISOString() })),
  };
}

export async function getThread(ctx: Ctx, threadId: string): Promise<Thread> {
  return toThread(await findThread(ctx, threadId));
}

/** Threads of customers who have one. One statement. */
export async function threadsOfCustomers(ctx: Ctx, customerIds: readonly string[]): Promise<Map<string, Thread>> {
  if (customerIds.length === 0) return new Map();
  const rows = await tables(ctx)
    .selectFrom('conversations.thread')
    .selectAll()
    .where('customer_id', 'in', [...new Set(customerIds)])
    .where('joined_into', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.customer_id, toThread(row)]));
}
