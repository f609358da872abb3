import type { JobDefinition } from '../../../kernel/jobs.ts';
import { tables } from '../tables.ts';
import { sendMailJobName } from './queueMail.ts';

/** Queues anew what a worker took and never finished (killed between the mail server's yes and our mark). */
export const resendStuckJob: JobDefinition = {
  name: 'engagement.resend-stuck',
  cron: '* * * * *',
  async handle(ctx) {
    const stuck = await tables(ctx)
      .selectFrom('engagement.mail')
      .select('id')
      .where('state', '=', 'sending')
      .where('leased_until', '<', ctx.clock.now())
      .orderBy('leased_until')
      .limit(200)
      .execute();
    for (const { id } of stuck) await ctx.jobs.enqueue(ctx, sendMailJobName, { mailId: id });
  },
};
