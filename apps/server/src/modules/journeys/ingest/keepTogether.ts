import type { Ctx } from '../../../kernel/context.ts';
import type { UsableEvent } from './checkEvent.ts';
import { type ArrivedEvents, keepEachOf, sharesGeneration } from './keepEvents.ts';

/** Keeps the events of one request; resolves once they are durable, with how many were new. */
export type KeepTogether = (
  ctx: Ctx,
  sourceId: string,
  receivedAt: Date,
  events: readonly UsableEvent[],
) => Promise<number>;

interface Waiting extends ArrivedEvents {
  ctx: Ctx;
  done(kept: number): void;
  failed(error: unknown): void;
}

/** Enough that the price of a commit vanishes, few enough that the first does not wait for the last. */
const mostEvents = 1_000;

/** What a value may be wrong about (22…, 23…): then only the request that brought it fails. */
const isOfOneRequest = (error: unknown) => /^2[23]/.test(String((error as { code?: unknown }).code));

/**
 * Requests that arrive together are kept by one statement and one commit: a page's single event costs a transaction
 * otherwise, and the disk is asked for every one. While `lanes` statements are under way the next ones gather; a request
 * that finds a lane free waits for nobody.
 */
export function createKeepTogether(lanes: number): KeepTogether {
  const waiting: Waiting[] = [];
  let free = lanes;

  async function keep(group: readonly Waiting[]): Promise<void> {
    const [first] = group;
    if (!first) return;
    try {
      const kept = await keepEachOf(first.ctx, group);
      for (const [n, one] of group.entries()) one.done(kept[n] ?? 0);
    } catch (error) {
      if (group.length === 1 || !isOfOneRequest(error)) for (const one of group) one.failed(error);
      else for (const one of group) await keep([one]);
    }
  }

  async function work(): Promise<void> {
    try {
      while (waiting.length > 0) await keep(takeGroup(waiting));
    } finally {
      free += 1;
    }
  }

  return (ctx, sourceId, receivedAt, events) => {
    if (events.length === 0) return Promise.resolve(0);
    return new Promise<number>((done, failed) => {
      waiting.push({ ctx, sourceId, receivedAt, events, done, failed });
      if (free === 0) return;
      free -= 1;
      // After what came in with the same turn of the loop has been read.
      setImmediate(() => void work());
    });
  };
}

/** Those first in line that fit one statement: of one generation, and not too many. */
function takeGroup(waiting: Waiting[]): Waiting[] {
  const [first] = waiting;
  let events = 0;
  let size = 0;
  for (const one of waiting) {
    events += one.events.length;
    if (size > 0 && (events > mostEvents || !first || !sharesGeneration(first.receivedAt, one.receivedAt))) break;
    size += 1;
  }
  return waiting.splice(0, size);
}
