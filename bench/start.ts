import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngines } from '../apps/server/src/engines/index.ts';
import { demoPassword, signIns } from '../demo/load/index.ts';
import { median, round } from './lib/load.ts';
import { childrenOf, type Memory, memoryOf, residentMb } from './lib/memory.ts';
import { atMost, finish, progress } from './lib/report.ts';
import { startServer } from './lib/serverProcess.ts';
import { type Filled, fillTouchpoints } from './lib/touchpoints.ts';

const port = 4_717;
const rounds = 5;
const million = 1_000_000;

/** From `npm start` to ready, on a fresh data folder and again; and the memory of all our Node processes then. */
export async function run(): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
  try {
    const first = await startServer(port, { THROUGHLINE_DATA: dataDir });
    progress(`first start, with the demo retailer: ${first.secondsToReady} s`);
    await first.stop();
    const later: number[] = [];
    const bareNode: number[] = [];
    let idle: Memory = { residentMb: 0, proportionalMb: 0 };
    let idleAnalyticsMb = 0;
    for (let n = 1; n <= rounds; n += 1) {
      bareNode.push(await timeBareNode());
      const again = await startServer(port, { THROUGHLINE_DATA: dataDir });
      later.push(again.secondsToReady);
      progress(`start again, ${n} of ${rounds}: ${again.secondsToReady} s`);
      if (n === rounds) {
        await sleep(15_000);
        const analytics = childrenOf(again.pid, /chdbChild/);
        idle = memoryOf([again.pid, ...analytics]);
        idleAnalyticsMb = residentMb(analytics);
        progress(`idle: ${idle.residentMb} MB, of them analytics ${idleAnalyticsMb} MB`);
      }
      await again.stop();
    }
    const report = await readAMillion(dataDir);
    const laterStartSeconds = median(later);
    return finish({
      bench: 'start',
      figures: {
        firstStartSeconds: first.secondsToReady,
        laterStartSeconds,
        idleResidentMb: idle.residentMb,
        idleProportionalMb: idle.proportionalMb,
        idleAnalyticsResidentMb: idleAnalyticsMb,
        reportResidentMb: report.residentMb,
        reportSeconds: report.seconds,
        touchpoints: report.filled.touchpoints,
      },
      references: { bareNodeStartSeconds: median(bareNode), bareNodeResidentMb: await bareNodeMb() },
      ratios: { laterStartToBareNode: round(laterStartSeconds / median(bareNode)) },
      aims: {
        firstStartSeconds: atMost(60, first.secondsToReady),
        laterStartSeconds: atMost(6, laterStartSeconds),
        idleResidentMb: atMost(450, idle.residentMb),
        reportResidentMb: atMost(1_024, report.residentMb),
      },
      checks: {
        aMillionTouchpoints: report.filled.touchpoints >= million,
        ordersMissingInReport: Math.max(0, report.filled.orders - report.ordersInReport),
      },
    });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The server as before, on engines of this process, so that their table can be filled. */
async function readAMillion(
  dataDir: string,
): Promise<{ residentMb: number; seconds: number; filled: Filled; ordersInReport: number }> {
  const engines = await startEngines({ dataDir, log: () => undefined });
  try {
    const { clickhouseUrl } = engines;
    if (!clickhouseUrl) throw new Error(engines.clickhouseUnavailable);
    const filled = await fillTouchpoints(clickhouseUrl);
    progress(`${filled.touchpoints} touchpoints in the table`);
    const server = await startServer(port, {
      THROUGHLINE_DATA: dataDir,
      DATABASE_URL: engines.databaseUrl,
      CLICKHOUSE_URL: clickhouseUrl,
    });
    try {
      const cookie = await signIn(server.url);
      const pids = [server.pid, ...childrenOf(process.pid, /chdbChild/)];
      let peakMb = 0;
      const watch = setInterval(() => {
        peakMb = Math.max(peakMb, residentMb(pids));
      }, 20);
      const seconds: number[] = [];
      let ordersInReport = 0;
      for (let n = 0; n < rounds; n += 1) {
        const begun = performance.now();
        ordersInReport = await readPaths(server.url, cookie);
        seconds.push(round((performance.now() - begun) / 1_000));
      }
      clearInterval(watch);
      progress(`while a path report reads them: ${peakMb} MB; it takes ${median(seconds)} s`);
      return { residentMb: peakMb, seconds: median(seconds), filled, ordersInReport };
    } finally {
      await server.stop();
    }
  } finally {
    await engines.stop();
  }
}

async function signIn(url: string): Promise<string> {
  const admin = signIns().find((one) => one.role === 'admin');
  const answer = await fetch(`${url}/api/staff/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: admin?.email, password: demoPassword }),
  });
  if (!answer.ok) throw new Error(`the sign-in answered ${answer.status}: ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** Orders the report tells of. */
async function readPaths(url: string, cookie: string): Promise<number> {
  const answer = await fetch(`${url}/api/staff/insight/path-to-purchase`, { headers: { cookie } });
  if (!answer.ok) throw new Error(`the path report answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { n: number }).n;
}

async function timeBareNode(): Promise<number> {
  const begun = performance.now();
  await new Promise((done) => spawn(process.execPath, ['-e', '0']).once('exit', done));
  return round((performance.now() - begun) / 1_000, 3);
}

async function bareNodeMb(): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { stdio: 'ignore' });
  await sleep(500);
  const mb = residentMb([child.pid ?? 0]);
  child.kill('SIGKILL');
  return mb;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
