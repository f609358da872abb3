import { sql } from 'kysely';
import { forgetOldKeys } from './idempotency.ts';
import type { JobDefinition } from './jobs.ts';
import { forgetSealed } from './sealedCopies.ts';

/** Delivered events are kept this long, so that a browser that was asleep can resume; older ids are answered `resync`. */
const outboxDays = 7;

/** Keeps the kernel's own tables small. Only what every subscriber has had is trimmed. */
export const housekeepingJobs = (keep: { auditDays: number }): JobDefinition[] => [
  { name: 'kernel.forget-old-keys', cron: '23 * * * *', handle: forgetOldKeys },
  forgetSealed,
  {
    // Limits name who called by address or session: not longer than they count.
    name: 'kernel.forget-rate-limits',
    cron: '*/10 * * * *',
    async handle(ctx) {
      await sql`delete from kernel.rate_limit where expire < ${ctx.clock.now().getTime()}`.execute(ctx.db);
    },
  },
  {
    name: 'kernel.trim-outbox',
    cron: '41 3 * * *',
    async handle(ctx) {
      const before = new Date(ctx.clock.now().getTime() - outboxDays * 86_400_000);
      await sql`delete from kernel.outbox o where o.occurred_at < ${before}
        and not exists (select 1 from kernel.outbox_cursor c where (c.xid, c.seq) < (o.xid, o.seq))`.execute(ctx.db);
    },
  },
  {
    name: 'kernel.forget-old-audit',
    cron: '51 3 * * *',
    async handle(ctx) {
      const before = new Date(ctx.clock.now().getTime() - keep.auditDays * 86_400_000);
      await sql`delete from kernel.audit where at < ${before}`.execute(ctx.db);
    },
  },
];
