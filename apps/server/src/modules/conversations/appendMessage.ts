import { sql } from 'kysely';
import type { Channel, Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/outbox.ts';
import { nextState } from './nextState.ts';
import { tables } from './tables.ts';
import type { AuthorKind, Delivery, Direction, Message, MessageKind, ThreadRow } from './types.ts';
import { toMessage } from './types.ts';

export interface NewMessage {
  subjectId: string;
  direction: Direction;
  channel: Channel;
  kind: MessageKind;
  internal?: boolean;
  author: { kind: AuthorKind; id: string | null };
  text: string | null;
  data?: Record<string, unknown>;
  clientKey: string | null;
  delivery?: Delivery;
  missedCall?: boolean;
}

/** The message that this key already made in this thread. Ask under the thread's lock, or two twins both find none. */
export async function findByClientKey(tx: Ctx, threadId: string, clientKey: string): Promise<Message | undefined> {
  const row = await tables(tx)
    .selectFrom('conversations.message')
    .selectAll()
    .where('thread_id', '=', threadId)
    .where('client_key', '=', clientKey)
    .executeTakeFirst();
  return row && toMessage(row);
}

/**
 * Adds a message to a thread whose row the caller has locked, and tells of it. The number is raised and used in one
 * statement, so numbers have no gaps and a client that resumes after n gets exactly what is missing.
 */
export async function appendMessage(tx: Ctx, thread: ThreadRow, message: NewMessage): Promise<Message> {
  const now = tx.clock.now();
  const internal = message.internal ?? false;
  const after = nextState(
    { state: thread.state, unansweredSince: thread.unanswered_since },
    { direction: message.direction, kind: message.kind, internal, missedCall: message.missedCall ?? false },
    now,
  );
  const fromCustomer = message.direction === 'in' && !internal;
  const id = tx.newId();
  const delivery = message.direction === 'out' && !internal ? (message.delivery ?? 'sent') : null;
  const { rows } = await sql<{ seq: number; version: number }>`
    with raised as (
      update conversations.thread set
        last_seq = last_seq + 1,
        version = version + 1,
        last_message_at = ${now},
        state = ${after.state},
        unanswered_since = ${after.unansweredSince},
        closed_at = case when ${after.state} = 'closed' then closed_at end,
        last_inbound_at = case when ${fromCustomer} then ${now}::timestamptz else last_inbound_at end,
        last_chat_at = case when ${fromCustomer && message.channel === 'chat'} then ${now}::timestamptz else last_chat_at end,
        snoozed_until = case when ${fromCustomer} then null else snoozed_until end,
        reply_subject_id = case when ${fromCustomer} then ${message.subjectId}::uuid else reply_subject_id end
      where id = ${thread.id}
      returning last_seq, version
    ), written as (
      insert into conversations.message (id, thread_id, seq, subject_id, direction, channel, kind, internal, author_kind, author_id,
        text, data, client_key, delivery, sent_at)
      select ${id}, ${thread.id}, last_seq, ${message.subjectId}, ${message.direction}, ${message.channel}, ${message.kind}, ${internal},
        ${message.author.kind}, ${message.author.id}, ${message.text}, ${JSON.stringify(message.data ?? {})}::jsonb, ${message.clientKey},
        ${delivery}, ${now}
      from raised
    )
    select last_seq as seq, version from raised`.execute(tx.db);
  const raised = rows[0];
  if (!raised) throw new Error('the thread vanished under its lock');
  await emit(tx, {
    type: 'conversations.message.posted',
    subjectId: message.subjectId,
    aggregate: 'thread',
    aggregateId: thread.id,
    aggregateVersion: raised.version,
    channel: message.channel,
    data: {
      threadId: thread.id,
      messageId: id,
      seq: raised.seq,
      direction: message.direction,
      kind: message.kind,
      channel: message.channel,
      internal,
    },
  });
  return {
    id,
    threadId: thread.id,
    seq: raised.seq,
    subjectId: message.subjectId,
    direction: message.direction,
    channel: message.channel,
    kind: message.kind,
    internal,
    author: message.author,
    text: message.text,
    data: message.data ?? {},
    delivery,
    deliveryReason: null,
    sentAt: now.toISOString(),
  };
}
