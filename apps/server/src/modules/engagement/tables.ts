import type { ColumnType, Generated } from 'kysely';
import type { Ctx, Language } from '../../kernel/context.ts';

type Json<T> = ColumnType<T, string, string>;

export type MailState = 'queued' | 'sending' | 'sent' | 'failed';

export interface MailTable {
  id: string;
  unique_key: string;
  template: string;
  purpose: Generated<'service' | 'marketing'>;
  language: Language;
  subject_id: string | null;
  customer_id: string | null;
  thread_id: string | null;
  chat_message_id: string | null;
  to_address: string;
  subject: string | null;
  html: string | null;
  body_text: string | null;
  pictures: Json<{ cid: string; qr: string }[]>;
  data: Json<object> | null;
  state: MailState;
  attempts: Generated<number>;
  leased_until: Date | null;
  message_id: string | null;
  response: string | null;
  last_error: string | null;
  queued_at: Date;
  sent_at: Date | null;
  failed_at: Date | null;
  version: Generated<number>;
}

export interface CaughtAttachment {
  filename: string | null;
  type: string;
  /** Content-ID without its brackets. */
  cid: string | null;
  base64: string;
}

export interface CaughtMailTable {
  id: string;
  message_id: string;
  copies: Generated<number>;
  from_address: string;
  to_addresses: string[];
  subject: string;
  html: string | null;
  body_text: string | null;
  headers: Json<Record<string, string>>;
  attachments: Json<CaughtAttachment[]>;
  caught_at: Date;
}

export interface TextMessageTable {
  id: string;
  unique_key: string;
  template: string;
  language: Language;
  subject_id: string | null;
  to_number: string;
  body: string;
  state: MailState;
  attempts: Generated<number>;
  good_until: Date;
  leased_until: Date | null;
  provider_id: string | null;
  last_error: string | null;
  queued_at: Date;
  sent_at: Date | null;
  failed_at: Date | null;
  version: Generated<number>;
}

export interface CaughtTextTable {
  id: string;
  to_number: string;
  body: string;
  caught_at: Date;
}

export interface SmartLinkTable {
  id: string;
  slug: string;
  variant_id: string | null;
  product_id: string | null;
  category_slug: string | null;
  campaign_source: string;
  campaign_medium: string;
  campaign_name: string;
  campaign_content: string | null;
  label: string;
  created_by: string;
  created_at: Date;
  archived_at: Date | null;
  version: Generated<number>;
}

export interface SmartLinkClickTable {
  id: string;
  link_id: string;
  subject_id: string | null;
  clicked_at: Date;
  landed_on: string | null;
}

export type EngagementTables = {
  'engagement.mail': MailTable;
  'engagement.caught_mail': CaughtMailTable;
  'engagement.text_message': TextMessageTable;
  'engagement.caught_text': CaughtTextTable;
  'engagement.smart_link': SmartLinkTable;
  'engagement.smart_link_click': SmartLinkClickTable;
};

export const tables = (ctx: Pick<Ctx, 'db'>) => ctx.db.withTables<EngagementTables>();
