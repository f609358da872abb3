import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testConfig, testServer } from '../../../test/testServer.ts';
import type { Ctx } from '../../kernel/context.ts';
import { statements } from '../../kernel/database.ts';
import { composeModules } from '../../modules.ts';
import { type AppAs, appAs, staffActor } from './appAs.fixture.ts';
import {
  deliveryZoneFor,
  getDiscountLimit,
  getHoldLimit,
  getLimits,
  getMarket,
  getPolicy,
  getRetailer,
  listDeliveryZones,
  listMarkets,
  readStoreInfo,
  saveDeliveryZones,
  saveLimits,
  saveMarket,
  savePolicy,
  settingsModule,
  updateRetailer,
} from './index.ts';

let server: TestServer;
let second: TestServer;
let admin: Ctx;
let app: AppAs;
const own = async () => (await app.call('GET', '/api/shop/store-info')).body;

beforeAll(async () => {
  const wired = composeModules(testConfig()).modules.some((module) => module.name === settingsModule.name);
  const extra = wired ? [] : [settingsModule];
  server = await testServer({ extra });
  second = await testServer({ extra, sharing: server });
  admin = server.ctx({ actor: staffActor('admin') });
  app = await appAs(server.base, [settingsModule]);
});
afterAll(async () => {
  await app?.close();
  await second?.stop();
  await server?.stop();
});

async function statementsOf(act: () => Promise<unknown>): Promise<number> {
  const before = statements.sent;
  await act();
  return statements.sent - before;
}

test('an empty database already answers: an unnamed retailer in Warsaw, one market in złoty, limits for every role', async () => {
  const ctx = server.ctx();
  expect(await getRetailer(ctx)).toMatchObject({
    name: '',
    zone: 'Europe/Warsaw',
    defaultMarket: 'PL',
    defaultLanguage: 'pl',
    version: 0,
  });
  expect(await listMarkets(ctx)).toEqual([
    { code: 'PL', country: 'PL', currency: 'PLN', languages: ['pl', 'en', 'ru'], active: true, version: 0 },
  ]);
  expect((await getLimits(ctx)).discount).toEqual({ agent: 500, associate: 500, manager: 1500, admin: 3000 });
  expect(await getDiscountLimit(ctx, 'manager')).toBe(1500);
  expect(await getHoldLimit(ctx, 'agent_hold', 'agent')).toBe(5);
  expect(await getHoldLimit(ctx, 'agent_hold', 'associate')).toBe(3);
  expect(await getHoldLimit(ctx, 'reserve_and_try', 'shopper')).toBe(0);
  expect(await deliveryZoneFor(ctx, 'PL', '30-001')).toBeUndefined();
  await expect(getPolicy(ctx, 'returns')).rejects.toMatchObject({ code: 'not_found' });
  await expect(getMarket(ctx, 'DE')).rejects.toMatchObject({ code: 'not_found' });
  expect(await own()).toMatchObject({ retailer: { name: '' }, languages: ['pl', 'en', 'ru'], policies: [] });
});

test('every read costs one statement', async () => {
  const ctx = server.ctx();
  for (const read of [
    () => getRetailer(ctx),
    () => listMarkets(ctx),
    () => getMarket(ctx, 'PL'),
    () => deliveryZoneFor(ctx, 'PL', '30-001'),
    () => getLimits(ctx),
    () => getDiscountLimit(ctx, 'agent'),
    () => getHoldLimit(ctx, 'pickup', 'shopper'),
    () => readStoreInfo(ctx),
  ]) {
    expect(await statementsOf(read), read.toString()).toBe(1);
  }
});

test('the shop shows what the office saved, and who saved it can be asked', async () => {
  const saved = await updateRetailer(admin, { name: 'Velora', legal: { taxId: 'PL1234567890' }, version: 0 });
  expect(saved).toMatchObject({
    name: 'Velora',
    zone: 'Europe/Warsaw',
    legal: { taxId: 'PL1234567890', email: '' },
    version: 1,
  });
  await savePolicy(admin, { kind: 'returns', text: { en: '30 days', pl: '30 dni', ru: '30 дней' } });
  const info = await own();
  expect(info.retailer).toMatchObject({ name: 'Velora', legal: { taxId: 'PL1234567890' } });
  expect(info.policies).toEqual([{ kind: 'returns', text: { en: '30 days', pl: '30 dni', ru: '30 дней' } }]);
  const { rows } = await sql<{ actor: string; before: { name: string }; after: { name: string } }>`
    select actor, before, after from kernel.audit where target = 'settings' and target_id = 'retailer'`.execute(
    server.base.db,
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    actor: expect.stringMatching(/^staff:/),
    before: { name: '' },
    after: { name: 'Velora' },
  });
});

