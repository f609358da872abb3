import type { Analytics } from '../../kernel/analytics.ts';
import { asSystem, type Ctx } from '../../kernel/context.ts';
import { batchSize, resolveBatch, setAsideNext } from './resolve/resolveBatch.ts';
import { sendBatch } from './touchpoints/sendBatch.ts';

/** Carries tracked events from the inbox to people, visits and ClickHouse. Any number of servers may run one. */
export interface Processor {
  /** Does what there is to do once; true if anything was done. */
  drainOnce(base: Ctx): Promise<boolean>;
  /** Polls until stopped. */
  start(base: Ctx): void;
  stop(): Promise<void>;
}

const idleMs = 500;

/** A database that is away, full or stopping says nothing about the event at hand: it must not be set aside for it. */
function isPassing(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return /^(E[A-Z]|08|40|53|55|57|58)/.test(code);
  return /connection|timeout/i.test(String(message));
}

export function createProcessor(analytics: () => Analytics): Processor {
  let running = false;
  let loop: Promise<void> | undefined;
  let wake: (() => void) | undefined;
  let failures = 0;
  /** How many events to take one by one: after a failure, until the batch that failed is behind. */
  let careful = 0;

  async function resolveSome(ctx: Ctx): Promise<number> {
    try {
      const done = await resolveBatch(ctx, analytics().unavailable === undefined, careful > 0 ? 1 : batchSize);
      failures = 0;
      careful = done === 0 ? 0 : Math.max(0, careful - done);
      return done;
    } catch (error) {
      ctx.log.warn({ attempt: failures + 1, err: error }, 'tracked events could not be resolved, will be tried again');
      if (isPassing(error)) return 0;
      // The first two failures are of a batch, those after them of one event alone.
      failures += 1;
      if (failures > 1 && careful === 0) careful = batchSize;
      if (failures > 4) {
        await setAsideNext(ctx, error);
        failures = 0;
      }
      return 0;
    }
  }

  async function drainOnce(base: Ctx): Promise<boolean> {
    const ctx = asSystem(base, 'journeys');
    for (let any = false; ; any = true) {
      // At once: one waits for PostgreSQL, the other for ClickHouse.
      const [resolved, sent] = await Promise.all([
        resolveSome(ctx),
        analytics().unavailable === undefined ? sendBatch(ctx, analytics()) : 'nothing',
      ]);
      if (resolved === 0 && sent !== 'sent') return any;
    }
  }

  return {
    drainOnce,
    start(base) {
      running = true;
      loop = (async () => {
        while (running) {
          const any = await drainOnce(base).catch((error: unknown) => {
            base.log.error({ err: error }, 'the inbox of tracked events could not be read');
            return false;
          });
          if (any || !running) continue;
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, idleMs);
            wake = () => {
              clearTimeout(timer);
              resolve();
            };
          });
        }
      })();
    },
    async stop() {
      running = false;
      wake?.();
      await loop;
    },
  };
}
