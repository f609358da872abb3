import { asSystem, type Ctx } from '../../apps/server/src/kernel/context.ts';
import { listProducts } from '../../apps/server/src/modules/catalogue/index.ts';
import { localDate } from '../../apps/server/src/modules/locations/index.ts';
import { getRetailer } from '../../apps/server/src/modules/settings/index.ts';
import type { Today } from '../velora/types.ts';
import { holdLoadLock } from './holdLoadLock.ts';
import { minutesAfter } from './inThePast.ts';
import type { Loading, Track } from './loading.ts';
import { createStepTable, hasStepTable, keepFact, openStepLog } from './stepLog.ts';

export interface LoadDemoOptions {
  /** Where shoppers reach the server: addresses of pages in the visits of the history begin with it. */
  publicUrl: string;
  /** Gets a line for people now and then, a last one when all is done. What it throws ends the load. */
  onProgress: (line: string) => void;
  /** Takes the web visits of the history, through ingest; without it there are none, and no source for a tracker. */
  track?: Track;
}

const ZONE = 'Europe/Warsaw';
const allDone = 'all';

/**
 * Fills an empty database with the demo retailer Velora: through the operations that people and programs use, with some
 * weeks of history, as of today. Of servers that start together one loads and the others wait. A load that was cut off
 * goes on where it was. A database with a shop of its own is left alone.
 */
export async function loadDemo(base: Ctx, options: LoadDemoOptions): Promise<'loaded' | 'already_there'> {
  const ctx: Ctx = { ...asSystem(base, 'demo', 'demo'), language: 'pl' };
  const waiting = () => options.onProgress('Demo: another server is loading it; waiting.');
  if (await isLoaded(ctx)) return 'already_there';
  return holdLoadLock(ctx, waiting, async () => {
    if (await isLoaded(ctx)) return 'already_there';
    if (!(await hasStepTable(ctx)) && (await belongsToSomebody(ctx))) {
      options.onProgress('Demo: this database holds a shop already and was left as it is.');
      return 'already_there';
    }
    await createStepTable(ctx);
    const log = await openStepLog(ctx);
    const today = await keepFact<Today>(ctx, 'today', { date: localDate(ZONE, ctx.clock.now()), zone: ZONE });
    const { startOfHistory } = await import('../velora/index.ts');
    const opened = minutesAfter(startOfHistory(today), -24 * 60);
    await runSteps(
      { ctx, today, opened, publicUrl: options.publicUrl, track: options.track, log, tell: () => undefined },
      options,
    );
    await log.markDone(ctx, allDone);
    return 'loaded';
  });
}

async function isLoaded(ctx: Ctx): Promise<boolean> {
  return (await hasStepTable(ctx)) && (await openStepLog(ctx)).isDone(allDone);
}

async function belongsToSomebody(ctx: Ctx): Promise<boolean> {
  if ((await getRetailer(ctx)).version > 0) return true;
  return (await listProducts(ctx, { limit: 1 })).items.length > 0;
}

async function runSteps(loading: Loading, { onProgress }: LoadDemoOptions): Promise<void> {
  const begun = performance.now();
  const { steps } = await import('./steps.ts');
  for (const [index, step] of steps.entries()) {
    if (loading.log.isDone(step.name)) continue;
    const since = performance.now();
    const label = `Demo ${index + 1}/${steps.length}  ${step.title}`;
    onProgress(`${label} …`);
    const tell = (done: number, of: number) =>
      onProgress(`${label}  ${done} of ${of} (${of === 0 ? 100 : Math.floor((done * 100) / of)} %)`);
    await step.run({ ...loading, tell });
    await loading.log.markDone(loading.ctx, step.name);
    onProgress(`${label}  done in ${seconds(since)}`);
  }
  onProgress(`Demo: Velora is loaded, in ${seconds(begun)}.`);
}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
