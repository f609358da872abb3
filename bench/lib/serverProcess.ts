import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { round } from './load.ts';

export interface ServerProcess {
  pid: number;
  url: string;
  /** From the start of the process to the first "ready" of /health/ready. */
  secondsToReady: number;
  stop(): Promise<void>;
}

/** The command a newcomer types, with everything it does, until the server says it is ready. */
export async function startServer(port: number, environment: Record<string, string>): Promise<ServerProcess> {
  const url = `http://127.0.0.1:${port}`;
  const begun = performance.now();
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: resolve(import.meta.dirname, '../..'),
    env: { ...process.env, PORT: String(port), LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const isReady = () =>
    fetch(`${url}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
  while (!(await isReady())) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('the server did not start');
    await new Promise((done) => setTimeout(done, 20));
  }
  return {
    pid: child.pid ?? 0,
    url,
    secondsToReady: round((performance.now() - begun) / 1_000),
    async stop() {
      child.kill('SIGINT');
      await ended;
    },
  };
}
