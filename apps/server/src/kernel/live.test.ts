import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type TestServer, testServer } from '../../test/testServer.ts';
import type { Actor } from './context.ts';
import { newId } from './ids.ts';
import { createLiveHub, type LiveHub, type LiveMessage } from './live.ts';
import { emit } from './outbox.ts';

/** Events wait for the oldest writing transaction of the whole cluster, and tests beside this one write in it too. */
const patience = 40_000;

let server: TestServer;
let hub: LiveHub;
let made = 0;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  hub = createLiveHub(server.base, server.databaseUrl, [{ types: ['test.shelf.moved'], sees: () => true }]);
  await hub.start();
});
afterEach(() => hub.stop());

/** Says on which shelf it happened; returns when every browser that is attached could have heard. */
async function happen(count = 1): Promise<number[]> {
  const shelves: number[] = [];
  for (let n = 0; n < count; n += 1) {
    made += 1;
    const shelf = made;
    shelves.push(shelf);
    await server.base.db
      .transaction()
      .execute((db) =>
        emit(
          { ...server.base, db },
          { type: 'test.shelf.moved', aggregate: 'shelf', aggregateId: newId(), aggregateVersion: 1, data: { shelf } },
        ),
      );
  }
  await server.settle();
  return shelves;
}

const nobody: Actor = { kind: 'anonymous' };

/** A browser that notes what it hears; `admit` is what the server asks before it sends. */
function browser(admit: () => Promise<Actor | undefined> = async () => nobody) {
  const heard: LiveMessage[] = [];
  const state = { closed: false };
  return {
    heard,
    state,
    shelves: () => heard.map((message) => message.data.shelf),
    lastId: () => heard.at(-1)?.id,
    connection: {
      actor: () => nobody,
      admit,
      send: (message: LiveMessage) => void heard.push(message),
      close: () => {
        state.closed = true;
      },
    },
  };
}

/** Heard everything once, so that it has an id to go on from. */
async function upToDate() {
  const first = browser();
  const detach = await hub.attach(first.connection, undefined);
  await happen();
  await vi.waitFor(() => expect(first.heard).toHaveLength(1), patience);
  detach();
  return first;
}

function gate() {
  let open = () => {};
  const opened = new Promise<void>((done) => {
    open = done;
  });
  return { open, opened };
}

describe('a browser that comes back', () => {
  test('hears what happened while it was told what it had missed, in order and once', async () => {
    const before = await upToDate();
    const missed = await happen(2);
    const slow = gate();
    const asked = gate();
    const back = browser(async () => {
      asked.open();
      await slow.opened;
      return nobody;
    });
    const witness = browser();
    await hub.attach(witness.connection, undefined);
    const attaching = hub.attach(back.connection, before.lastId());
    await asked.opened;
    const meanwhile = await happen(3);
    await vi.waitFor(() => expect(witness.shelves()).toEqual(meanwhile), patience);
    slow.open();
    await attaching;
    const later = await happen();
    await vi.waitFor(() => expect(witness.shelves()).toEqual([...meanwhile, ...later]), patience);
    expect(back.shelves()).toEqual([...missed, ...meanwhile, ...later]);
  });

  test('again and again, in the middle of everything, misses nothing and hears nothing twice', async () => {
    const before = await upToDate();
    let lastId = before.lastId();
    const heard: unknown[] = [];
    let done = false;
    const coming = (async () => {
      while (!done) {
        // Half of the times the connection breaks while the server still asks who it is.
        const pause = Math.random() < 0.5 ? 5 : 0;
        const one = browser(() => new Promise((answer) => setTimeout(() => answer(nobody), pause)));
        const detach = await hub.attach(one.connection, lastId);
        await new Promise((wait) => setTimeout(wait, 3));
        detach();
        heard.push(...one.shelves());
        lastId = one.lastId() ?? lastId;
      }
    })();
    const all: number[] = [];
    for (let n = 0; n < 30; n += 1) all.push(...(await happen(3)));
    done = true;
    await coming;
    const last = browser();
    await hub.attach(last.connection, lastId);
    expect([...heard, ...last.shelves()]).toEqual(all);
  });

  test('from a server that was ahead of this one is not told the same again', async () => {
    const before = await upToDate();
    const behind = createLiveHub(server.base, server.databaseUrl, [{ types: ['test.shelf.moved'], sees: () => true }]);
    // Knows where the events are, and has not yet read those that come now.
    const ahead = browser();
    await hub.attach(ahead.connection, before.lastId());
    await behind.start();
    const blocked = gate();
    const busy = browser(async () => {
      await blocked.opened;
      return nobody;
    });
    await behind.attach(busy.connection, undefined);
    const first = await happen();
    await vi.waitFor(() => expect(ahead.shelves()).toEqual(first), patience);
    const second = await happen();
    await vi.waitFor(() => expect(ahead.shelves()).toEqual([...first, ...second]), patience);
    const back = browser();
    await behind.attach(back.connection, ahead.lastId());
    blocked.open();
    const third = await happen();
    await vi.waitFor(() => expect(back.heard.length).toBeGreaterThan(0), patience);
    expect(back.shelves()).toEqual(third);
    await behind.stop();
  });

  test('without a session any more is closed and forgotten', async () => {
    const before = await upToDate();
    await happen();
    const back = browser(async () => undefined);
    await hub.attach(back.connection, before.lastId());
    expect([back.state.closed, hub.connections(), back.heard]).toEqual([true, 0, []]);
  });

  test('too late, or with an id that is none, is told to load everything anew', async () => {
    await happen();
    for (const lastEventId of ['0.0', 'not-an-id']) {
      const back = browser();
      await hub.attach(back.connection, lastEventId);
      expect(back.heard.map((message) => message.type)).toEqual(['resync']);
    }
  });
});
