import { describe, expect, it } from 'vitest';
import { createClock } from './clock.ts';
import type { Database } from './database.ts';
import { type Change, createMemory, type Shelf } from './memory.ts';

const pool = { isTransaction: false } as Database;
const transaction = { isTransaction: true } as Database;

const shelfOf = (more: Partial<Shelf<string>> = {}): Shelf<string> => ({
  name: 'test.things',
  follows: ['test'],
  forgottenBy: ({ type, aggregateId }) => (type === 'test.all' ? 'all' : [aggregateId]),
  most: 100,
  mostMs: 60_000,
  ...more,
});
const changed = (aggregateId: string, type = 'test.thing.changed'): Change => ({ type, aggregateId, data: {} });

function scene(more: Partial<Shelf<string>> = {}, db = pool) {
  const memory = createMemory();
  const shelf = shelfOf(more);
  const clock = createClock();
  const asked: string[][] = [];
  let truth = 1;
  memory.trust(60_000);
  return {
    memory,
    clock,
    asked,
    changeTruth: () => {
      truth += 1;
    },
    async recall(...keys: string[]) {
      const values = await memory.recall({ db, clock }, shelf, keys, async (missing) => {
        asked.push(missing);
        const now = truth;
        await new Promise((resolve) => setTimeout(resolve, 10));
        return new Map(missing.filter((key) => key !== 'none').map((key) => [key, `${key}${now}`]));
      });
      return Object.fromEntries(values);
    },
  };
}

describe('a memory', () => {
  it('loads what it does not know, once, and remembers that there is nothing too', async () => {
    const { recall, asked } = scene();
    expect(await recall('a', 'b', 'a', 'none')).toEqual({ a: 'a1', b: 'b1' });
    expect(await recall('b', 'c', 'none')).toEqual({ b: 'b1', c: 'c1' });
    expect(asked).toEqual([['a', 'b', 'none'], ['c']]);
  });

  it('asks once for all who ask at the same time', async () => {
    const { recall, asked } = scene();
    expect(await Promise.all([recall('a'), recall('a', 'b'), recall('b')])).toEqual([
      { a: 'a1' },
      { a: 'a1', b: 'b1' },
      { b: 'b1' },
    ]);
    expect(asked).toEqual([['a'], ['b']]);
  });

  it('forgets what a change names, or everything, and nothing else', async () => {
    const { recall, asked, memory, changeTruth } = scene();
    await recall('a', 'b');
    changeTruth();
    memory.forget([changed('a')]);
    expect(await recall('a', 'b')).toEqual({ a: 'a2', b: 'b1' });
    memory.forget([changed('', 'test.all')]);
    expect(await recall('a', 'b')).toEqual({ a: 'a2', b: 'b2' });
    expect(asked).toEqual([['a', 'b'], ['a'], ['a', 'b']]);
  });

  it.each([
    ['one', changed('a')],
    ['all', changed('', 'test.all')],
  ])('keeps nothing of a load that began before a change, nor lets later callers join it (%s)', async (_, change) => {
    const { recall, memory, changeTruth } = scene();
    const early = recall('a');
    changeTruth();
    memory.forget([change]);
    const later = recall('a');
    expect(await early).toEqual({ a: 'a1' });
    expect(await later).toEqual({ a: 'a2' });
    expect(await recall('a')).toEqual({ a: 'a2' });
  });

  it('keeps nothing of a load that fails, and the next one loads again', async () => {
    const { memory, clock } = scene();
    const ctx = { db: pool, clock };
    const shelf = shelfOf();
    const failing = () => Promise.reject(new Error('no database'));
    await expect(memory.recall(ctx, shelf, ['a'], failing)).rejects.toThrow('no database');
    expect(await memory.recallOne(ctx, shelf, 'a', async () => 'there')).toBe('there');
  });

  it('is never asked in a transaction', async () => {
    const { recall, asked } = scene({}, transaction);
    await recall('a');
    await recall('a');
    expect(asked).toEqual([['a'], ['a']]);
  });

  it('asleep remembers nothing and knows nothing; a load that began before it fell asleep is not kept', async () => {
    const { recall, asked, memory } = scene();
    await recall('a');
    const underWay = recall('b');
    memory.sleep();
    await underWay;
    await recall('a');
    memory.trust(60_000);
    await recall('a', 'b');
    await recall('a', 'b');
    expect(asked).toEqual([['a'], ['b'], ['a'], ['a', 'b']]);
  });

  it('is believed no longer than it is trusted', async () => {
    const { recall, asked, memory } = scene();
    await recall('a');
    memory.trust(0);
    await recall('a');
    expect(asked).toHaveLength(2);
  });

  it('reads anew after the most time a value may stay, counted from when its load began', async () => {
    const { recall, asked } = scene({ mostMs: 30 });
    await recall('a');
    await recall('a');
    expect(asked).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 40));
    await recall('a');
    expect(asked).toHaveLength(2);
  });

  it('drops a value that time has made untrue, forwards and backwards', async () => {
    const from = Date.now();
    const { recall, asked, clock } = scene({
      holds: (_, now) => now.getTime() >= from && now.getTime() < from + 3_600_000,
    });
    await recall('a');
    clock.travel(3_000_000);
    await recall('a');
    expect(asked).toHaveLength(1);
    clock.travel(600_000);
    await recall('a');
    expect(asked).toHaveLength(2);
    clock.travel(-7_200_000);
    await recall('a');
    expect(asked).toHaveLength(3);
  });

  it('holds no more than it may, and drops what was asked for longest ago', async () => {
    const { recall, asked } = scene({ most: 3 });
    await recall('a', 'b', 'c');
    await recall('a');
    await recall('d');
    await recall('a', 'c', 'd');
    expect(asked).toEqual([['a', 'b', 'c'], ['d']]);
    await recall('b');
    expect(asked.at(-1)).toEqual(['b']);
  });
});
