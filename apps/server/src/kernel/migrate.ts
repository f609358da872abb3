import { createHash } from 'node:crypto';
import type pg from 'pg';

/** One forward step. Ids sort by time over all modules; a released step never changes (its checksum is kept). */
export interface Migration {
  /** `20261121T1200_stock_levels`: time first, then module and what it does. */
  id: string;
  sql: string;
}

export class MigrationError extends Error {}

export const checksumOf = (migration: Migration) => createHash('sha256').update(migration.sql).digest('hex');

const ledger = `create schema if not exists kernel;
  create table if not exists kernel.migration (id text primary key, checksum text not null, ran_at timestamptz not null default clock_timestamp())`;

/**
 * Brings the database up to date, one transaction a step, in one global order, under an advisory lock so that two
 * servers that start together do it once. Returns the ids that ran.
 */
export async function migrate(pool: pg.Pool, migrations: readonly Migration[]): Promise<string[]> {
  const ordered = inOrder(migrations);
  const client = await pool.connect();
  const ran: string[] = [];
  try {
    await client.query('select pg_advisory_lock(731205001)');
    await client.query(ledger);
    const { rows } = await client.query<{ id: string; checksum: string }>('select id, checksum from kernel.migration');
    const known = new Map(rows.map((row) => [row.id, row.checksum]));
    for (const migration of ordered) {
      const before = known.get(migration.id);
      if (before === checksumOf(migration)) continue;
      if (before !== undefined) {
        throw new MigrationError(`Migration ${migration.id} was changed after it ran. Restore it and write a new one.`);
      }
      await client.query('begin');
      await run(client, migration);
      await client.query('commit');
      ran.push(migration.id);
    }
    return ran;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.query('select pg_advisory_unlock(731205001)').catch(() => undefined);
    client.release();
  }
}

/** The same on an empty database in the caller's transaction: all of it stays, or nothing. */
export async function migrateFromNothing(client: pg.ClientBase, migrations: readonly Migration[]): Promise<void> {
  await client.query(ledger);
  for (const migration of inOrder(migrations)) await run(client, migration);
}

function inOrder(migrations: readonly Migration[]): Migration[] {
  const ordered = [...migrations].sort((a, b) => (a.id < b.id ? -1 : 1));
  const twice = ordered.find((migration, index) => ordered[index + 1]?.id === migration.id);
  if (twice) throw new MigrationError(`Two migrations are called ${twice.id}.`);
  return ordered;
}

async function run(client: pg.ClientBase, migration: Migration): Promise<void> {
  await client.query(migration.sql);
  await client.query('insert into kernel.migration (id, checksum) values ($1, $2)', [
    migration.id,
    checksumOf(migration),
  ]);
}
