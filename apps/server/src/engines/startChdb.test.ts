import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import {
  type ClickHouseClient,
  ClickHouseError,
  ClickHouseLogLevel,
  createClient,
  TupleParam,
} from '@clickhouse/client';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { isAlive } from './processIdentity.ts';
import { type RunningChdb, type StartChdbOptions, startChdb } from './startChdb.ts';
import { temporaryFolder } from './testing/copyPackage.ts';
import { eventually, spawnEngines, temporaryDataDir } from './testing/engineProcess.ts';

async function start(options: Omit<StartChdbOptions, 'log'> & { lines?: string[] }): Promise<RunningChdb> {
  const running = await startChdb({ ...options, log: (line) => options.lines?.push(line) });
  if ('unavailable' in running) throw new Error(running.unavailable);
  onTestFinished(() => running.stop());
  return running;
}

function connect(url: string, options: { database?: string; gzip?: boolean } = {}): ClickHouseClient {
  const client = createClient({
    url,
    ...(options.database === undefined ? {} : { database: options.database }),
    compression: { request: options.gzip === true, response: options.gzip === true },
    log: { level: ClickHouseLogLevel.OFF },
  });
  onTestFinished(() => client.close());
  return client;
}

async function rowsOf<T>(client: ClickHouseClient, query: string, extra: object = {}): Promise<T[]> {
  return (await client.query({ query, format: 'JSONEachRow', ...extra })).json<T>();
}

async function failureOf(act: Promise<unknown>): Promise<ClickHouseError> {
  const error = await act.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ClickHouseError);
  return error as ClickHouseError;
}

/** Would run for minutes on this machine. */
const heavy = 'SELECT sum(sipHash64(number)) FROM numbers(1000000000000)';
/** Would need several gigabytes. */
const hungry = 'SELECT number, count() FROM numbers(1000000000) GROUP BY number';

let shared: RunningChdb;
let names = 0;

/** A database of the test's own, as every test file of the server has one. */
async function ownDatabase(gzip = false): Promise<{ client: ClickHouseClient; database: string }> {
  names += 1;
  const database = `test_${names}`;
  await connect(shared.url).command({ query: `CREATE DATABASE ${database}` });
  return { client: connect(shared.url, { database, gzip }), database };
}

let sharedDir: string;
let removeSharedDir: () => Promise<void>;

beforeAll(async () => {
  sharedDir = await mkdtemp(join(tmpdir(), 'throughline-engines-'));
  removeSharedDir = () => rm(sharedDir, { recursive: true, force: true });
  const running = await startChdb({ dataDir: sharedDir, log: () => undefined });
  if ('unavailable' in running) throw new Error(running.unavailable);
  shared = running;
});

afterAll(async () => {
  await shared?.stop();
  await removeSharedDir?.();
});

