import type { JobDefinition } from '../../../kernel/jobs.ts';
import { tables } from '../tables.ts';
import { leaseSeconds } from './claimMail.ts';
import { sendMailJobName } from './queueMail.ts';

/**
 * Queues anew what a worker took and never finished: killed between the mail server's yes and our mark, or between
 * taking the job and taking the mail.
 */
export const resendStuckJob: JobDefinition = {
  name: 'engagement.resend-stuck',
  cron: '* * * * *',
  async handle(ctx) {
    const now = ctx.clock.now();
    const stuck = await tables(ctx)
      .selectFrom('engagement.mail')
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
    for (const { id } of stuck) await ctx.jobs.enqueue(ctx, sendMailJobName, { mailId: id });
  },
};
