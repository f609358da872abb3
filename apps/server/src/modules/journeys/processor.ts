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
  /** Failures of one event alone. */
  let failures = 0;
  /** How many events to take at once: half as many after a failure, down to the one that fails, and twice as many after. */
  let limit = batchSize;

  /** Whether there may be more to do at once. */
  async function resolveSome(ctx: Ctx): Promise<boolean> {
    try {
      const done = await resolveBatch(ctx, analytics().unavailable === undefined, limit);
      failures = 0;
      limit = Math.min(batchSize, limit * 2);
      return done > 0;
    } catch (error) {
      ctx.log.warn({ events: limit, err: error }, 'tracked events could not be resolved, will be tried again');
      if (isPassing(error)) return false;
      if (limit > 1) {
        limit = Math.ceil(limit / 2);
        return true;
      }
      failures += 1;
      if (failures > 2) {
        await setAsideNext(ctx, error);
        failures = 0;
      }
      return false;
    }
  }

  async function drainOnce(base: Ctx): Promise<boolean> {
    const ctx = asSystem(base, 'journeys');
    let step = Promise.resolve(false);
    let isResolving = true;
    async function resolveAll(): Promise<boolean> {
      for (let any = false; ; any = true) {
        step = resolveSome(ctx);
        if (!(await step)) {
          isResolving = false;
          return any;
        }
      }
    }
    async function sendAll(): Promise<boolean> {
      for (let any = false; ; ) {
        // Asked before sending: a batch resolved meanwhile is seen by the next round.
        const mayCome = isResolving ? step : undefined;
        const sent = analytics().unavailable === undefined ? await sendBatch(ctx, analytics()) : 'nothing';
        if (sent === 'sent') any = true;
        else if (sent === 'failed' || !mayCome) return any;
        else await mayCome;
      }
    }
    // Neither waits for the other: one is mostly PostgreSQL's work, the other ClickHouse's.
    const [resolved, sent] = await Promise.all([resolveAll(), sendAll()]);
    return resolved || sent;
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
