import { makeDataDir } from './makeDataDir.ts';
import { startChdb } from './startChdb.ts';
import { type RunningPostgres, startPostgres } from './startPostgres.ts';

export interface Engines {
  /** Always usable. */
  databaseUrl: string;
  /** undefined when there is no embedded ClickHouse for this machine and none is configured. */
  clickhouseUrl: string | undefined;
  /** Then one sentence for people that says what to configure. */
  clickhouseUnavailable: string | undefined;
  /** Stops what was started here, within 30 s; idempotent. Engines given by URL are left alone. */
  stop(): Promise<void>;
}

export interface StartEnginesOptions {
  /** Holds everything of the embedded engines; made when missing. The caller holds its lock (acquireInstanceLock). */
  dataDir: string;
  /** A PostgreSQL of one's own; nothing is started then. */
  databaseUrl?: string;
  /** A ClickHouse of one's own; nothing is started then. */
  clickhouseUrl?: string;
  /** For the embedded PostgreSQL; by default any free port, the same at each start as long as it is free. */
  postgresPort?: number;
  /** The chDB child's program, where it does not lie beside the bundle. */
  chdbChildPath?: string;
  log: (line: string) => void;
}

/**
 * Starts the embedded engines that are not configured from outside, both at once.
 *
 * @throws EngineError when PostgreSQL cannot run; a missing ClickHouse only turns analytics off
 */
export async function startEngines(options: StartEnginesOptions): Promise<Engines> {
  const dataDir = await makeDataDir(options.dataDir);
  const { log } = options;
  const [postgres, chdb] = await Promise.allSettled([
    options.databaseUrl === undefined ? startPostgres({ dataDir, port: options.postgresPort, log }) : undefined,
    options.clickhouseUrl === undefined ? startChdb({ dataDir, log, childPath: options.chdbChildPath }) : undefined,
  ]);
  const runningChdb =
    chdb.status === 'fulfilled' && chdb.value !== undefined && 'url' in chdb.value ? chdb.value : undefined;
  if (postgres.status === 'rejected') {
    await runningChdb?.stop();
    throw postgres.reason;
  }
  if (chdb.status === 'rejected') {
    await postgres.value?.stop();
    throw chdb.reason;
  }
  const unavailable = chdb.value !== undefined && 'unavailable' in chdb.value ? chdb.value.unavailable : undefined;
  return {
    databaseUrl: urlOf(options.databaseUrl, postgres.value),
    clickhouseUrl: options.clickhouseUrl ?? runningChdb?.url,
    clickhouseUnavailable: unavailable,
    async stop() {
      await Promise.all([postgres.value?.stop(), runningChdb?.stop()]);
    },
  };
}

function urlOf(configured: string | undefined, running: RunningPostgres | undefined): string {
  const url = configured ?? running?.url;
  if (url === undefined) throw new Error('neither configured nor started');
  return url;
}
