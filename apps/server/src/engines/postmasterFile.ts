import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { identifyProcess } from './processIdentity.ts';

/** A running PostgreSQL as its own postmaster.pid tells (format: PostgreSQL's src/include/utils/pidfile.h). */
export interface Postmaster {
  pid: number;
  /** See {@link identifyProcess}. */
  identity: string;
  /** undefined until it has written it. */
  port: number | undefined;
  status: 'starting' | 'ready' | 'stopping' | 'standby' | undefined;
}

/**
 * Reads postmaster.pid.
 *
 * @returns undefined when there is none, or its process is gone, or the pid now belongs to something else: then the
 *   file is stale.
 */
export function readPostmaster(clusterDir: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  const identity = identifyProcess(pid);
  if (identity === undefined || !servesCluster(pid, clusterDir)) return undefined;
  const port = Number(lines[3]);
  const status = lines[7]?.trim();
  return {
    pid,
    identity,
    port: Number.isInteger(port) && port > 0 ? port : undefined,
    status:
      status === 'ready' || status === 'starting' || status === 'stopping' || status === 'standby' ? status : undefined,
  };
}

/**
 * Whether the program a process runs has been removed since, as `npm ci` does: it would not find its extensions any more.
 * Only Linux can tell.
 */
export function runsRemovedProgram(pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/exe`).endsWith(' (deleted)');
  } catch {
    return false;
  }
}

/**
 * Pids of every process that works in the cluster's folder, postmaster or backend: PostgreSQL's processes all have it
 * as their working directory. While one lives, removing postmaster.pid would let two servers write the same files.
 */
export function findProcessesOf(clusterDir: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => identifyProcess(pid) !== undefined && servesCluster(pid, clusterDir));
}

function servesCluster(pid: number, clusterDir: string): boolean {
  try {
    const folder = realpathSync(clusterDir);
    if (process.platform !== 'linux') {
      return isPostmasterCommand(
        execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }),
        folder,
      );
    }
    if (readFileSync(`/proc/${pid}/comm`, 'utf8').trim() !== 'postgres') return false;
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder;
    } catch {
      // Root in a container may lack the right to look; the command line is open to everybody.
      return isPostmasterCommand(readFileSync(`/proc/${pid}/cmdline`, 'utf8'), folder);
    }
  } catch {
    return false;
  }
}

function isPostmasterCommand(command: string, folder: string): boolean {
  return command.includes('postgres') && command.includes(folder);
}
