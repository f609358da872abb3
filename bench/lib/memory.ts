import { readdirSync, readFileSync } from 'node:fs';

export interface Memory {
  /** Resident set: what the system holds for the process, pages it shares with others counted in full. */
  residentMb: number;
  /** Proportional set: shared pages divided among those who share them. 0 where it may not be read. */
  proportionalMb: number;
}

export function memoryOf(pids: readonly number[]): Memory {
  let residentKb = 0;
  let proportionalKb = 0;
  for (const pid of pids) {
    residentKb += Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
    proportionalKb += Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
  }
  return { residentMb: Math.round(residentKb / 1024), proportionalMb: Math.round(proportionalKb / 1024) };
}

/** Resident memory alone, in MB; cheap enough to be asked many times a second. */
export function residentMb(pids: readonly number[]): number {
  const kb = pids.reduce((sum, pid) => sum + Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0), 0);
  return Math.round(kb / 1024);
}

/** The children of a process that run this program. */
export function childrenOf(parent: number, program: RegExp): number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter(
      (pid) =>
        Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1]) === parent &&
        program.test(read(`/proc/${pid}/cmdline`)),
    );
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process ended between the listing and the look.
    return '';
  }
}
