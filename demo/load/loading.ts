import type { Ctx } from '../../apps/server/src/kernel/context.ts';
import type { Today } from '../velora/index.ts';
import type { StepLog } from './stepLog.ts';

export const MARKET = 'PL';
export const CURRENCY = 'PLN';

/** Hands a batch of tracking events (the body of POST /v1/batch) to ingest; throws when it is not accepted. */
export type Track = (writeKey: string, body: { batch: object[]; context?: object; sentAt: string }) => Promise<void>;

/** What every step of the load knows. */
export interface Loading {
  /** The system, now. */
  ctx: Ctx;
  /** The day for which the demo was first loaded; the same for an attempt that goes on the day after. */
  today: Today;
  /** A moment before anything of the history happened: locations, staff and opening stock are there since. */
  opened: Date;
  publicUrl: string;
  track: Track | undefined;
  log: StepLog;
  /** How far the present step is. */
  tell(done: number, of: number): void;
}

export interface Step {
  name: string;
  /** What people read while it runs. */
  title: string;
  run(loading: Loading): Promise<void>;
}

/** Lists of `size`, in order. */
export function inSlices<T>(items: readonly T[], size: number): T[][] {
  const slices: T[][] = [];
  for (let from = 0; from < items.length; from += size) slices.push(items.slice(from, from + size));
  return slices;
}
