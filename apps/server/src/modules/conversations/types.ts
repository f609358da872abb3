import type { Selectable } from 'kysely';
import type { Channel } from '../../kernel/context.ts';
import type { MessageTable, ThreadTable } from './tables.ts';

/** `waiting`: the customer waits for us; `open`: nothing is owed; `closed`: done, until someone writes again. */
export type ThreadState = 'open' | 'waiting' | 'closed';
export type Direction = 'in' | 'out' | 'system';
export type MessageKind = 'text' | 'product' | 'cart' | 'hold' | 'call' | 'system';
export type AuthorKind = 'shopper' | 'staff' | 'system';
export type Delivery = 'pending' | 'sent' | 'delivered' | 'read' | 'failed';

/** On which side of a conversation somebody is. */
export type Who = 'staff' | 'shopper';
export type Doing = 'looking' | 'writing' | 'noting';

export type ThreadRow = Selectable<ThreadTable>;
export type MessageRow = Selectable<MessageTable>;

/** The one conversation with a customer. Instants are ISO texts. */
export interface Thread {
  id: string;
  customerId: string;
  subjectId: string;
  state: ThreadState;
  assigneeId: string | null;
  lastSeq: number;
  lastMessageAt: string;
  unansweredSince: string | null;
  openedAt: string;
  /** Out of the way until then, or until the customer writes. */
  snoozedUntil: string | null;
  version: number;
}

export interface Message {
  id: string;
  threadId: string;
  seq: number;
  subjectId: string;
  direction: Direction;
  channel: Channel;
  kind: MessageKind;
  /** Colleagues only. */
  internal: boolean;
  author: { kind: AuthorKind; id: string | null };
  text: string | null;
  data: Record<string, unknown>;
  delivery: Delivery | null;
  deliveryReason: string | null;
  sentAt: string;
}

export const longestMessage = 4_000;

export function toThread(row: ThreadRow): Thread {
  return {
    id: row.id,
    customerId: row.customer_id,
    subjectId: row.subject_id,
    state: row.state,
    assigneeId: row.assignee_id,
    lastSeq: row.last_seq,
    lastMessageAt: row.last_message_at.toISOString(),
    unansweredSince: row.unanswered_since?.toISOString() ?? null,
    openedAt: row.opened_at.toISOString(),
    snoozedUntil: row.snoozed_until?.toISOString() ?? null,
    version: row.version,
  };
}

export function toMessage(row: MessageRow): Message {
  return {
    id: row.id,
    threadId: row.thread_id,
    seq: row.seq,
    subjectId: row.subject_id,
    direction: row.direction,
    channel: row.channel,
    kind: row.kind,
    internal: row.internal,
    author: { kind: row.author_kind, id: row.author_id },
    text: row.text,
    data: row.data,
    delivery: row.delivery,
    deliveryReason: row.delivery_reason,
    sentAt: row.sent_at.toISOString(),
  };
}
