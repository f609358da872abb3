import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { type ClickHouseClient, createClient } from '@clickhouse/client';
import { AppError } from './errors.ts';
import type { Migration } from './migrate.ts';

/**
 * The analytics engine, always by URL: a ClickHouse cluster or the chDB child. Reads and writes have connections of
 * their own, so that a heavy report does not hold up ingest.
 */
export interface Analytics {
  /** undefined when it works, else one sentence on what to configure. */
  unavailable: string | undefined;
  /**
   * Inserts rows once per token: the engine drops a batch whose token it has seen. A text is a JSON array of rows, which is
   * sent as it is.
   */
  insert(table: string, rows: readonly object[] | string, token: string): Promise<void>;
  /** `sql` with ClickHouse parameters such as {from:DateTime64(3)}; throws `insight_unavailable` without an engine. */
  query<T>(sql: string, params?: Record<string, unknown>): Promise<T[]>;
  command(sql: string): Promise<void>;
  ping(): Promise<boolean>;
  close(): Promise<void>;
}

export function openAnalytics(url: string | undefined, unavailable: string | undefined): Analytics {
  if (!url) return withoutEngine(unavailable ?? 'Set CLICKHOUSE_URL to a ClickHouse server to switch Insight on.');
  const settings = { date_time_input_format: 'best_effort' as const };
  const reader = createClient({ url, clickhouse_settings: settings, max_open_connections: 4, request_timeout: 60_000 });
  const writer = createClient({ url, clickhouse_settings: settings, max_open_connections: 2, request_timeout: 60_000 });
  return {
    unavailable: undefined,
    async insert(table, rows, token) {
      if (rows.length === 0 || rows === '[]') return;
      // Asynchronous inserts would answer before the rows are there, and deduplicate by other rules.
      const clickhouse_settings = { insert_deduplication_token: token, async_insert: 0 as const };
      if (typeof rows !== 'string') {
        await writer.insert({ table, values: [...rows], format: 'JSONEachRow', clickhouse_settings });
        return;
      }
      // Table names are ours. The answer is empty, and must be read for the connection to be free again.
      const { stream } = await writer.exec({
        query: `insert into ${table} format JSONEachRow`,
        values: Readable.from([Buffer.from(rows)]),
        clickhouse_settings,
      });
      await text(stream);
    },
    async query<T>(sql: string, params: Record<string, unknown> = {}) {
      return run<T>(reader, sql, params);
    },
    async command(sql) {
      await writer.command({ query: sql });
    },
    async ping() {
      return (await reader.ping()).success;
    },
    async close() {
      await Promise.all([reader.close(), writer.close()]);
    },
  };
}

async function run<T>(client: ClickHouseClient, query: string, params: Record<string, unknown>): Promise<T[]> {
  const result = await client.query({ query, query_params: params, format: 'JSONEachRow' });
  return result.json<T>();
}

function withoutEngine(reason: string): Analytics {
  const refuse = async (): Promise<never> => {
    throw new AppError('insight_unavailable', { detail: reason });
  };
  return {
    unavailable: reason,
    insert: refuse,
    query: refuse,
    command: refuse,
    ping: async () => false,
    close: async () => undefined,
  };
}

/** Brings the analytics tables up to date; each migration may hold several statements parted by `;` at a line's end. */
export async function migrateAnalytics(analytics: Analytics, migrations: readonly Migration[]): Promise<void> {
  await analytics.command(
    'create table if not exists throughline_migration (id String, ran_at DateTime default now()) engine = MergeTree order by id',
  );
  const known = new Set(
    (await analytics.query<{ id: string }>('select id from throughline_migration')).map((row) => row.id),
  );
  for (const migration of [...migrations].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (known.has(migration.id)) continue;
    for (const statement of migration.sql.split(/;\s*\n/)) if (statement.trim()) await analytics.command(statement);
    await analytics.insert('throughline_migration', [{ id: migration.id }], migration.id);
  }
}
