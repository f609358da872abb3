import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEngines } from '../src/engines/index.ts';

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
  project.provide('databaseUrl', engines.databaseUrl);
  project.provide('clickhouseUrl', engines.clickhouseUrl);
  return async () => {
    await engines.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
