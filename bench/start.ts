import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createClient } from '@clickhouse/client';
import { demoPassword, signIns } from '../demo/load/signIns.ts';
import { round } from './lib/load.ts';
import { nodeMemoryMb } from './lib/memory.ts';
import { atMost, finish, progress } from './lib/report.ts';

const root = resolve(import.meta.dirname, '..');
const port = 4_717;
const address = `http://127.0.0.1:${port}`;
const million = 1_000_000;

/** From `npm start` to ready, on a fresh data folder and again; and the memory of all our Node processes then. */
export async function run(): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
  const first = await start(dataDir);
  progress(`first start: ${first.seconds} s`);
  await first.stop();
  const later: number[] = [];
  let memory = { idleMb: 0, reportMb: 0, touchpoints: 0 };
  for (let n = 0; n < 3; n += 1) {
    const again = await start(dataDir);
    progress(`start again: ${again.seconds} s`);
    later.push(again.seconds);
    if (n === 2) memory = await measureMemory(again.pid);
    await again.stop();
  }
  await rm(dataDir, { recursive: true, force: true });
  const bareNodeSeconds = await bareNode();
  const laterStartSeconds = [...later].sort((a, b) => a - b)[1] ?? 0;
  return finish({
    bench: 'start',
    figures: { firstStartSeconds: first.seconds, laterStartSeconds, ...memory },
    references: { bareNodeStartSeconds: bareNodeSeconds },
    ratios: { laterStartToBareNode: round(laterStartSeconds / bareNodeSeconds) },
    aims: {
      firstStartSeconds: atMost(60, first.seconds),
      laterStartSeconds: atMost(6, laterStartSeconds),
      idleMb: atMost(450, memory.idleMb),
      reportMb: atMost(1_024, memory.reportMb),
    },
    checks: { millionTouchpointsRead: memory.touchpoints >= million },
  });
}

interface Started {
  pid: number;
  seconds: number;
  stop(): Promise<void>;
}

/** The command a newcomer types, with everything it does, until the server says it is ready. */
async function start(dataDir: string): Promise<Started> {
  const begun = performance.now();
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { ...process.env, THROUGHLINE_DATA: dataDir, PORT: String(port), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  for (;;) {
    const ready = await fetch(`${address}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) break;
    if (child.exitCode !== null) throw new Error('the server did not start');
    await new Promise((done) => setTimeout(done, 25));
  }
  const seconds = round((performance.now() - begun) / 1_000);
  return {
    pid: child.pid ?? 0,
    seconds,
    async stop() {
      child.kill('SIGINT');
      await ended;
    },
  };
}

async function measureMemory(pid: number): Promise<{ idleMb: number; reportMb: number; touchpoints: number }> {
  await new Promise((done) => setTimeout(done, 10_000));
  const idleMb = nodeMemoryMb(pid);
  progress(`idle: ${idleMb} MB`);
  const touchpoints = await fillTouchpoints();
  let reportMb = 0;
  const watch = setInterval(() => {
    reportMb = Math.max(reportMb, nodeMemoryMb(pid));
  }, 50);
  await readPaths();
  clearInterval(watch);
  progress(`while a path report reads ${touchpoints} touchpoints: ${reportMb} MB`);
  return { idleMb, reportMb, touchpoints };
}

/** Rows of the platform's own table, made by the engine: visits of 50,000 people over a month. */
async function fillTouchpoints(): Promise<number> {
  const url = process.env.BENCH_CLICKHOUSE_URL ?? (await clickhouseUrl());
  const client = createClient({ url });
  for (let part = 0; part < 10; part += 1) {
    await client.command({
      query: `insert into touchpoint (id, subject_id, at, seq, origin, kind, channel, source, step, touch, campaign, location_id, order_id, amount, currency, properties, received_at)
        select generateUUIDv4(), toUUID(concat('00000000-0000-7000-8000-', leftPad(toString(number % 50000), 12, '0'))),
          now64(3) - toIntervalSecond((number * 7919) % 2592000), number, 'tracked', 'page', 'web', 'bench', 'visit', 'web', '',
          toUUID('00000000-0000-0000-0000-000000000000'), toUUID('00000000-0000-0000-0000-000000000000'), 0, '', map(), now64(3)
        from numbers(${part * 100_000}, 100000)`,
    });
  }
  const counted = await (
    await client.query({ query: 'select count() as n from touchpoint', format: 'JSONEachRow' })
  ).json<{ n: string }>();
  await client.close();
  return Number(counted[0]?.n ?? 0);
}

/** The server says where its engine is only to those who may read its environment: us, who started it. */
async function clickhouseUrl(): Promise<string> {
  throw new Error('set BENCH_CLICKHOUSE_URL');
}

async function readPaths(): Promise<void> {
  const manager = signIns().find((one) => one.role === 'admin');
  const signedIn = await fetch(`${address}/api/staff/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: manager?.email, password: demoPassword }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const report = await fetch(`${address}/api/staff/insight/path-to-purchase`, { headers: { cookie } });
  if (!report.ok) throw new Error(`the path report answered ${report.status}: ${await report.text()}`);
  await report.text();
}

async function bareNode(): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 5; n += 1) {
    const begun = performance.now();
    await new Promise((done) => spawn(process.execPath, ['-e', '0']).once('exit', done));
    times.push(performance.now() - begun);
  }
  return round((times.sort((a, b) => a - b)[2] ?? 0) / 1_000, 3);
}
