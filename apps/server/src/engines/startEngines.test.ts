import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { EngineError, startEngines } from './index.ts';
import { temporaryFolder } from './testing/copyPackage.ts';
import { temporaryDataDir } from './testing/engineProcess.ts';

async function answers(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query('select 1')).rowCount === 1;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

test('a fresh data folder gives both engines, and a stop ends both', async () => {
  const engines = await startEngines({
    dataDir: join(await temporaryDataDir(), 'new', 'folder'),
    log: () => undefined,
  });
  onTestFinished(() => engines.stop());
  expect(engines.clickhouseUnavailable).toBeUndefined();
  expect(await answers(engines.databaseUrl)).toBe(true);
  const ping = `${new URL(engines.clickhouseUrl ?? '').origin}/ping`;
  expect(await (await fetch(ping)).text()).toBe('Ok.\n');
  await engines.stop();
  await engines.stop();
  expect(await answers(engines.databaseUrl)).toBe(false);
  await expect(fetch(ping)).rejects.toThrow();
});

test('a data folder that cannot be made is told in one line', async () => {
  const file = join(await temporaryDataDir(), 'file');
  await writeFile(file, '');
  await expect(startEngines({ dataDir: join(file, 'data'), log: () => undefined })).rejects.toThrow(
    new EngineError(
      `The data folder ${join(file, 'data')} cannot be made or written to (ENOTDIR). Give it to the user Throughline runs as, or choose another.`,
    ),
  );
});

test('engines given by URL are used as they are: nothing is started and nothing stopped', async () => {
  const other = await startEngines({ dataDir: await temporaryDataDir(), log: () => undefined });
  onTestFinished(() => other.stop());
  const dataDir = await temporaryDataDir();
  const clickhouseUrl = other.clickhouseUrl ?? '';
  const engines = await startEngines({ dataDir, databaseUrl: other.databaseUrl, clickhouseUrl, log: () => undefined });
  expect(engines).toMatchObject({ databaseUrl: other.databaseUrl, clickhouseUrl, clickhouseUnavailable: undefined });
  await engines.stop();
  expect(await readdir(dataDir)).toEqual([]);
  expect(await answers(other.databaseUrl)).toBe(true);
});

test('without an embedded ClickHouse for the machine the rest starts, and one sentence says what to configure', async () => {
  const child = join(await temporaryFolder(0o755), 'child.mjs');
  await writeFile(
    child,
    "process.send({ type: 'failed', what: 'load', reason: 'no native binding for sunos-sparc' });",
  );
  const engines = await startEngines({ dataDir: await temporaryDataDir(), chdbChildPath: child, log: () => undefined });
  onTestFinished(() => engines.stop());
  expect(await answers(engines.databaseUrl)).toBe(true);
  expect(engines.clickhouseUrl).toBeUndefined();
  expect(engines.clickhouseUnavailable).toMatch(
    /^Journeys .*no native binding for sunos-sparc.*Set CLICKHOUSE_URL.*\.$/,
  );
});
