import { cpus, totalmem } from 'node:os';

export interface Aim {
  aim: number;
  got: number;
  met: boolean;
}

export interface Report {
  bench: string;
  figures: Record<string, number>;
  /** The physical limit on this machine, measured in between. */
  references: Record<string, number>;
  ratios: Record<string, number>;
  aims: Record<string, Aim>;
  /** Things that must be true whatever the speed; a broken one exits 1. */
  checks: Record<string, number | boolean>;
}

export const atMost = (aim: number, got: number): Aim => ({ aim, got, met: got <= aim });
export const atLeast = (aim: number, got: number): Aim => ({ aim, got, met: got >= aim });

export function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** The last line of every benchmark; returns the exit code: 1 a check is broken, 2 an aim is missed. */
export function finish(report: Report): number {
  for (const [name, aim] of Object.entries(report.aims)) {
    progress(`  ${aim.met ? 'met   ' : 'MISSED'}  ${name}: ${aim.got} (aim ${aim.aim})`);
  }
  const machine = {
    cores: cpus().length,
    model: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
  const { bench, ...rest } = report;
  console.log(JSON.stringify({ bench, machine, ...rest }));
  if (Object.values(report.checks).some((value) => value !== 0 && value !== true)) return 1;
  return Object.values(report.aims).every((aim) => aim.met) ? 0 : 2;
}
