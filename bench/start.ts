import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createClient } from './lib/load.ts';
import { nodeMemoryMb } from './lib/memory.ts';
import { atMost, finish, progress, round } from './lib/report.ts';

const root = resolve(import.meta.dirname, '..');
const port = 4_717;

/** From `npm start` to ready, on a fresh data folder and again; and the memory of all our Node processes then. */
export async function run(): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
  const first = await start(dataDir);
  progress(`first start: ${first.seconds} s`);
  await first.stop();
  const later: number[] = [];
  let idleMb = 0;
  let reportMb = 0;
  let touchpoints = 0;
  for (let round = 0; round < 3; round += 1) {
    const again = await start(dataDir);
    progress(`start again: ${again.seconds} s`);
    later.push(again.seconds);
    if (round === 2) {
      await new Promise((resolve) => setTimeout(resolve, 10_000));
      idleMb = nodeMemoryMb(again.pid);
      progress(`idle: ${idleMb} MB`);
      ({ peakMb: reportMb, touchpoints } = await readMillionTouchpoints(again.pid, dataDir));
      progress(`during a path report over ${touchpoints} touchpoints: ${reportMb} MB`);
    }
    await again.stop();
  }
  await rm(dataDir, { recursive: true, force: true });
  const bareNodeSeconds = await bareNode();
  const laterSeconds = [...later].sort((a, b) => a - b)[1] ?? 0;
  return finish({
    bench: 'start',
    figures: { firstStartSeconds: first.seconds, laterStartSeconds: laterSeconds, idleMb, reportMb, touchpoints },
    references: { bareNodeStartSeconds: bareNodeSeconds },
    ratios: { laterStartToBareNode: round(laterSeconds / bareNodeSeconds) },
    aims: {
      firstStartSeconds: atMost(60, first.seconds),
      laterStartSeconds: atMost(6, laterSeconds),
      idleMb: atMost(450, idleMb),
      reportMb: atMost(1_024, reportMb),
    },
    checks: { millionTouchpointsRead: touchpoints >= 1_000_000 },
  });
}
