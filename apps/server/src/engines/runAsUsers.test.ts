import { spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findProcessesOf } from './postmasterFile.ts';
import { startPostgres } from './startPostgres.ts';
import { copyPostgresPackage, temporaryFolder } from './testing/copyPackage.ts';
import { spawnEngines, temporaryDataDir } from './testing/engineProcess.ts';
import { bundleHoldEngines } from './testing/holdEnginesBundle.ts';

const isRoot = process.getuid?.() === 0;
if (!isRoot) console.log('skipped: starts as root and as another user can only be tried by root');

const NOBODY = 65534;

async function userOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^Uid:\s+\d+\s+(\d+)/m.exec(status)?.[1]);
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function hasUserNamespaces(): boolean {
  return spawnSync('unshare', ['-U', '--map-user=65534', '--map-group=65534', 'true']).status === 0;
}

describe.skipIf(!isRoot)('PostgreSQL, which refuses to run as root, started by root', () => {
  test.skipIf(!hasUserNamespaces())(
    'runs in a user namespace, also from a clone that only root may enter',
    async () => {
      const closed = await temporaryFolder(0o700);
      const nativeDir = await copyPostgresPackage(join(closed, 'package'));
      const dataDir = await temporaryDataDir();
      const running = await startPostgres({ dataDir, nativeDir, log: () => undefined });
      onTestFinished(() => running.stop());
      expect(await ask(running.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      // No owner was changed and nothing was put elsewhere.
      expect((await stat(join(dataDir, 'postgres'))).uid).toBe(0);
      expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
      expect(await readdir(dataDir)).not.toContain('postgres-outside.json');
      // Root only by number: it has none of root's powers.
      const status = await readFile(`/proc/${running.pid()}/status`, 'utf8');
      expect(/^CapEff:\s+(\w+)/m.exec(status)?.[1]).toBe('0000000000000000');
    },
  );

  test('runs as nobody where user namespaces are refused, with its data still in the data folder', async () => {
    const dataDir = await temporaryDataDir();
    const options = { dataDir, withoutUserNamespaces: true, log: () => undefined };
    const first = await startPostgres(options);
    onTestFinished(() => first.stop());
    expect(await userOf(first.pid())).toBe(NOBODY);
    await ask(first.url, 'create table kept as select 1 as one');
    await first.stop();
    expect((await stat(join(dataDir, 'postgres'))).uid).toBe(NOBODY);
    // Others may pass through the data folder, not list it; the password stays root's.
    expect((await stat(dataDir)).mode & 0o777).toBe(0o711);
    expect((await stat(join(dataDir, 'postgres-access.json'))).mode & 0o777).toBe(0o600);

    const second = await startPostgres(options);
    onTestFinished(() => second.stop());
    expect(await ask(second.url, 'select one from kept')).toEqual([{ one: 1 }]);
    await second.stop();
    // Namespaces that are allowed later do not lock the cluster out.
    const third = await startPostgres({ dataDir, log: () => undefined });
    onTestFinished(() => third.stop());
    expect(await ask(third.url, 'select one from kept')).toEqual([{ one: 1 }]);
  });

  test('runs as nobody from a copy, with its data outside, when only root may enter the clone', async () => {
    const closed = await temporaryFolder(0o700);
    const outsideDir = join(await temporaryFolder(0o755), 'outside');
    const nativeDir = await copyPostgresPackage(join(closed, 'package'));
    const dataDir = join(closed, 'data');
    await mkdir(dataDir);
    const lines: string[] = [];
    const options = {
      dataDir,
      nativeDir,
      outsideDir,
      withoutUserNamespaces: true,
      log: (line: string) => lines.push(line),
    };
    const first = await startPostgres(options);
    onTestFinished(() => first.stop());
    expect(await userOf(first.pid())).toBe(NOBODY);
    await ask(first.url, 'create extension pg_trgm');
    await ask(first.url, 'create table kept as select 1 as one');
    await first.stop();
    expect(lines.join('\n')).toContain(`its data is in ${outsideDir}/data-`);

    const second = await startPostgres(options);
    onTestFinished(() => second.stop());
    expect(await ask(second.url, "select one, similarity('sofa', 'sofas') > 0.5 as near from kept")).toEqual([
      { one: 1, near: true },
    ]);
    await second.stop();
    // One copy and one cluster, however many starts; nobody but root may change the programs.
    const outside = (await readdir(outsideDir)).sort();
    expect(outside.map((name) => name.split('-')[0])).toEqual(['data', 'programs']);
    const programs = await stat(join(outsideDir, outside[1] ?? ''));
    expect([programs.uid, programs.mode & 0o777]).toEqual([0, 0o755]);
    expect((await stat(closed)).mode & 0o777).toBe(0o700);
  });

  test('refuses a database that belongs to an ordinary user, with one line that says whose it is', async () => {
    const dataDir = await temporaryDataDir();
    await mkdir(join(dataDir, 'postgres'));
    await chown(join(dataDir, 'postgres'), 1234, 1234);
    await expect(startPostgres({ dataDir, log: () => undefined })).rejects.toThrow(
      `The database in ${dataDir} belongs to user 1234. Start Throughline as that user.`,
    );
  });
});

describe.skipIf(!isRoot || process.platform !== 'linux')('both engines, started by an ordinary user', () => {
  test('run from a build in a clone that user may read and not write, after npm ci --ignore-scripts', async () => {
    const clone = await temporaryFolder(0o755);
    const program = await bundleHoldEngines(clone);
    const home = await temporaryFolder(0o700);
    await chown(home, NOBODY, NOBODY);
    const dataDir = join(home, '.data');
    const asNobody = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', 'env', `HOME=${home}`];
    // This node may lie in a folder of root's; then there is nothing to try it with.
    if (spawnSync('setpriv', [...asNobody.slice(1), process.execPath, '--version']).status !== 0) {
      console.log('skipped: the ordinary user cannot run this node');
      return;
    }
    const command = [...asNobody, process.execPath, program];
    const first = spawnEngines({ dataDir, postgres: true, chdb: true }, command);
    const report = await first.report;
    expect(report.error).toBeUndefined();
    expect(report.unavailable).toBeUndefined();
    expect(await userOf(report.postgresPid ?? 0)).toBe(NOBODY);
    expect(await userOf(report.chdbPid ?? 0)).toBe(NOBODY);
    expect(await ask(report.databaseUrl ?? '', 'select 1 as one')).toEqual([{ one: 1 }]);
    const url = new URL(report.clickhouseUrl ?? '');
    const answer = await fetch(`http://${url.host}/?query=SELECT%2040%2B2`, {
      headers: { 'x-clickhouse-user': url.username, 'x-clickhouse-key': url.password },
    });
    expect(await answer.text()).toBe('42\n');
    // The package could not be completed, so the links are in the data folder.
    expect(await readdir(join(dataDir, 'postgres-libraries'))).not.toEqual([]);

    // Killed and started again, it takes over; stopped, it leaves nothing running.
    await first.kill('SIGKILL');
    const second = spawnEngines({ dataDir, postgres: true, chdb: true }, command);
    const next = await second.report;
    expect(next).toMatchObject({ adopted: true, postgresPid: report.postgresPid });
    expect(next.unavailable).toBeUndefined();
    await second.kill('SIGTERM');
    expect(findProcessesOf(join(dataDir, 'postgres'))).toEqual([]);
  });

  test('refuse a data folder whose database is root’s', async () => {
    const clone = await temporaryFolder(0o755);
    const program = await bundleHoldEngines(clone);
    const dataDir = await temporaryFolder(0o755);
    await mkdir(join(dataDir, 'postgres'));
    await chmod(dataDir, 0o777);
    const command = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', process.execPath, program];
    const { error } = await spawnEngines({ dataDir, postgres: true }, command).report;
    expect(error).toBe(`The database in ${dataDir} belongs to root. Start Throughline as that user.`);
  });
});
