import { audit } from '../../kernel/audit.ts';
import { inTransaction } from '../../kernel/database.ts';
import type { JobDefinition } from '../../kernel/jobs.ts';
import { acceptSilently } from '../../modules/returns/index.ts';

const atOnce = 50;

/**
 * Every ten minutes: complaints that nobody answered in fourteen days are accepted by law. It is written down, staff see
 * it on the return and in the list, and the customer is told.
 */
export const acceptSilence: JobDefinition = {
  name: 'returns.accept-silence',
  cron: '*/10 * * * *',
  async handle(ctx) {
    for (let more = true; more; ) {
      const accepted = await inTransaction(ctx, async (tx) => {
        const now = await acceptSilently(tx, atOnce);
        for (const it of now)
          await audit(tx, {
            act: 'returns.complaint.accepted_by_silence',
            target: 'return',
            targetId: it.id,
            after: { answerDueAt: it.answerDueAt },
          });
        return now.length;
      });
      more = accepted === atOnce;
    }
  },
};
