import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Config } from '../config.ts';
import { eraseJobName } from '../flows/privacy/jobNames.ts';
import type { Module } from '../kernel/module.ts';
import { askAgain, erasuresIn } from '../modules/customers/index.ts';
import { writeAnalytics } from './analyticsRows.ts';
import { openArchive } from './archive.ts';
import { erasureListOf, noteErasure, readErasures } from './erasures.ts';
import { finishCopy } from './finishCopy.ts';
import { loadInto } from './loadInto.ts';
import type { Progress } from './progress.ts';
import { reachEngines } from './reachEngines.ts';

/**
 * Puts a backup into the database of this configuration, which must be empty unless `replace` is said. No server may run.
 *
 * @throws KeepError, EngineError
 */
export async function restore(
  config: Config,
  modules: readonly Module[],
  input: { folder: string; replace: boolean },
  progress: Progress,
) {
  const contents = await openArchive(input.folder, progress);
  const engines = await reachEngines(config, { alone: true });
  try {
    const { clickhouseUrl } = engines;
    const list = erasureListOf(config.dataDir);
    // Kept in the folder before the database that knows them is gone.
    for (const one of await knownErasures(engines.databaseUrl)) await noteErasure(list, one);
    let touchpoints: number | undefined;
    let erasedAgain = 0;
    const loaded = await loadInto(engines.databaseUrl, contents.source, {
      modules,
      replace: input.replace,
      progress,
      async beside() {
        if (clickhouseUrl && contents.analytics)
          touchpoints = await writeAnalytics(clickhouseUrl, modules, contents.analytics, progress);
        if (contents.secret !== undefined && config.secret === undefined)
          await writeSecret(config.dataDir, contents.secret);
      },
    });
    const differences = await finishCopy(engines.databaseUrl, modules, contents.source.shape, async (ctx) => {
      erasedAgain = await askAgain(ctx, await readErasures(list), eraseJobName);
    });
    return { ...loaded, differences, touchpoints, erasedAgain, madeAt: contents.source.shape.madeAt };
  } finally {
    await engines.release();
  }
}

async function knownErasures(databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await erasuresIn(client);
  } finally {
    await client.end();
  }
}

/** With the key it was signed with, every sign-in and link goes on being good. */
async function writeSecret(dataDir: string, secret: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(join(dataDir, 'secret'), secret, { mode: 0o600 });
}
