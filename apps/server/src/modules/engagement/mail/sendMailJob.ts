import type { Ctx } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/database.ts';
import type { JobDefinition } from '../../../kernel/jobs.ts';
import { emit } from '../../../kernel/outbox.ts';
import { recordDelivery } from '../../conversations/index.ts';
import { mayContact } from '../../customers/index.ts';
import { type EngagementConfig, mailDomain } from '../config.ts';
import { tables } from '../tables.ts';
import { type ClaimedMail, claimMail } from './claimMail.ts';
import type { TemplateName } from './data.ts';
import { sendMailJobName } from './queueMail.ts';
import { templates } from './templates/index.ts';
import { describeFailure, isPermanent, sendBySmtp } from './transport.ts';

/** With pg-boss's doubling pauses from 2 s on, the last try comes after about four and a half hours. */
export const mailAttempts = 13;

/** Sends one mail. `smtpUrl` is asked at each run, because the catcher gets its port when it starts. */
export function sendMailJob(
  config: EngagementConfig,
  smtpUrl: (ctx: Ctx) => Promise<string>,
): JobDefinition<{ mailId?: string }> {
  return {
    name: sendMailJobName,
    retryLimit: mailAttempts - 1,
    async handle(ctx, { mailId }) {
      if (!mailId) return;
      const mail = await claimMail(ctx, mailId, mailDomain(config));
      if (!mail) return;
      // Between writing and sending somebody may have said no.
      const who = mail.customerId ? { customerId: mail.customerId } : { kind: 'email' as const, value: mail.to };
      const may = await mayContact(ctx, who, mail.purpose, 'email');
      if (!may.allowed) return giveUp(ctx, mail, { code: `not sent: ${may.reason}` });
      let response: string;
      try {
        // No transaction is open here: the mail server may take its time.
        response = await sendBySmtp(await smtpUrl(ctx), config, mail, ctx.clock.now());
      } catch (error) {
        const given = isPermanent(error) || mail.attempts >= mailAttempts;
        await (given ? giveUp(ctx, mail, error) : putBack(ctx, mail, error));
        if (given) return;
        throw new Error(`mail ${mail.id}: ${describeFailure(error)}`);
      }
      await markSent(ctx, mail, response);
    },
  };
}

async function markSent(ctx: Ctx, mail: ClaimedMail, response: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const secret = templates[mail.template as TemplateName]?.secret === true;
    const row = await tables(tx)
      .updateTable('engagement.mail')
      .set((eb) => ({
        state: 'sent',
        sent_at: now,
        leased_until: null,
        response: response.slice(0, 300),
        last_error: null,
        version: eb('version', '+', 1),
        ...(secret ? { html: '', body_text: '' } : {}),
      }))
      .where('id', '=', mail.id)
      .where('state', '=', 'sending')
      .returning('version')
      .executeTakeFirst();
    if (!row) return;
    if (mail.chatMessageId) await recordDelivery(tx, { messageId: mail.chatMessageId, status: 'sent' });
    await tell(tx, 'engagement.mail.sent', mail, row.version);
  });
}

async function putBack(ctx: Ctx, mail: ClaimedMail, error: unknown): Promise<void> {
  await tables(ctx)
    .updateTable('engagement.mail')
    .set((eb) => ({
      state: 'queued',
      leased_until: null,
      last_error: describeFailure(error),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', mail.id)
    .where('state', '=', 'sending')
    .execute();
}

async function giveUp(ctx: Ctx, mail: ClaimedMail, error: unknown): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const row = await tables(tx)
      .updateTable('engagement.mail')
      .set((eb) => ({
        state: 'failed',
        failed_at: tx.clock.now(),
        leased_until: null,
        last_error: describeFailure(error),
        version: eb('version', '+', 1),
      }))
      .where('id', '=', mail.id)
      .where('state', '=', 'sending')
      .returning('version')
      .executeTakeFirst();
    if (!row) return;
    if (mail.chatMessageId)
      await recordDelivery(tx, { messageId: mail.chatMessageId, status: 'failed', reason: describeFailure(error) });
    await tell(tx, 'engagement.mail.failed', mail, row.version);
    tx.log.error(
      { mailId: mail.id, template: mail.template, attempts: mail.attempts, reason: describeFailure(error) },
      'a mail was given up',
    );
  });
}

function tell(
  tx: Ctx,
  type: 'engagement.mail.sent' | 'engagement.mail.failed',
  mail: ClaimedMail,
  version: number,
): Promise<void> {
  return emit(tx, {
    type,
    subjectId: mail.subjectId ?? undefined,
    aggregate: 'mail',
    aggregateId: mail.id,
    aggregateVersion: version,
    channel: 'email',
    data: { mailId: mail.id, template: mail.template, ...(mail.threadId ? { threadId: mail.threadId } : {}) },
  });
}
