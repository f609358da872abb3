import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../../kernel/ids.ts';
import { type JourneysServer, journeysServer } from '../journeysServer.fixture.ts';
import { domainSeq, nobody, type TouchpointRow } from '../touchpoints/touchpoint.ts';
import { median, oraclePaths } from './pathOracle.fixture.ts';
import type { Ledger, PathReport } from './pathToPurchase.ts';
import { wilson95 } from './wilson.ts';

let server: JourneysServer;
beforeAll(async () => {
  server = await journeysServer();
});
afterAll(async () => server?.stop());
beforeEach(async () => {
  await server.analytics.command('truncate table touchpoint');
  await server.analytics.command('truncate table subject_customer');
});

const start = Date.UTC(2026, 9, 1);
const minute = 60_000;
const day = 86_400_000;
let made = 0;

function row(subject: string, at: number, more: Partial<TouchpointRow>): TouchpointRow {
  made += 1;
  return {
    id: newId(),
    subject_id: subject,
    at: new Date(at).toISOString(),
    seq: made,
    origin: 'tracked',
    kind: 'page',
    channel: 'web',
    source: 'web',
    step: 'visit',
    touch: 'web',
    campaign: '',
    location_id: nobody,
    order_id: nobody,
    amount: 0,
    currency: '',
    properties: {},
    received_at: new Date(at).toISOString(),
    ...more,
  };
}
const said = (subject: string, at: number, step: string) =>
  row(subject, at, {
    origin: 'domain',
    kind: 'conversations.message.posted',
    step,
    channel: step,
    touch: '',
    seq: domainSeq,
  });
const ordered = (subject: string, at: number, channel: string, amount: number, currency = 'PLN', orderId = newId()) =>
  row(subject, at, {
    origin: 'domain',
    kind: 'orders.order.placed',
    step: '',
    touch: '',
    channel,
    amount,
    currency,
    order_id: orderId,
    seq: domainSeq,
  });
const collected = (subject: string, at: number, orderId: string) =>
  row(subject, at, {
    origin: 'domain',
    kind: 'fulfilment.fulfilment.handed_over',
    step: 'store',
    touch: '',
    channel: 'store',
    order_id: orderId,
    seq: domainSeq,
  });

async function report(
  rows: readonly TouchpointRow[],
  customers: ReadonlyMap<string, string> = new Map(),
  question: { limit?: number; windowDays?: number; ledger?: Ledger; to?: number } = {},
): Promise<PathReport> {
  if (rows.length > 0) await server.analytics.insert('touchpoint', rows, newId());
  const map = [...customers].map(([subject_id, customer_id]) => ({ subject_id, customer_id, version: 1 }));
  await server.analytics.insert('subject_customer', map, newId());
  return server.journeys.pathToPurchase(server.ctx(), {
    from: new Date(start),
    to: new Date(question.to ?? start + 60 * day),
    windowDays: question.windowDays ?? 30,
    limit: question.limit ?? 20,
    ledger: question.ledger ?? { orders: 0, revenue: [] },
  });
}
const shown = (answer: PathReport) => answer.paths.map(({ path, orders }) => `${path.join(' › ')} ×${orders}`);

