import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../../test/testServer.ts';
import { inTransaction } from './database.ts';
import type { EventType } from './events.ts';
import { emit, isAfter, outboxHead, parsePosition, readOutbox } from './outbox.ts';
import { createRelay, type Subscriber } from './relay.ts';

let server: TestServer;
let second: TestServer;
beforeAll(async () => {
  server = await testServer();
  second = await testServer({ sharing: server });
});
afterAll(async () => {
  await second.stop();
  await server.stop();
});

const event = (n: number, type: EventType = 'test.thing.happened') => ({
  type,
  aggregate: 'thing',
  aggregateId: String(n),
  aggregateVersion: 1,
  data: { n },
});
const write = (n: number, from = server, type?: EventType) =>
  inTransaction(from.ctx(), (tx) => emit(tx, event(n, type)));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('the outbox', () => {
  it('skips nothing and doubles nothing, with slow and rolled-back transactions between fast ones', async () => {
    const start = await outboxHead(server.ctx().db);
    const seen: number[] = [];
    let position = start;
    let writing = true;
    const latest = Date.now() + 20_000;
    const committed: number[] = [];
    const reader = (async () => {
      for (;;) {
        const rows = await readOutbox(server.ctx().db, position, 50);
        for (const row of rows) seen.push(row.data.n as number);
        const last = rows.at(-1);
        if (last) position = last.position;
        // The horizon is the cluster's: other tests' transactions may hold it back for a moment, whatever is done here.
        else if (!writing && (seen.length >= committed.length || Date.now() > latest)) return;
        else await pause(3);
      }
    })();
    await Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        for (let n = 0; n < 25; n += 1) {
          const id = writer * 1_000 + n;
          await inTransaction((writer % 2 ? server : second).ctx(), async (tx) => {
            await emit(tx, event(id));
            await pause(id % 7 === 0 ? 25 : 0);
            if (id % 5 === 4) throw new Error('changed our mind');
            committed.push(id);
          }).catch(() => undefined);
        }
      }),
    );
    await pause(50);
    writing = false;
    await reader;
    expect([...seen].sort((a, b) => a - b)).toEqual([...committed].sort((a, b) => a - b));
  });

  it('a plain "id > last" cursor would skip events that commit late', async () => {
    // The protection replaced by the naive version: reading by sequence, blind to transactions still open.
    const db = server.ctx().db;
    const naive = async (after: number) =>
      (
        await sql<{ seq: number }>`select seq from kernel.outbox where seq > ${after} order by seq`.execute(db)
      ).rows.map((row) => row.seq);
    let last = Math.max(0, ...(await naive(0)));
    let release: () => void = () => {};
    const slow = db.transaction().execute(async (trx) => {
      await emit({ ...server.ctx(), db: trx }, event(900_001));
      await new Promise<void>((resolve) => {
        release = resolve;
      });
    });
    await pause(20);
    await write(900_002);
    const first = await naive(last);
    last = Math.max(...first);
    release();
    await slow;
    expect(first).toHaveLength(1);
    expect(await naive(last)).toHaveLength(0);
  });

  it('orders transaction ids as numbers: 9 before 10', () => {
    const [nine, ten] = [parsePosition('9.1'), parsePosition('10.1')];
    expect(nine && ten && isAfter(ten, nine)).toBe(true);
    expect(nine && ten && isAfter(nine, ten)).toBe(false);
    expect(parsePosition('x.1')).toBeUndefined();
  });

  it('events and their change commit together or not at all', async () => {
    const head = await outboxHead(server.ctx().db);
    await inTransaction(server.ctx(), async (tx) => {
      await emit(tx, event(1));
      throw new Error('no');
    }).catch(() => undefined);
    expect(await readOutbox(server.ctx().db, head, 10)).toEqual([]);
    await expect(emit(server.ctx(), event(1))).rejects.toThrow(/transaction/);
  });
});

