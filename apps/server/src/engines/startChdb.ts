import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { forgetChdbAccess, saveChdbAccess } from './chdbAccess.ts';

export interface StartChdbOptions {
  dataDir: string;
  log: (line: string) => void;
  /**
   * The child's program. By default `chdbChild.mjs` beside this module: in the sources that is the file itself; when the
   * server is bundled, bundle it as a second entry into the same folder (chdb external). For tests, any other program.
   */
  childPath?: string | undefined;
  limits?: Partial<ChdbLimits> | undefined;
}

/** What one query, and the engine as a whole, may use. A request may ask for less, never for more. */
export interface ChdbLimits {
  /** Bytes. */
  maxMemoryUsage: number;
  /** Seconds. */
  maxExecutionTime: number;
  maxBodyBytes: number;
  maxBufferedBytes: number;
  /** Bytes, over all queries and merges. */
  maxServerMemoryUsage: number;
}

export interface RunningChdb {
  /** With user and password; stays valid across restarts of the child. */
  url: string;
  pid(): number | undefined;
  /** Bounded to about 9 s; idempotent. */
  stop(): Promise<void>;
}

/** Why there is no embedded ClickHouse, for people. */
export interface ChdbUnavailable {
  unavailable: string;
}

const defaultLimits: ChdbLimits = {
  maxMemoryUsage: 600_000_000,
  maxExecutionTime: 30,
  maxBodyBytes: 64 * 1024 * 1024,
  maxBufferedBytes: 192 * 1024 * 1024,
  maxServerMemoryUsage: 1_200_000_000,
};

const lanes = { reads: 4, writes: 2 };
const READY_WITHIN_MS = 60_000;

type ChildMessage =
  | { type: 'ready'; port: number; version: string }
  | { type: 'failed'; what: 'load' | 'open' | 'listen'; reason: string };

/**
 * Starts the embedded ClickHouse in its child process and keeps it running: a child that ends is started again, with
 * growing pauses, on the same port and with the same password.
 *
 * Never rejects because of the engine: a platform without it is a normal outcome, told in the result.
 */
export async function startChdb(options: StartChdbOptions): Promise<RunningChdb | ChdbUnavailable> {
  const { log } = options;
  const childPath = options.childPath ?? findChild();
  if (childPath === undefined) return unavailable('its program chdbChild.mjs is missing from the build');
  const program = childPath;
  const credentials = { user: 'throughline', password: randomBytes(24).toString('base64url') };
  let port = 0;
  let child: ChildProcess | undefined;
  let stopping: Promise<void> | undefined;

  async function launch(): Promise<ChildMessage> {
    const started = spawn(process.execPath, [program], {
      // A group of its own, as PostgreSQL's: Ctrl-C reaches the server only.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // Nothing else of the server's environment: it may hold secrets the engine has no business with.
      env: {
        PATH: process.env.PATH ?? '',
        HOME: process.env.HOME ?? '',
        TMPDIR: tmpdir(),
        // The engine takes its time zone from here; dates without a zone mean the same on every machine.
        TZ: 'UTC',
        // What a report has freed goes back to the system within a fifth of a second and not within five (MALLOC_CONF of
        // jemalloc, which the engine is built with): reports one after another would pile up twice what each needs.
        JE_MALLOC_CONF: 'dirty_decay_ms:200,muzzy_decay_ms:0',
        // A thread for every query of both lanes, and two for kills and gunzip, which must never wait for a report.
        UV_THREADPOOL_SIZE: String(lanes.reads + lanes.writes + 2),
      },
    });
    child = started;
    let tail = '';
    started.stderr?.on('data', (chunk: Buffer) => {
      tail = (tail + chunk.toString('utf8')).slice(-2000);
    });
    started.once('exit', (code, signal) => {
      if (child !== started) return;
      child = undefined;
      if (stopping === undefined && isServing) {
        const lastLine = tail.trim().split('\n').at(-1) ?? '';
        log(`The embedded ClickHouse has ended unexpectedly (${signal ?? `code ${code ?? '?'}`}). ${lastLine}`.trim());
        void restart();
      }
    });
    const message = await firstMessage(started, {
      folder: join(options.dataDir, 'clickhouse'),
      port,
      credentials,
      limits: { ...defaultLimits, ...options.limits },
      lanes,
      maxServerMemoryUsage: options.limits?.maxServerMemoryUsage ?? defaultLimits.maxServerMemoryUsage,
    });
    if (message.type === 'failed') {
      child = undefined;
      started.kill('SIGKILL');
      return { ...message, reason: message.reason === '' ? tail.trim().slice(-300) : message.reason };
    }
    // The server may end while the child runs; it is told by the closed channel.
    started.unref();
    started.channel?.unref();
    (started.stderr as { unref?: () => void } | null)?.unref?.();
    return message;
  }

  let isServing = false;
  let servingSinceMs = 0;
  let delayMs = 200;

  async function restart(): Promise<void> {
    isServing = false;
    if (Date.now() - servingSinceMs > 60_000) delayMs = 200;
    while (stopping === undefined) {
      await sleep(delayMs, undefined, { ref: false });
      delayMs = Math.min(delayMs * 2, 10_000);
      if (stopping !== undefined) return;
      const message = await launch();
      if (message.type === 'ready') {
        log('The embedded ClickHouse runs again.');
        isServing = true;
        servingSinceMs = Date.now();
        return;
      }
      log(`The embedded ClickHouse could not be started again: ${oneLine(message.reason)}`);
    }
  }

  const deadline = Date.now() + 15_000;
  let first = await launch();
  // The child of a server that was killed may still be closing its files.
  while (first.type === 'failed' && first.what === 'open' && /lock/i.test(first.reason) && Date.now() < deadline) {
    await sleep(200);
    first = await launch();
  }
  if (first.type === 'failed') return unavailable(oneLine(first.reason));
  port = first.port;
  isServing = true;
  servingSinceMs = Date.now();

  const url = `http://${credentials.user}:${credentials.password}@127.0.0.1:${port}`;
  await saveChdbAccess(options.dataDir, url);
  return {
    url,
    pid: () => child?.pid,
    stop() {
      stopping ??= forgetChdbAccess(options.dataDir).then(() => stopChild(child));
      return stopping;
    },
  };
}

function unavailable(reason: string): ChdbUnavailable {
  return {
    unavailable: `Journeys and analytics are off: the embedded ClickHouse does not run on this machine (${reason}). Set CLICKHOUSE_URL to a ClickHouse of your own to turn them on.`,
  };
}

/** The child's first message; a child that ends or keeps silent counts as failed. */
function firstMessage(child: ChildProcess, start: object): Promise<ChildMessage> {
  return new Promise((resolve) => {
    const fail = (what: 'load' | 'open', reason: string): void => resolve({ type: 'failed', what, reason });
    const timer = setTimeout(() => fail('open', `not ready within ${READY_WITHIN_MS / 1000} s`), READY_WITHIN_MS);
    child.once('message', (message) => {
      clearTimeout(timer);
      resolve(message as ChildMessage);
    });
    child.once('error', (error) => {
      clearTimeout(timer);
      fail('load', error.message);
    });
    // A library that does not fit the processor or the C library ends the process without a word.
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      fail('load', `it ended with ${signal ?? `code ${code ?? '?'}`} while starting`);
    });
    child.send(start, () => undefined);
  });
}

async function stopChild(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 8_000);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.ref();
    child.kill('SIGTERM');
  });
}

function findChild(): string | undefined {
  return ['./chdbChild.mjs', '../apps/server/src/engines/chdbChild.mjs']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path));
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 300);
}
