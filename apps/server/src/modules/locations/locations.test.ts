import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testConfig, testServer } from '../../../test/testServer.ts';
import type { Actor, Ctx } from '../../kernel/context.ts';
import { statements } from '../../kernel/database.ts';
import { composeModules } from '../../modules.ts';
import { type AppAs, appAs, staffActor } from '../settings/appAs.fixture.ts';
import { settingsModule } from '../settings/index.ts';
import {
  getLocation,
  getLocationByCode,
  getLocations,
  instantAt,
  type LocationInput,
  listLocations,
  locationsModule,
  nearestLocations,
  type OpenSpan,
  saveHours,
  saveLocation,
  setArchived,
} from './index.ts';

const weekday: OpenSpan[] = [['10:00', '20:00']];
const store = (code: string, city: string, lat: number, lon: number): LocationInput => ({
  code,
  kind: 'store',
  name: `Velora ${city}`,
  address: { line1: 'Długa 1', postcode: '31-001', city, country: 'PL' },
  point: { lat, lon },
  zone: 'Europe/Warsaw',
  phone: '+48 12 000 00 00',
  hours: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday, sat: [['10:00', '18:00']], sun: [] },
  exceptions: [],
  capabilities: ['pickup', 'reserve', 'display', 'return', 'pay'],
  preparationMinutes: 60,
  cutOff: '18:00',
});

let server: TestServer;
let second: TestServer;
let app: AppAs;
let ctx: Ctx;
const ids: Record<string, string> = {};
const admin = staffActor('admin');

beforeAll(async () => {
  const wired = new Set(composeModules(testConfig()).modules.map((module) => module.name));
  const extra = [settingsModule, locationsModule].filter((module) => !wired.has(module.name));
  server = await testServer({ extra });
  second = await testServer({ extra, sharing: server });
  ctx = server.ctx();
  app = await appAs(server.base, [locationsModule]);
  for (const input of [
    store('KRK-1', 'Kraków', 50.0647, 19.945),
    store('WAW-1', 'Warszawa', 52.2297, 21.0122),
    store('GDA-1', 'Gdańsk', 54.352, 18.6466),
  ]) {
    ids[input.code] = (await saveLocation(ctx, input)).id;
  }
  const depot: LocationInput = { ...store('DC-1', 'Łódź', 51.77, 19.46), kind: 'warehouse', capabilities: ['ship'] };
  ids['DC-1'] = (await saveLocation(ctx, depot)).id;
});
afterAll(async () => {
  await app?.close();
  await second?.stop();
  await server?.stop();
});

const idOf = (code: string) => ids[code] ?? '';
const manager = (...codes: string[]): Actor => staffActor('manager', codes.map(idOf));
const call: AppAs['call'] = (...request) => app.call(...request);

test('a shopper sees the stores, not the warehouse, nearest first, with how far and until when they are open', async () => {
  server.clock.travelTo(instantAt('Europe/Warsaw', '2026-11-20', '15:00'));
  const { status, body } = await call('GET', '/api/shop/locations?near=krakow&capability=reserve');
  expect(status).toBe(200);
  expect(body.near.town).toEqual({ name: 'Kraków', region: 'małopolskie' });
  expect(body.items.map((item: { code: string }) => item.code)).toEqual(['KRK-1', 'WAW-1', 'GDA-1']);
  expect(body.items[0].distanceKm).toBeLessThan(2);
  expect(body.items[1].distanceKm).toBeCloseTo(252, -0.7);
  expect(body.items[0].today).toEqual({
    date: '2026-11-20',
    open: [['10:00', '20:00']],
    isOpen: true,
    closesAt: '2026-11-20T19:00:00.000Z',
    opensAt: null,
  });
  expect((await call('GET', '/api/shop/locations?near=50.06,19.94')).body.items[0].code).toBe('KRK-1');
  expect((await call('GET', '/api/shop/locations')).body).toMatchObject({
    near: null,
    items: [{ code: 'GDA-1', distanceKm: null }, {}, {}],
  });
  expect((await call('GET', '/api/shop/locations?near=xyzzy')).status).toBe(404);
  expect((await call('GET', '/api/shop/locations?capability=fly')).status).toBe(400);
});

test('on a closed Sunday a store says when it opens next', async () => {
  server.clock.travelTo(instantAt('Europe/Warsaw', '2026-11-22', '12:00'));
  const { body } = await call('GET', '/api/shop/locations/krk-1');
  expect(body.today).toMatchObject({ open: [], isOpen: false, opensAt: '2026-11-23T09:00:00.000Z' });
  expect((await call('GET', '/api/shop/locations/DC-1')).status).toBe(404);
  expect((await call('GET', '/api/shop/locations/NO-1')).status).toBe(404);
});

