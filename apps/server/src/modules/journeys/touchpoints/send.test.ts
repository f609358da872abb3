import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Analytics } from '../../../kernel/analytics.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/ids.ts';
import { emit } from '../../../kernel/outbox.ts';
import { linkSubject, openSubject, unlinkSubject } from '../../customers/index.ts';
import { createOrder } from '../../orders/index.ts';
import { journeysHealth, ordersApart } from '../index.ts';
import { type JourneysServer, journeysServer } from '../journeysServer.fixture.ts';

const named = (name: string) => `${name} ${newId().replace(/[^a-f]/g, '')}`;
const servers: JourneysServer[] = [];
let one: JourneysServer;
/** What the engine of the second server does next. */
let fault: 'none' | 'away' | 'dies after the insert' = 'none';
let two: JourneysServer;

beforeAll(async () => {
  one = await journeysServer();
  const around = (engine: Analytics): Analytics => ({
    ...engine,
    async insert(table, rows, token) {
      if (fault === 'away') throw new Error('connect ECONNREFUSED 127.0.0.1:8123');
      await engine.insert(table, rows, token);
      // As if the process were killed here: nothing after the insert runs, no row is written, no error is seen.
      if (fault === 'dies after the insert' && table === 'touchpoint') await new Promise(() => undefined);
    },
  });
  two = await journeysServer({ sharing: one, around });
  servers.push(two, one);
});
afterAll(async () => {
  for (const server of servers) await server.stop();
});

const batch = (kind: string, count: number) => ({
  batch: Array.from({ length: count }, () => ({
    type: 'track',
    event: kind,
    anonymousId: `visitor-${newId()}`,
    messageId: newId(),
  })),
});
const arrived = async (kind: string) => (await one.touchpoints(`kind = '${kind}'`)).length;

const placeOrder = (ctx: Ctx) =>
  createOrder(ctx, {
    market: 'PL',
    currency: 'PLN',
    subjectId: null,
    contact: {},
    contractMadeAt: { place: 'distance' },
    lines: [
      {
        variantId: newId(),
        quantity: 1,
        unit: 1_230,
        discount: 0,
        net: 1_000,
        tax: 230,
        gross: 1_230,
        taxRateBp: 2_300,
        way: { method: 'delivery' },
      },
    ],
  });

/**
 * Drains until something has arrived: an older transaction of another database of the cluster may hold events back. Never
 * waits for the drain, because the server that does it dies in it.
 */
const untilArrived = (kind: string, drain: () => Promise<unknown>) => async () => {
  const n = await arrived(kind);
  if (n === 0) void drain();
  return n;
};

describe('ClickHouse has everything once', () => {
  test('a server killed between the insert and its own note of it leaves no doubles: another sends the same range again', async () => {
    const kind = named('Killed');
    await one.post('/v1/batch', batch(kind, 40));
    fault = 'dies after the insert';
    await expect
      .poll(
        untilArrived(kind, () => two.journeys.drainOnce(two.base)),
        { timeout: 20_000 },
      )
      .toBe(40);
    fault = 'none';
    expect(await one.count('journeys.outgoing')).toBe(1);
    const waiting = await one.database.pool.query('select token, tries from journeys.outgoing');
    expect(waiting.rows[0].token).toMatch(/^journeys-inbox:\d+\.\d+-\d+\.\d+$/);
    // The lease keeps others off for a minute.
    await one.flush();
    expect(await one.count('journeys.outgoing')).toBe(1);
    one.clock.travel(61_000);
    await one.flush();
    expect(await one.count('journeys.outgoing')).toBe(0);
    expect(await arrived(kind)).toBe(40);
    one.clock.travel(-61_000);
  });

  test('the same for domain events: the relay sends the range again, and it counts once', async () => {
    const type = `test.thing.${newId().replace(/[^a-f]/g, '')}happened` as const;
    const { subjectId } = await openSubject(one.ctx(), { source: 'web', anonymousId: newId() });
    await one.base.db.transaction().execute((db) =>
      emit(
        { ...one.ctx(), db },
        ...Array.from({ length: 5 }, (_, version) => ({
          type,
          subjectId,
          aggregate: 'thing',
          aggregateId: 'a',
          aggregateVersion: version + 1,
          data: {},
        })),
      ),
    );
    fault = 'dies after the insert';
    await expect
      .poll(
        untilArrived(type, () => two.relay.drainOnce()),
        { timeout: 20_000 },
      )
      .toBe(5);
    fault = 'none';
    // Its lease of half a minute must pass before another server takes the range over.
    one.clock.travel(31_000);
    await one.flush();
    expect(await arrived(type)).toBe(5);
    expect((await one.relay.lagSeconds())['journeys-clickhouse']).toBe(0);
    one.clock.travel(-31_000);
  });

  test('shop and ingest go on while ClickHouse is away, the lag shows, it catches up, and both engines tell the same orders', async () => {
    const kind = named('Away');
    const goesAway = (engine: Analytics): Analytics => ({
      ...engine,
      async insert(table, rows, token) {
        if (fault === 'away') throw new Error('connect ECONNREFUSED 127.0.0.1:8123');
        await engine.insert(table, rows, token);
      },
      async query(sql, params) {
        if (fault === 'away') throw new Error('connect ECONNREFUSED 127.0.0.1:8123');
        return engine.query(sql, params);
      },
    });
    const third = await journeysServer({ sharing: one, around: goesAway });
    const apart = () => ordersApart(third.ctx(), goesAway(third.analytics));
    servers.unshift(third);
    fault = 'away';
    for (let round = 0; round < 3; round += 1) {
      expect((await third.post('/v1/batch', batch(kind, 10))).statusCode).toBe(200);
      await third.journeys.drainOnce(third.base);
    }
    await placeOrder(third.ctx({ channel: 'web' }));
    expect(await apart()).toBeUndefined();
    expect(await arrived(kind)).toBe(0);
    // Three, or fewer where transactions of other tests held some back to the next.
    expect((await journeysHealth(third.ctx())).waitingBatches).toBeGreaterThan(0);
    const report = await third.asStaff('manager', 'GET', '/api/staff/insight/path-to-purchase');
    expect([report.statusCode, report.json().code]).toEqual([503, 'insight_unavailable']);
    fault = 'none';
    third.clock.travel(130_000);
    // Back, and not caught up yet.
    expect(await apart()).toBe(1);
    await third.flush();
    expect(await arrived(kind)).toBe(30);
    expect(await apart()).toBe(0);
    expect(await journeysHealth(third.ctx())).toMatchObject({ waitingBatches: 0, lagSeconds: 0 });
  });

  test('without an engine nothing piles up, and reports say what to configure', async () => {
    const away = await journeysServer({
      sharing: one,
      around: (engine) => ({
        ...engine,
        unavailable: 'Set CLICKHOUSE_URL to a ClickHouse server to switch Insight on.',
      }),
    });
    servers.unshift(away);
    await away.post('/v1/batch', batch('Nowhere', 3));
    await away.journeys.drainOnce(away.base);
    expect(await away.count('journeys.outgoing')).toBe(0);
  });
});

