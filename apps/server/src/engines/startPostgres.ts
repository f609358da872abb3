import { setTimeout as sleep } from 'node:timers/promises';
import { adoptPostgres, type ReadyPostmaster } from './adoptPostgres.ts';
import { EngineError } from './engineError.ts';
import { findFreePort, isPortFree } from './freePort.ts';
import { initCluster } from './initCluster.ts';
import { launchPostgres, PortTakenError } from './launchPostgres.ts';
import { loadPostgresAccess, resetPassword, savePostgresAccess } from './postgresAccess.ts';
import { locatePostgres } from './postgresBinaries.ts';
import { ensureDatabase, postgresUrl } from './postgresDatabase.ts';
import { identifyProcess } from './processIdentity.ts';
import { stopPostmaster } from './stopPostgres.ts';
import { chooseLauncher } from './unprivileged.ts';

export interface StartPostgresOptions {
  /** Absolute; must exist, and the caller must hold its instance lock. */
  dataDir: string;
  /** Must be free when given; otherwise the port of last time, or any free one. */
  port?: number | undefined;
  log: (line: string) => void;
  /** PostgreSQL's folder; by default the installed package's. For tests. */
  nativeDir?: string | undefined;
  withoutUserNamespaces?: boolean | undefined;
  /** See chooseLauncher. */
  outsideDir?: string | undefined;
}

export interface RunningPostgres {
  /** Stays valid while it runs, also across a restart after a crash. */
  url: string;
  /** Whether it had been left running by an earlier server. */
  adopted: boolean;
  pid(): number;
  /** Fast shutdown, bounded to about 27 s; idempotent. */
  stop(): Promise<void>;
}

/**
 * Starts the embedded PostgreSQL, or takes over the one an earlier server left running, and keeps it running: should it
 * end by itself, it is started again on the same port.
 *
 * @throws EngineError with a line for people
 */
export async function startPostgres(options: StartPostgresOptions): Promise<RunningPostgres> {
  const { dataDir, log } = options;
  const launcher = await chooseLauncher({
    nativeDir: options.nativeDir ?? locatePostgres(),
    dataDir,
    log,
    outsideDir: options.outsideDir,
    withoutUserNamespaces: options.withoutUserNamespaces,
  });
  const access = await loadPostgresAccess(dataDir);
  const { clusterDir, isNew } = await initCluster(launcher, access.adminPassword, log);

  const adopted = await adoptPostgres(clusterDir, access, options.port, log);
  if (access.isNew && !isNew) {
    log('The password of the database was lost; setting a new one.');
    await resetPassword(launcher, clusterDir, access.adminPassword);
  }
  let current = adopted ?? (await launchOnSomePort());
  if (adopted === undefined) await ensureDatabase(current.port, access, isNew);
  else log(`Took over the PostgreSQL left running from before (pid ${current.pid}, port ${current.port}).`);
  if (current.port !== access.port) await savePostgresAccess(dataDir, { ...access, port: current.port });

  async function launchOnSomePort(): Promise<ReadyPostmaster> {
    let port = options.port ?? access.port ?? (await findFreePort());
    if (!(await isPortFree(port))) {
      if (options.port !== undefined) {
        throw new EngineError(`Port ${port} for PostgreSQL is taken. Free it or choose another port.`);
      }
      const free = await findFreePort();
      log(`Port ${port}, where PostgreSQL listened last time, is taken; it listens on ${free} now.`);
      port = free;
    }
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await launchPostgres(launcher, clusterDir, port, log);
      } catch (error) {
        if (!(error instanceof PortTakenError) || options.port !== undefined || attempt === 5) throw error;
        port = await findFreePort();
      }
    }
  }

  let stopping: Promise<void> | undefined;
  let restarting: Promise<void> | undefined;
  const watchEveryMs = process.platform === 'linux' ? 500 : 5_000;
  // A poll and not the child's exit event, because an adopted postmaster is nobody's child.
  const watch = setInterval(() => {
    if (stopping !== undefined || restarting !== undefined || identifyProcess(current.pid) === current.identity) return;
    restarting = restart().finally(() => {
      restarting = undefined;
    });
  }, watchEveryMs);
  watch.unref();

  async function restart(): Promise<void> {
    for (let delayMs = 200; stopping === undefined; delayMs = Math.min(delayMs * 2, 30_000)) {
      log('PostgreSQL has ended unexpectedly; starting it again.');
      try {
        current =
          (await adoptPostgres(clusterDir, access, current.port, log)) ??
          (await launchPostgres(launcher, clusterDir, current.port, log));
        log(`PostgreSQL runs again (pid ${current.pid}).`);
        return;
      } catch (error) {
        log(`PostgreSQL could not be started again: ${(error as Error).message}`);
        await sleep(delayMs);
      }
    }
  }

  return {
    url: postgresUrl(current.port, access.password),
    adopted: adopted !== undefined,
    pid: () => current.pid,
    stop() {
      stopping ??= (async () => {
        clearInterval(watch);
        await restarting;
        await stopPostmaster(current.pid, current.identity, log);
      })();
      return stopping;
    },
  };
}
