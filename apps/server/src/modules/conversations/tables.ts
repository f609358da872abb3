import type { ColumnType, Generated } from 'kysely';
import type { Channel, Ctx } from '../../kernel/context.ts';
import type { LocalizedText } from '../../kernel/schemas.ts';
import type { HoursException, WeeklyHours } from '../locations/index.ts';
import type { AuthorKind, Delivery, Direction, Doing, MessageKind, ThreadState, Who } from './types.ts';

type Json<T> = ColumnType<T, string, string>;

export interface ThreadTable {
  id: string;
  customer_id: string;
  subject_id: string;
  reply_subject_id: string;
  state: ThreadState;
  assignee_id: string | null;
  last_seq: Generated<number>;
  last_message_at: Date;
  last_inbound_at: Date | null;
  last_chat_at: Date | null;
  unanswered_since: Date | null;
  shopper_read_seq: Generated<number>;
  opened_at: Date;
  closed_at: Date | null;
  snoozed_until: Generated<Date | null>;
  joined_into: string | null;
  version: Generated<number>;
}

export interface MessageTable {
  id: string;
  thread_id: string;
  seq: number;
  subject_id: string;
  direction: Direction;
  channel: Channel;
  kind: MessageKind;
  internal: Generated<boolean>;
  author_kind: AuthorKind;
  author_id: string | null;
  text: string | null;
  data: Json<Record<string, unknown>>;
  channel_account: string | null;
  provider_id: string | null;
  client_key: string | null;
  delivery: Delivery | null;
  delivery_reason: string | null;
  sent_at: Date;
}

export interface CallTable {
  id: string;
  phone: string;
  direction: 'in' | 'out';
  missed: boolean;
  started_at: Date;
  duration_seconds: number | null;
  note: string | null;
  staff_id: string | null;
  thread_id: string | null;
  message_id: string | null;
  logged_at: Date;
}

export interface ContactTable {
  subject_id: string;
  reply_email: string | null;
  name: string | null;
  updated_at: Date;
}

export interface DraftTable {
  thread_id: string;
  staff_id: string;
  text: string;
  version: Generated<number>;
  updated_at: Date;
}

export interface PresenceTable {
  thread_id: string;
  who: Who;
  person_id: string;
  doing: Doing;
  until: Date;
}

export interface MacroTable {
  id: string;
  shortcut: string;
  title: Json<LocalizedText>;
  text: Json<LocalizedText>;
  version: Generated<number>;
  updated_at: Date;
}

export interface ServiceHoursTable {
  service: 'chat';
  hours: Json<WeeklyHours>;
  exceptions: Json<HoursException[]>;
  expected_answer_minutes: number;
  version: number;
}

export type ConversationsTables = {
  'conversations.thread': ThreadTable;
  'conversations.message': MessageTable;
  'conversations.call': CallTable;
  'conversations.contact': ContactTable;
  'conversations.draft': DraftTable;
  'conversations.presence': PresenceTable;
  'conversations.macro': MacroTable;
  'conversations.service_hours': ServiceHoursTable;
};

export const tables = (ctx: Pick<Ctx, 'db'>) => ctx.db.withTables<ConversationsTables>();
