import { CompiledQuery } from 'kysely';
import PgBoss from 'pg-boss';
import { asSystem, type Ctx } from './context.ts';
import type { Database } from './database.ts';

/** A kind of background work. The handler must bear being run twice: a worker can die after the work, before the tick. */
export interface JobDefinition<D extends object = object> {
  name: string;
  handle(ctx: Ctx, data: D): Promise<void>;
  /** Tries before the job is given up and shown in health; 5 unless said. */
  retryLimit?: number;
  /** Minutes-cron in the retailer's zone, for work that recurs. */
  cron?: string;
}

export interface JobQueue {
  /** Queues a job in the caller's transaction: if that rolls back, there was no job. */
  enqueue(
    ctx: Pick<Ctx, 'db'>,
    name: string,
    data: object,
    options?: { startAfterSeconds?: number; singletonKey?: string },
  ): Promise<void>;
}

export interface JobRunner extends JobQueue {
  /** Makes the queues ready; with `work` also begins to run what is queued. May be called twice. */
  start(options: { work: boolean }): Promise<void>;
  /** Runs what is due once; true if there was anything. */
  drainOnce(): Promise<boolean>;
  stop(): Promise<void>;
  failedCount(): Promise<number>;
}

const executor = (db: Database): PgBoss.Db => ({
  executeSql: async (text, values) => {
    const { rows } = await db.executeQuery(CompiledQuery.raw(text, values));
    return { rows };
  },
});

/** pg-boss, with a fetch loop of our own: its workers take one batch a polling interval, which makes a queue crawl. */
export function createJobs(
  db: Database,
  zone: string,
): { runner: JobRunner; attach(base: Ctx, definitions: readonly JobDefinition[]): void } {
  const boss = new PgBoss({ db: executor(db), schema: 'jobs', schedule: false, supervise: false });
  // Keeps time and order in the queues, only where jobs are worked on.
  const keeper = new PgBoss({ db: executor(db), schema: 'jobs', schedule: true, supervise: true, migrate: false });
  let ctx: Ctx | undefined;
  let definitions: readonly JobDefinition[] = [];
  let running = false;
  let wake: (() => void) | undefined;
  let loop: Promise<void> | undefined;
  let prepared: Promise<void> | undefined;

  async function work(definition: JobDefinition): Promise<boolean> {
    const jobs = await boss.fetch<object>(definition.name, { batchSize: 20 });
    if (!ctx || !jobs || jobs.length === 0) return false;
    for (const job of jobs) {
      try {
        await definition.handle(asSystem(ctx, `job:${definition.name}`, job.id), job.data ?? {});
        await boss.complete(definition.name, job.id);
      } catch (error) {
        ctx.log.warn({ job: definition.name, jobId: job.id, err: error }, 'job failed');
        await boss.fail(definition.name, job.id, { message: String(error) });
      }
    }
    return true;
  }

  async function drainOnce(): Promise<boolean> {
    let any = false;
    for (const definition of definitions) if (await work(definition)) any = true;
    return any;
  }

  async function prepare(): Promise<void> {
    boss.on('error', (error) => ctx?.log.error({ err: error }, 'pg-boss'));
    await boss.start();
    for (const definition of definitions) {
      await boss.createQueue(definition.name, {
        name: definition.name,
        retryLimit: definition.retryLimit ?? 5,
        retryDelay: 2,
        retryBackoff: true,
      });
      if (definition.cron) await boss.schedule(definition.name, definition.cron, {}, { tz: zone });
    }
  }

  const runner: JobRunner = {
    async enqueue(within, name, data, options = {}) {
      const id = await boss.send(name, data, {
        db: executor(within.db),
        ...(options.startAfterSeconds ? { startAfter: options.startAfterSeconds } : {}),
        ...(options.singletonKey ? { singletonKey: options.singletonKey } : {}),
      });
      // pg-boss answers null both for an unknown queue (a mistake of ours) and for a duplicate singleton (wanted).
      if (id === null && !options.singletonKey) throw new Error(`job queue ${name} does not exist`);
      wake?.();
    },
    async start({ work: doWork }) {
      prepared ??= prepare();
      await prepared;
      if (!doWork || running) return;
      running = true;
      keeper.on('error', (error) => ctx?.log.error({ err: error }, 'pg-boss'));
      await keeper.start();
      loop = (async () => {
        while (running) {
          const any = await drainOnce().catch((error: unknown) => {
            ctx?.log.error({ err: error }, 'jobs could not be fetched');
            return false;
          });
          if (any || !running) continue;
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, 1_000);
            wake = () => {
              clearTimeout(timer);
              resolve();
            };
          });
          wake = undefined;
        }
      })();
    },
    drainOnce,
    async stop() {
      running = false;
      wake?.();
      await loop;
      await keeper.stop({ graceful: false, wait: true });
      await boss.stop({ graceful: false, wait: true });
    },
    async failedCount() {
      const { rows } = await executor(db).executeSql(
        `select count(*)::int as n from jobs.job where state = 'failed'`,
        [],
      );
      return Number((rows[0] as { n: number } | undefined)?.n ?? 0);
    },
  };
  return {
    runner,
    attach(base, list) {
      ctx = base;
      definitions = list;
    },
  };
}
