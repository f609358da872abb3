import { expect, it } from 'vitest';
import { buildProgram } from '../lib/build.ts';
import { soak } from './soak.ts';

it('what customers and trackers were told stays true while servers and engines are killed under them', async () => {
  const report = await soak(await buildProgram(), {
    seed: 20,
    seconds: 16,
    clients: 8,
    killEverySeconds: 4,
    say: () => undefined,
  });
  expect(report.faults).toEqual([]);
  expect(Object.entries(report.checks).filter(([, count]) => count > 0)).toEqual([]);
  expect(report.kills.servers).toBeGreaterThan(0);
  expect(report.kills.workers).toBeGreaterThan(0);
  expect(report.kills.database).toBeGreaterThan(0);
  expect(report.kills.analytics).toBeGreaterThan(0);
  expect(report.tracked).toBeGreaterThan(100);
  expect(report.acts).toBeGreaterThan(100);
}, 180_000);
