import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engines, startEngines } from '../../apps/server/src/engines/index.ts';

/** A real server process, whose clock this process may move and which may be killed. */
export interface ServerProcess {
  url: string;
  pid: number;
  travelTo(instant: Date): Promise<void>;
  /** Whether the process is gone, by whatever cause. */
  hasEnded(): boolean;
  /** SIGKILL: no goodbye, as when the power goes. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export interface Stage {
  engines: Engines;
  start(environment?: Record<string, string>): Promise<ServerProcess>;
  /** SIGKILL for PostgreSQL; it is started again by itself. */
  killDatabase(): Promise<void>;
  close(): Promise<void>;
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/**
 * Engines of the story's own in a temporary folder, and any number of server processes on them, whose clocks start at
 * `from` (now when left out).
 */
export async function openStage(serverProgram: string, from?: Date): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'throughline-julia-'));
  const engines = await startEngines({ dataDir, log: () => undefined });
  if (!engines.clickhouseUrl)
    throw new Error(`The story needs the analytics engine. ${engines.clickhouseUnavailable ?? ''}`);
  const running = new Set<ServerProcess>();
  return {
    engines,
    async start(environment = {}) {
      const port = await freePort();
      const server = await startServer(serverProgram, {
        PORT: String(port),
        PUBLIC_URL: `http://127.0.0.1:${port}`,
        THROUGHLINE_DATA: dataDir,
        DATABASE_URL: engines.databaseUrl,
        CLICKHOUSE_URL: engines.clickhouseUrl ?? '',
        THROUGHLINE_CLOCK: 'controllable',
        THROUGHLINE_CLOCK_FROM: from?.toISOString() ?? '',
        LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
        ...environment,
      });
      running.add(server);
      return server;
    },
    async killDatabase() {
      const [pid] = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
      process.kill(Number(pid), 'SIGKILL');
    },
    async close() {
      await Promise.all([...running].map((server) => server.stop()));
      await engines.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** One server process on what the environment names. */
export async function startServer(program: string, environment: Record<string, string>): Promise<ServerProcess> {
  // STORY_NODE='--cpu-prof --cpu-prof-dir=…' profiles every server of a run.
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', ...(process.env.STORY_NODE?.split(' ') ?? []), program],
    {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  let output = '';
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-8_000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  if (process.env.STORY_LOG) for (const stream of [child.stdout, child.stderr]) stream?.pipe(process.stderr);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await Promise.race([
    nextMessage(child, (message) => message.ready === true),
    ended.then(() => Promise.reject(new Error(`A server did not start:\n${output}`))),
  ]);
  return {
    url: environment.PUBLIC_URL ?? '',
    pid: child.pid ?? 0,
    async travelTo(instant) {
      const arrived = nextMessage(child, (message) => message.travelledTo === instant.toISOString());
      child.send({ travelTo: instant.toISOString() });
      await arrived;
    },
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await ended;
      clearTimeout(late);
    },
  };
}

function nextMessage(child: ChildProcess, matches: (message: Record<string, unknown>) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const listen = (message: unknown) => {
      if (typeof message !== 'object' || message === null || !matches(message as Record<string, unknown>)) return;
      child.off('message', listen);
      resolve();
    };
    child.on('message', listen);
  });
}
