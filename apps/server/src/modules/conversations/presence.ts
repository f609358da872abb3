import type { Ctx } from '../../kernel/context.ts';
import { tellNow } from '../../kernel/live.ts';
import { customersOf } from '../customers/index.ts';
import { shopperOf, staffOf } from './actors.ts';
import { findThread } from './findThread.ts';
import type { StaffNames } from './names.ts';
import { tables } from './tables.ts';
import type { Doing, ThreadRow, Who } from './types.ts';

/** Somebody in a conversation, for as long as `until` says unless they say it again. */
export interface Present {
  who: Who;
  personId: string;
  doing: Doing;
  /** RFC 3339 */
  until: string;
}

/** A browser says again every 20 s that it looks, and every 4 s that somebody types: two may be lost. */
const lookingMs = 45_000;
const typingMs = 9_000;

/**
 * A colleague looks at a conversation, types an answer or a note in it, or is gone. All desks hear it at once, on
 * whatever server; the customer hears that an answer is being typed, and nothing of notes.
 */
export async function notePresence(
  ctx: Ctx,
  input: { threadId: string; doing: Doing | 'gone' },
  names: StaffNames,
): Promise<void> {
  const staffId = staffOf(ctx);
  const thread = await findThread(ctx, input.threadId);
  const until = await write(ctx, thread.id, { who: 'staff', personId: staffId, doing: input.doing });
  const known = (await names(ctx, [staffId])).get(staffId);
  await tellDesk(ctx, thread.id, {
    who: 'staff',
    personId: staffId,
    name: known?.name ?? null,
    doing: input.doing,
    until,
  });
  if (input.doing === 'writing') {
    await tellNow(ctx, {
      type: 'conversations.answer.typing',
      subjectId: thread.reply_subject_id,
      data: { threadId: thread.id, name: known?.short ?? null, until },
    });
  }
}

/** The shopper types in the chat, or stopped. What is typed stays with them. */
export async function noteTyping(ctx: Ctx, typing: boolean): Promise<void> {
  const shopper = shopperOf(ctx);
  const thread = await threadOf(ctx, shopper.subjectId);
  if (!thread) return;
  const doing = typing ? 'writing' : 'gone';
  const until = await write(ctx, thread.id, { who: 'shopper', personId: shopper.subjectId, doing });
  await tellDesk(ctx, thread.id, { who: 'shopper', personId: shopper.subjectId, name: null, doing, until });
}

/** Who is in each of these threads now. One statement. */
export async function presentIn(ctx: Ctx, threadIds: readonly string[]): Promise<Map<string, Present[]>> {
  const found = new Map<string, Present[]>();
  if (threadIds.length === 0) return found;
  const rows = await tables(ctx)
    .selectFrom('conversations.presence')
    .selectAll()
    .where('thread_id', 'in', [...threadIds])
    .where('until', '>', ctx.clock.now())
    .orderBy('person_id')
    .execute();
  for (const row of rows) {
    const present = { who: row.who, personId: row.person_id, doing: row.doing, until: row.until.toISOString() };
    found.set(row.thread_id, [...(found.get(row.thread_id) ?? []), present]);
  }
  return found;
}

async function write(
  ctx: Ctx,
  threadId: string,
  { who, personId, doing }: { who: Who; personId: string; doing: Doing | 'gone' },
): Promise<string> {
  const now = ctx.clock.now();
  const until = new Date(now.getTime() + (doing === 'gone' ? 0 : doing === 'looking' ? lookingMs : typingMs));
  if (doing === 'gone') {
    await tables(ctx)
      .deleteFrom('conversations.presence')
      .where('thread_id', '=', threadId)
      .where((eb) => eb.or([eb.and({ who, person_id: personId }), eb('until', '<', now)]))
      .execute();
  } else {
    await tables(ctx)
      .insertInto('conversations.presence')
      .values({ thread_id: threadId, who, person_id: personId, doing, until })
      .onConflict((conflict) => conflict.columns(['thread_id', 'who', 'person_id']).doUpdateSet({ doing, until }))
      .execute();
  }
  return until.toISOString();
}

const tellDesk = (
  ctx: Ctx,
  threadId: string,
  present: { who: Who; personId: string; name: string | null; doing: Doing | 'gone'; until: string },
) => tellNow(ctx, { type: 'conversations.presence.changed', data: { threadId, ...present } });

async function threadOf(ctx: Ctx, subjectId: string): Promise<Pick<ThreadRow, 'id'> | undefined> {
  const customerId = (await customersOf(ctx, [subjectId])).get(subjectId);
  if (!customerId) return undefined;
  return tables(ctx)
    .selectFrom('conversations.thread')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('joined_into', 'is', null)
    .executeTakeFirst();
}
