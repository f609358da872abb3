import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { checksumOf, type Migration, migrate, migrateFromNothing } from '../kernel/migrate.ts';
import type { Module } from '../kernel/module.ts';
import { LineCounter } from './lineCounter.ts';
import { noLimits } from './noLimits.ts';
import type { Progress } from './progress.ts';
import { KeepError, type KeptTable, type Source } from './source.ts';

export interface Loaded {
  tables: number;
  rows: number;
}

/**
 * Fills a database from a source, in one transaction: the whole copy is there, or what was there before. Then the
 * database is brought up to this version. Every table's rows are counted on the way in and asked of the database again.
 *
 * `beside` fills what belongs to it elsewhere, before the commit: where that breaks off, the database is as it was, and the
 * whole can be done again.
 *
 * @throws KeepError when the database is in use, holds something already, or the copy is of a newer version
 */
export async function loadInto(
  databaseUrl: string,
  source: Source,
  options: { modules: readonly Module[]; replace: boolean; progress: Progress; beside?: () => Promise<void> },
): Promise<Loaded> {
  const migrations = options.modules.flatMap((module) => module.migrations ?? []);
  const known = knownTo(source, migrations);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  pool.on('error', () => undefined);
  try {
    const client = await pool.connect();
    let rows = 0;
    try {
      await client.query(noLimits);
      await client.query("begin; set local timezone = 'UTC'");
      await takeForItself(client);
      await makeRoom(client, options.replace);
      await migrateFromNothing(client, known);
      await emptyTables(client, source.shape.tables);
      // Some a migration made already.
      for (const part of source.shape.partitions)
        await client.query(`create table if not exists ${part.name} partition of ${part.parent} ${part.bounds}`);
      for (const [index, table] of source.shape.tables.entries()) {
        options.progress.say(`table ${index + 1} of ${source.shape.tables.length}: ${table.name}`);
        rows += await copyTable(client, source, table, options.progress);
      }
      for (const { name, value } of source.shape.sequences) await client.query('select setval($1, $2)', [name, value]);
      await options.beside?.();
      await client.query('commit');
      options.progress.say('gathering statistics');
      await client.query('analyze');
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
    await migrate(pool, migrations);
    return { tables: source.shape.tables.length, rows };
  } finally {
    await pool.end();
  }
}

/** The steps the copy was made with; the newer ones of this version run when it is loaded. */
function knownTo(source: Source, migrations: readonly Migration[]): Migration[] {
  return source.shape.migrations.map(({ id, checksum }) => {
    const mine = migrations.find((migration) => migration.id === id);
    if (mine && checksumOf(mine) === checksum) return mine;
    throw new KeepError(
      `The copy was made by another version: this one does not know its step ${id}. Use that version or a newer one.`,
    );
  });
}

/** A server that still writes would lose what it writes, and shows what it remembers. */
async function takeForItself(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ n: number }>(`
    select count(*)::int as n from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`);
  if (rows[0]?.n)
    throw new KeepError(
      `${rows[0].n} connections use this database. Stop all servers on it first; nothing was changed.`,
    );
}

async function makeRoom(client: pg.ClientBase, replace: boolean): Promise<void> {
  const { rows } = await client.query<{ name: string; is_ours: boolean }>(`
    select quote_ident(nspname) as name, to_regclass('kernel.migration') is not null as is_ours from pg_namespace
    where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')`);
  if (rows.length === 0) return;
  if (!rows[0]?.is_ours)
    throw new KeepError(
      'This database holds something else. Give the copy a database of its own; nothing was changed.',
    );
  if (!replace)
    throw new KeepError(
      'This database holds a Throughline already; nothing was changed. Say --replace to lose what is in it for the copy.',
    );
  await client.query(`drop schema ${rows.map((row) => row.name).join(', ')} cascade`);
}

/** Some migrations bring rows of their own, which are in the copy as well. */
async function emptyTables(client: pg.ClientBase, tables: readonly KeptTable[]): Promise<void> {
  await client.query(`truncate ${tables.map((table) => table.name).join(', ')}`);
}

async function copyTable(client: pg.ClientBase, source: Source, table: KeptTable, progress: Progress): Promise<number> {
  // First, because a copy that was begun and gets no rows holds up the connection.
  const lines = await source.rowsOf(table);
  const into = client.query(copyFrom(`copy ${table.name} (${table.columns.join(', ')}) from stdin`));
  const counter = new LineCounter((bytes) => progress.add(bytes));
  await pipeline(lines, counter, into);
  const { rows } = await client.query<{ n: string }>(`select count(*) as n from ${table.name}`);
  if (Number(rows[0]?.n) !== counter.lines)
    throw new KeepError(`${table.name}: ${counter.lines} rows were sent and ${rows[0]?.n} arrived. Nothing was kept.`);
  return counter.lines;
}
