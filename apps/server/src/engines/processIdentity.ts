import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Names one life of a process: a pid is reused after the process ends, a pid together with its start time is not.
 *
 * On Linux the start time is field 22 of /proc/PID/stat (clock ticks since boot, proc(5)), joined with the boot's id,
 * because two boots may give the same pid the same tick. Elsewhere it is what `ps` prints.
 *
 * @returns undefined when no such process lives; a zombie counts as dead, for it holds no file and serves nobody.
 */
export function identifyProcess(pid: number): string | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (process.platform !== 'linux') return identifyByPs(pid);
  const stat = readOrUndefined(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The command name may hold spaces and parentheses, so count fields from the last parenthesis: state is field 3.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  return `${readOrUndefined('/proc/sys/kernel/random/boot_id')?.trim() ?? 'boot'}:${fields[19] ?? ''}`;
}

/** Whether a process with this pid lives (zombies do not). */
export function isAlive(pid: number): boolean {
  return identifyProcess(pid) !== undefined;
}

function identifyByPs(pid: number): string | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return line === '' || line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '');
  } catch {
    return undefined;
  }
}

function readOrUndefined(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
