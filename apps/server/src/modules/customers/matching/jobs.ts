import type { Ctx } from '../../../kernel/context.ts';
import type { JobDefinition } from '../../../kernel/jobs.ts';
import { tellNow } from '../../../kernel/live.ts';
import { matchAll } from './matchAll.ts';
import { matchChanged } from './matchChanged.ts';

export const matchAllJob = 'customers-match-all';

/** For whoever looks at the pairs: there may be others now. Nothing depends on it. */
const tellCompared = (ctx: Ctx): Promise<void> => tellNow(ctx, { type: 'customers.match.compared', data: {} });

export const matchingJobs: JobDefinition[] = [
  // Doing it late harms nobody, and a try that failed is followed by the next minute's.
  {
    name: 'customers-match',
    cron: '* * * * *',
    retryLimit: 1,
    async handle(ctx) {
      if (await matchChanged(ctx)) await tellCompared(ctx);
    },
  },
  {
    name: matchAllJob,
    retryLimit: 1,
    async handle(ctx) {
      await matchAll(ctx);
      await tellCompared(ctx);
    },
  },
];
