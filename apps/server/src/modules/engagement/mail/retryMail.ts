import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { once } from '../../../kernel/idempotency.ts';
import { type Refusal, refuse } from '../../../kernel/result.ts';
import { tables } from '../tables.ts';
import type { MailData, TemplateName } from './data.ts';
import { isMailAddress } from './mailAddress.ts';
import { mailFrame } from './mailFrame.ts';
import { sendMailJobName } from './queueMail.ts';
import { renderMail } from './renderMail.ts';

/** Sends a failed mail again, written anew if it could not be written the first time. */
export async function retryMail(ctx: Ctx, mailId: string): Promise<{ mailId: string } | Refusal> {
  return once(ctx, 'engagement.retry-mail', async (tx) => {
    const mail = await tables(tx)
      .selectFrom('engagement.mail')
      .select(['id', 'state', 'template', 'language', 'data', 'html', 'to_address', 'purpose', 'subject_id'])
      .where('id', '=', mailId)
      .forUpdate()
      .executeTakeFirst();
    if (!mail) throw new AppError('not_found', { detail: 'There is no such mail.' });
    if (mail.state !== 'failed')
      return refuse('illegal_transition', {
        detail: `The mail is ${mail.state}; only a failed one can be sent again.`,
      });
    if (!isMailAddress(mail.to_address)) {
      return refuse('illegal_transition', {
        detail: 'Its address is not one a mail can be sent to. Correct the customer’s address and start the act again.',
      });
    }
    let anew = {};
    if (mail.html === null) {
      const written = renderMail(
        mail.template as TemplateName,
        mail.language,
        mail.data as MailData[TemplateName],
        await mailFrame(tx, {
          email: mail.to_address,
          subjectId: mail.subject_id,
          language: mail.language,
          purpose: mail.purpose,
        }),
      );
      anew = {
        subject: written.subject,
        html: written.html,
        body_text: written.text,
        pictures: JSON.stringify(written.pictures),
        data: null,
      };
    }
    await tables(tx)
      .updateTable('engagement.mail')
      .set((eb) => ({ state: 'queued', failed_at: null, attempts: 0, version: eb('version', '+', 1), ...anew }))
      .where('id', '=', mailId)
      .execute();
    await tx.jobs.enqueue(tx, sendMailJobName, { mailId });
    await audit(tx, { act: 'mail.retry', target: 'mail', targetId: mailId });
    return { mailId };
  });
}
