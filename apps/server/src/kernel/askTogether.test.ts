import { describe, expect, it } from 'vitest';
import { askTogether } from './askTogether.ts';
import type { Ctx } from './context.ts';

const ctxOf = (db: object) => ({ db }) as unknown as Ctx;
const pool = { isTransaction: false };

/** A question that is answered when the test says so. */
function desk(most = 100) {
  const asked: { keys: string[]; answer(): void; fail(): void }[] = [];
  const ask = askTogether<string>(
    (_ctx, keys) =>
      new Promise((resolve, reject) => {
        asked.push({
          keys,
          answer: () => resolve(new Map(keys.map((key) => [key, `${key} at ${asked.length}`]))),
          fail: () => reject(new Error('no database')),
        });
      }),
    most,
  );
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return { asked, ask, turn };
}

describe('who asks', () => {
  it('while nothing is under way is asked for at once; who comes meanwhile waits and is asked for together', async () => {
    const { asked, ask, turn } = desk();
    const first = ask(ctxOf(pool), ['a']);
    const [second, third] = [ask(ctxOf(pool), ['a', 'b']), ask(ctxOf(pool), ['c', 'b'])];
    expect(asked.map(({ keys }) => keys)).toEqual([['a']]);
    asked[0]?.answer();
    await turn();
    expect(asked.map(({ keys }) => keys)).toEqual([['a'], ['a', 'b', 'c']]);
    asked[1]?.answer();
    expect((await first).get('a')).toBe('a at 1');
    // Never the answer that was begun before the question.
    expect((await second).get('a')).toBe('a at 2');
    expect((await third).get('c')).toBe('c at 2');
  });

  it('is not asked for with more than one question holds', async () => {
    const { asked, ask, turn } = desk(2);
    void ask(ctxOf(pool), ['a']);
    for (const key of ['b', 'c', 'd']) void ask(ctxOf(pool), [key]);
    asked[0]?.answer();
    await turn();
    asked[1]?.answer();
    await turn();
    expect(asked.map(({ keys }) => keys)).toEqual([['a'], ['b', 'c'], ['d']]);
  });

  it('hears of a failure, and those after are asked for again', async () => {
    const { asked, ask, turn } = desk();
    const first = ask(ctxOf(pool), ['a']);
    const second = ask(ctxOf(pool), ['a']);
    asked[0]?.fail();
    await expect(first).rejects.toThrow('no database');
    await turn();
    asked[1]?.answer();
    expect((await second).has('a')).toBe(true);
  });

  it('in a transaction, or on another server, is asked for alone', () => {
    const { asked, ask } = desk();
    void ask(ctxOf(pool), ['a']);
    void ask(ctxOf({ isTransaction: true }), ['b']);
    void ask(ctxOf({ isTransaction: false }), ['c']);
    expect(asked.map(({ keys }) => keys)).toEqual([['a'], ['b'], ['c']]);
  });
});