describe('the path to a purchase', () => {
  test('runs over every identity of the customer, from the ad to the store, repeats told once', async () => {
    const [phone, laptop, customer] = [newId(), newId(), newId()];
    const t = start + 10 * day;
    const rows = [
      row(phone, t, { touch: 'ads', campaign: 'meta|paid' }),
      row(phone, t + minute, {}),
      row(laptop, t + 2 * day, {}),
      row(laptop, t + 2 * day + 20 * minute, {}),
      row(laptop, t + 3 * day, {}),
      said(laptop, t + 3 * day + minute, 'chat'),
      said(laptop, t + 3 * day + 2 * minute, 'chat'),
      ordered(laptop, t + 5 * day, 'store', 249_900),
    ];
    const apart = await report(rows);
    expect(shown(apart)).toEqual(['web › chat › store ×1']);
    const together = await report(
      [],
      new Map([
        [phone, customer],
        [laptop, customer],
      ]),
    );
    expect(shown(together)).toEqual(['ads › web › chat › store ×1']);
    expect(together.paths[0]?.medianDays).toBe(5);
    expect(together.paths[0]?.revenue).toEqual([{ amount: 249_900, currency: 'PLN' }]);
  });

  test('ends in the store where a web order was collected, and not when it was shipped', async () => {
    const [ann, bob, order] = [newId(), newId(), newId()];
    const t = start + 10 * day;
    const answer = await report([
      row(ann, t, { touch: 'email' }),
      ordered(ann, t + minute, 'web', 100, 'PLN', order),
      collected(ann, t + 2 * day, order),
      row(bob, t, { touch: 'email' }),
      ordered(bob, t + minute, 'web', 100),
    ]);
    expect(shown(answer).sort()).toEqual(['email › web ×1', 'email › web › store ×1']);
  });

  test('a new campaign in the middle of a visit is a new visit; half an hour of silence to the minute is not', async () => {
    const [ann, bob] = [newId(), newId()];
    const t = start + 10 * day;
    const answer = await report([
      row(ann, t, {}),
      row(ann, t + 5 * minute, { touch: 'ads', campaign: 'meta' }),
      row(ann, t + 6 * minute, { touch: 'ads', campaign: 'meta' }),
      row(ann, t + 7 * minute, { touch: 'web' }),
      ordered(ann, t + 8 * minute, 'web', 1),
      row(bob, t, { touch: 'social' }),
      row(bob, t + 30 * minute, { touch: 'email' }),
      row(bob, t + 60 * minute + 1, { touch: 'email' }),
      ordered(bob, t + 70 * minute, 'web', 1),
    ]);
    expect(shown(answer).sort()).toEqual(['social › web › email › web ×1', 'web › ads › web ×1']);
  });

  test('a campaign of an earlier visit is new again in a later one', async () => {
    const ann = newId();
    const t = start + 10 * day;
    const answer = await report([
      row(ann, t, { touch: 'ads', campaign: 'meta' }),
      row(ann, t + day, { touch: 'web' }),
      row(ann, t + day + minute, { touch: 'ads', campaign: 'meta' }),
      ordered(ann, t + day + 2 * minute, 'web', 1),
    ]);
    expect(shown(answer)).toEqual(['ads › web › ads › web ×1']);
  });

  test('what lies outside the window before the order does not count, to the millisecond', async () => {
    const ann = newId();
    const t = start + 40 * day;
    const answer = await report([
      row(ann, t - 30 * day - 1, { touch: 'ads' }),
      row(ann, t - 30 * day + 31 * minute, { touch: 'email' }),
      ordered(ann, t, 'web', 1),
      row(ann, t + 1, { touch: 'social' }),
    ]);
    expect(shown(answer)).toEqual(['email › web ×1']);
  });

  test('an event that arrives weeks late counts where it belongs', async () => {
    const ann = newId();
    const t = start + 10 * day;
    const rows = [row(ann, t + minute, { touch: 'web' }), ordered(ann, t + day, 'web', 1)];
    expect(shown(await report(rows))).toEqual(['web ×1']);
    // The first page of that visit, with the ad it came by, was stuck in a phone.
    const late = await report([
      row(ann, t, { touch: 'ads', campaign: 'meta', received_at: new Date(t + 20 * day).toISOString() }),
    ]);
    expect(shown(late)).toEqual(['ads › web ×1']);
  });

  test('a merge that is undone takes the path apart again', async () => {
    const [ann, bob, customer] = [newId(), newId(), newId()];
    const t = start + 10 * day;
    const rows = [row(ann, t, { touch: 'ads' }), said(bob, t + day, 'chat'), ordered(bob, t + 2 * day, 'store', 1)];
    expect(
      shown(
        await report(
          rows,
          new Map([
            [ann, customer],
            [bob, customer],
          ]),
        ),
      ),
    ).toEqual(['ads › web › chat › store ×1']);
    await server.analytics.insert('subject_customer', [{ subject_id: ann, customer_id: newId(), version: 2 }], newId());
    expect(shown(await report([]))).toEqual(['chat › store ×1']);
  });

  test('a till sale to a stranger is an order without touchpoints, and strangers are not one person', async () => {
    const answer = await report([
      ordered(nobody, start + day, 'store', 500),
      ordered(nobody, start + 2 * day, 'store', 700),
    ]);
    expect(answer.paths).toEqual([]);
    expect(answer.withoutTouchpoints).toEqual({ orders: 2, revenue: [{ amount: 1_200, currency: 'PLN' }] });
    expect(answer.n).toBe(2);
  });
});

