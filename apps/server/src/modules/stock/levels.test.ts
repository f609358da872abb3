import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../../../test/person.ts';
import { type SmallShop, smallShop } from '../../../test/smallShop.ts';
import { type TestServer, testServer } from '../../../test/testServer.ts';
import { newId } from '../../kernel/ids.ts';
import { getVariants } from '../catalogue/index.ts';
import { availability, changeOnHand, getReservations, reconcileStock, reserve } from './index.ts';

let server: TestServer;
let shop: SmallShop;
let admin: Person;
let sku: string;
let token: (scope: string) => Promise<string>;

beforeAll(async () => {
  server = await testServer();
  server.clock.travelTo(new Date('2026-11-24T13:00:00Z'));
  shop = await smallShop(server);
  admin = await shop.staff('admin');
  sku = (await getVariants(server.ctx(), [shop.green])).get(shop.green)?.sku ?? '';
  token = async (scope) =>
    `Bearer ${(await admin.post('/api/staff/api-keys', { name: scope, scopes: [scope] })).token}`;
});
afterAll(() => server.stop());

const level = async (variantId: string, locationId: string) =>
  (await availability(server.ctx(), { variantIds: [variantId], locationIds: [locationId] }))[0];

async function article(units: number): Promise<{ variantId: string; locationId: string }> {
  const at = { variantId: newId(), locationId: shop.krakow };
  await changeOnHand(server.ctx(), [{ ...at, kind: 'receive', delta: units, reason: 'delivery' }]);
  return at;
}

async function hold(at: { variantId: string; locationId: string }): Promise<string> {
  const ctx = server.ctx();
  const held = await reserve(ctx, {
    id: newId(),
    owner: { kind: 'cart_line', id: newId() },
    subjectId: undefined,
    purpose: 'checkout',
    expiresAt: new Date(ctx.clock.now().getTime() + 3_600_000),
    lines: [{ ...at, quantity: 1, allowDisplay: true }],
    context: {},
  });
  if (!held.ok) throw new Error('not held');
  return held.value.reservationId;
}
const atRisk = async (...ids: string[]) => {
  const found = await getReservations(server.ctx(), ids);
  return ids.map((id) => found.get(id)?.atRisk);
};

it('damaged pieces stand there and are not sold; mended they are, written off they are gone', async () => {
  const at = await article(3);
  const change = (kind: 'damage' | 'repair' | 'write_off', delta: number) =>
    changeOnHand(server.ctx(), [{ ...at, kind, delta, reason: 'a torn cover' }]);
  await change('damage', -2);
  expect(await level(at.variantId, at.locationId)).toMatchObject({ onHand: 3, damaged: 2, available: 1 });
  await change('repair', 1);
  expect(await level(at.variantId, at.locationId)).toMatchObject({ onHand: 3, damaged: 1, available: 2 });
  await change('write_off', -1);
  expect(await level(at.variantId, at.locationId)).toMatchObject({ onHand: 2, damaged: 0, available: 2 });
  for (const refused of [change('damage', -3), change('repair', 1), change('write_off', -1)])
    expect(await refused).toMatchObject({ ok: false, reason: 'insufficient_stock' });
  expect(await reconcileStock(server.ctx())).toEqual([]);
});

it('what is damaged puts the newest holds at risk, and what comes back lifts it, each said once', async () => {
  const at = await article(3);
  const holds = [await hold(at), await hold(at), await hold(at)];
  await changeOnHand(server.ctx(), [{ ...at, kind: 'damage', delta: -2, reason: 'water' }]);
  expect(await atRisk(...holds)).toEqual([false, true, true]);
  await changeOnHand(server.ctx(), [{ ...at, kind: 'receive', delta: 1, reason: 'delivery' }]);
  expect(await atRisk(...holds)).toEqual([false, false, true]);
  server.clock.travel(3_601_000);
  const next = await changeOnHand(server.ctx(), [{ ...at, kind: 'count', counted: 0, reason: 'empty' }]);
  expect(next.ok).toBe(true);
  // Their time was over before the count: nobody is told in vain.
  expect(await atRisk(...holds)).toEqual([false, false, false]);
  expect(await reconcileStock(server.ctx())).toEqual([]);
});

