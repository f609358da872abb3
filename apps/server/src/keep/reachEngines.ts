import type { Config } from '../config.ts';
import {
  acquireInstanceLock,
  EngineError,
  readChdbAccess,
  runningPostgresUrl,
  startEngines,
} from '../engines/index.ts';

export interface Reached {
  databaseUrl: string;
  /** undefined where no analytics engine runs here and none is configured. */
  clickhouseUrl: string | undefined;
  release(): Promise<void>;
}

/**
 * The engines of this data folder: started for us where nothing runs, or those of the server that runs here.
 *
 * @param alone refuses when a server runs here
 * @throws EngineError
 */
export async function reachEngines(config: Config, { alone }: { alone: boolean }): Promise<Reached> {
  if (config.databaseUrl && config.clickhouseUrl)
    return { databaseUrl: config.databaseUrl, clickhouseUrl: config.clickhouseUrl, release: async () => undefined };
  let lock: Awaited<ReturnType<typeof acquireInstanceLock>>;
  try {
    lock = await acquireInstanceLock(config.dataDir, { address: 'a backup, restore or move' });
  } catch (error) {
    if (alone || !(error instanceof EngineError)) throw error;
    const databaseUrl = config.databaseUrl ?? (await runningPostgresUrl(config.dataDir));
    if (!databaseUrl) throw error;
    const clickhouseUrl = config.clickhouseUrl ?? (await readChdbAccess(config.dataDir));
    return { databaseUrl, clickhouseUrl, release: async () => undefined };
  }
  try {
    const engines = await startEngines({
      dataDir: config.dataDir,
      ...(config.databaseUrl ? { databaseUrl: config.databaseUrl } : {}),
      ...(config.clickhouseUrl ? { clickhouseUrl: config.clickhouseUrl } : {}),
      log: (line) => console.error(line),
    });
    return {
      databaseUrl: engines.databaseUrl,
      clickhouseUrl: engines.clickhouseUrl,
      release: async () => {
        await engines.stop();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