test('a request that failed after it was half kept, and is sent again, loses and doubles nothing', async () => {
  const kind = named('Retry');
  const body = { batch: [...batch(kind, 5).batch, 'broken'] };
  await one.database.pool.query('alter table journeys.dead_letter rename to dead_letter_away');
  const first = await one.post('/v1/batch', body);
  await one.database.pool.query('alter table journeys.dead_letter_away rename to dead_letter');
  const second = await one.post('/v1/batch', body);
  expect([first.statusCode, second.statusCode]).toEqual([500, 200]);
  await one.flush();
  expect(await arrived(kind)).toBe(5);
});

test('one event that cannot be resolved is found in few steps and set aside; those before and after it are not held up', async () => {
  const kind = named('Poison');
  const poisoned = batch(kind, 3).batch;
  await one.post('/v1/batch', { batch: poisoned });
  await one.flush();
  const kindAfter = named('After');
  await one.post('/v1/batch', batch(kindAfter, 200));
  // Broken as no client can break it: the check at the door let it in, the processor cannot read it.
  await one.database.pool.query(
    `update journeys.inbox set at = 'infinity' where seq = (select max(seq) - 100 from journeys.inbox)`,
  );
  const batches = async () =>
    Number(
      (
        await one.database.pool.query(
          "select last_value as n from pg_sequences where format('%I.%I', schemaname, sequencename) = pg_get_serial_sequence('journeys.outgoing', 'seq')",
        )
      ).rows[0].n,
    );
  const before = await batches();
  for (let round = 0; round < 12; round += 1) await one.journeys.drainOnce(one.base);
  await one.flush();
  expect([await arrived(kind), await arrived(kindAfter)]).toEqual([3, 199]);
  expect((await batches()) - before).toBeLessThan(30);
  const { rows } = await one.database.pool.query(
    "select count(*)::int as n from journeys.dead_letter where reason = 'not_resolved'",
  );
  expect(rows[0].n).toBe(1);
});

test('the map of ClickHouse follows a link and its undoing, for those too who did not move', async () => {
  const [ann, bob, eve] = await Promise.all(
    [1, 2, 3].map(() => openSubject(one.ctx(), { source: 'web', anonymousId: newId() })),
  );
  if (!ann || !bob || !eve) throw new Error('no subjects');
  const customers = async () => {
    await one.flush();
    const rows = await one.analytics.query<{ subject_id: string; customer_id: string }>(
      'select subject_id, argMax(customer_id, version) as customer_id from subject_customer where subject_id in {ids:Array(UUID)} group by subject_id',
      { ids: [ann.subjectId, bob.subjectId, eve.subjectId] },
    );
    return new Map(rows.map((row) => [row.subject_id, row.customer_id]));
  };
  const evidence = { kind: 'staff_confirmed', source: 'test' };
  const linked = await linkSubject(one.ctx(), { subjectId: ann.subjectId, customerId: bob.customerId, evidence });
  if (!linked.ok) throw new Error('not linked');
  const together = await customers();
  expect([together.get(ann.subjectId), together.get(bob.subjectId), together.has(eve.subjectId)]).toEqual([
    bob.customerId,
    bob.customerId,
    false,
  ]);
  await unlinkSubject(one.ctx(), linked.value.linkId);
  const apart = await customers();
  expect([apart.get(ann.subjectId), apart.get(bob.subjectId)]).toEqual([ann.customerId, bob.customerId]);
});