test('of two editors who saw the same version, on two servers, one wins and the other is told; nothing is lost silently', async () => {
  const { version } = await getRetailer(admin);
  const edits = [
    updateRetailer(admin, { name: 'First', version }),
    updateRetailer({ ...second.ctx(), actor: admin.actor }, { name: 'Second', version }),
  ];
  const outcomes = await Promise.allSettled(edits);
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  expect(failed?.reason).toMatchObject({ code: 'version_conflict' });
  expect((await getRetailer(admin)).version).toBe(version + 1);
});

test('a zone that has no clock changes of its own is refused', async () => {
  for (const zone of ['Mars/Olympus', '+02:00', '']) {
    await expect(updateRetailer(admin, { zone })).rejects.toMatchObject({ code: 'invalid_request' });
  }
});

test('a second market may stand empty, and a market’s currency never changes', async () => {
  await saveMarket(admin, { code: 'DE', country: 'DE', currency: 'EUR', languages: ['en'], active: false });
  expect((await listMarkets(admin)).map((market) => market.code)).toEqual(['DE', 'PL']);
  expect((await own()).markets.map((market: { code: string }) => market.code)).toEqual(['PL']);
  await expect(
    saveMarket(admin, { code: 'DE', country: 'DE', currency: 'PLN', languages: ['en'], active: true }),
  ).rejects.toMatchObject({ code: 'illegal_transition' });
  await expect(
    saveMarket(admin, { code: 'PL', country: 'PL', currency: 'EUR', languages: ['pl'], active: true }),
  ).rejects.toMatchObject({ code: 'illegal_transition' });
  expect(await getMarket(admin, 'DE')).toMatchObject({ currency: 'EUR', active: false, version: 1 });
});

const zone = (name: string, postcodePrefixes: string[], amount: number, currency = 'PLN') => ({
  name: { en: name, pl: name, ru: name },
  postcodePrefixes,
  rate: { amount, currency },
  freeFrom: { amount: 200_000, currency },
  daysMin: 1,
  daysMax: 4,
});

test('delivery zones are replaced as a whole; a zone left out is archived, one with its id stays itself', async () => {
  const first = await saveDeliveryZones(admin, {
    market: 'PL',
    zones: [zone('Kraków', ['30', '31-'], 4_900), zone('Poland', [], 9_900)],
    version: 0,
  });
  expect(first.version).toBe(1);
  expect(await deliveryZoneFor(admin, 'PL', '31-042')).toMatchObject({
    rate: { amount: 4_900, currency: 'PLN' },
    freeFrom: { amount: 200_000 },
  });
  expect((await deliveryZoneFor(admin, 'PL', '00-950'))?.rate.amount).toBe(9_900);
  const kept = first.zones[1];
  if (!kept) throw new Error('no zone');
  const next = await saveDeliveryZones(admin, {
    market: 'PL',
    zones: [{ ...zone('All of Poland', [], 12_900), id: kept.id, freeFrom: null }],
  });
  expect(next.zones).toMatchObject([
    { id: kept.id, name: { en: 'All of Poland' }, rate: { amount: 12_900 }, freeFrom: null },
  ]);
  const { rows } = await sql<{ n: number }>`select count(*) n from settings.delivery_zone`.execute(server.base.db);
  expect(rows[0]?.n).toBe(2);
});

test('zones that would leave a postcode in doubt, or mix currencies, change nothing', async () => {
  const before = await listDeliveryZones(admin, 'PL');
  const save = (...zones: ReturnType<typeof zone>[]) => saveDeliveryZones(admin, { market: 'PL', zones });
  await expect(save(zone('a', ['30-0'], 1), zone('b', ['300'], 1))).rejects.toMatchObject({ code: 'invalid_request' });
  await expect(save(zone('a', [], 1), zone('b', [], 1))).rejects.toMatchObject({ code: 'invalid_request' });
  await expect(save({ ...zone('a', [], 1), daysMin: 5 })).rejects.toMatchObject({ code: 'invalid_request' });
  await expect(save(zone('a', [], 1, 'EUR'))).rejects.toMatchObject({ code: 'mixed_currencies' });
  expect(await listDeliveryZones(admin, 'PL')).toEqual(before);
});