test('towns are suggested as they are typed', async () => {
  const { body } = await call('GET', '/api/shop/towns?query=lod&limit=3');
  expect(body.items).toHaveLength(3);
  expect(body.items[0]).toMatchObject({ name: 'Łódź', region: 'łódzkie' });
});

test('reading any number of locations costs one statement', async () => {
  const count = async (act: () => Promise<unknown>) => {
    const before = statements.sent;
    await act();
    return statements.sent - before;
  };
  expect(await count(() => listLocations(ctx))).toBe(1);
  expect(await count(() => getLocation(ctx, idOf('KRK-1')))).toBe(1);
  expect(await count(() => getLocations(ctx, Object.values(ids)))).toBe(1);
  expect(await count(() => nearestLocations(ctx, { lat: 50, lon: 20 }, { kind: 'store' }))).toBe(1);
  expect(await count(() => getLocations(ctx, []))).toBe(0);
  expect(
    (await getLocations(ctx, [idOf('KRK-1'), idOf('DC-1'), admin.kind === 'staff' ? admin.staffId : ''])).size,
  ).toBe(2);
});

test('a manager sets hours and holidays of the own store only; its address is the admin’s', async () => {
  const before = await getLocation(ctx, idOf('KRK-1'));
  const exceptions = [
    { date: '2026-12-24', open: [], note: 'Wigilia' },
    { date: '2026-12-20', open: [['10:00', '17:00']] },
  ];
  const own = await call('PUT', `/api/staff/locations/${idOf('KRK-1')}/exceptions`, manager('KRK-1'), {
    exceptions,
    version: before.version,
  });
  expect(own.status).toBe(200);
  expect(own.body.exceptions.map((exception: { date: string }) => exception.date)).toEqual([
    '2026-12-20',
    '2026-12-24',
  ]);
  const hours = { ...before.hours, sat: [['09:00', '20:00']] };
  const longer = await call('PUT', `/api/staff/locations/${idOf('KRK-1')}/hours`, manager('KRK-1'), {
    hours,
    version: before.version + 1,
  });
  expect(longer.body).toMatchObject({ version: before.version + 2, hours: { sat: [['09:00', '20:00']] } });
  for (const [path, payload] of [
    ['exceptions', { exceptions, version: 1 }],
    ['hours', { hours, version: 1 }],
  ] as const) {
    const other = await call('PUT', `/api/staff/locations/${idOf('WAW-1')}/${path}`, manager('KRK-1'), payload);
    expect(other).toMatchObject({ status: 403, body: { code: 'wrong_location' } });
  }
  expect((await call('PUT', `/api/staff/locations/${idOf('KRK-1')}`, manager('KRK-1'), {})).status).toBe(403);
  expect((await getLocation(ctx, idOf('WAW-1'))).exceptions).toEqual([]);
  const { rows } = await sql<{
    act: string;
  }>`select act from kernel.audit where target = 'location' and target_id = ${idOf('KRK-1')} order by id`.execute(
    ctx.db,
  );
  expect(rows.map(({ act }) => act)).toEqual([
    'locations.save_location',
    'locations.save_exceptions',
    'locations.save_hours',
  ]);
});

test('hours that overlap, end before they begin, or lie on a date that does not exist change nothing', async () => {
  const { version, hours, exceptions } = await getLocation(ctx, idOf('GDA-1'));
  const save = (path: string, payload: object) =>
    call('PUT', `/api/staff/locations/${idOf('GDA-1')}/${path}`, admin, { version, ...payload });
  for (const mon of [
    [['10:00', '09:00']],
    [['10:00', '10:00']],
    [
      ['09:00', '12:00'],
      ['11:00', '13:00'],
    ],
    [
      ['12:00', '13:00'],
      ['09:00', '11:00'],
    ],
    [['24:00', '24:00']],
  ]) {
    expect((await save('hours', { hours: { ...hours, mon } })).status, JSON.stringify(mon)).toBe(400);
  }
  for (const date of ['2026-02-29', '2026-13-01'])
    expect((await save('exceptions', { exceptions: [{ date, open: [] }] })).status).toBe(400);
  const twice = { date: '2026-12-24', open: [] };
  expect((await save('exceptions', { exceptions: [twice, twice] })).status).toBe(400);
  expect(await getLocation(ctx, idOf('GDA-1'))).toMatchObject({ version, hours, exceptions });
});