it('the nearest limit holds: of the variant there, else of the location, else of the company', async () => {
  const { green: variantId, krakow: locationId } = shop;
  await changeOnHand(server.ctx(), [{ variantId, locationId, kind: 'count', counted: 10, reason: 'counted' }]);
  const free = async () => (await level(variantId, locationId))?.available;
  const limits = (safety: number | null) =>
    admin.must('PUT', '/api/staff/stock/limits', {
      items: [{ variantId, locationId, safety, display: 0, incoming: 0, incomingAt: null }],
    });
  await limits(null);
  await admin.must('PUT', '/api/staff/stock/safety', { safety: 2 });
  expect(await free()).toBe(8);
  await admin.must('PUT', `/api/staff/stock/safety/${locationId}`, { safety: 3 });
  expect(await free()).toBe(7);
  await limits(0);
  expect(await free()).toBe(10);
  await limits(4);
  expect(await free()).toBe(6);
  await limits(null);
  await admin.must('PUT', `/api/staff/stock/safety/${locationId}`, { safety: null });
  expect(await admin.get('/api/staff/stock/safety')).toEqual({ company: 2, locations: [] });
  expect(await free()).toBe(8);
  const ctx = server.ctx();
  const tooMany = await reserve(ctx, {
    id: newId(),
    owner: { kind: 'cart_line', id: newId() },
    subjectId: undefined,
    purpose: 'checkout',
    expiresAt: new Date(ctx.clock.now().getTime() + 1_000),
    lines: [{ variantId, locationId, quantity: 9, allowDisplay: true }],
    context: {},
  });
  expect(tooMany).toMatchObject({ ok: false, details: { shortfall: [{ requested: 9, available: 8 }] } });
  await admin.must('PUT', '/api/staff/stock/safety', { safety: 0 });
});

it('a figure of another system holds for its moment, and what moved here since is replayed on top', async () => {
  const at = { variantId: shop.green, locationId: shop.krakow };
  await changeOnHand(server.ctx(), [{ ...at, kind: 'count', counted: 10, reason: 'counted' }]);
  const authorization = await token('stock:write');
  const send = async (path: string, items: object[]) =>
    (await shop.visitor().must('POST', `/api/stock/imports/${path}`, { items }, { authorization })).items;
  const row = { sku, location: 'KRK' };
  server.clock.travel(60_000);
  const asOf = server.clock.now().toISOString();
  server.clock.travel(60_000);
  await changeOnHand(server.ctx(), [{ ...at, kind: 'receive', delta: 2, reason: 'delivery' }]);
  const figure = { ...row, externalId: `f-${randomUUID()}`, onHand: 7, asOf };
  expect(await send('on-hand', [figure])).toEqual([
    { externalId: figure.externalId, outcome: 'booked', onHand: 9, expected: 10, drift: -3 },
  ]);
  expect(await send('on-hand', [figure])).toMatchObject([{ outcome: 'already', onHand: 9 }]);
  const answers = await send('on-hand', [
    { ...figure, externalId: 'older', asOf: new Date(Date.parse(asOf) - 1_000).toISOString() },
    { ...figure, externalId: 'nothing-called-so', sku: 'no such sku' },
    { ...figure, externalId: 'nowhere', location: 'XXX' },
    { ...figure, externalId: 'tomorrow', asOf: new Date(Date.parse(asOf) + 86_400_000).toISOString() },
    { ...figure, externalId: 'good', onHand: 8, asOf: server.clock.now().toISOString() },
    { ...figure, externalId: 'good', onHand: 1 },
  ]);
  expect(answers.map((answer: { rule?: string; outcome: string }) => answer.rule ?? answer.outcome)).toEqual([
    'older_than_last',
    'unknown_sku',
    'unknown_location',
    'in_future',
    'booked',
    'twice_in_batch',
  ]);
  expect(answers.every((answer: { outcome: string; fix?: string }) => answer.outcome === 'booked' || answer.fix)).toBe(
    true,
  );
  // A sale that the figure has in it already is kept and counted once; a later one is taken off.
  const sale = { ...row, kind: 'sale', quantity: 1 };
  server.clock.travel(1_000);
  expect(
    await send('sales', [
      { ...sale, externalId: 'before the figure', at: asOf },
      { ...sale, externalId: 'after it', at: server.clock.now().toISOString() },
    ]),
  ).toMatchObject([{ isCovered: true, onHand: 8 }, { onHand: 7 }]);
  const { items } = await admin.get(`/api/staff/office/stock/drift?locationId=${shop.krakow}`);
  expect(items).toHaveLength(2);
  expect(items[1]).toMatchObject({ sku, expected: 10, said: 7, externalId: figure.externalId, asOf });
  const story = await admin.get(`/api/staff/stock/${at.variantId}/${at.locationId}/story?kinds=import`);
  expect(story.items.map((line: { onHandDelta: number }) => line.onHandDelta)).toEqual([-1, -3]);
  expect(story.items[0]).toMatchObject({ document: { kind: 'on_hand', id: 'good' }, onHandAfter: 8 });
  expect(await reconcileStock(server.ctx())).toEqual([]);
});

