import type { Ctx } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/database.ts';
import type { JobDefinition } from '../../../kernel/jobs.ts';
import { emit } from '../../../kernel/outbox.ts';
import { tables } from '../tables.ts';
import { sendTextJobName } from './queueText.ts';
import { type TextName, textBodies } from './textBodies.ts';
import { type TextGateway, TextRefused } from './textGateway.ts';

/** Longer than the gateway is waited for. */
const leaseSeconds = 60;

interface Claimed {
  id: string;
  template: string;
  subject_id: string | null;
  to_number: string;
  body: string;
  good_until: Date;
}

/** Sends one text message. After a crash between the gateway's yes and our mark it goes out twice: the same words again. */
export function sendTextJob(gateway: TextGateway): JobDefinition<{ textId?: string }> {
  return {
    name: sendTextJobName,
    retryLimit: 8,
    async handle(ctx, { textId }) {
      const text = textId && (await claim(ctx, textId));
      if (!text) return;
      if (text.good_until <= ctx.clock.now()) return finish(ctx, text, { error: 'too late to be of use' });
      try {
        // No transaction is open here: the gateway may take its time.
        await finish(ctx, text, { providerId: await gateway(ctx, { to: text.to_number, body: text.body }) });
      } catch (error) {
        const reason = error instanceof Error ? error.message.slice(0, 200) : 'unknown trouble';
        if (error instanceof TextRefused) return finish(ctx, text, { error: reason });
        await putBack(ctx, text, reason);
        throw new Error(`text message ${text.id}: ${reason}`);
      }
    },
  };
}

async function claim(ctx: Ctx, textId: string): Promise<Claimed | undefined> {
  const now = ctx.clock.now();
  return tables(ctx)
    .updateTable('engagement.text_message')
    .set((eb) => ({
      state: 'sending',
      attempts: eb('attempts', '+', 1),
      leased_until: new Date(now.getTime() + leaseSeconds * 1_000),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', textId)
    .where((eb) =>
      eb.or([eb('state', '=', 'queued'), eb.and([eb('state', '=', 'sending'), eb('leased_until', '<', now)])]),
    )
    .returning(['id', 'template', 'subject_id', 'to_number', 'body', 'good_until'])
    .executeTakeFirst();
}

async function putBack(ctx: Ctx, text: Claimed, reason: string): Promise<void> {
  await tables(ctx)
    .updateTable('engagement.text_message')
    .set((eb) => ({ state: 'queued', leased_until: null, last_error: reason, version: eb('version', '+', 1) }))
    .where('id', '=', text.id)
    .where('state', '=', 'sending')
    .execute();
}

/** Sent or given up; a secret is not kept longer than it is needed. */
async function finish(ctx: Ctx, text: Claimed, end: { providerId: string } | { error: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const row = await tables(tx)
      .updateTable('engagement.text_message')
      .set((eb) => ({
        leased_until: null,
        version: eb('version', '+', 1),
        ...('providerId' in end
          ? { state: 'sent' as const, sent_at: now, provider_id: end.providerId.slice(0, 100), last_error: null }
          : { state: 'failed' as const, failed_at: now, last_error: end.error }),
        ...(textBodies[text.template as TextName]?.isSecret === false ? {} : { body: '' }),
      }))
      .where('id', '=', text.id)
      .where('state', '=', 'sending')
      .returning('version')
      .executeTakeFirst();
    if (!row) return;
    await emit(tx, {
      type: 'providerId' in end ? 'engagement.text.sent' : 'engagement.text.failed',
      subjectId: text.subject_id ?? undefined,
      aggregate: 'text',
      aggregateId: text.id,
      aggregateVersion: row.version,
      channel: 'sms',
      data: { textId: text.id, template: text.template },
    });
  });
}

/** Queues anew what a worker took and never finished, and what lost its job. */
export const resendStuckTextsJob: JobDefinition = {
  name: 'engagement.resend-stuck-texts',
  cron: '* * * * *',
  async handle(ctx) {
    const now = ctx.clock.now();
    const stuck = await tables(ctx)
      .selectFrom('engagement.text_message')
      .select('id')
      .where(({ and, eb, or }) =>
        or([
          and([eb('state', '=', 'sending'), eb('leased_until', '<', now)]),
          and([eb('state', '=', 'queued'), eb('queued_at', '<', new Date(now.getTime() - leaseSeconds * 1_000))]),
        ]),
      )
      .orderBy('queued_at')
      .limit(200)
      .execute();
    for (const { id } of stuck) await ctx.jobs.enqueue(ctx, sendTextJobName, { textId: id });
  },
};
