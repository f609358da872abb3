import { sql } from 'kysely';
import type { Ctx, Language } from '../../../kernel/context.ts';
import { tables } from '../tables.ts';

/** How long one worker has a mail for itself; longer than all timeouts of the mail connection together. */
export const leaseSeconds = 60;

export interface ClaimedMail {
  id: string;
  template: string;
  purpose: 'service' | 'marketing';
  language: Language;
  customerId: string | null;
  subjectId: string | null;
  threadId: string | null;
  chatMessageId: string | null;
  to: string;
  subject: string;
  html: string;
  text: string;
  pictures: { cid: string; qr: string }[];
  messageId: string;
  attempts: number;
  /** Message-IDs of earlier mails of the thread, oldest first. */
  references: string[];
}

/**
 * Takes a mail to send it: one that waits, or one whose worker vanished. undefined = sent, failed, or in another
 * worker's hands. The Message-ID is made from the mail's id, so a repeat after a crash can be recognised as one.
 */
export async function claimMail(ctx: Ctx, mailId: string, domain: string): Promise<ClaimedMail | undefined> {
  const now = ctx.clock.now();
  const row = await tables(ctx)
    .updateTable('engagement.mail')
    .set((eb) => ({
      state: 'sending',
      attempts: eb('attempts', '+', 1),
      leased_until: new Date(now.getTime() + leaseSeconds * 1000),
      message_id: eb.fn.coalesce('message_id', eb.val(`<${mailId}@${domain}>`)),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', mailId)
    .where((eb) =>
      eb.or([eb('state', '=', 'queued'), eb.and([eb('state', '=', 'sending'), eb('leased_until', '<', now)])]),
    )
    .returning([
      'id',
      'template',
      'purpose',
      'language',
      'customer_id',
      'subject_id',
      'thread_id',
      'chat_message_id',
      'to_address',
      'subject',
      'html',
      'body_text',
      'pictures',
      'message_id',
      'attempts',
      'queued_at',
    ])
    .executeTakeFirst();
  if (!row || row.subject === null || row.html === null || row.body_text === null || row.message_id === null)
    return undefined;
  return {
    id: row.id,
    template: row.template,
    purpose: row.purpose,
    language: row.language,
    customerId: row.customer_id,
    subjectId: row.subject_id,
    threadId: row.thread_id,
    chatMessageId: row.chat_message_id,
    to: row.to_address,
    subject: row.subject,
    html: row.html,
    text: row.body_text,
    pictures: row.pictures,
    messageId: row.message_id,
    attempts: row.attempts,
    references: row.thread_id ? await earlierMails(ctx, row.thread_id, row.to_address, row.queued_at) : [],
  };
}

/** Only mails to the same address: a program cannot thread under a message it never got. */
async function earlierMails(ctx: Ctx, threadId: string, to: string, before: Date): Promise<string[]> {
  const { rows } = await sql<{ message_id: string }>`
    select message_id from (
      select message_id, queued_at from engagement.mail
      where thread_id = ${threadId} and to_address = ${to} and queued_at < ${before} and message_id is not null
      order by queued_at desc limit 10) newest
    order by queued_at`.execute(ctx.db);
  return rows.map((row) => row.message_id);
}
