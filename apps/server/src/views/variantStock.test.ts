import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SmallShop, smallShop } from '../../test/smallShop.ts';
import type { TestServer } from '../../test/testServer.ts';
import { setLevelLimits } from '../modules/stock/index.ts';
import { viewServer } from './viewServer.fixture.ts';

let server: TestServer;
let shop: SmallShop;
const tuesday = new Date('2026-11-24T13:02:00Z');

beforeAll(async () => {
  server = await viewServer();
  server.clock.travelTo(tuesday);
  shop = await smallShop(server, { krakowGreen: 2, warehouseBlue: 10 });
});
afterAll(() => server?.stop());

it('an agent sees one variant in every place, nearest first, with what is held there', async () => {
  const agent = await shop.staff('agent');
  const { customerId } = await agent.post('/api/staff/customers', { email: `j.${randomUUID()}@example.com` });
  await agent.post('/api/staff/holds', { person: { customerId }, variantId: shop.green, locationId: shop.krakow });
  await setLevelLimits(server.ctx(), [
    {
      variantId: shop.green,
      locationId: shop.warszawa,
      safety: 0,
      display: 0,
      incoming: 3,
      incomingAt: '2026-12-01T09:00:00Z',
    },
  ]);
  const seen = await agent.get(`/api/staff/variants/${shop.green}/stock?near=Krak%C3%B3w`);
  expect(seen).toMatchObject({
    variant: { sku: 'LUND-GREEN', title: 'Lund sofa' },
    price: { unit: { amount: 386_900 } },
    delivery: null,
    levels: [
      {
        name: 'Kraków',
        word: 'few_left',
        available: 1,
        onHand: 2,
        reserved: 1,
        liveHolds: 1,
        nextHoldEndsAt: expect.any(String),
        readyAt: expect.stringMatching(/^2026-11-24T14:02/),
        mayHold: true,
      },
      {
        name: 'Łódź',
        kind: 'warehouse',
        word: 'out_of_stock',
        available: 0,
        readyAt: null,
        mayHold: false,
        liveHolds: 0,
      },
      { name: 'Warszawa Centrum', word: 'arriving', incoming: 3, incomingAt: '2026-12-01T09:00:00.000Z' },
    ],
  });
});

it('an agent asks whether it will be there on a date: here, by a delivery that is on its way, or not on that day', async () => {
  const agent = await shop.staff('agent');
  const on = (date: string) => agent.get(`/api/staff/variants/${shop.green}/stock?date=${date}`);
  const place = (seen: Awaited<ReturnType<typeof on>>, name: string) =>
    seen.levels.find((level: { name: string }) => level.name === name);
  const first = await on('2026-12-01');
  expect(place(first, 'Kraków')).toMatchObject({
    seenAt: expect.stringMatching(/^2026-11-24T13:02/),
    on: { answer: 'yes', at: '2026-12-01T09:00:00.000Z' },
  });
  expect(place(first, 'Warszawa Centrum')).toMatchObject({
    seenAt: null,
    on: { answer: 'expected', why: 'arriving', at: '2026-12-01T10:00:00.000Z' },
  });
  expect(place(first, 'Łódź').on).toMatchObject({ answer: 'no', why: 'not_offered' });
  expect(first.deliveredOn).toEqual({ answer: 'no', why: 'not_offered', at: null });
  // A Sunday on which the shops are closed; a day that has passed; a day that does not exist.
  expect(place(await on('2026-11-29'), 'Kraków').on).toMatchObject({ answer: 'no', why: 'closed' });
  for (const date of ['2026-11-23', '2026-02-30', '2030-01-01', 'soon'])
    expect((await agent.call('GET', `/api/staff/variants/${shop.green}/stock?date=${date}`)).status).toBe(400);
});

it('is for staff of every role and nobody else; what does not exist is not found', async () => {
  const url = `/api/staff/variants/${shop.green}/stock`;
  for (const role of ['agent', 'krakow', 'manager', 'admin'] as const) {
    expect((await (await shop.staff(role)).call('GET', url)).status).toBe(200);
  }
  expect((await (await shop.shopper()).call('GET', url)).status).toBe(401);
  const agent = await shop.staff('agent');
  expect((await agent.call('GET', `/api/staff/variants/${randomUUID()}/stock`)).status).toBe(404);
  expect((await agent.call('GET', '/api/staff/variants/sofa/stock')).status).toBe(400);
});

it('search beside the conversation shows the found variant per store, and its sisters', async () => {
  const agent = await shop.staff('agent');
  const found = await agent.get('/api/staff/search?query=LUND-BLUE&near=Krak%C3%B3w');
  expect(found).toMatchObject({
    total: 1,
    items: [
      {
        sku: 'LUND-BLUE',
        price: { unit: { amount: 386_900 } },
        ways: { delivery: { earliest: '2026-11-26' }, places: [] },
        siblings: [{ sku: 'LUND-GREEN', optionsText: 'green, velvet', hex: '#0F5D4A', delivery: null, inStores: 1 }],
      },
    ],
  });
  const green = await agent.get('/api/staff/search?query=green%20velvet%20sofa&near=Warszawa');
  expect(green.items[0]).toMatchObject({ sku: 'LUND-GREEN', ways: { places: [{ name: 'Kraków', available: 1 }] } });
  expect(await agent.get(`/api/staff/search?query=${encodeURIComponent('<img onerror=x>')}`)).toMatchObject({
    items: expect.any(Array),
  });
  expect((await agent.call('GET', '/api/staff/search')).status).toBe(400);
});