describe('the embedded ClickHouse, through the client of a real one', () => {
  test('answers ping, with and without a query', async () => {
    const client = connect(shared.url);
    expect(await client.ping()).toEqual({ success: true });
    expect(await client.ping({ select: true })).toEqual({ success: true });
  });

  test('answers as rows, as one document, and as a stream of more rows than fit one block', async () => {
    const { client } = await ownDatabase();
    expect(await rowsOf(client, 'SELECT number AS n FROM numbers(3)')).toEqual([{ n: 0 }, { n: 1 }, { n: 2 }]);
    const document = await client.query({ query: 'SELECT number AS n FROM numbers(200000)', format: 'JSON' });
    const { data, rows, meta } = await document.json<{ n: number }>();
    expect([data.length, rows, meta]).toEqual([200_000, 200_000, [{ name: 'n', type: 'UInt64' }]]);
    const stream = await client.query({ query: 'SELECT number AS n FROM numbers(300000)', format: 'JSONEachRow' });
    let sum = 0;
    for await (const batch of stream.stream<{ n: number }>()) for (const row of batch) sum += row.json().n;
    expect(sum).toBe((299_999 * 300_000) / 2);
    expect(await (await client.query({ query: 'SELECT 1, 2', format: 'TabSeparated' })).text()).toBe('1\t2\n');
    const withNames = await client.query({ query: 'SELECT number AS n FROM numbers(200000)', format: 'CSVWithNames' });
    expect((await withNames.text()).split('\n').filter((line) => line === '"n"')).toHaveLength(1);
  });

  test('takes parameters as they are, whatever is in them', async () => {
    const client = connect(shared.url);
    const text = `a'b"c\\d\te\nf\r\0{x:String} \`;-- /* żółw 🛋 %20+&=`;
    const params = {
      text,
      list: ["it's", '\\', 'żółw'],
      number: -5,
      at: new Date('2026-03-29T01:30:00.125Z'),
      none: null,
      map: { key: 'it’s \\ "quoted"' },
      pair: new TupleParam([1, "o'clock"]),
      yes: true,
    };
    const [row] = await rowsOf<Record<string, unknown>>(
      client,
      `SELECT {text:String} AS text, {list:Array(String)} AS list, {number:Int32} AS number, {none:Nullable(String)} AS none,
        toUnixTimestamp64Milli({at:DateTime64(3)}) AS at, {map:Map(String, String)} AS map, {pair:Tuple(UInt8, String)} AS pair,
        {yes:Bool} AS yes`,
      { query_params: params },
    );
    expect(row).toMatchObject({ ...params, pair: [1, "o'clock"], at: params.at.getTime() });
  });

  test('takes a long list of parameters, in the URL and as a form', async () => {
    const client = connect(shared.url);
    const list = Array.from({ length: 10_000 }, (_, index) => `subject-${index}`);
    const query = 'SELECT length({list:Array(String)}) AS n';
    expect(await rowsOf(client, query, { query_params: { list } })).toEqual([{ n: 10_000 }]);
    expect(await rowsOf(client, query, { query_params: { list }, use_multipart_params: true })).toEqual([
      { n: 10_000 },
    ]);
  });

  test.each([false, true])('inserts rows (gzip: %s), with columns, and counts them', async (gzip) => {
    const { client } = await ownDatabase(gzip);
    await client.command({
      query: 'CREATE TABLE event (id UInt64, text String DEFAULT 0) ENGINE = MergeTree ORDER BY id',
    });
    const values = Array.from({ length: 5_000 }, (_, id) => ({ id, text: `row; ${id} 'żółw'\n` }));
    const result = await client.insert({ table: 'event', values, format: 'JSONEachRow', query_id: 'insert-1' });
    expect(result.summary?.written_rows).toBe('5000');
    expect(result.query_id).toBe('insert-1');
    await client.insert({ table: 'event', values: [{ id: 9_000 }], format: 'JSONEachRow', columns: ['id'] });
    await client.insert({ table: 'event', values: [[9_001, 'x']], format: 'JSONCompactEachRow' });
    await client.insert({ table: 'event', values: [], format: 'JSONEachRow' });
    await client.command({ query: "INSERT INTO event VALUES (9002, 'a;b'), (9003, '')" });
    await client.command({ query: 'INSERT INTO event SELECT number + 9004, toString(number) FROM numbers(2)' });
    expect(await rowsOf(client, 'SELECT count() AS n, max(id) AS last FROM event')).toEqual([
      { n: 5_006, last: 9_005 },
    ]);
    expect(await rowsOf(client, 'SELECT text FROM event WHERE id = 17')).toEqual([{ text: "row; 17 'żółw'\n" }]);
  });

  test('keeps databases apart', async () => {
    const [one, two] = [await ownDatabase(), await ownDatabase()];
    for (const { client, database } of [one, two]) {
      await client.command({ query: 'CREATE TABLE place (name String) ENGINE = MergeTree ORDER BY name' });
      await client.insert({ table: 'place', values: [{ name: database }], format: 'JSONEachRow' });
    }
    expect(await rowsOf(one.client, 'SELECT name FROM place')).toEqual([{ name: one.database }]);
    expect(await rowsOf(two.client, 'SELECT name FROM place')).toEqual([{ name: two.database }]);
    expect(await rowsOf(one.client, `SELECT name FROM ${two.database}.place`)).toEqual([{ name: two.database }]);
    const missing = connect(shared.url, { database: 'nowhere' });
    expect(await failureOf(rowsOf(missing, 'SELECT 1'))).toMatchObject({ code: '81', type: 'UNKNOWN_DATABASE' });
  });

  test('settings, parameters and database of one request do not reach another, also at the same time', async () => {
    const { client } = await ownDatabase();
    const query =
      "SELECT {p:String} AS p, getSetting('max_block_size') AS size, currentDatabase() AS db, sum(number) AS s FROM numbers(20000)";
    const others = await Promise.all([ownDatabase(), ownDatabase(), ownDatabase()]);
    await Promise.all(
      [{ client, database: 'test' }, ...others].flatMap(({ client: each }, lane) =>
        Array.from({ length: 25 }, async (_, index) => {
          const wanted = { p: `${lane}-${index}`, size: 1_000 + index };
          const extra = { query_params: { p: wanted.p }, clickhouse_settings: { max_block_size: String(wanted.size) } };
          expect((await rowsOf(each, query, extra))[0]).toMatchObject(wanted);
        }),
      ),
    );
    expect(
      (await rowsOf<{ size: number }>(client, "SELECT getSetting('max_block_size') AS size"))[0]?.size,
    ).toBeGreaterThan(60_000);
    expect(await failureOf(rowsOf(client, 'SELECT {p:String}'))).toMatchObject({ type: 'UNKNOWN_QUERY_PARAMETER' });
  });
});