describe('trust in the figures', () => {
  test('rows add up to the total, other paths together included, and the total to the order ledger', async () => {
    const rows = ['ads', 'email', 'social', 'chat'].flatMap((touch, index) =>
      Array.from({ length: 12 - index }, (_, n) => {
        const who = newId();
        return [row(who, start + day, { touch }), ordered(who, start + 2 * day + n, 'web', 1_000 + n)];
      }).flat(),
    );
    const amount = rows.reduce((sum, one) => sum + one.amount, 0);
    const answer = await report(rows, new Map(), {
      limit: 2,
      ledger: { orders: 43, revenue: [{ amount: amount + 999, currency: 'PLN' }] },
    });
    expect(shown(answer)).toEqual(['ads › web ×12', 'email › web ×11']);
    expect([answer.other.orders, answer.other.distinctPaths, answer.n]).toEqual([19, 2, 42]);
    const parts = [...answer.paths, answer.other, answer.withoutTouchpoints];
    expect(parts.flatMap((part) => part.revenue).reduce((sum, money) => sum + money.amount, 0)).toBe(amount);
    expect(answer.reconcile).toEqual({
      ledgerOrders: 43,
      ledgerRevenue: [{ amount: amount + 999, currency: 'PLN' }],
      inPaths: 42,
      withoutTouchpoints: 0,
      missingOrders: 1,
      missingRevenue: [{ amount: 999, currency: 'PLN' }],
      agrees: false,
    });
    expect(answer.paths[0]?.share).toBeCloseTo(12 / 42, 12);
    expect(answer.paths[0]?.shareInterval?.[0]).toBeCloseTo(0.1716, 3);
    expect(answer.definition).toContain('30 days');
    expect(new Date(answer.dataAsOf).getTime()).toBeGreaterThan(0);
  });

  test('below thirty orders there is no rate, only the number', async () => {
    const who = newId();
    const answer = await report([row(who, start, {}), ordered(who, start + day, 'web', 1)]);
    expect([answer.tooFewForShares, answer.paths[0]?.share, answer.paths[0]?.orders]).toEqual([true, null, 1]);
  });

  test('two currencies are never added', async () => {
    const who = newId();
    const answer = await report([
      row(who, start, {}),
      ordered(who, start + day, 'web', 100, 'PLN'),
      ordered(who, start + day, 'web', 30, 'EUR'),
    ]);
    expect(answer.total.revenue).toEqual([
      { amount: 30, currency: 'EUR' },
      { amount: 100, currency: 'PLN' },
    ]);
  });

  test('the Wilson interval is that of the published example: 10 of 100 is 5.5 % to 17.4 %', () => {
    const [low, high] = wilson95(10, 100) ?? [];
    expect([low?.toFixed(4), high?.toFixed(4)]).toEqual(['0.0552', '0.1744']);
    expect(wilson95(0, 0)).toBeUndefined();
  });
});