describe('the relay', () => {
  const counting = (name: string, delivered: string[]): Subscriber => ({
    name,
    types: ['test.relay.counted'],
    async handle(ctx, events) {
      for (const one of events) {
        await sql`insert into kernel.audit (id, at, actor, act, target, target_id, request_id)
          values (${ctx.newId()}, ${ctx.clock.now()}, 'test', ${name}, 'event', ${one.id}, 'r')`.execute(ctx.db);
        delivered.push(one.id);
      }
    },
  });
  const written = async (name: string) =>
    (
      await sql<{ target_id: string }>`select target_id from kernel.audit where act = ${name}`.execute(server.ctx().db)
    ).rows.map((row) => row.target_id);

  it('two servers deliver each event once to a subscriber, and what it writes is there once', async () => {
    const relays = [server, second].map((one) =>
      createRelay(one.ctx(), [counting('count-once', [])], one.base.requestId),
    );
    for (let n = 0; n < 40; n += 1) await write(n, n % 2 ? server : second, 'test.relay.counted');
    // Transactions of other tests on this cluster hold the horizon back for moments, so "done" is seen and not counted.
    for (let round = 0; round < 300 && (await written('count-once')).length < 40; round += 1) {
      await Promise.all(relays.map((relay) => relay.drainOnce()));
      await pause(10);
    }
    for (const relay of relays) await relay.drainOnce();
    const ids = await written('count-once');
    expect(ids).toHaveLength(40);
    expect(new Set(ids).size).toBe(40);
  });

  it('those whom no news concerns are moved past it together, and miss nothing of what concerns them', async () => {
    const kinds = ['test.relay.a', 'test.relay.b', 'test.relay.c', 'test.relay.d'] as const;
    const got = new Map<EventType, unknown[]>(kinds.map((kind) => [kind, []]));
    const listeners = kinds.map(
      (kind): Subscriber => ({
        name: `listens-to-${kind}`,
        types: [kind],
        async handle(_ctx, events) {
          got.get(kind)?.push(...events.map((one) => one.data.n));
        },
      }),
    );
    const relays = [server, second].map((one) => createRelay(one.ctx(), listeners, one.base.requestId));
    const said = Array.from({ length: 60 }, (_, n) => ({
      n,
      kind: kinds[(n * 7 + (n >> 2)) % kinds.length] ?? kinds[0],
    }));
    const heard = () => [...got.values()].reduce((sum, one) => sum + one.length, 0);
    for (const { n, kind } of said) {
      await write(n, n % 2 ? server : second, kind);
      await relays[n % 3 === 0 ? 0 : 1]?.drainOnce();
    }
    for (let round = 0; round < 300 && heard() < said.length; round += 1) {
      await Promise.all(relays.map((relay) => relay.drainOnce()));
      await pause(10);
    }
    for (const kind of kinds) {
      expect(got.get(kind), kind).toEqual(said.filter((one) => one.kind === kind).map(({ n }) => n));
    }
  });

  it('an event nobody can digest is set aside and shown, and the ones behind it arrive', async () => {
    const got: unknown[] = [];
    const picky: Subscriber = {
      name: 'picky',
      types: ['test.relay.picky'],
      async handle(_ctx, events) {
        for (const one of events) {
          if (one.data.n === 1) throw new Error('cannot digest 1');
        }
        got.push(...events.map((one) => one.data.n));
      },
    };
    for (let n = 0; n < 3; n += 1) await write(n, server, 'test.relay.picky');
    const relay = createRelay(server.ctx(), [picky], 'me');
    for (let round = 0; round < 300 && got.length < 2; round += 1) {
      await relay.drainOnce();
      await pause(10);
    }
    expect(got).toEqual([0, 2]);
    const dead = await sql<{ error: string }>`select error from kernel.dead_event where subscriber = 'picky'`.execute(
      server.ctx().db,
    );
    expect(dead.rows).toEqual([{ error: 'Error: cannot digest 1' }]);
  });

  it('a batch to another system that was cut off goes out again under the same token', async () => {
    const tokens: string[] = [];
    let broken = true;
    const outside: Subscriber = {
      name: 'outside',
      types: ['test.relay.outside'],
      mode: 'external',
      async handle(_ctx, events, token) {
        tokens.push(`${token}/${events.length}`);
        if (broken) throw new Error('the other side went away');
      },
    };
    await write(1, server, 'test.relay.outside');
    const relay = createRelay(server.ctx(), [outside], 'me');
    for (let round = 0; round < 300 && tokens.length < 1; round += 1) {
      await relay.drainOnce();
      await pause(10);
    }
    await write(2, server, 'test.relay.outside');
    broken = false;
    for (let round = 0; round < 300 && tokens.length < 3; round += 1) {
      await relay.drainOnce();
      await pause(10);
    }
    expect(tokens).toHaveLength(3);
    expect(tokens[1]).toBe(tokens[0]);
    expect(tokens[2]).not.toBe(tokens[0]);
  });
});
