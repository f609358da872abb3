import type { Ctx } from './context.ts';

/**
 * Joins what requests ask at the same time into one question, as group commit joins what they write: who comes while
 * nothing is under way is asked for at once, who comes meanwhile waits for that answer and is then asked for together
 * with the others. Nobody gets an answer that was begun before the question: this is no memory.
 *
 * @param ask the values of distinct keys; keys without one are missing from the map
 * @param most keys in one question
 */
export function askTogether<V>(
  ask: (ctx: Ctx, keys: string[]) => Promise<ReadonlyMap<string, V>>,
  most: number,
): (ctx: Ctx, keys: readonly string[]) => Promise<ReadonlyMap<string, V>> {
  // Servers of one process have pools of their own, and questions of their own.
  const desks = new WeakMap<Ctx['db'], Desk<V>>();
  return (ctx, keys) => {
    if (ctx.db.isTransaction) return ask(ctx, [...new Set(keys)]);
    let desk = desks.get(ctx.db);
    if (!desk) {
      desk = { waiting: [], busy: false };
      desks.set(ctx.db, desk);
    }
    const own = desk;
    return new Promise((resolve, reject) => {
      own.waiting.push({ ctx, keys, resolve, reject });
      if (!own.busy) void serve(own, ask, most);
    });
  };
}

interface Waiting<V> {
  ctx: Ctx;
  keys: readonly string[];
  resolve(values: ReadonlyMap<string, V>): void;
  reject(error: unknown): void;
}

interface Desk<V> {
  waiting: Waiting<V>[];
  busy: boolean;
}

async function serve<V>(
  desk: Desk<V>,
  ask: (ctx: Ctx, keys: string[]) => Promise<ReadonlyMap<string, V>>,
  most: number,
): Promise<void> {
  desk.busy = true;
  for (let first = desk.waiting[0]; first; first = desk.waiting[0]) {
    const keys = new Set<string>();
    let taken = 0;
    for (const { keys: asked } of desk.waiting) {
      if (taken > 0 && keys.size + asked.length > most) break;
      for (const key of asked) keys.add(key);
      taken += 1;
    }
    const served = desk.waiting.splice(0, taken);
    try {
      const values = await ask(first.ctx, [...keys]);
      for (const one of served) one.resolve(values);
    } catch (error) {
      for (const one of served) one.reject(error);
    }
  }
  desk.busy = false;
}
