import type { JobDefinition } from '../../../kernel/jobs.ts';
import { matchAll } from './matchAll.ts';
import { matchChanged } from './matchChanged.ts';

export const matchAllJob = 'customers-match-all';

export const matchingJobs: JobDefinition[] = [
  // Doing it late harms nobody, and a try that failed is followed by the next minute's.
  { name: 'customers-match', cron: '* * * * *', retryLimit: 1, handle: (ctx) => matchChanged(ctx) },
  {
    name: matchAllJob,
    retryLimit: 1,
    async handle(ctx) {
      await matchAll(ctx);
    },
  },
];