it('what another till sold is sold, whatever was promised: the hold is at risk and the books are told', async () => {
  const at = { variantId: shop.green, locationId: shop.krakow };
  await changeOnHand(server.ctx(), [{ ...at, kind: 'count', counted: 1, reason: 'counted' }]);
  const held = await hold(at);
  const authorization = await token('stock:write');
  const sale = {
    externalId: `till-${randomUUID()}`,
    kind: 'sale',
    sku,
    location: 'KRK',
    quantity: 1,
    at: server.clock.now().toISOString(),
  };
  const answers = await Promise.all(
    [1, 2, 3].map(() => shop.visitor().must('POST', '/api/stock/imports/sales', { items: [sale] }, { authorization })),
  );
  expect(answers.map((answer) => answer.booked).sort()).toEqual([0, 0, 1]);
  expect(await level(at.variantId, at.locationId)).toMatchObject({ onHand: 0, reserved: 1 });
  expect(await atRisk(held)).toEqual([true]);
  const gone = await shop
    .visitor()
    .must(
      'POST',
      '/api/stock/imports/sales',
      { items: [{ ...sale, externalId: `${sale.externalId}-2` }] },
      { authorization },
    );
  expect(gone.items[0]).toMatchObject({ outcome: 'booked', onHand: 0, expected: 0, drift: 1 });
  expect(await reconcileStock(server.ctx())).toEqual([]);
});

it('a marketplace reserves for its own reference, changes its basket, and takes the goods; another key sees nothing of it', async () => {
  const at = await article(3);
  const mine = { authorization: await token('stock:reserve') };
  const theirs = { authorization: await token('stock:reserve') };
  const machine = shop.visitor();
  const ask = (quantity: number, headers: Record<string, string> = mine, key = randomUUID()) =>
    machine.call(
      'POST',
      '/api/stock/reservations',
      { reference: 'order-7', lines: [{ ...at, quantity }] },
      { ...headers, 'idempotency-key': key },
    );
  const key = randomUUID();
  const [first, twin] = await Promise.all([ask(1, mine, key), ask(1, mine, key)]);
  expect([first.status, twin.status, twin.body.id]).toEqual([201, 201, first.body.id]);
  const second = await ask(3);
  expect(second.status).toBe(201);
  expect(await machine.call('GET', `/api/stock/reservations/${first.body.id}`, undefined, mine)).toMatchObject({
    body: { state: 'released' },
  });
  expect((await ask(1, theirs)).body).toMatchObject({ code: 'insufficient_stock', shortfall: [{ available: 0 }] });
  const url = `/api/stock/reservations/${second.body.id}`;
  for (const [method, path] of [
    ['GET', url],
    ['DELETE', url],
    ['POST', `${url}/consume`],
  ] as const)
    expect((await machine.call(method, path, undefined, theirs)).status).toBe(404);
  expect((await machine.call('POST', `${url}/consume`, undefined, mine)).body).toMatchObject({ state: 'consumed' });
  expect((await machine.call('DELETE', url, undefined, mine)).body).toMatchObject({ code: 'reservation_not_held' });
  expect(await level(at.variantId, at.locationId)).toMatchObject({ onHand: 0, reserved: 0 });
  const long = { reference: 'x', lines: [{ ...at, quantity: 1 }], expiresAt: '2027-06-01T00:00:00Z' };
  expect((await machine.call('POST', '/api/stock/reservations', long, mine)).body.code).toBe('hold_limit_exceeded');
});
