import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EngineError } from './engineError.ts';
import type { PostgresAccess } from './postgresAccess.ts';
import { ensureDatabase } from './postgresDatabase.ts';
import { findProcessesOf, type Postmaster, readPostmaster, runsRemovedProgram } from './postmasterFile.ts';
import { identifyProcess } from './processIdentity.ts';
import { stopPostmaster } from './stopPostgres.ts';

/** A postmaster that answers on its port. */
export type ReadyPostmaster = Postmaster & { port: number };

/**
 * Takes over a PostgreSQL that outlived its server (after kill -9 of the server it goes on), if it really serves this
 * cluster and answers with our password. One that does not is stopped, so that a fresh one may start. Only for the
 * holder of the instance lock: nobody else is using it.
 *
 * One whose program has been replaced by another installation is stopped too.
 *
 * @param port when given, one that listens elsewhere is stopped too
 * @returns undefined when there is none to adopt; the cluster is then free to be started
 */
export async function adoptPostgres(
  clusterDir: string,
  access: PostgresAccess,
  port: number | undefined,
  log: (line: string) => void,
): Promise<ReadyPostmaster | undefined> {
  const found = await waitForOutcome(clusterDir, 60_000);
  if (found === undefined) {
    await clearStaleFile(clusterDir);
    return undefined;
  }
  const unfit = (port !== undefined && found.port !== port) || runsRemovedProgram(found.pid);
  if (found.status === 'ready' && found.port !== undefined && !unfit) {
    try {
      await ensureDatabase(found.port, access);
      return { ...found, port: found.port };
    } catch (error) {
      log(`A PostgreSQL left from before (pid ${found.pid}) does not answer: ${(error as Error).message}`);
    }
  }
  log(`Stopping a PostgreSQL left from before (pid ${found.pid}).`);
  await stopPostmaster(found.pid, found.identity, log);
  await clearStaleFile(clusterDir);
  return undefined;
}

/** Waits while it starts (it may be recovering) or stops. */
async function waitForOutcome(clusterDir: string, timeoutMs: number): Promise<Postmaster | undefined> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = readPostmaster(clusterDir);
    if (found === undefined || found.status === 'ready' || Date.now() > deadline) return found;
    await sleep(50);
  }
}

/**
 * Removes a postmaster.pid whose pid has been given to another process since; PostgreSQL would refuse to start. A file
 * whose pid is dead is left to PostgreSQL, which also checks for surviving backends by their shared memory.
 */
async function clearStaleFile(clusterDir: string): Promise<void> {
  // Backends of a postmaster that was killed notice and end by themselves; until then nobody else may write.
  for (let waited = 0; findProcessesOf(clusterDir).length > 0; waited += 100) {
    if (waited >= 15_000) {
      const pids = findProcessesOf(clusterDir).join(', ');
      throw new EngineError(
        `Processes of an earlier PostgreSQL still use ${clusterDir} (pid ${pids}). End them, then start again.`,
      );
    }
    await sleep(100);
  }
  const path = join(clusterDir, 'postmaster.pid');
  const pid = await readPid(path);
  if (pid !== undefined && identifyProcess(pid) !== undefined) await rm(path, { force: true });
}

async function readPid(path: string): Promise<number | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : Number(text.split('\n')[0]);
}
