import { sql } from 'kysely';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { once } from '../../../kernel/idempotency.ts';
import { type Refusal, refuse } from '../../../kernel/result.ts';
import { currentRules } from './currentRules.ts';
import { rerunJob } from './rerun.ts';

export interface RunShown {
  id: string;
  version: number;
  startedAt: Date;
  finishedAt: Date | null;
  /** Touchpoints looked at, of all; null until they are counted. */
  done: number;
  total: number | null;
  /** Touchpoints that were another channel's before. */
  changed: number;
}

/** Judges all that is kept by the rules that hold now, in the background. */
export async function startRun(ctx: Ctx): Promise<RunShown | Refusal> {
  return once(ctx, 'journeys.rerun-channels', async (tx) => {
    const { version, rules } = await currentRules(tx);
    // The usual rules become a version of their own, so that a run always has the words it went by.
    if (version === 0)
      await sql`insert into journeys.channel_rules (version, rules, at, changed_by)
        values (0, ${JSON.stringify(rules)}, ${tx.clock.now()}, 'system') on conflict do nothing`.execute(tx.db);
    const id = tx.newId();
    const { rows } = await sql<{ id: string }>`
      insert into journeys.channel_run (id, version, barrier, started_at, worked_at)
      values (${id}, ${version}, (select coalesce(max(seq), 0) from journeys.outgoing), ${tx.clock.now()}, ${tx.clock.now()})
      on conflict do nothing returning id`.execute(tx.db);
    if (rows.length === 0)
      return refuse('already_exists', { detail: 'History is being judged anew already; wait until that is done.' });
    await tx.jobs.enqueue(tx, rerunJob, { runId: id });
    await audit(tx, { act: 'journeys.rerun-channels', target: 'channel_rules', targetId: String(version) });
    const started = await lastRun(tx);
    if (!started) throw new Error('a run that was just begun is not there');
    return started;
  });
}

export async function lastRun(ctx: Pick<Ctx, 'db'>): Promise<RunShown | undefined> {
  const { rows } = await sql<RunShown>`
    select id, version, started_at as "startedAt", finished_at as "finishedAt", done::float8 as done,
      total::float8 as total, changed::float8 as changed
    from journeys.channel_run order by started_at desc, id desc limit 1`.execute(ctx.db);
  return rows[0];
}

/** What a server left in the middle when it was killed. */
export async function takeUpRuns(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - 5 * 60_000);
  const { rows } = await sql<{ id: string }>`
    select id from journeys.channel_run where finished_at is null and worked_at < ${before}`.execute(ctx.db);
  for (const { id } of rows) await ctx.jobs.enqueue(ctx, rerunJob, { runId: id });
}
