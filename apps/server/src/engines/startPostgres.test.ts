import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { EngineError } from './engineError.ts';
import type { PostgresAccess } from './postgresAccess.ts';
import { POSTGRES_ADMIN, postgresUrl } from './postgresDatabase.ts';
import { findProcessesOf, readPostmaster } from './postmasterFile.ts';
import { identifyProcess, isAlive } from './processIdentity.ts';
import { type RunningPostgres, type StartPostgresOptions, startPostgres } from './startPostgres.ts';
import { copyPostgresPackage, temporaryFolder } from './testing/copyPackage.ts';
import { eventually, spawnEngines, temporaryDataDir } from './testing/engineProcess.ts';

async function start(options: Omit<StartPostgresOptions, 'log'> & { lines?: string[] }): Promise<RunningPostgres> {
  const running = await startPostgres({ ...options, log: (line) => options.lines?.push(line) });
  onTestFinished(() => running.stop());
  return running;
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

const portOf = (url: string): number => Number(new URL(url).port);

describe('the embedded PostgreSQL', () => {
  test('is made at first start, keeps its data and its address over a restart, and stops within seconds', async () => {
    const dataDir = await temporaryDataDir();
    const first = await start({ dataDir });
    expect(new URL(first.url).pathname).toBe('/throughline');
    await query(first.url, 'create table promise (text text)');
    await query(first.url, 'insert into promise values ($1)', ['what is held is there']);
    const pid = first.pid();
    const stopStartedMs = Date.now();
    await first.stop();
    expect(Date.now() - stopStartedMs).toBeLessThan(5_000);
    expect(isAlive(pid)).toBe(false);
    expect(findProcessesOf(join(dataDir, 'postgres'))).toEqual([]);

    const second = await start({ dataDir });
    expect(second.url).toBe(first.url);
    expect(second.adopted).toBe(false);
    expect(await query(second.url, 'select text from promise')).toEqual([{ text: 'what is held is there' }]);
  });

  test('does not lose what it has acknowledged, and does not let a forgotten transaction stand', async () => {
    const { url } = await start({ dataDir: await temporaryDataDir() });
    const rows = await query<{ name: string; setting: string }>(
      url,
      `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes',
        'shared_buffers', 'max_connections', 'idle_in_transaction_session_timeout', 'transaction_timeout', 'data_checksums')`,
    );
    expect(Object.fromEntries(rows.map((row) => [row.name, row.setting]))).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      shared_buffers: '32768',
      max_connections: '200',
      idle_in_transaction_session_timeout: '15000',
      transaction_timeout: '60000',
      data_checksums: 'on',
    });
  });

  test('keeps what the operator sets with ALTER SYSTEM', async () => {
    const dataDir = await temporaryDataDir();
    const first = await start({ dataDir });
    const access = JSON.parse(await readFile(join(dataDir, 'postgres-access.json'), 'utf8')) as PostgresAccess;
    const admin = postgresUrl(portOf(first.url), access.adminPassword, POSTGRES_ADMIN);
    await query(admin, "alter system set work_mem = '17MB'");
    await first.stop();
    const second = await start({ dataDir });
    expect(await query(second.url, 'show work_mem')).toEqual([{ work_mem: '17MB' }]);
  });

  test('knows the letters of Polish and Russian: case, trigrams, words', async () => {
    const { url } = await start({ dataDir: await temporaryDataDir() });
    await query(url, 'create extension pg_trgm');
    const [row] = await query(
      url,
      `select lower('ŁÓDŹ ЁЖ') as lower, 'Żółw' ilike 'żółw' as ilike, similarity('żółw', 'żółty') as near,
        similarity('żółw', 'świat') as far, to_tsvector('simple', 'Żółta sofa, ёлка')::text as words`,
    );
    expect(row).toMatchObject({ lower: 'łódź ёж', ilike: true, words: "'sofa':2 'żółta':1 'ёлка':3" });
    expect(row?.near).toBeGreaterThan(row?.far as number);
    expect(row?.far).toBeLessThan(0.2);
  });

  test('refuses everybody without the password, which only the owner of the data folder can read', async () => {
    const dataDir = await temporaryDataDir();
    const { url } = await start({ dataDir });
    const wrong = new URL(url);
    wrong.password = 'guess';
    await expect(query(wrong.toString(), 'select 1')).rejects.toThrow(/password authentication failed/);
    const missing = new URL(url);
    missing.password = '';
    await expect(query(missing.toString(), 'select 1')).rejects.toThrow();
    expect((await stat(join(dataDir, 'postgres-access.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(dataDir, 'postgres'))).mode & 0o777).toBe(0o700);
    const listening = await query<{ listen_addresses: string }>(url, 'show listen_addresses');
    expect(listening[0]?.listen_addresses).toBe('127.0.0.1');
  });

  test('does not give the server a superuser’s powers, and all it needs for its own databases', async () => {
    const { url } = await start({ dataDir: await temporaryDataDir() });
    expect(await query(url, 'select rolsuper, rolcreaterole from pg_roles where rolname = current_user')).toEqual([
      { rolsuper: false, rolcreaterole: false },
    ]);
    await expect(query(url, "copy (select 1) to program 'true'")).rejects.toThrow(/permission denied/);
    await expect(query(url, "select pg_read_file('postgresql.conf')")).rejects.toThrow(/permission denied/);
    await query(url, 'create schema stock');
    for (const extension of ['pg_trgm', 'unaccent', 'citext', 'btree_gin', 'ltree', 'fuzzystrmatch', 'pgcrypto']) {
      await query(url, `create extension ${extension}`);
    }
    const other = new URL(url);
    other.pathname = '/postgres';
    await query(other.toString(), 'create database copy template throughline');
    await query(url, 'drop database copy with (force)');
  });

  test('is in a process group of its own, so that Ctrl-C reaches the server first', async () => {
    const running = await start({ dataDir: await temporaryDataDir() });
    const groupOf = async (pid: number): Promise<string | undefined> => {
      const text = await readFile(`/proc/${pid}/stat`, 'utf8');
      return text.slice(text.lastIndexOf(')') + 2).split(' ')[2];
    };
    expect(await groupOf(running.pid())).toBe(String(running.pid()));
    expect(await groupOf(running.pid())).not.toBe(await groupOf(process.pid));
  });

  test('stops although clients hold open transactions', async () => {
    const running = await start({ dataDir: await temporaryDataDir() });
    const client = new pg.Client({ connectionString: running.url });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('begin');
    await client.query('create table half (a int)');
    const pid = running.pid();
    await Promise.all([running.stop(), running.stop()]);
    expect(isAlive(pid)).toBe(false);
    await client.end().catch(() => undefined);
  });

  test('is started again, at the same address and with its data, when it is killed', async () => {
    const lines: string[] = [];
    const running = await start({ dataDir: await temporaryDataDir(), lines });
    await query(running.url, 'create table kept as select 1 as one');
    const killed = running.pid();
    process.kill(killed, 'SIGKILL');
    await eventually('answers again', async () => {
      const rows = await query(running.url, 'select one from kept').catch(() => []);
      return rows.length === 1;
    });
    expect(running.pid()).not.toBe(killed);
    expect(lines.join('\n')).toContain('ended unexpectedly');
  });
});

describe('ports', () => {
  test('a port asked for is used; when it is taken the start fails with one line', async () => {
    const dataDir = await temporaryDataDir();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(start({ dataDir, port })).rejects.toThrow(
      new EngineError(`Port ${port} for PostgreSQL is taken. Free it or choose another port.`),
    );
    await new Promise((resolve) => server.close(resolve));
    expect(portOf((await start({ dataDir, port })).url)).toBe(port);
  });

  test('when the port of last time is taken, another is chosen, told and remembered', async () => {
    const dataDir = await temporaryDataDir();
    const lines: string[] = [];
    const first = await start({ dataDir });
    await first.stop();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(portOf(first.url), '127.0.0.1', () => resolve()));
    const second = await start({ dataDir, lines });
    expect(portOf(second.url)).not.toBe(portOf(first.url));
    expect(lines.join('\n')).toContain(`Port ${portOf(first.url)}`);
    await second.stop();
    await new Promise((resolve) => server.close(resolve));
    expect((await start({ dataDir })).url).toBe(second.url);
  });
});

describe('after a server was killed', () => {
  test('the PostgreSQL it left running is taken over, with everything committed', async () => {
    const dataDir = await temporaryDataDir();
    const killed = spawnEngines({ dataDir, postgres: true });
    const report = await killed.report;
    await query(report.databaseUrl ?? '', 'create table kept as select 1 as one');
    await killed.kill('SIGKILL');
    expect(isAlive(report.postgresPid ?? 0)).toBe(true);

    const next = await start({ dataDir });
    expect(next).toMatchObject({ adopted: true, url: report.databaseUrl });
    expect(next.pid()).toBe(report.postgresPid);
    expect(await query(next.url, 'select one from kept')).toEqual([{ one: 1 }]);
    await next.stop();
    expect(isAlive(report.postgresPid ?? 0)).toBe(false);
  });

  test('the one left running moves when the next start asks for another port', async () => {
    const dataDir = await temporaryDataDir();
    const killed = spawnEngines({ dataDir, postgres: true });
    const { databaseUrl, postgresPid } = await killed.report;
    await killed.kill('SIGKILL');
    const other = await start({ dataDir: await temporaryDataDir() });
    const port = portOf(other.url);
    await other.stop();
    const next = await start({ dataDir, port });
    expect(portOf(next.url)).toBe(port);
    expect(portOf(next.url)).not.toBe(portOf(databaseUrl ?? ''));
    expect(isAlive(postgresPid ?? 0)).toBe(false);
  });

  test.skipIf(process.platform !== 'linux')(
    'the one left running is replaced when its programs were installed anew since',
    async () => {
      const dataDir = await temporaryDataDir();
      const folder = await temporaryFolder(0o755);
      const nativeDir = await copyPostgresPackage(join(folder, 'package'));
      const killed = spawnEngines({ dataDir, postgres: true, nativeDir });
      const { postgresPid } = await killed.report;
      await killed.kill('SIGKILL');
      await rm(folder, { recursive: true });
      const next = await start({ dataDir });
      expect(next.adopted).toBe(false);
      expect(isAlive(postgresPid ?? 0)).toBe(false);
      await query(next.url, 'create extension pg_trgm');
    },
  );

  test('a start during the first start’s making of the cluster begins afresh', async () => {
    // Killed at several moments of initdb, which takes about half a second.
    for (const delayMs of [100, 250, 400]) {
      const dataDir = await temporaryDataDir();
      const killed = spawnEngines({ dataDir, postgres: true });
      killed.report.catch(() => undefined);
      await eventually('initdb has begun', async () =>
        (await readdir(dataDir)).some((name) => name.startsWith('postgres.unfinished-')),
      );
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      await killed.kill('SIGKILL');
      const next = await start({ dataDir });
      expect(await query(next.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      await next.stop();
      await (await start({ dataDir })).stop();
      expect((await readdir(dataDir)).filter((name) => name.startsWith('postgres.unfinished-'))).toEqual([]);
    }
  });

  test('a stale postmaster.pid whose pid belongs to another program now does not stand in the way', async () => {
    const dataDir = await temporaryDataDir();
    const first = await start({ dataDir });
    const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
    const content = await readFile(pidFile, 'utf8');
    process.kill(first.pid(), 'SIGKILL');
    await first.stop();
    await eventually('its processes are gone', () => findProcessesOf(join(dataDir, 'postgres')).length === 0);
    // This very process lives and is no PostgreSQL; PostgreSQL itself would refuse to start.
    await writeFile(pidFile, content.replace(/^\d+/, String(process.ppid)));
    expect(readPostmaster(join(dataDir, 'postgres'))).toBeUndefined();
    const second = await start({ dataDir });
    expect(second.adopted).toBe(false);
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('a PostgreSQL that serves another folder is not taken for ours', async () => {
    const other = await start({ dataDir: await temporaryDataDir() });
    const dataDir = await temporaryDataDir();
    const first = await start({ dataDir });
    const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
    const content = await readFile(pidFile, 'utf8');
    await first.stop();
    await writeFile(pidFile, content.replace(/^\d+/, String(other.pid())));
    const second = await start({ dataDir });
    expect(second.pid()).not.toBe(other.pid());
    expect(identifyProcess(other.pid())).toBeDefined();
    expect(await query(other.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('a lost password', () => {
  test.each([
    ['removed', async (path: string) => rm(path)],
    ['emptied', async (path: string) => writeFile(path, '')],
  ])('is replaced by a new one when its file is %s, also while an old PostgreSQL runs', async (_what, lose) => {
    const dataDir = await temporaryDataDir();
    const killed = spawnEngines({ dataDir, postgres: true });
    const { databaseUrl, postgresPid } = await killed.report;
    await query(databaseUrl ?? '', 'create table kept as select 1 as one');
    await killed.kill('SIGKILL');
    await lose(join(dataDir, 'postgres-access.json'));
    const next = await start({ dataDir });
    expect(await query(next.url, 'select one from kept')).toEqual([{ one: 1 }]);
    expect(new URL(next.url).password).not.toBe(new URL(databaseUrl ?? '').password);
    expect(isAlive(postgresPid ?? 0)).toBe(false);
  });
});

describe('failures are told in one line', () => {
  test('a folder of another major version', async () => {
    const dataDir = await temporaryDataDir();
    await mkdir(join(dataDir, 'postgres'));
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
    await expect(start({ dataDir })).rejects.toThrow(/was made by PostgreSQL 17, and this is 18/);
  });

  test('a damaged cluster gives PostgreSQL’s own reason', async () => {
    const dataDir = await temporaryDataDir();
    const first = await start({ dataDir });
    await first.stop();
    await writeFile(join(dataDir, 'postgres', 'global', 'pg_control'), 'nonsense');
    const error = await start({ dataDir }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(EngineError);
    expect((error as EngineError).message).toMatch(/^PostgreSQL did not start in .*: .*pg_control/);
    expect((error as EngineError).message).not.toContain('\n');
  });
});
