import { sql } from 'kysely';
import type { Channel, Ctx } from '../../kernel/context.ts';
import { decodeCursor, toPage } from '../../kernel/page.ts';
import { getCustomers, searchCustomers } from '../customers/index.ts';
import { staffOf } from './actors.ts';
import { type Direction, type MessageKind, type Thread, type ThreadRow, toThread } from './types.ts';

export const threadViews = ['mine', 'unassigned', 'waiting', 'all', 'snoozed', 'closed', 'any'] as const;
export type ThreadView = (typeof threadViews)[number];

export interface ThreadLine extends Thread {
  customerName: string | null;
  /** Said in the chat, not proven. */
  claimedName: string | null;
  /** The newest words in the thread, notes and system lines left out. */
  lastWords: { direction: Direction; kind: MessageKind; channel: Channel; text: string | null } | null;
}

type Row = ThreadRow & {
  words_direction: Direction | null;
  words_kind: MessageKind | null;
  words_channel: Channel | null;
  words_text: string | null;
  claimed_name: string | null;
};

function viewFilter(view: ThreadView, staffId: string, now: Date) {
  const awake = sql`(t.snoozed_until is null or t.snoozed_until <= ${now})`;
  switch (view) {
    case 'mine':
      return sql`t.assignee_id = ${staffId} and t.state <> 'closed' and ${awake}`;
    case 'unassigned':
      return sql`t.assignee_id is null and t.state <> 'closed' and ${awake}`;
    case 'waiting':
      return sql`t.unanswered_since is not null and ${awake}`;
    case 'all':
      return sql`t.state <> 'closed' and ${awake}`;
    case 'snoozed':
      return sql`t.snoozed_until > ${now} and t.state <> 'closed'`;
    case 'closed':
      return sql`t.state = 'closed'`;
    case 'any':
      return sql`true`;
  }
}

/** Threads of people who are called so or have this number or address, and those in which the words stand. */
async function wordsFilter(ctx: Ctx, query: string) {
  const people = await searchCustomers(ctx, query);
  const pattern = `%${query.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`and (t.customer_id = any(${people.map((customer) => customer.id)}::uuid[]) or c.name ilike ${pattern}
    or t.id in (select m.thread_id from conversations.message m where m.text ilike ${pattern}))`;
}

/**
 * A page of the inbox: `waiting` by who waits longest, all others by the newest message. Two statements, whatever the
 * length.
 */
export async function listThreads(
  ctx: Ctx,
  page: { view: ThreadView; query?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<{ items: ThreadLine[]; nextCursor: string | null }> {
  const longestFirst = page.view === 'waiting';
  const after = decodeCursor(page.cursor, ['instant', 'id']);
  const key = longestFirst ? sql`t.unanswered_since, t.id` : sql`t.last_message_at, t.id`;
  const beyond = after
    ? sql`and (${key}) ${longestFirst ? sql`>` : sql`<`} (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : sql``;
  const words = page.query ? await wordsFilter(ctx, page.query) : sql``;
  const order = longestFirst ? sql`t.unanswered_since, t.id` : sql`t.last_message_at desc, t.id desc`;
  const { rows } = await sql<Row>`
    select t.*, w.direction as words_direction, w.kind as words_kind, w.channel as words_channel, w.text as words_text, c.name as claimed_name
    from conversations.thread t
    left join conversations.contact c on c.subject_id = t.reply_subject_id
    left join lateral (
      select m.direction, m.kind, m.channel, left(m.text, 140) as text from conversations.message m
      where m.thread_id = t.id and not m.internal and m.direction <> 'system' order by m.seq desc limit 1
    ) w on true
    where t.joined_into is null and t.last_seq > 0 and ${viewFilter(page.view, staffOf(ctx), ctx.clock.now())} ${words} ${beyond}
    order by ${order}
    limit ${page.limit + 1}`.execute(ctx.db);
  const { items, nextCursor } = toPage(rows, page.limit, (row) => [
    ((longestFirst ? row.unanswered_since : null) ?? row.last_message_at).toISOString(),
    row.id,
  ]);
  const customers = await getCustomers(ctx, [...new Set(items.map((row) => row.customer_id))]);
  return {
    items: items.map((row) => ({
      ...toThread(row),
      customerName: customers.get(row.customer_id)?.displayName ?? null,
      claimedName: row.claimed_name,
      lastWords:
        row.words_direction && row.words_kind && row.words_channel
          ? { direction: row.words_direction, kind: row.words_kind, channel: row.words_channel, text: row.words_text }
          : null,
    })),
    nextCursor,
  };
}

export type ThreadCounts = Record<'mine' | 'unassigned' | 'waiting' | 'all' | 'snoozed' | 'closed', number>;

/** How many threads each view has. One statement. */
export async function countThreads(ctx: Ctx): Promise<ThreadCounts> {
  const now = ctx.clock.now();
  const count = (view: Exclude<ThreadView, 'any'>) =>
    sql`count(*) filter (where ${viewFilter(view, staffOf(ctx), now)}) as ${sql.ref(view)}`;
  const { rows } = await sql<ThreadCounts>`
    select ${sql.join((['mine', 'unassigned', 'waiting', 'all', 'snoozed', 'closed'] as const).map(count))}
    from conversations.thread t
    where t.joined_into is null and t.last_seq > 0`.execute(ctx.db);
  return rows[0] ?? { mine: 0, unassigned: 0, waiting: 0, all: 0, snoozed: 0, closed: 0 };
}
