import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Module } from '../kernel/module.ts';
import { readAnalytics } from './analyticsRows.ts';
import { writeArchive } from './archive.ts';
import { openSnapshot } from './openSnapshot.ts';
import type { Progress } from './progress.ts';
import { reachEngines } from './reachEngines.ts';

/**
 * Writes everything there is, as it was at one moment, into a new folder. A running server goes on meanwhile.
 *
 * @throws KeepError, EngineError
 */
export async function backup(config: Config, modules: readonly Module[], folder: string, progress: Progress) {
  const engines = await reachEngines(config, { alone: false });
  try {
    const source = await openSnapshot(engines.databaseUrl, modules);
    try {
      const moment = { client: source.client, at: new Date(source.shape.madeAt) };
      const analytics = engines.clickhouseUrl ? await readAnalytics(engines.clickhouseUrl, modules, moment) : undefined;
      const secret = config.secret === undefined ? await readSecret(config.dataDir) : undefined;
      const written = await writeArchive(folder, { source, analytics, secret }, progress);
      return { ...written, hasJourneys: analytics !== undefined };
    } finally {
      await source.close();
    }
  } finally {
    await engines.release();
  }
}

const readSecret = (dataDir: string) => readFile(join(dataDir, 'secret'), 'utf8').catch(() => undefined);
