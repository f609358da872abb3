import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ctx } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/ids.ts';
import { emit, type NewEvent } from '../../../kernel/outbox.ts';
import { linkSubject, openSubject } from '../../customers/index.ts';
import { localDate } from '../../locations/index.ts';
import { createOrder } from '../../orders/index.ts';
import { type JourneysServer, journeysServer } from '../journeysServer.fixture.ts';

let server: JourneysServer;
beforeAll(async () => {
  server = await journeysServer();
});
afterAll(async () => server?.stop());

const asShopper = (subjectId: string): Ctx =>
  server.ctx({ actor: { kind: 'shopper', sessionId: newId(), subjectId, subjectIds: [subjectId], signedIn: false } });
const told = (ctx: Ctx, event: NewEvent) => server.base.db.transaction().execute((db) => emit({ ...ctx, db }, event));

async function order(ctx: Ctx, subjectId: string | null, gross: number, locationId?: string) {
  const net = Math.round(gross / 1.23);
  const made = await createOrder(ctx, {
    market: 'PL',
    currency: 'PLN',
    subjectId,
    contact: { name: 'Julia Nowak', email: 'julia@example.com', phone: '+48600100200' },
    contractMadeAt: locationId ? { place: 'on_premises', locationId } : { place: 'distance' },
    lines: [
      {
        variantId: newId(),
        quantity: 1,
        unit: gross,
        discount: 0,
        net,
        tax: gross - net,
        gross,
        taxRateBp: 2_300,
        way: locationId ? { method: 'in_store', locationId } : { method: 'delivery' },
      },
    ],
  });
  return made.order;
}

/** From the ad on her phone to the store: Julia, in the events of the systems she meets. */
async function juliaBuys() {
  const device = `visitor-${newId()}`;
  const now = server.clock.now().getTime();
  const page = (hoursAgo: number, path: string) => ({
    type: 'page',
    anonymousId: device,
    messageId: newId(),
    timestamp: new Date(now - hoursAgo * 3_600_000).toISOString(),
    context: { page: { url: `https://velora.example${path}`, path: path.split('?')[0] } },
  });
  await server.post('/v1/batch', {
    sentAt: new Date(now).toISOString(),
    batch: [
      page(50, '/search?q=sofa'),
      page(30, '/sofa?utm_source=meta&utm_medium=paid&utm_campaign=autumn'),
      page(29.9, '/sofa-green'),
    ],
  });
  await server.flush();
  const browser = await openSubject(server.base, { source: 'web', anonymousId: device });
  const [threadId, locationId] = [newId(), newId()];
  const message = (direction: string, version: number): NewEvent => ({
    type: 'conversations.message.posted',
    subjectId: browser.subjectId,
    aggregate: 'thread',
    aggregateId: threadId,
    aggregateVersion: version,
    channel: 'chat',
    data: { threadId, direction, channel: 'chat', kind: 'text', internal: false },
  });
  await told(asShopper(browser.subjectId), message('in', 1));
  const agent = server.ctx({
    channel: 'contact_centre',
    actor: { kind: 'staff', sessionId: '', staffId: newId(), role: 'agent', locationIds: 'all' },
  });
  await told(agent, {
    type: 'stock.reservation.held',
    subjectId: browser.subjectId,
    aggregate: 'reservation',
    aggregateId: newId(),
    aggregateVersion: 1,
    locationId,
    data: { purpose: 'agent_hold' },
  });
  await told(agent, message('out', 2));
  // In the store she is known by another identity, which staff connected to the first.
  const till = await openSubject(server.base, { source: 'staff', anonymousId: newId() });
  const linked = await linkSubject(server.ctx(), {
    subjectId: browser.subjectId,
    customerId: till.customerId,
    evidence: { kind: 'handoff', source: 'store' },
  });
  if (!linked.ok) throw new Error('not linked');
  const store = server.ctx({
    channel: 'store',
    locationId,
    actor: { kind: 'staff', sessionId: '', staffId: newId(), role: 'associate', locationIds: [locationId] },
  });
  const bought = await order(store, till.subjectId, 249_900, locationId);
  await server.flush();
  return { customerId: linked.value.customerId, bought, browser, till };
}

