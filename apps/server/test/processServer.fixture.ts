import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { findFreePort } from '../src/engines/freePort.ts';
import { findProcessesOf, readPostmaster } from '../src/engines/postmasterFile.ts';
import { isAlive } from '../src/engines/processIdentity.ts';

export interface Ended {
  /** Undefined where a signal ended it. */
  code: number | undefined;
  signal: NodeJS.Signals | undefined;
  /** From its start. */
  tookMs: number;
}

/** A program as a person starts it: a process group of its own, as a terminal gives it. */
export interface Run {
  url: string;
  pid: number;
  stdout(): string;
  stderr(): string;
  /** Lines that tell of something wrong: all of stderr, and of the log warnings and worse. */
  complaints(): string[];
  /** Until it says that it runs. Fails with what it printed when it ends before. */
  ready(): Promise<void>;
  /** Until it has printed this. */
  says(text: string | RegExp): Promise<void>;
  ended: Promise<Ended>;
  /** To this process alone, or as Ctrl-C: to its whole group. */
  send(signal: NodeJS.Signals, whom?: 'process' | 'group'): void;
  /** Pids of its children at this moment. */
  children(): number[];
}

export interface RunOptions {
  /** Where it runs; the program's path starts from here. */
  clone: string;
  program?: string;
  /** Instead of node and the program. */
  command?: readonly string[];
  dataDir?: string;
  environment?: Record<string, string>;
}

/** Nothing of this process's own settings reaches the program. */
const clean = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) =>
      !/^(THROUGHLINE_|PG|npm_|VITEST|NODE_OPTIONS$|NODE_ENV$)|^(PORT|HOST|PUBLIC_URL|DATABASE_URL|CLICKHOUSE_URL|SMTP_URL|LOG_LEVEL)$/.test(
        name,
      ),
  ),
);

export async function runProgram(options: RunOptions): Promise<Run> {
  const port = options.environment?.PORT ?? String(await findFreePort());
  const begun = performance.now();
  const [file = '', ...args] = options.command ?? [process.execPath, options.program ?? '.build/server.mjs'];
  const child = spawn(file, args, {
    cwd: options.clone,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...clean,
      THROUGHLINE_DEMO: 'off',
      ...(options.dataDir === undefined ? {} : { THROUGHLINE_DATA: options.dataDir }),
      PORT: port,
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      ...options.environment,
    },
  });
  const pid = child.pid ?? 0;
  const ended = endOf(child, begun);
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    process.kill(-pid, 'SIGKILL');
    await ended;
  });
  const out = collect(child.stdout);
  const err = collect(child.stderr);

  async function says(text: string | RegExp): Promise<void> {
    const isThere = () => (typeof text === 'string' ? out().includes(text) : text.test(out()));
    const deadline = Date.now() + 60_000;
    while (!isThere()) {
      if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
        throw new Error(`It did not say ${String(text)}:\n${out()}\n${err()}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  return {
    url: `http://127.0.0.1:${port}`,
    pid,
    stdout: out,
    stderr: err,
    complaints: () => [
      ...err().split('\n').filter(Boolean),
      ...out()
        .split('\n')
        .filter((line) => /"level":[456]0|^\s+at /.test(line)),
    ],
    ready: () => says(' is running'),
    says,
    ended,
    send: (signal, whom = 'process') => process.kill(whom === 'group' ? -pid : pid, signal),
    children: () => childrenOf(pid),
  };
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  let text = '';
  stream?.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
  });
  return () => text;
}

function endOf(child: ChildProcess, begun: number): Promise<Ended> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    // Not 'exit': by 'close' all it printed has arrived.
    child.once('close', (code, signal) =>
      resolve({ code: code ?? undefined, signal: signal ?? undefined, tookMs: performance.now() - begun }),
    );
  });
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((candidate) => parentOf(candidate) === pid);
}

function parentOf(pid: number): number | undefined {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

/** Pids of the engines of a running server: every PostgreSQL process of its data folder, and chDB's child. */
export function enginesOf(run: Run, dataDir: string): number[] {
  return [...new Set([...findProcessesOf(join(dataDir, 'postgres')), ...run.children()])];
}

export function postgresPid(dataDir: string): number | undefined {
  return readPostmaster(join(dataDir, 'postgres'))?.pid;
}

/** Of these processes, those that still live; an engine may take a moment to be gone. */
export async function survivors(pids: readonly number[]): Promise<number[]> {
  for (let waited = 0; waited < 1_000 && pids.some(isAlive); waited += 20) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return pids.filter(isAlive);
}
