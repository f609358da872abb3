import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../kernel/database.ts';
import type { EventType } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { emit } from '../../kernel/outbox.ts';
import { customersOf, linkSubject, openSubject, timelineOf } from './index.ts';
import { type ShopServer, shopServer } from './shopServer.fixture.ts';
import { timeline } from './timeline.ts';

let one: ShopServer;
let two: ShopServer;

beforeAll(async () => {
  one = await shopServer();
  two = await shopServer({ sharing: one });
});
afterAll(async () => {
  await two.stop();
  await one.stop();
});

const happen = (
  server: ShopServer,
  subjectId: string,
  type: EventType = 'orders.order.placed',
  data: Record<string, unknown> = {},
) =>
  inTransaction(
    server.ctx({ actor: { kind: 'staff', sessionId: '', staffId: newId(), role: 'agent', locationIds: 'all' } }),
    (tx) => emit(tx, { type, subjectId, aggregate: 'order', aggregateId: newId(), aggregateVersion: 1, data }),
  );
const someone = () => openSubject(one.ctx(), { source: 'web', anonymousId: newId() });

describe('the timeline', () => {
  it('has each event once, with two relays at work', async () => {
    const people = await Promise.all(Array.from({ length: 10 }, () => someone()));
    const writing = Promise.all(
      Array.from({ length: 300 }, (_, index) => happen(index % 2 ? one : two, people[index % 10]?.subjectId ?? '')),
    );
    const relaying = (async () => {
      for (let round = 0; round < 20; round += 1) await Promise.all([one.relay.drainOnce(), two.relay.drainOnce()]);
    })();
    await Promise.all([writing, relaying]);
    await Promise.all([one.settle(), two.settle()]);
    const { rows } = await sql<{ events: number; shown: number }>`
      select count(*) as events, count(t.event_id) as shown
      from kernel.outbox o left join customers.timeline t on t.event_id = o.id where o.subject_id is not null`.execute(
      one.base.db,
    );
    expect(rows[0]?.shown).toBe(rows[0]?.events);
    expect(rows[0]?.events).toBeGreaterThanOrEqual(300);
  });

  it('has an event once, also when it is delivered again by hand', async () => {
    const { subjectId, customerId } = await someone();
    const event = {
      id: newId(),
      type: 'orders.order.placed',
      version: 1,
      occurredAt: one.clock.now(),
      subjectId,
      aggregate: 'order',
      aggregateId: newId(),
      aggregateVersion: 1,
      actor: 'system:test',
      role: undefined,
      channel: 'web' as const,
      locationId: undefined,
      cause: undefined,
      data: {},
    };
    await timeline.handle(one.ctx(), [event], 'first');
    await timeline.handle(one.ctx(), [event], 'again');
    expect((await timelineOf(one.ctx(), customerId, { limit: 10 })).items).toHaveLength(1);
  });

  it('is one story over all subjects of a customer, newest first, page after page', async () => {
    const [a, b] = [await someone(), await someone()];
    for (let index = 0; index < 10; index += 1) {
      await happen(one, index % 3 ? a.subjectId : b.subjectId, 'carts.line.added', { quantity: index });
      one.clock.travel(1_000);
    }
    const linked = await linkSubject(one.ctx(), {
      subjectId: a.subjectId,
      customerId: b.customerId,
      evidence: { kind: 'staff_confirmed', source: 'staff' },
    });
    await one.settle();
    const customerId = (await customersOf(one.ctx(), [a.subjectId])).get(a.subjectId) ?? '';
    const steps: unknown[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < 10; page += 1) {
      const answer = await timelineOf(one.ctx(), customerId, { cursor, limit: 3, typePrefixes: ['carts.'] });
      steps.push(...answer.items.map((entry) => entry.data.quantity));
      if (!answer.nextCursor) break;
      cursor = answer.nextCursor;
    }
    expect(steps).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
    expect(linked.ok).toBe(true);
    await expect(timelineOf(one.ctx(), customerId, { cursor: 'WyJhIiwiYiJd', limit: 3 })).rejects.toThrow(
      'invalid_cursor',
    );
    one.clock.travel(-10_000);
  });

  it('shows a signed-in shopper their own steps, and never which member of staff', async () => {
    const browser = one.browser();
    const visit = await browser.visit();
    const session = await browser.signIn(`t-${newId()}@velora.example`);
    const staffId = newId();
    const orderId = newId();
    await happen(one, visit.subjectId, 'orders.order.placed', {
      orderId,
      total: { amount: 100, currency: 'PLN' },
      lines: [{ advisedBy: staffId, heldBy: staffId }],
    });
    await happen(one, (await someone()).subjectId, 'orders.order.placed', {});
    await happen(one, session.subjectId, 'test.secret.thing', { orderId });
    await one.settle();
    const answer = await browser.call('GET', '/api/shop/me/timeline');
    const { items } = answer.json<{ items: { type: string; by: string; facts: unknown }[] }>();
    expect(items.map((item) => item.type).sort()).toEqual(['customers.customer.signed_in', 'orders.order.placed']);
    expect(items.find((item) => item.type === 'orders.order.placed')).toMatchObject({
      by: 'staff',
      facts: { orderId, total: { amount: 100, currency: 'PLN' } },
    });
    expect(answer.body).not.toContain(staffId);
  });
});