test('Julia’s way is told from search to store, in one path and on one line, and its money is the ledger’s', async () => {
  const julia = await juliaBuys();
  await order(server.ctx({ channel: 'web' }), null, 5_000);
  await server.flush();
  const today = localDate('Europe/Warsaw', server.clock.now());
  const answer = await server.asStaff(
    'manager',
    'GET',
    `/api/staff/insight/path-to-purchase?from=${today}&to=${today}`,
  );
  expect(answer.statusCode).toBe(200);
  const report = answer.json();
  expect(report.paths.map((row: { path: string[] }) => row.path)).toEqual([['web', 'ads', 'web', 'chat', 'store']]);
  expect(report.paths[0].medianDays).toBeCloseTo(50 / 24, 2);
  expect(report.withoutTouchpoints).toEqual({ orders: 1, revenue: [{ amount: 5_000, currency: 'PLN' }] });
  expect(report.reconcile).toEqual({
    ledgerOrders: 2,
    ledgerRevenue: [{ amount: 254_900, currency: 'PLN' }],
    inPaths: 1,
    withoutTouchpoints: 1,
    missingOrders: 0,
    missingRevenue: [],
    agrees: true,
  });
  expect(report).toMatchObject({
    unit: 'orders',
    n: 2,
    zone: 'Europe/Warsaw',
    window: { days: 30 },
    definitionVersion: 1,
  });

  const journey = (await server.asStaff('manager', 'GET', `/api/staff/customers/${julia.customerId}/journey`)).json();
  const line = journey.touchpoints.map((one: { kind: string; channel: string; counted: string | null }) => [
    one.kind,
    one.channel,
    one.counted,
  ]);
  expect(line.filter((one: unknown[]) => one[2] !== null)).toEqual([
    ['page', 'web', 'web'],
    ['page', 'ads', 'ads › web'],
    ['conversations.message.posted', 'chat', 'chat'],
  ]);
  expect(line).toContainEqual(['stock.reservation.held', 'contact_centre', null]);
  const placed = journey.touchpoints.find((one: { kind: string }) => one.kind === 'orders.order.placed');
  expect([placed.orderId, placed.total]).toEqual([julia.bought.id, { amount: 249_900, currency: 'PLN' }]);
  const text = JSON.stringify(journey);
  for (const secret of ['Julia', 'julia@example.com', '600100200']) expect(text).not.toContain(secret);
});

test('reports are for managers, administrators and keys with insight:read', async () => {
  for (const url of ['/api/staff/insight/path-to-purchase', `/api/staff/customers/${newId()}/journey`]) {
    for (const role of ['agent', 'associate', 'nobody'])
      expect((await server.asStaff(role, 'GET', url)).statusCode).toBeGreaterThanOrEqual(401);
  }
  expect((await server.asStaff('admin', 'GET', `/api/staff/customers/${newId()}/journey`)).statusCode).toBe(404);
  expect(
    (await server.asStaff('admin', 'GET', '/api/staff/insight/path-to-purchase?from=2026-11-30&to=2026-11-01'))
      .statusCode,
  ).toBe(400);
});

test('an order of the day the clocks change counts on its own calendar day', async () => {
  // 25 October 2026, Warsaw: the day has 25 hours, its last one from 22:00 to 23:00 UTC.
  const before = server.clock.now();
  server.clock.travelTo(new Date('2026-10-25T22:30:00Z'));
  await order(server.ctx({ channel: 'web' }), null, 777);
  server.clock.travelTo(new Date('2026-10-25T23:30:00Z'));
  await order(server.ctx({ channel: 'web' }), null, 888);
  server.clock.travelTo(before);
  await server.flush();
  const day = async (date: string) =>
    (await server.asStaff('admin', 'GET', `/api/staff/insight/path-to-purchase?from=${date}&to=${date}`)).json();
  const [sunday, monday] = [await day('2026-10-25'), await day('2026-10-26')];
  expect([sunday.total.revenue, monday.total.revenue]).toEqual([
    [{ amount: 777, currency: 'PLN' }],
    [{ amount: 888, currency: 'PLN' }],
  ]);
  expect([sunday.reconcile.agrees, monday.reconcile.agrees]).toEqual([true, true]);
});
