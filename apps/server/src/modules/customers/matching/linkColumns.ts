import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import {
  type Columns,
  defaultModel,
  dropShared,
  estimateModel,
  type LinkageModel,
  type ScoredPairs,
  sampleLevels,
} from '@throughline/science';
import { type Phase, type PhaseResult, runPhase } from './linkPhases.ts';
import { mostShared } from './scoring.ts';

/** Beside the built server; in a run from the sources there is none, and the work is done in this thread. */
const program = fileURLToPath(new URL('./linkWorker.mjs', import.meta.url));

/** Fewer records are compared sooner than threads are started. */
const worthThreads = 20_000;

export interface LinkedPairs {
  model: LinkageModel;
  /** One for each thread. */
  pairs: ScoredPairs[];
  compared: number;
}

interface LinkOptions {
  /** Bits. */
  from: number;
  /** Of fewer records the model is not estimated but the usual one. */
  learnFrom?: number;
  threads?: number;
  workerProgram?: string;
}

/** All pairs of at least `from` bits, under a model estimated from these very records where they are enough. Changes the columns. */
export async function linkColumns(
  columns: Columns,
  { from, learnFrom = 0, threads = 2, workerProgram = program }: LinkOptions,
): Promise<LinkedPairs> {
  dropShared(columns, mostShared);
  const crew = openCrew(
    columns,
    columns.count >= worthThreads && existsSync(workerProgram) ? threads : 1,
    workerProgram,
  );
  try {
    await crew.run({ kind: 'keys' });
    await crew.run({ kind: 'crowded' });
    const model = columns.count < learnFrom ? defaultModel(columns.count) : await learn(columns, crew);
    const scored = await crew.run({ kind: 'score', model, from });
    const pairs = scored.flatMap((result) => result.pairs ?? []);
    return { model, pairs, compared: pairs.reduce((sum, one) => sum + one.compared, 0) };
  } finally {
    await crew.end();
  }
}

async function learn(columns: Columns, crew: Crew): Promise<LinkageModel> {
  const sampled = columns.count >= 200_000 ? 8 : 1;
  const counts = new Map<number, number>();
  for (const result of await crew.run({ kind: 'count', sampled }))
    result.counts?.forEach((n, pattern) => {
      if (n > 0) counts.set(pattern, (counts.get(pattern) ?? 0) + n * sampled);
    });
  const randomLevels = sampleLevels(columns, Math.min(200_000, columns.count * 50));
  return estimateModel({ records: columns.count, counts, randomLevels }).model;
}

interface Crew {
  run(phase: Phase): Promise<PhaseResult[]>;
  end(): Promise<void>;
}

function openCrew(columns: Columns, threads: number, workerProgram: string): Crew {
  if (threads === 1)
    return {
      run: async (phase: Phase): Promise<PhaseResult[]> => [runPhase(columns, phase, { part: 0, parts: 1 })],
      end: async () => undefined,
    };
  const workers = Array.from(
    { length: threads },
    (_, part) => new Worker(workerProgram, { workerData: { columns, part: { part, parts: threads } } }),
  );
  const ask = (worker: Worker, phase: Phase) =>
    new Promise<PhaseResult>((resolve, reject) => {
      worker.once('error', reject);
      worker.once('message', (result: PhaseResult) => {
        worker.off('error', reject);
        resolve(result);
      });
      worker.postMessage(phase);
    });
  return {
    run: (phase: Phase) => Promise.all(workers.map((worker) => ask(worker, phase))),
    end: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