test('a limit lowered on one server binds on the other at once, and the rest stay', async () => {
  await saveLimits(admin, { discount: { agent: 200 }, hold: { agent_hold: { associate: 1 } } });
  const elsewhere = second.ctx();
  expect(await getDiscountLimit(elsewhere, 'agent')).toBe(200);
  expect(await getDiscountLimit(elsewhere, 'manager')).toBe(1500);
  expect(await getHoldLimit(elsewhere, 'agent_hold', 'associate')).toBe(1);
  expect(await getHoldLimit(elsewhere, 'agent_hold', 'agent')).toBe(5);
  expect((await getLimits(elsewhere)).hold.agent_hold).toEqual({
    shopper: 0,
    agent: 5,
    associate: 1,
    manager: 7,
    admin: 14,
  });
});

test('only an admin changes settings; everyone whom a limit binds may see it; a stranger learns nothing', async () => {
  for (const [method, path] of [
    ['GET', 'retailer'],
    ['PUT', 'retailer'],
    ['GET', 'markets'],
    ['GET', 'markets/PL'],
    ['PUT', 'markets/PL'],
    ['GET', 'delivery-zones'],
    ['PUT', 'delivery-zones'],
    ['GET', 'limits'],
    ['PUT', 'limits'],
    ['GET', 'policies/returns'],
    ['PUT', 'policies/returns'],
  ] as const) {
    const url = `/api/staff/settings/${path}`;
    expect((await app.call(method, url)).status, `${method} ${path}`).toBe(401);
    const mayRead = method === 'GET' && path === 'limits';
    expect((await app.call(method, url, staffActor('manager'))).status, `${method} ${path}`).toBe(mayRead ? 200 : 403);
    if (method === 'GET')
      expect((await app.call(method, url, staffActor('admin'))).status, `${method} ${path}`).toBe(200);
  }
});

test('what the office sends over HTTP is checked strictly, saved, and shown back', async () => {
  const send = (path: string, payload: object) =>
    app.call('PUT', `/api/staff/settings/${path}`, staffActor('admin'), payload);
  const { version } = await getRetailer(admin);
  expect((await send('retailer', { name: 'Velora', version })).body).toMatchObject({
    name: 'Velora',
    version: version + 1,
  });
  expect((await send('retailer', { name: 'Velora', version })).body).toMatchObject({
    status: 409,
    code: 'version_conflict',
  });
  expect((await send('retailer', { nmae: 'Velora', version })).status).toBe(400);
  expect((await send('retailer', { legal: { iban: 'x' }, version })).status).toBe(400);
  const limits = await getLimits(admin);
  expect(
    (await send('limits', { hold: { pickup: { shopper: 3 } }, version: limits.version })).body.hold.pickup.shopper,
  ).toBe(3);
  expect((await send('limits', { discount: { agent: 10_001 }, version: limits.version + 1 })).status).toBe(400);
  expect((await send('limits', { discount: { boss: 1 }, version: limits.version + 1 })).status).toBe(400);
  const zones = await listDeliveryZones(admin, 'PL');
  const saved = await send('delivery-zones', {
    market: 'PL',
    version: zones.version,
    zones: [zone('Poland', [], 9_900)],
  });
  expect(saved.body).toMatchObject({ version: zones.version + 1, zones: [{ market: 'PL', postcodePrefixes: [] }] });
  expect((await send('policies/terms', { text: { en: 'a', pl: 'b', ru: 'c' }, version: 0 })).body.version).toBe(1);
  const de = { country: 'DE', currency: 'EUR', languages: ['en', 'ru'], active: false };
  expect((await send('markets/DE', { ...de, version: 1 })).body).toMatchObject({
    code: 'DE',
    languages: ['en', 'ru'],
    version: 2,
  });
  expect((await send('markets/DE', { ...de, currency: 'PLN', version: 2 })).status).toBe(409);
});

test('each change is told once, with the version of its part', async () => {
  const { rows } = await sql<{ type: string; aggregate_id: string; versions: number[] }>`
    select type, aggregate_id, array_agg(aggregate_version order by aggregate_version)::int[] as versions
    from kernel.outbox where type like 'settings.%' group by 1, 2`.execute(server.base.db);
  for (const { versions } of rows) expect(versions).toEqual(versions.map((_, index) => index + 1));
  expect(rows.map((row) => row.aggregate_id).sort()).toEqual([
    'delivery_zones:PL',
    'limits',
    'market:DE',
    'policy:returns',
    'policy:terms',
    'retailer',
  ]);
});
