import { sql } from 'kysely';
import type { Ctx } from '../../apps/server/src/kernel/context.ts';

/**
 * What of the load is done, in a table of the demo's own. It is written in the transaction of the work where the work
 * is one, so that a server killed in the middle leaves nothing half done and nothing is done twice.
 */
export interface StepLog {
  /** Whether an earlier attempt was cut off: what it began may be there without a mark. */
  readonly isResumed: boolean;
  isDone(name: string): boolean;
  /** `ctx` may be the transaction of the work. */
  markDone(ctx: Pick<Ctx, 'db'>, name: string): Promise<void>;
}

/** Made by the loader, not by a migration: a server without the demo has no trace of it. Call under the loader's lock. */
export async function createStepTable(ctx: Pick<Ctx, 'db'>): Promise<void> {
  await sql`create schema if not exists demo`.execute(ctx.db);
  await sql`create table if not exists demo.step (name text primary key, detail jsonb not null)`.execute(ctx.db);
}

export async function openStepLog(ctx: Pick<Ctx, 'db'>): Promise<StepLog> {
  const { rows } = await sql<{ name: string }>`select name from demo.step`.execute(ctx.db);
  const done = new Set(rows.map((row) => row.name));
  return {
    isResumed: done.size > 0,
    isDone: (name) => done.has(name),
    async markDone(within, name) {
      await sql`insert into demo.step (name, detail) values (${name}, '{}') on conflict do nothing`.execute(within.db);
      done.add(name);
    },
  };
}

/** Keeps a fact of the first attempt for the later ones. Returns the one that is kept. */
export async function keepFact<T extends object>(ctx: Pick<Ctx, 'db'>, name: string, fact: T): Promise<T> {
  await sql`insert into demo.step (name, detail) values (${name}, ${JSON.stringify(fact)}::jsonb)
    on conflict do nothing`.execute(ctx.db);
  const { rows } = await sql<{ detail: T }>`select detail from demo.step where name = ${name}`.execute(ctx.db);
  return rows[0]?.detail ?? fact;
}

export async function hasStepTable(ctx: Pick<Ctx, 'db'>): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('demo.step') is not null as there`.execute(ctx.db);
  return rows[0]?.there ?? false;
}
