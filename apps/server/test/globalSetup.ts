import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEngines } from '../src/engines/index.ts';
import { loadPostgresAccess } from '../src/engines/postgresAccess.ts';
import { POSTGRES_ADMIN, postgresUrl } from '../src/engines/postgresDatabase.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string;
    clickhouseUrl: string | undefined;
  }
}

/** One PostgreSQL and one chDB for the whole run; every test file gets databases of its own in them (see testServer). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'throughline-test-'));
  const databaseUrl = process.env.TEST_DATABASE_URL;
  const engines = await startEngines({ dataDir, ...(databaseUrl ? { databaseUrl } : {}), log: () => undefined });
  if (!databaseUrl) await easeDisk(dataDir);
  project.provide('databaseUrl', engines.databaseUrl);
  project.provide('clickhouseUrl', engines.clickhouseUrl);
  return async () => {
    await engines.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

/**
 * Nothing pulls the plug of the machine in a test, and what a killed process has written stays with the system: waiting
 * for the disk proves nothing here. With hundreds of databases, a look at each every 15 s would be a look every 100 ms.
 */
async function easeDisk(dataDir: string): Promise<void> {
  const { port, adminPassword } = await loadPostgresAccess(dataDir);
  if (port === undefined) throw new Error('PostgreSQL of the tests has no port');
  const client = new pg.Client({ connectionString: postgresUrl(port, adminPassword, POSTGRES_ADMIN, 'postgres') });
  await client.connect();
  for (const setting of ["fsync = 'off'", "full_page_writes = 'off'", "autovacuum_naptime = '5min'"])
    await client.query(`alter system set ${setting}`);
  await client.query('select pg_reload_conf()');
  await client.end();
}
