import { baseContext } from '../kernel/baseContext.ts';
import { createClock } from '../kernel/clock.ts';
import type { Ctx } from '../kernel/context.ts';
import { createLog } from '../kernel/createLog.ts';
import { openDatabase } from '../kernel/database.ts';
import { createJobs } from '../kernel/jobs.ts';
import type { Module } from '../kernel/module.ts';
import { reconcileStock } from '../modules/stock/index.ts';
import type { Shape } from './source.ts';

/**
 * What is left to do in a database just filled: the background work that was open goes into its queues again, and the
 * stock is held against its ledger. `also` is done before that, in the new database.
 *
 * @returns levels that do not follow from ledger and holds; the copy is as right as its source where there is none
 */
export async function finishCopy(
  databaseUrl: string,
  modules: readonly Module[],
  shape: Shape,
  also?: (ctx: Ctx) => Promise<unknown>,
): Promise<number> {
  const database = openDatabase({ url: databaseUrl, maxConnections: 4, onError: () => undefined });
  const { runner: jobs, attach } = createJobs(database.db, 'Europe/Warsaw');
  const ctx = baseContext('copy', { db: database.db, clock: createClock(), jobs, log: createLog({ level: 'warn' }) });
  try {
    const definitions = modules.flatMap((module) => module.jobs ?? []);
    attach(ctx, definitions);
    await jobs.start({ work: false });
    // What recurs comes by itself.
    const queues = new Set(definitions.filter((job) => job.cron === undefined).map((job) => job.name));
    const open = shape.jobs.filter((job) => queues.has(job.name));
    await database.db.transaction().execute(async (db) => {
      for (const job of open) await jobs.enqueue({ db }, job.name, job.data);
    });
    await also?.(ctx);
    return (await reconcileStock(ctx)).length;
  } finally {
    await jobs.stop();
    await database.close();
  }
}