describe('deduplication of a batch that is sent again', () => {
  const table = `CREATE TABLE touch (id UInt64) ENGINE = MergeTree ORDER BY id SETTINGS non_replicated_deduplication_window = 1000`;
  const insert = (client: ClickHouseClient, token: string, ids: number[]) =>
    client.insert({
      table: 'touch',
      values: ids.map((id) => ({ id })),
      format: 'JSONEachRow',
      clickhouse_settings: { insert_deduplication_token: token },
    });
  const count = async (client: ClickHouseClient): Promise<number | undefined> =>
    (await rowsOf<{ n: number }>(client, 'SELECT count() AS n FROM touch'))[0]?.n;

  test('the same token counts once, another token counts again', async () => {
    const { client } = await ownDatabase();
    await client.command({ query: table });
    await insert(client, 'batch 1–3', [1, 2, 3]);
    await insert(client, 'batch 1–3', [1, 2, 3]);
    expect(await count(client)).toBe(3);
    await insert(client, 'batch 4–6', [1, 2, 3]);
    expect(await count(client)).toBe(6);
    await Promise.all(Array.from({ length: 4 }, () => insert(client, 'batch 7', [7])));
    expect(await count(client)).toBe(7);
  });

  test('the same token counts once although the engine was killed in between', async () => {
    const running = await start({ dataDir: await temporaryDataDir() });
    const client = connect(running.url);
    await client.command({ query: table });
    await insert(client, 'batch', [1, 2, 3]);
    process.kill(running.pid() ?? 0, 'SIGKILL');
    await eventually('answers again', async () => (await client.ping({ select: true })).success);
    await insert(client, 'batch', [1, 2, 3]);
    expect(await count(client)).toBe(3);
  });
});

