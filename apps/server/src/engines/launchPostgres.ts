import { closeSync, openSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReadyPostmaster } from './adoptPostgres.ts';
import { EngineError } from './engineError.ts';
import { isPortFree } from './freePort.ts';
import { postgresSettings } from './postgresSettings.ts';
import { readPostmaster } from './postmasterFile.ts';
import type { Launcher } from './unprivileged.ts';

/** The port was taken between choosing and binding it. */
export class PortTakenError extends EngineError {}

/** Crash recovery reads at most max_wal_size of log, which takes a slow disk minutes. */
const READY_WITHIN_MS = 300_000;

/**
 * Starts postgres in a process group of its own, so that Ctrl-C in the terminal reaches the server only, which drains
 * and then stops the database. Its output goes to files and not to pipes: it must not depend on the server's life.
 *
 * @throws PortTakenError, or an EngineError with PostgreSQL's own reason
 */
export async function launchPostgres(
  launcher: Launcher,
  clusterDir: string,
  port: number,
  log: (line: string) => void,
): Promise<ReadyPostmaster> {
  const settingsPath = join(clusterDir, 'throughline.conf');
  await writeFile(settingsPath, postgresSettings(), { mode: 0o600 });
  await launcher.handOver(settingsPath);

  const startLog = join(clusterDir, 'start.log');
  const logsBefore = await measureLogs(clusterDir);
  const output = openSync(startLog, 'w', 0o600);
  const startedAtMs = Date.now();
  const child = launcher.spawn('postgres', ['-D', clusterDir, '-p', String(port)], {
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  child.unref();
  let ended: string | undefined;
  child.once('error', (error) => {
    ended = error.message;
  });
  child.once('exit', (code, signal) => {
    ended ??= `it ended with ${signal ?? `code ${code ?? '?'}`}`;
  });

  let told = false;
  for (;;) {
    const found = readPostmaster(clusterDir);
    if (found !== undefined && found.pid === child.pid && found.status === 'ready') return { ...found, port };
    if (ended !== undefined) break;
    const waitedMs = Date.now() - startedAtMs;
    if (waitedMs > READY_WITHIN_MS) {
      child.kill('SIGQUIT');
      ended = `it was not ready within ${READY_WITHIN_MS / 1000} s`;
      break;
    }
    if (waitedMs > 5_000 && !told) {
      log('PostgreSQL is recovering from a crash; this may take a while …');
      told = true;
    }
    await sleep(10);
  }
  if (!(await isPortFree(port))) {
    throw new PortTakenError(`Port ${port} for PostgreSQL is taken. Free it or choose another port.`);
  }
  const reason = (await findReason(startLog, clusterDir, logsBefore)) ?? ended;
  throw new EngineError(`PostgreSQL did not start in ${clusterDir}: ${reason}`);
}

/** Sizes of the files of PostgreSQL's own log, to tell later what was written since. */
async function measureLogs(clusterDir: string): Promise<Map<string, number>> {
  const folder = join(clusterDir, 'log');
  const names = await readdir(folder).catch(() => []);
  const sizes = names.map(async (name) => [name, (await stat(join(folder, name))).size] as const);
  return new Map(await Promise.all(sizes));
}

/** The last FATAL or error line PostgreSQL wrote since the start, before or after its log collector took over. */
async function findReason(
  startLog: string,
  clusterDir: string,
  before: ReadonlyMap<string, number>,
): Promise<string | undefined> {
  const texts = [await readFile(startLog, 'utf8').catch(() => '')];
  for (const [name, size] of await measureLogs(clusterDir)) {
    const from = before.get(name) ?? 0;
    // A file that has shrunk was begun anew.
    if (size !== from)
      texts.push((await readFile(join(clusterDir, 'log', name))).subarray(size > from ? from : 0).toString());
  }
  const lines = texts.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '');
  const telling = lines.filter((line) => /FATAL|PANIC|error|cannot/i.test(line)).at(-1);
  return telling?.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '');
}
