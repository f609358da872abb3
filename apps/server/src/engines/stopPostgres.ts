import { setTimeout as sleep } from 'node:timers/promises';
import { identifyProcess } from './processIdentity.ts';

/**
 * Stops a postmaster within a bounded time: fast shutdown (SIGINT: open transactions are rolled back, buffers written),
 * then immediate (SIGQUIT: recovery at next start), then SIGKILL. Nothing committed is lost by any of them.
 *
 * @param identity from when the process was known to be the postmaster; a pid used again since is left alone
 */
export async function stopPostmaster(
  pid: number,
  identity: string,
  log: (line: string) => void,
  waitsMs: { fast: number; immediate: number } = { fast: 20_000, immediate: 5_000 },
): Promise<void> {
  const steps = [
    ['SIGINT', waitsMs.fast],
    ['SIGQUIT', waitsMs.immediate],
    ['SIGKILL', 2_000],
  ] as const;
  for (const [signal, waitMs] of steps) {
    if (identifyProcess(pid) !== identity) return;
    if (signal !== 'SIGINT') log(`PostgreSQL (pid ${pid}) has not stopped yet; sending ${signal}.`);
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    const deadline = Date.now() + waitMs;
    while (Date.now() < deadline) {
      if (identifyProcess(pid) !== identity) return;
      await sleep(10);
    }
  }
}
