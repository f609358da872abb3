import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../../kernel/ids.ts';
import { createOrder } from '../../orders/index.ts';
import { type JourneysServer, journeysServer } from '../journeysServer.fixture.ts';

let server: JourneysServer;
beforeAll(async () => {
  server = await journeysServer();
});
afterAll(async () => server?.stop());

async function order(at: string, channel: 'web' | 'store', gross: number): Promise<void> {
  server.clock.travelTo(new Date(at));
  const net = Math.round(gross / 1.23);
  const locationId = newId();
  await createOrder(server.ctx({ channel }), {
    market: 'PL',
    currency: 'PLN',
    subjectId: null,
    contact: {},
    contractMadeAt: channel === 'store' ? { place: 'on_premises', locationId } : { place: 'distance' },
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
        way: channel === 'store' ? { method: 'in_store', locationId } : { method: 'delivery' },
      },
    ],
  });
}

test('orders by day and channel add up to the ledger, with as many days before beside them', async () => {
  const now = server.clock.now();
  await order('2026-11-03T10:00:00Z', 'web', 1_000);
  await order('2026-11-05T09:00:00Z', 'web', 2_000);
  await order('2026-11-05T10:00:00Z', 'store', 3_000);
  // 00:30 in Warsaw: the next calendar day there.
  await order('2026-11-05T23:30:00Z', 'web', 4_000);
  server.clock.travelTo(now);
  await server.flush();
  const url = '/api/staff/insight/sales?from=2026-11-05&to=2026-11-06';
  const report = (await server.asStaff('manager', 'GET', url)).json();
  const zl = (amount: number) => [{ amount, currency: 'PLN' }];
  expect(report.days).toEqual([
    { day: '2026-11-05', channel: 'store', orders: 1, revenue: zl(3_000) },
    { day: '2026-11-05', channel: 'web', orders: 1, revenue: zl(2_000) },
    { day: '2026-11-06', channel: 'web', orders: 1, revenue: zl(4_000) },
  ]);
  expect(report.previous).toEqual({ from: '2026-11-03', to: '2026-11-04' });
  expect(report.previousTotal).toEqual({ orders: 1, revenue: zl(1_000) });
  expect(report.reconcile).toEqual({
    ledgerOrders: 3,
    ledgerRevenue: zl(9_000),
    shownOrders: 3,
    shownRevenue: zl(9_000),
    differs: [],
    agrees: true,
  });

  // What analytics does not have yet is told, never hidden.
  await order('2026-11-06T12:00:00Z', 'web', 5_000);
  server.clock.travelTo(now);
  const behind = (await server.asStaff('admin', 'GET', url)).json().reconcile;
  expect(behind).toMatchObject({
    ledgerOrders: 4,
    shownOrders: 3,
    agrees: false,
    differs: [{ day: '2026-11-06', ledgerOrders: 2, shownOrders: 1 }],
  });
});
