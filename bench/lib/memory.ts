import { readdirSync, readFileSync } from 'node:fs';

/** Resident memory in MB of a process and all its descendants that are Node programs (PostgreSQL's are left out). */
export function nodeMemoryMb(rootPid: number): number {
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const parent = /^PPid:\s+(\d+)/m.exec(read(`/proc/${entry}/status`))?.[1];
    if (parent) parents.set(Number(entry), Number(parent));
  }
  const isOurs = (pid: number): boolean => pid === rootPid || (parents.has(pid) && isOurs(parents.get(pid) ?? 0));
  let kb = 0;
  for (const pid of parents.keys()) {
    if (!isOurs(pid) || !/node/.test(read(`/proc/${pid}/cmdline`))) continue;
    kb += Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
  }
  return Math.round(kb / 1024);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process ended between the listing and the look.
    return '';
  }
}