describe('refusals are the ones of a real ClickHouse', () => {
  test.each([
    ['an unknown table', 'SELECT * FROM nope', '60', 'UNKNOWN_TABLE'],
    ['a syntax error', 'SELEC 1', '62', 'SYNTAX_ERROR'],
    ['several statements', "SELECT 1; DROP TABLE x -- '", '62', 'SYNTAX_ERROR'],
    ['a parameter that is not given', 'SELECT {missing:String}', '456', 'UNKNOWN_QUERY_PARAMETER'],
    ['an error of a value', "SELECT toUInt8('x')", '6', 'CANNOT_PARSE_TEXT'],
    ['writing a file', "SELECT 1 INTO OUTFILE '/tmp/throughline-outfile'", '1', 'UNSUPPORTED_METHOD'],
  ])('%s', async (_what, query, code, type) => {
    expect(await failureOf(rowsOf(connect(shared.url), query))).toMatchObject({ code, type });
  });

  test('an unknown setting, and rows that do not fit the table', async () => {
    const { client } = await ownDatabase();
    const settings = { clickhouse_settings: { no_such_setting: 1 } };
    expect(await failureOf(rowsOf(client, 'SELECT 1', settings))).toMatchObject({ type: 'UNKNOWN_SETTING' });
    await client.command({ query: 'CREATE TABLE t (id UInt8) ENGINE = MergeTree ORDER BY id' });
    const insert = client.insert({ table: 't', values: [{ id: 'many' }], format: 'JSONEachRow' });
    expect((await failureOf(insert)).type).toMatch(/^CANNOT_PARSE/);
    expect(await rowsOf(client, 'SELECT count() AS n FROM t')).toEqual([{ n: 0 }]);
  });

  test('semicolons in strings, comments and at the end are no further statement', async () => {
    const client = connect(shared.url);
    expect(await rowsOf(client, "SELECT ';' AS a, 'it''s;\\';' AS b /* ; */ -- ; \n;")).toEqual([
      { a: ';', b: "it's;';" },
    ]);
  });

  test('an error in the middle of a stream reaches the reader', async () => {
    // One thread, and far into the stream: a second thread could meet the error before the first row is out.
    const result = await connect(shared.url).query({
      query: 'SELECT number, throwIf(number = 2500000) FROM numbers(3000000)',
      format: 'JSONEachRow',
      clickhouse_settings: { max_threads: 1 },
    });
    let read = 0;
    const reading = (async () => {
      for await (const batch of result.stream()) read += batch.length;
    })();
    expect((await failureOf(reading)).type).toBe('FUNCTION_THROW_IF_VALUE_IS_NON_ZERO');
    expect(read).toBeGreaterThan(60_000);
  });

  test('nobody gets in without the password, and the files are the owner’s only', async () => {
    const url = new URL(shared.url);
    for (const [user, password] of [
      ['throughline', 'guess'],
      ['default', ''],
      ['default', url.password],
    ]) {
      const wrong = new URL(url);
      wrong.username = user ?? '';
      wrong.password = password ?? '';
      expect(await failureOf(rowsOf(connect(wrong.toString()), 'SELECT 1'))).toMatchObject({ code: '516' });
    }
    const bare = await fetch(`http://${url.host}/?query=SELECT%201`);
    expect([bare.status, bare.headers.get('x-clickhouse-exception-code')]).toEqual([403, '516']);
    const byHeaders = await fetch(`http://${url.host}/?query=SELECT%201`, {
      headers: { 'x-clickhouse-user': url.username, 'x-clickhouse-key': url.password },
    });
    expect([byHeaders.status, await byHeaders.text()]).toEqual([200, '1\n']);
    expect((await stat(join(sharedDir, 'clickhouse'))).mode & 0o777).toBe(0o700);
    expect(url.hostname).toBe('127.0.0.1');
  });

  test('sessions between requests are refused rather than silently forgotten', async () => {
    expect(await failureOf(rowsOf(connect(shared.url), 'SELECT 1', { session_id: 'a' }))).toMatchObject({
      type: 'NOT_IMPLEMENTED',
    });
  });
});

