import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { type CaughtAttachment, tables } from '../tables.ts';

export interface CaughtMail {
  id: string;
  messageId: string;
  copies: number;
  from: string;
  to: string[];
  subject: string;
  html: string | null;
  text: string | null;
  headers: Record<string, string>;
  attachments: CaughtAttachment[];
  caughtAt: string;
}

/** The newest caught mails, of one address if asked. One statement. */
export async function listCaughtMails(
  ctx: Ctx,
  filter: { to?: string | undefined; limit: number },
): Promise<CaughtMail[]> {
  const rows = await tables(ctx)
    .selectFrom('engagement.caught_mail')
    .selectAll()
    .$if(filter.to !== undefined, (query) =>
      query.where(sql<boolean>`to_addresses @> array[${filter.to?.toLowerCase() ?? ''}]::text[]`),
    )
    .orderBy('caught_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit)
    .execute();
  return rows.map(toCaughtMail);
}

export async function getCaughtMail(ctx: Ctx, id: string): Promise<CaughtMail | undefined> {
  const row = await tables(ctx)
    .selectFrom('engagement.caught_mail')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toCaughtMail(row);
}

function toCaughtMail(row: {
  id: string;
  message_id: string;
  copies: number;
  from_address: string;
  to_addresses: string[];
  subject: string;
  html: string | null;
  body_text: string | null;
  headers: Record<string, string>;
  attachments: CaughtAttachment[];
  caught_at: Date;
}): CaughtMail {
  return {
    id: row.id,
    messageId: row.message_id,
    copies: row.copies,
    from: row.from_address,
    to: row.to_addresses,
    subject: row.subject,
    html: row.html,
    text: row.body_text,
    headers: row.headers,
    attachments: row.attachments,
    caughtAt: row.caught_at.toISOString(),
  };
}
