import { expect, it } from 'vitest';
import type { Ctx } from '../../kernel/context.ts';
import { joinRequests } from './joinRequests.ts';

/** A call that is answered when the test says so. */
function desk(options: { mostWaiting?: number; isWorthTrying?: boolean } = {}) {
  const calls: { requests: string[]; answer(): void; fail(error: Error): void }[] = [];
  const call = (requests: readonly string[]) =>
    new Promise<string[]>((resolve, reject) => {
      calls.push({
        requests: [...requests],
        answer: () => resolve(requests.map((request) => `${request} done`)),
        fail: reject,
      });
    });
  const join = joinRequests<string, string>({
    askGroup: (_ctx, requests) => call(requests),
    askOne: async (_ctx, request) => (await call([request]))[0] ?? '',
    isWorthTrying: () => options.isWorthTrying ?? true,
    mostInGroup: 3,
    mostUnderWay: 1,
    mostWaiting: options.mostWaiting ?? 100,
  });
  const ctx = { db: {}, clock: {} } as unknown as Ctx;
  const ask = (request: string, ...marks: string[]) => join(ctx, { request, marks: [request, ...marks] });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { ask, calls, settle };
}

it('nobody waits where nothing is under way, and who comes meanwhile goes together, so many at a time', async () => {
  const { ask, calls, settle } = desk();
  const asked = ['a', 'b', 'c', 'd', 'e'].map((name) => ask(name));
  expect(calls.map((call) => call.requests)).toEqual([['a']]);
  for (const next of [['b', 'c', 'd'], ['e']]) {
    calls.at(-1)?.answer();
    await settle();
    expect(calls.at(-1)?.requests).toEqual(next);
  }
  calls.at(-1)?.answer();
  expect(await Promise.all(asked)).toEqual(['a done', 'b done', 'c done', 'd done', 'e done']);
});

it('two of one owner, or under one key, never go in one call, and keep their order', async () => {
  const { ask, calls, settle } = desk();
  void ask('first');
  void ask('b1', 'owner b');
  void ask('b2', 'owner b', 'key k');
  void ask('c', 'key k');
  void ask('d');
  calls[0]?.answer();
  await settle();
  expect(calls[1]?.requests).toEqual(['b1', 'd']);
  calls[1]?.answer();
  await settle();
  expect(calls[2]?.requests).toEqual(['b2']);
  calls[2]?.answer();
  await settle();
  expect(calls[3]?.requests).toEqual(['c']);
});

it('a group that a bad request spoils is tried one by one; one that reached nobody is not', async () => {
  const spoiled = desk();
  void spoiled.ask('a');
  const two = Promise.allSettled([spoiled.ask('b'), spoiled.ask('c')]);
  spoiled.calls[0]?.answer();
  await spoiled.settle();
  spoiled.calls[1]?.fail(new Error('b is bad'));
  await spoiled.settle();
  spoiled.calls[2]?.fail(new Error('b is bad'));
  await spoiled.settle();
  spoiled.calls[3]?.answer();
  expect(await two).toMatchObject([{ status: 'rejected' }, { value: 'c done' }]);

  const gone = desk({ isWorthTrying: false });
  void gone.ask('a');
  const lost = Promise.allSettled([gone.ask('b'), gone.ask('c')]);
  gone.calls[0]?.answer();
  await gone.settle();
  gone.calls[1]?.fail(new Error('no database'));
  expect((await lost).every((one) => one.status === 'rejected')).toBe(true);
  expect(gone.calls).toHaveLength(2);
});

it('more than may wait are told to come again, and when', async () => {
  const { ask } = desk({ mostWaiting: 2 });
  void ask('a');
  void ask('b');
  void ask('c');
  await expect(ask('d')).rejects.toMatchObject({ code: 'overloaded', details: { retryAfterSeconds: 1 } });
});