describe('limits', () => {
  test('a query has 600 MB and 30 s; a request may ask for less and not for more', async () => {
    const client = connect(shared.url);
    const query = "SELECT getSetting('max_memory_usage') AS memory, getSetting('max_execution_time') AS time";
    expect(await rowsOf(client, query)).toEqual([{ memory: 600_000_000, time: 30 }]);
    const less = { clickhouse_settings: { max_memory_usage: '1000000', max_execution_time: 5 } };
    expect(await rowsOf(client, query, less)).toEqual([{ memory: 1_000_000, time: 5 }]);
    const more = { clickhouse_settings: { max_memory_usage: '99000000000', max_execution_time: 3600 } };
    expect(await rowsOf(client, query, more)).toEqual([{ memory: 600_000_000, time: 30 }]);
    const none = { clickhouse_settings: { max_memory_usage: '0', max_execution_time: 0 } };
    expect(await rowsOf(client, query, none)).toEqual([{ memory: 600_000_000, time: 30 }]);
  });

  test('a query past its time or memory fails, and the engine goes on', async () => {
    const client = connect(shared.url);
    const timed = rowsOf(client, heavy, { clickhouse_settings: { max_execution_time: 1 } });
    expect(await failureOf(timed)).toMatchObject({ type: 'TIMEOUT_EXCEEDED' });
    const sized = rowsOf(client, hungry, { clickhouse_settings: { max_memory_usage: '100000000' } });
    expect(await failureOf(sized)).toMatchObject({ type: 'MEMORY_LIMIT_EXCEEDED' });
    expect(await rowsOf(client, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('while reports take all there is, ping and inserts are answered', async () => {
    const { client } = await ownDatabase();
    await client.command({ query: 'CREATE TABLE t (id UInt64) ENGINE = MergeTree ORDER BY id' });
    const reports = Array.from({ length: 6 }, () =>
      rowsOf(connect(shared.url), heavy, { clickhouse_settings: { max_execution_time: 3 } }).catch(() => undefined),
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    const times: number[] = [];
    for (let id = 0; id < 5; id += 1) {
      const startedMs = performance.now();
      expect(await client.ping()).toEqual({ success: true });
      times.push(performance.now() - startedMs);
      await client.insert({ table: 't', values: [{ id }], format: 'JSONEachRow' });
    }
    // Generous, for a machine shared with other tests; a blocked event loop would take the reports' three seconds.
    expect(Math.max(...times)).toBeLessThan(1_000);
    await Promise.all(reports);
    expect(await rowsOf(client, 'SELECT count() AS n FROM t')).toEqual([{ n: 5 }]);
  });

  test('memory that heavy queries took is given back when they are done', async () => {
    const client = connect(shared.url);
    const residentMb = async (): Promise<number> =>
      Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${shared.pid()}/status`, 'utf8'))?.[1]) / 1000;
    let peak = 0;
    const sampling = setInterval(() => void residentMb().then((now) => (peak = Math.max(peak, now))), 20);
    await Promise.allSettled(Array.from({ length: 4 }, () => rowsOf(client, hungry)));
    clearInterval(sampling);
    expect(peak).toBeGreaterThan(800);
    await eventually('it is given back', async () => (await residentMb()) < 400, 10_000);
  });

  test('a report nobody waits for any more is stopped', async () => {
    const client = connect(shared.url);
    const running = async (): Promise<number> =>
      (
        await rowsOf(
          client,
          "SELECT 1 FROM system.processes WHERE query LIKE '%sipHash64(number%' AND query NOT LIKE '%processes%'",
        )
      ).length;
    const controller = new AbortController();
    const report = rowsOf(client, heavy, { abort_signal: controller.signal }).catch(() => 'aborted');
    await eventually('the report runs', async () => (await running()) === 1);
    controller.abort();
    expect(await report).toBe('aborted');
    await eventually('the report is stopped', async () => (await running()) === 0, 5_000);
  });

  test('a body that is too large is refused, also one that only becomes so when unpacked', async () => {
    const running = await start({ dataDir: await temporaryDataDir(), limits: { maxBodyBytes: 1_000_000 } });
    const client = connect(running.url);
    await client.command({ query: 'CREATE TABLE t (s String) ENGINE = MergeTree ORDER BY s' });
    const url = new URL(running.url);
    const post = (body: Buffer, headers: Record<string, string>): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const outgoing = httpRequest(
          {
            host: url.hostname,
            port: url.port,
            method: 'POST',
            auth: `${url.username}:${url.password}`,
            headers,
            path: `/?query=${encodeURIComponent('INSERT INTO t FORMAT JSONEachRow')}`,
          },
          (response) => {
            response.resume();
            resolve(response.statusCode);
          },
        );
        outgoing.once('error', reject);
        outgoing.end(body);
      });
    const row = Buffer.from(`{"s":"${'x'.repeat(1_100_000)}"}\n`);
    expect(await post(row, {})).toBe(413);
    expect(await post(gzipSync(row), { 'content-encoding': 'gzip' })).toBe(413);
    expect(await post(Buffer.from('not gzip'), { 'content-encoding': 'gzip' })).toBe(400);
    expect(await post(Buffer.from('{"s":"fits"}'), {})).toBe(200);
    expect(await rowsOf(client, 'SELECT s FROM t')).toEqual([{ s: 'fits' }]);
  });
});

describe('life and death of the child process', () => {
  test('a crash is told, and the engine is back at the same address with its data', async () => {
    const lines: string[] = [];
    const running = await start({ dataDir: await temporaryDataDir(), lines });
    const client = connect(running.url);
    await client.command({ query: 'CREATE TABLE kept (id UInt8) ENGINE = MergeTree ORDER BY id' });
    await client.insert({ table: 'kept', values: [{ id: 1 }], format: 'JSONEachRow' });
    for (let crash = 0; crash < 2; crash += 1) {
      const pid = running.pid() ?? 0;
      process.kill(pid, 'SIGKILL');
      await eventually(
        'answers again',
        async () => running.pid() !== pid && (await client.ping({ select: true })).success,
      );
      expect(await rowsOf(client, 'SELECT id FROM kept')).toEqual([{ id: 1 }]);
    }
    expect(lines.filter((line) => line.includes('ended unexpectedly'))).toHaveLength(2);
  });

  test('a stop keeps what was inserted, takes seconds although a report runs, and starts nothing again', async () => {
    const dataDir = await temporaryDataDir();
    const running = await start({ dataDir });
    const client = connect(running.url);
    await client.command({ query: 'CREATE TABLE kept (id UInt8) ENGINE = MergeTree ORDER BY id' });
    await client.insert({ table: 'kept', values: [{ id: 1 }], format: 'JSONEachRow' });
    const report = rowsOf(client, heavy).catch(() => 'ended');
    await new Promise((resolve) => setTimeout(resolve, 200));
    const pid = running.pid() ?? 0;
    const startedMs = Date.now();
    await Promise.all([running.stop(), running.stop()]);
    expect(Date.now() - startedMs).toBeLessThan(6_000);
    expect(await report).toBe('ended');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(isAlive(pid)).toBe(false);
    expect(running.pid()).toBeUndefined();
    const again = await start({ dataDir });
    expect(await rowsOf(connect(again.url), 'SELECT id FROM kept')).toEqual([{ id: 1 }]);
  });

  test('does not outlive a server that was killed, and the next server has the data at once', async () => {
    const dataDir = await temporaryDataDir();
    const killed = spawnEngines({ dataDir, chdb: true });
    const report = await killed.report;
    const client = connect(report.clickhouseUrl ?? '');
    await client.command({ query: 'CREATE TABLE kept (id UInt8) ENGINE = MergeTree ORDER BY id' });
    await client.insert({ table: 'kept', values: [{ id: 1 }], format: 'JSONEachRow' });
    await killed.kill('SIGKILL');
    const next = await start({ dataDir });
    expect(await rowsOf(connect(next.url), 'SELECT id FROM kept')).toEqual([{ id: 1 }]);
    await eventually('the orphan has ended', () => !isAlive(report.chdbPid ?? 0));
  });

  test('is in a process group of its own, so that Ctrl-C reaches the server first', async () => {
    const text = await readFile(`/proc/${shared.pid()}/stat`, 'utf8');
    expect(text.slice(text.lastIndexOf(')') + 2).split(' ')[2]).toBe(String(shared.pid()));
  });

  test('gets nothing of the server’s environment that could be a secret', async () => {
    process.env.THROUGHLINE_TEST_SECRET = 'secret';
    onTestFinished(() => {
      delete process.env.THROUGHLINE_TEST_SECRET;
    });
    const running = await start({ dataDir: await temporaryDataDir() });
    const environment = await readFile(`/proc/${running.pid() ?? 0}/environ`, 'utf8');
    expect(environment).not.toContain('secret');
    const commandLine = await readFile(`/proc/${running.pid() ?? 0}/cmdline`, 'utf8');
    expect(environment + commandLine).not.toContain(new URL(running.url).password);
  });

  test('reads dates without a zone as UTC, wherever the machine is', async () => {
    const [row] = await rowsOf(connect(shared.url), "SELECT toUnixTimestamp(toDateTime('2026-03-29 01:30:00')) AS t");
    expect(row).toEqual({ t: Date.UTC(2026, 2, 29, 1, 30) / 1000 });
  });
});

describe('where there is no embedded ClickHouse', () => {
  test('one sentence says why and what to configure: the library is not installed', async () => {
    const folder = await temporaryFolder(0o755);
    for (const name of ['Child', 'Errors', 'Http', 'Lanes', 'Request', 'Run', 'Statement']) {
      await copyFile(fileURLToPath(new URL(`./chdb${name}.mjs`, import.meta.url)), join(folder, `chdb${name}.mjs`));
    }
    const outcome = await startChdb({
      dataDir: await temporaryDataDir(),
      childPath: join(folder, 'chdbChild.mjs'),
      log: () => undefined,
    });
    expect('unavailable' in outcome ? outcome.unavailable : '').toMatch(
      /Cannot find package 'chdb'.*Set CLICKHOUSE_URL/,
    );
  });

  test('one sentence says why and what to configure: the library crashes when it is loaded', async () => {
    const folder = await temporaryFolder(0o755);
    await writeFile(join(folder, 'crash.mjs'), "process.kill(process.pid, 'SIGILL');");
    const outcome = await startChdb({
      dataDir: await temporaryDataDir(),
      childPath: join(folder, 'crash.mjs'),
      log: () => undefined,
    });
    expect('unavailable' in outcome ? outcome.unavailable : '').toMatch(/SIGILL while starting.*Set CLICKHOUSE_URL/);
  });
});
