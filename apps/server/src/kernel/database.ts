import { type ColumnType, type Generated, Kysely, PostgresDialect, type RawBuilder } from 'kysely';
import pg from 'pg';
import type { Ctx } from './context.ts';
import { clientWith, statements } from './databaseClient.ts';
import { AppError } from './errors.ts';
import { type EventRow, writeEvents } from './outbox.ts';
import { isStalePlan, PreparedNames } from './preparedNames.ts';

export type { ColumnType, Generated };
export { statements };

/** No tables of its own: each module narrows it with `withTables` to the tables it owns. */
// biome-ignore lint/complexity/noBannedTypes: Kysely's empty schema is exactly `{}`.
export type Database = Kysely<{}>;

export interface DatabaseHandle {
  db: Database;
  pool: pg.Pool;
  close(): Promise<void>;
}

/** bigint columns hold counts and minor units; beyond 2^53 a number would lie, so it is refused loudly. */
function parseBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new AppError('internal', { detail: `bigint ${text} is out of range` });
  return value;
}

const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, parseBigint);
types.setTypeParser(pg.types.builtins.NUMERIC, Number);
types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);

export function openDatabase(options: {
  url: string;
  maxConnections?: number;
  applicationName?: string;
  onError?: (error: Error) => void;
}): DatabaseHandle {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.maxConnections ?? 16,
    application_name: options.applicationName ?? 'throughline',
    connectionTimeoutMillis: 10_000,
    // A session keeps the plans of its statements, and the first calls on a new one cost ten times as much.
    idleTimeoutMillis: 300_000,
    idle_in_transaction_session_timeout: 10_000,
    statement_timeout: 60_000,
    Client: clientWith(new PreparedNames()),
    types,
  });
  // An idle connection that the server closes must not take the process down; the pool opens another.
  pool.on('error', (error) => options.onError?.(error));
  // The pool listens to idle connections only. One that is lost between two statements of a transaction, as when the
  // database is killed, would end the process; its next statement fails and tells whoever is at work.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db: Database = new Kysely({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}

/** 40001 serialization failure, 40P01 deadlock, a plan that a migration outdated: nothing happened, trying again is right. */
function isRetryable(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return code === '40001' || code === '40P01' || isStalePlan(error);
}

/**
 * Runs `act` in one transaction: in the caller's when there is one, else in its own, retried when PostgreSQL chose it as
 * the victim of a conflict. No transaction may wait for the network.
 */
export async function inTransaction<T>(ctx: Ctx, act: (tx: Ctx) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) return act(ctx);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const unwrittenEvents: EventRow[] = [];
      const unwrittenParts: RawBuilder<unknown>[] = [];
      const outcome = await ctx.db.transaction().execute(async (trx) => {
        const done = await act({ ...ctx, db: trx, unwrittenEvents, unwrittenParts });
        await writeEvents(trx, unwrittenEvents, unwrittenParts, true);
        return done;
      });
      // Who changed something here reads it here; other servers hear of it from the outbox.
      ctx.memory.forget(
        unwrittenEvents.map(({ type, aggregate_id, data }) => ({ type, aggregateId: aggregate_id, data })),
      );
      return outcome;
    } catch (error) {
      if (attempt >= 3 || !isRetryable(error)) throw error;
      ctx.log.warn({ attempt, err: error }, 'transaction retried');
    }
  }
}

/** The name of the unique index or check that a write ran into, else undefined. */
export function violatedConstraint(error: unknown): string | undefined {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return (code === '23505' || code === '23514') && typeof constraint === 'string' ? constraint : undefined;
}
