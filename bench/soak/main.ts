import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { buildProgram } from '../lib/build.ts';
import { soak } from './soak.ts';

/** What the shop must bear beside the kills. */
const actsPerSecondAim = 100;
const killsPerMinuteAim = 4;
/** A little more often than the aim asks: the first one comes late, and none at the very end. */
const killEverySeconds = 14;

/** `npm run soak -- --minutes 5 [--seed 7]`: exit code 1 where the books are wrong, 2 where it was too slow. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '5' },
      seed: { type: 'string' },
      clients: { type: 'string', default: '32' },
    },
  });
  const minutes = Number(values.minutes);
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
  const clients = Number(values.clients);
  if (!(minutes > 0) || !Number.isInteger(seed) || !(clients > 0)) {
    console.error('npm run soak -- --minutes 5 [--seed 7] [--clients 32]');
    return 1;
  }
  console.error(`seed ${seed}: ${clients} clients for ${minutes} minutes, a kill every ${killEverySeconds} seconds`);
  const report = await soak(await buildProgram(), {
    seed,
    seconds: minutes * 60,
    clients,
    killEverySeconds,
    say: (line) => console.error(line),
  });
  const broken = Object.entries(report.checks).filter(([, count]) => count > 0);
  for (const [name, count] of broken) console.error(`  BROKEN  ${name}: ${count}`);
  for (const fault of report.faults) console.error(`  ${fault}`);
  const aimAt = (aim: number, got: number) => ({ aim, got, met: got >= aim });
  const aims = {
    actsPerSecond: aimAt(actsPerSecondAim, report.actsPerSecond),
    killsPerMinute: aimAt(
      killsPerMinuteAim,
      Math.round(
        ((report.kills.servers + report.kills.workers + report.kills.database + report.kills.analytics) /
          report.seconds) *
          600,
      ) / 10,
    ),
  };
  for (const [name, { aim, got, met }] of Object.entries(aims))
    console.error(`  ${met ? 'met   ' : 'MISSED'}  ${name}: ${got} (aim ${aim})`);
  const met = Object.values(aims).every((one) => one.met);
  const { model } = cpus()[0] ?? { model: '' };
  console.log(JSON.stringify({ soak: report, machine: { cores: cpus().length, model, node: process.version }, aims }));
  return broken.length > 0 ? 1 : met ? 0 : 2;
}

process.exit(await main());
