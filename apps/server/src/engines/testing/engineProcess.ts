import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { findProcessesOf } from '../postmasterFile.ts';
import type { HoldOptions, HoldReport } from './holdEngines.ts';

export interface EngineProcess {
  child: ChildProcess;
  /** The first line it prints; rejects when it ends without one. */
  report: Promise<HoldReport>;
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** Runs holdEngines.ts in a process of its own; `command` runs something else that prints the same line. */
export function spawnEngines(options: HoldOptions, command?: readonly string[]): EngineProcess {
  const program = fileURLToPath(new URL('./holdEngines.ts', import.meta.url));
  const [file = '', ...args] = command ?? [process.execPath, '--import', 'tsx', program];
  const child = spawn(file, [...args, JSON.stringify(options)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaints = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaints += chunk.toString('utf8');
  });
  const report = new Promise<HoldReport>((resolve, reject) => {
    if (child.stdout !== null)
      createInterface(child.stdout).once('line', (line) => resolve(JSON.parse(line) as HoldReport));
    child.once('exit', (code, signal) =>
      setTimeout(() => reject(new Error(`ended with ${signal ?? code}: ${complaints}`)), 200),
    );
  });
  report.catch(() => undefined);
  onTestFinished(() => {
    if (child.exitCode === null) child.kill('SIGKILL');
  });
  return {
    child,
    report,
    async kill(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
  };
}

/** A data folder that is removed after the test, together with every PostgreSQL that still runs in it. */
export async function temporaryDataDir(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'throughline-engines-'));
  onTestFinished(async () => {
    for (const pid of findProcessesOf(join(dataDir, 'postgres'))) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // gone already
      }
    }
    await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });
  return dataDir;
}

/** Waits until something holds; a test that waits in vain fails with the sentence given. */
export async function eventually(
  what: string,
  holds: () => boolean | Promise<boolean>,
  timeoutMs = 15_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`not within ${timeoutMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
