import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { ClickHouseLogLevel, createClient } from '@clickhouse/client';
import type pg from 'pg';
import { migrateAnalytics, openAnalytics } from '../kernel/analytics.ts';
import type { KeptAnalytics, Module } from '../kernel/module.ts';
import type { Progress } from './progress.ts';

/** Rows of one insert: some megabytes. */
const rowsAtOnce = 20_000;

const keptBy = (modules: readonly Module[]) => modules.flatMap((module) => module.keeping?.analytics ?? []);

/**
 * The analytics tables as of the moment of a snapshot: what was written since, and what the snapshot will send again, is
 * left out. Rows are streamed as lines of JSON. `client` is in the snapshot's transaction.
 */
export async function readAnalytics(
  url: string,
  modules: readonly Module[],
  moment: { client: pg.ClientBase; at: Date },
): Promise<Map<string, () => Promise<Readable>>> {
  const found = new Map<string, () => Promise<Readable>>();
  for (const kept of keptBy(modules)) {
    const ids = (await kept.willBeSentAgain?.(moment.client)) ?? [];
    found.set(kept.table, () => readTable(url, kept, moment.at, ids));
  }
  return found;
}

async function readTable(url: string, kept: KeptAnalytics, at: Date, except: readonly string[]): Promise<Readable> {
  const client = createClient({ url, request_timeout: 600_000, log: { level: ClickHouseLogLevel.ERROR } });
  const left = new Set(except);
  const result = await client.query({
    query: `select * from ${kept.table} where ${kept.writtenBefore(at)}`,
    format: 'JSONEachRow',
    // Large whole numbers as text: JSON would round them.
    clickhouse_settings: { max_execution_time: 600, output_format_json_quote_64bit_integers: 1 },
  });
  async function* lines() {
    try {
      for await (const rows of result.stream<{ id?: string }>())
        for (const row of rows) if (left.size === 0 || !left.has(row.json().id ?? '')) yield `${row.text}\n`;
    } finally {
      await client.close();
    }
  }
  return Readable.from(lines(), { objectMode: false });
}

/** Makes the analytics tables anew and fills them. */
export async function writeAnalytics(
  url: string,
  modules: readonly Module[],
  contents: ReadonlyMap<string, () => Promise<Readable>>,
  progress: Progress,
): Promise<number> {
  const analytics = openAnalytics(url, undefined);
  let total = 0;
  try {
    await analytics.command('drop table if exists throughline_migration');
    for (const { table } of keptBy(modules)) await analytics.command(`drop table if exists ${table}`);
    await migrateAnalytics(
      analytics,
      modules.flatMap((module) => module.analyticsMigrations ?? []),
    );
    for (const [table, open] of contents) {
      let rows: object[] = [];
      let n = 0;
      const flush = async () => {
        n += 1;
        await analytics.insert(table, rows, `restored:${table}:${n}`);
        total += rows.length;
        rows = [];
        progress.say(`analytics: ${table}, ${total} rows`);
      };
      for await (const line of createInterface({ input: await open(), crlfDelay: Number.POSITIVE_INFINITY })) {
        if (line === '') continue;
        rows.push(JSON.parse(line) as object);
        if (rows.length === rowsAtOnce) await flush();
      }
      if (rows.length > 0) await flush();
    }
    return total;
  } finally {
    await analytics.close();
  }
}
