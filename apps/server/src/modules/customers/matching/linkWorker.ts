import { parentPort, workerData } from 'node:worker_threads';
import type { Columns, Part } from '@throughline/science';
import { type Phase, runPhase } from './linkPhases.ts';

/** A thread's program: does its share of each phase on columns it shares with the others. */
const { columns, part } = workerData as { columns: Columns; part: Part };
parentPort?.on('message', (phase: Phase) => parentPort?.postMessage(runPhase(columns, phase, part)));
