import type { Ctx, Language } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/database.ts';
import { mayContact } from '../../customers/index.ts';
import { tables } from '../tables.ts';
import { addressOf, type Recipient } from './addressOf.ts';
import type { MailData, TemplateName } from './data.ts';
import { isMailAddress } from './mailAddress.ts';
import { mailFrame } from './mailFrame.ts';
import { type RenderedMail, renderMail } from './renderMail.ts';

export const sendMailJobName = 'engagement.send-mail';

export interface MailRequest<T extends TemplateName> {
  template: T;
  to: Recipient;
  /** The customer's own, when not said. */
  language?: Language;
  data: MailData[T];
  /** `marketing` is written only to who agreed to it; everything else was asked for (`service`). */
  purpose?: 'service' | 'marketing';
  /** Names the reason ("hold-confirmed:<reservation id>"): the same reason never makes two mails. */
  uniqueKey: string;
  subjectId?: string | undefined;
  /** Nobody has proven that the address is this person's: the links of the mail choose for the address, not for the person. */
  isUnproven?: boolean;
  /** The conversation it belongs to: answers come back to it, and it is threaded below earlier mails. */
  threadId?: string | undefined;
  /** The message of the conversation that it carries; its delivery status follows the mail's. */
  chatMessageId?: string | undefined;
}

export interface QueuedMail {
  /** null when there is no address to write to, or it may not be used. */
  mailId: string | null;
  /** false: this reason has its mail already, or there is nobody to write to. */
  queued: boolean;
}

/**
 * Writes a mail, in the caller's transaction, and the job that sends it: a mail goes out if and only if what it tells of
 * was committed. A mail that cannot be written (a missing variable is our mistake) is kept as failed and shown to an
 * administrator; it does not undo the hold or the order it tells of.
 */
export async function queueMail<T extends TemplateName>(ctx: Ctx, request: MailRequest<T>): Promise<QueuedMail> {
  return inTransaction(ctx, async (tx) => {
    const to = await addressOf(tx, request.to, request.language);
    if (to.email === undefined) {
      tx.log.info(
        { template: request.template, customerId: to.customerId },
        'no mail written: the customer has no address',
      );
      return { mailId: null, queued: false };
    }
    const purpose = request.purpose ?? 'service';
    const who = to.customerId ? { customerId: to.customerId } : { kind: 'email' as const, value: to.email };
    const may = await mayContact(tx, who, purpose, 'email');
    if (!may.allowed) {
      tx.log.info({ template: request.template, reason: may.reason }, 'no mail written: it may not be sent');
      return { mailId: null, queued: false };
    }
    const written = await write(tx, request, to.language, to.email);
    const id = tx.newId();
    const now = tx.clock.now();
    const inserted = await tables(tx)
      .insertInto('engagement.mail')
      .values({
        id,
        unique_key: request.uniqueKey,
        template: request.template,
        purpose,
        language: to.language,
        subject_id: request.subjectId ?? null,
        customer_id: to.customerId,
        thread_id: request.threadId ?? null,
        chat_message_id: request.chatMessageId ?? null,
        to_address: to.email,
        pictures: JSON.stringify('mail' in written ? written.mail.pictures : []),
        queued_at: now,
        message_id: null,
        response: null,
        leased_until: null,
        sent_at: null,
        ...('mail' in written
          ? {
              state: 'queued' as const,
              subject: written.mail.subject,
              html: written.mail.html,
              body_text: written.mail.text,
              data: null,
              last_error: null,
              failed_at: null,
            }
          : {
              state: 'failed' as const,
              subject: null,
              html: null,
              body_text: null,
              data: JSON.stringify(request.data),
              last_error: written.error,
              failed_at: now,
            }),
      })
      .onConflict((conflict) => conflict.column('unique_key').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!inserted) return { mailId: await mailOf(tx, request.uniqueKey), queued: false };
    if ('mail' in written) await tx.jobs.enqueue(tx, sendMailJobName, { mailId: id });
    else tx.log.error({ mailId: id, template: request.template, reason: written.error }, 'a mail could not be written');
    return { mailId: id, queued: 'mail' in written };
  });
}

async function write<T extends TemplateName>(
  ctx: Ctx,
  request: MailRequest<T>,
  language: Language,
  email: string,
): Promise<{ mail: RenderedMail } | { error: string }> {
  if (!isMailAddress(email)) return { error: 'the address is not one a mail can be sent to' };
  const { purpose = 'service' } = request;
  const subjectId = request.isUnproven ? null : (request.subjectId ?? null);
  const frame = await mailFrame(ctx, { email, subjectId, language, purpose });
  try {
    return { mail: renderMail(request.template, language, request.data, frame) };
  } catch (error) {
    // The message names the variable, not what a customer wrote.
    return {
      error:
        `the template could not be filled: ${error instanceof Error ? error.message.split('\n')[0] : 'unknown'}`.slice(
          0,
          500,
        ),
    };
  }
}

async function mailOf(ctx: Ctx, uniqueKey: string): Promise<string> {
  const row = await tables(ctx)
    .selectFrom('engagement.mail')
    .select('id')
    .where('unique_key', '=', uniqueKey)
    .executeTakeFirstOrThrow();
  return row.id;
}
