import { sql } from 'kysely';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { once } from '../../../kernel/idempotency.ts';
import { type Refusal, refuse } from '../../../kernel/result.ts';
import { tables } from '../tables.ts';
import type { TemplateName } from './data.ts';
import { sendMailJobName } from './queueMail.ts';
import { templates } from './templates/index.ts';

/**
 * Sends a mail once more, word for word and to the same address: customers overlook the first one. A second tap within
 * the same minute is the same act. Refuses what was never sent and what held a one-time code.
 */
export async function resendMail(ctx: Ctx, mailId: string): Promise<{ mailId: string } | Refusal> {
  return once(ctx, 'engagement.resend-mail', async (tx) => {
    const mail = await tables(tx)
      .selectFrom('engagement.mail')
      .select(['state', 'template'])
      .where('id', '=', mailId)
      .executeTakeFirst();
    if (!mail) throw new AppError('not_found', { detail: 'There is no such mail.' });
    if (mail.state !== 'sent')
      return refuse('illegal_transition', {
        detail: `The mail is ${mail.state}; only one that was sent can be sent once more.`,
      });
    if (templates[mail.template as TemplateName]?.secret)
      return refuse('illegal_transition', { detail: 'A one-time code is not sent twice. Ask for a new one.' });
    const now = tx.clock.now();
    const uniqueKey = `resend:${mailId}:${now.toISOString().slice(0, 16)}`;
    const { rows } = await sql<{ id: string; fresh: boolean }>`
      with copied as (
        insert into engagement.mail (id, unique_key, template, language, subject_id, customer_id, thread_id, to_address, subject, html,
          body_text, pictures, state, queued_at)
        select ${tx.newId()}::uuid, ${uniqueKey}, template, language, subject_id, customer_id, thread_id, to_address, subject, html,
          body_text, pictures, 'queued', ${now}
        from engagement.mail where id = ${mailId}
        on conflict (unique_key) do nothing
        returning id)
      select id, true as fresh from copied
      union all select id, false from engagement.mail where unique_key = ${uniqueKey}`.execute(tx.db);
    const [copy] = rows;
    if (!copy)
      throw new AppError('version_conflict', { detail: 'A colleague is sending it at this moment. Look again.' });
    if (copy.fresh) {
      await tx.jobs.enqueue(tx, sendMailJobName, { mailId: copy.id });
      await audit(tx, { act: 'mail.resend', target: 'mail', targetId: mailId, after: { mailId: copy.id } });
    }
    return { mailId: copy.id };
  });
}
