import { EngineError } from '../engineError.ts';
import { acquireInstanceLock } from '../instanceLock.ts';
import { startChdb } from '../startChdb.ts';
import { startPostgres } from '../startPostgres.ts';

/**
 * A program for tests: takes the data folder's lock, starts what it is asked to, prints one line of JSON, and holds on
 * until SIGTERM. Stands for a server that is killed, stopped, or run by another user.
 */
export interface HoldOptions {
  dataDir: string;
  postgres?: boolean;
  chdb?: boolean;
  port?: number;
  nativeDir?: string;
}

export interface HoldReport {
  error?: string;
  pid: number;
  databaseUrl?: string;
  adopted?: boolean;
  postgresPid?: number;
  clickhouseUrl?: string;
  chdbPid?: number;
  unavailable?: string;
}

const options = JSON.parse(process.argv[2] ?? '{}') as HoldOptions;
const log = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

async function hold(): Promise<void> {
  const lock = await acquireInstanceLock(options.dataDir, { address: 'http://localhost:4000' });
  const report: HoldReport = { pid: process.pid };
  const postgres =
    options.postgres === true
      ? await startPostgres({ dataDir: options.dataDir, port: options.port, nativeDir: options.nativeDir, log })
      : undefined;
  const chdb = options.chdb === true ? await startChdb({ dataDir: options.dataDir, log }) : undefined;
  if (postgres !== undefined) {
    report.databaseUrl = postgres.url;
    report.adopted = postgres.adopted;
    report.postgresPid = postgres.pid();
  }
  if (chdb !== undefined && 'unavailable' in chdb) report.unavailable = chdb.unavailable;
  if (chdb !== undefined && 'url' in chdb) {
    report.clickhouseUrl = chdb.url;
    const chdbPid = chdb.pid();
    if (chdbPid !== undefined) report.chdbPid = chdbPid;
  }
  const keepAlive = setInterval(() => undefined, 60_000);
  process.once('SIGTERM', () => {
    clearInterval(keepAlive);
    void Promise.all([postgres?.stop(), chdb !== undefined && 'url' in chdb ? chdb.stop() : undefined])
      .then(() => lock.release())
      .then(() => process.exit(0));
  });
  // Last: whoever reads it may send SIGTERM at once.
  process.stdout.write(`${JSON.stringify(report)}\n`);
}

hold().catch((error: unknown) => {
  const message = error instanceof EngineError ? error.message : String(error instanceof Error ? error.stack : error);
  process.stdout.write(`${JSON.stringify({ error: message, pid: process.pid } satisfies HoldReport)}\n`);
  process.exitCode = 1;
});