/** Few people, few moments, many ties: where orders of rows go wrong. */
const world = fc
  .record({
    subjects: fc.integer({ min: 1, max: 3 }),
    customers: fc.array(fc.nat({ max: 2 }), { minLength: 5, maxLength: 5 }),
    linked: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    windowDays: fc.constantFrom(1, 30),
    events: fc.array(
      fc.record({
        subject: fc.constantFrom(0, 0, 0, 1, 1, 2),
        // Three busy hours, so that visits, silences and equal times all come often.
        minutes: fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 5 })).map(([hours, n]) => hours * 180 + n * 15),
        what: fc.constantFrom(
          'visit',
          'visit',
          'visit',
          'visit',
          'visit',
          'visit',
          'chat',
          'phone',
          'order',
          'order',
          'collected',
        ),
        touch: fc.constantFrom('web', 'ads', 'email'),
        campaign: fc.constantFrom('', 'a', 'b'),
        channel: fc.constantFrom('web', 'store'),
        amount: fc.integer({ min: 0, max: 1_000_000 }),
        currency: fc.constantFrom('PLN', 'EUR'),
        order: fc.nat({ max: 3 }),
        seq: fc.nat({ max: 3 }),
      }),
      { minLength: 20, maxLength: 40 },
    ),
  })
  .map(({ subjects, customers, linked, windowDays, events }) => {
    const ids = Array.from({ length: subjects }, () => newId());
    const customerIds = [newId(), newId(), newId()];
    const orders = [newId(), newId(), newId(), newId()];
    const map = new Map(
      ids.flatMap((id, index) => (linked[index] ? [[id, customerIds[customers[index] ?? 0] ?? ''] as const] : [])),
    );
    const taken = new Set<number>();
    const rows = events.flatMap((event): TouchpointRow[] => {
      const subject = ids[event.subject] ?? nobody;
      const at = start + 2 * day + event.minutes * minute;
      if (event.what === 'visit')
        return subject === nobody
          ? []
          : [row(subject, at, { touch: event.touch, campaign: event.campaign, seq: event.seq })];
      if (event.what === 'collected') return [collected(subject, at, orders[event.order] ?? '')];
      if (event.what !== 'order') return [said(subject, at, event.what)];
      if (taken.has(event.order)) return [];
      taken.add(event.order);
      return [ordered(subject, at, event.channel, event.amount, event.currency, orders[event.order])];
    });
    // Everybody buys in the end, so that what came before is looked at.
    for (const id of ids) rows.push(ordered(id, start + 2 * day + 600 * minute, 'web', 1));
    return { rows, map, windowDays, to: start + 3 * day };
  });

test('the report equals a plain computation over the same touchpoints, ties and merges included', async () => {
  await fc.assert(
    fc.asyncProperty(world, async ({ rows, map, windowDays, to }) => {
      await server.analytics.command('truncate table touchpoint');
      await server.analytics.command('truncate table subject_customer');
      const answer = await report(rows, map, { windowDays, to, limit: 100 });
      const expected = oraclePaths(rows, map, { from: start, to, windowDays });
      const none = expected.filter((one) => !one.known);
      expect(answer.withoutTouchpoints.orders).toBe(none.reduce((sum, one) => sum + one.orders, 0));
      const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
      expect(
        answer.paths
          .map((one) => ({
            path: one.path.join(' › '),
            orders: one.orders,
            revenue: Object.fromEntries(one.revenue.map((money) => [money.currency, money.amount])),
            medianDays: one.medianDays,
          }))
          .sort(byPath),
      ).toEqual(
        expected
          .filter((one) => one.known)
          .map(({ known: _, ...one }) => ({ ...one, medianDays: expect.closeTo(one.medianDays, 6) }))
          .sort(byPath),
      );
    }),
    { numRuns: 30, endOnFailure: false },
  );
}, 120_000);

test('the median of the oracle is the usual one', () => {
  expect([median([1]), median([1, 2]), median([3, 1, 2])]).toEqual([1, 1.5, 2]);
});