test('of two editors on two servers who saw the same version, one wins and the other is told', async () => {
  const { version, hours } = await getLocation(ctx, idOf('GDA-1'));
  const outcomes = await Promise.allSettled(
    [server, second].map((one, index) =>
      saveHours(one.ctx(), {
        locationId: idOf('GDA-1'),
        hours: { ...hours, sun: [[`1${index}:00`, '18:00']] },
        version,
      }),
    ),
  );
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'version_conflict' } });
  expect((await getLocation(ctx, idOf('GDA-1'))).version).toBe(version + 1);
});

test('one code made on two servers at once is one location', async () => {
  const made = await Promise.all(
    [server, second].map((one) => saveLocation(one.ctx(), store('POZ-1', 'Poznań', 52.4, 16.9))),
  );
  expect(made[0]?.id).toBe(made[1]?.id);
  expect(made.map(({ created }) => created).sort()).toEqual([false, true]);
  expect((await getLocationByCode(ctx, 'POZ-1')).version).toBe(2);
});

test('an admin adds a location; its code is nobody else’s', async () => {
  const { exceptions: _, ...body } = store('WRO-1', 'Wrocław', 51.1, 17.03);
  const made = await call('POST', '/api/staff/locations', admin, body);
  expect(made).toMatchObject({ status: 201, body: { code: 'WRO-1', version: 1, archivedAt: null, exceptions: [] } });
  expect(await call('POST', '/api/staff/locations', admin, body)).toMatchObject({
    status: 409,
    body: { code: 'already_exists' },
  });
  const renamed = await call('PUT', `/api/staff/locations/${made.body.id}`, admin, {
    ...body,
    code: 'KRK-1',
    version: 1,
  });
  expect(renamed).toMatchObject({ status: 409, body: { code: 'already_exists' } });
  expect(
    (await call('PUT', `/api/staff/locations/${made.body.id}`, admin, { ...body, zone: 'Mars/Olympus', version: 1 }))
      .status,
  ).toBe(400);
  expect((await call('POST', '/api/staff/locations', manager('KRK-1'), body)).status).toBe(403);
  expect((await call('POST', '/api/staff/locations', undefined, body)).status).toBe(401);
});

test('an archived store is gone from the shop and from lists, still known to what names it, and comes back', async () => {
  const id = idOf('WAW-1');
  expect(
    (await call('POST', `/api/staff/locations/${id}/archive`, admin, { reason: 'moved to another street' })).body
      .archivedAt,
  ).not.toBeNull();
  expect((await call('GET', '/api/shop/locations/WAW-1')).status).toBe(404);
  expect(
    (await call('GET', '/api/shop/locations')).body.items.map((item: { code: string }) => item.code),
  ).not.toContain('WAW-1');
  expect((await listLocations(ctx, { kind: 'store' })).map(({ code }) => code)).not.toContain('WAW-1');
  expect(
    (await call('GET', '/api/staff/locations?archived=true', admin)).body.items.map(
      (item: { code: string }) => item.code,
    ),
  ).toContain('WAW-1');
  expect((await getLocations(ctx, [id])).get(id)?.code).toBe('WAW-1');
  await expect(saveHours(ctx, { locationId: id, hours: store('X', 'X', 0, 0).hours })).rejects.toMatchObject({
    code: 'archived',
  });
  const { version } = await getLocation(ctx, id);
  expect(await setArchived(ctx, { locationId: id, archived: true, reason: 'again' })).toEqual({ version });
  expect(
    (await call('POST', `/api/staff/locations/${id}/restore`, admin, { reason: 'came back' })).body.archivedAt,
  ).toBeNull();
  expect((await call('GET', '/api/shop/locations/WAW-1')).status).toBe(200);
});

test('each change of a location is told once, in the order of its versions', async () => {
  const { rows } = await sql<{ id: string; versions: number[]; version: number }>`
    select l.id, l.version, array_agg(o.aggregate_version order by o.aggregate_version)::int[] as versions
    from locations.location l join kernel.outbox o on o.aggregate = 'location' and o.aggregate_id = l.id::text group by l.id`.execute(
    ctx.db,
  );
  expect(rows.length).toBeGreaterThan(4);
  for (const { version, versions } of rows)
    expect(versions).toEqual(Array.from({ length: version }, (_, index) => index + 1));
});
