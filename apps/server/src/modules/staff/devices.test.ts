import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveMember } from './index.ts';
import { type StaffServer, staffServer } from './staffServer.fixture.ts';

const password = 'a-password-for-tests';
let server: StaffServer;
let other: StaffServer;
let krakow: string;
let warszawa: string;
let ids: Record<'manager' | 'marek' | 'zuzanna' | 'elsewhere', string>;

interface Browser {
  cookies: Map<string, string>;
  call(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    payload?: object,
    on?: StaffServer,
  ): Promise<{ status: number; body: Record<string, never> & { [key: string]: unknown } }>;
}

let address = 0;
function browser(): Browser {
  const cookies = new Map<string, string>();
  address += 1;
  const remoteAddress = `10.44.0.${address}`;
  return {
    cookies,
    async call(method, url, payload, on = server) {
      const answer = await on.app.inject({
        method,
        url,
        remoteAddress,
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(payload ? { payload } : {}),
      });
      for (const cookie of answer.cookies) {
        if (cookie.maxAge === 0) cookies.delete(cookie.name);
        else cookies.set(cookie.name, encodeURIComponent(cookie.value));
      }
      return { status: answer.statusCode, body: answer.body ? answer.json() : {} };
    },
  };
}

async function signedIn(name: keyof typeof ids): Promise<Browser> {
  const made = browser();
  const answer = await made.call('POST', '/api/staff/sign-in', { email: `${name}@shop.example`, password });
  expect(answer.status).toBe(200);
  return made;
}

/** A browser that the manager made the store's device and then left. */
async function device(): Promise<Browser> {
  const till = await signedIn('manager');
  const made = await till.call('POST', '/api/staff/devices', { name: 'till 1', locationId: krakow });
  expect(made.status).toBe(201);
  await till.call('POST', '/api/staff/sign-out');
  return till;
}

beforeAll(async () => {
  server = await staffServer();
  other = await staffServer({ sharing: server });
  krakow = server.base.newId();
  warszawa = server.base.newId();
  const ctx = server.ctx();
  const member = async (name: string, role: 'manager' | 'associate', locationIds: string[]) =>
    (await saveMember(ctx, { email: `${name}@shop.example`, name, role, locationIds, password })).id;
  ids = {
    manager: await member('manager', 'manager', [krakow]),
    marek: await member('marek', 'associate', [krakow]),
    zuzanna: await member('zuzanna', 'associate', [krakow]),
    elsewhere: await member('elsewhere', 'associate', [warszawa]),
  };
  for (const [name, pin] of [
    ['manager', '739105'],
    ['marek', '4071'],
    ['zuzanna', '8264'],
    ['elsewhere', '5930'],
  ] as const) {
    const own = await signedIn(name);
    expect((await own.call('PUT', '/api/staff/me/pin', { pin })).status).toBe(204);
  }
});
afterAll(async () => {
  await other.stop();
  await server.stop();
});

describe('a store’s device', () => {
  it('lets colleagues of the store switch by PIN, each under their own name, without signing out', async () => {
    const till = await device();
    const shown = await till.call('GET', '/api/staff/device');
    expect(shown.body.colleagues).toEqual(expect.arrayContaining([{ id: ids.marek, name: 'marek', hasPin: true }]));
    expect(JSON.stringify(shown.body)).not.toContain(ids.elsewhere);
    for (const [name, pin] of [
      ['marek', '4071'],
      ['zuzanna', '8264'],
    ] as const) {
      expect((await till.call('POST', '/api/staff/device/switch', { memberId: ids[name], pin })).status).toBe(200);
      const me = await till.call('GET', '/api/staff/me');
      expect(me.body).toMatchObject({ id: ids[name], name, role: 'associate', locationIds: [krakow] });
    }
  });

  it('ends the session of who worked there before, so that an old cookie is nobody', async () => {
    const till = await device();
    await till.call('POST', '/api/staff/device/switch', { memberId: ids.marek, pin: '4071' });
    const before = till.cookies.get('tl_staff') ?? '';
    await till.call('POST', '/api/staff/device/switch', { memberId: ids.zuzanna, pin: '8264' });
    till.cookies.set('tl_staff', before);
    expect((await till.call('GET', '/api/staff/me')).status).toBe(401);
  });

  it('gives a manager an associate’s rights only: what needs more needs the password', async () => {
    const till = await device();
    await till.call('POST', '/api/staff/device/switch', { memberId: ids.manager, pin: '739105' });
    expect((await till.call('GET', '/api/staff/me')).body).toMatchObject({ role: 'associate', locationIds: [krakow] });
    expect((await till.call('GET', `/api/staff/devices?locationId=${krakow}`)).status).toBe(403);
    expect((await till.call('PUT', '/api/staff/me/pin', { pin: '3927' })).status).toBe(403);
  });

  it('is the only place where its session counts', async () => {
    const till = await device();
    await till.call('POST', '/api/staff/device/switch', { memberId: ids.marek, pin: '4071' });
    const thief = browser();
    thief.cookies.set('tl_staff', till.cookies.get('tl_staff') ?? '');
    expect((await thief.call('GET', '/api/staff/me')).status).toBe(401);
    expect((await till.call('GET', '/api/staff/me')).status).toBe(200);
  });

  it('is a stranger again once it is revoked, on every server', async () => {
    const till = await device();
    await till.call('POST', '/api/staff/device/switch', { memberId: ids.marek, pin: '4071' });
    const { body } = await till.call('GET', '/api/staff/device');
    const boss = await signedIn('manager');
    const { id } = body.device as unknown as { id: string };
    expect((await boss.call('DELETE', `/api/staff/devices/${id}`)).status).toBe(204);
    expect((await till.call('GET', '/api/staff/me', undefined, other)).status).toBe(401);
    const again = await till.call('POST', '/api/staff/device/switch', { memberId: ids.marek, pin: '4071' }, other);
    expect(again).toMatchObject({ status: 409, body: { code: 'device_unknown' } });
  });

  it('opens nothing for a colleague of another store, nor on a browser that is no device', async () => {
    const till = await device();
    const elsewhere = await till.call('POST', '/api/staff/device/switch', { memberId: ids.elsewhere, pin: '5930' });
    expect(elsewhere).toMatchObject({ status: 401, body: { code: 'pin_invalid' } });
    const home = await browser().call('POST', '/api/staff/device/switch', { memberId: ids.marek, pin: '4071' });
    expect(home).toMatchObject({ status: 409, body: { code: 'device_unknown' } });
  });
});

describe('guessing a PIN', () => {
  it('stops after five wrong ones, whatever device or server they were typed at, and the right one waits too', async () => {
    const [one, two] = [await device(), await device()];
    const guess = (at: Browser, on: StaffServer, pin: string) =>
      at.call('POST', '/api/staff/device/switch', { memberId: ids.zuzanna, pin }, on);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => guess(n % 2 ? one : two, n % 3 ? server : other, `70${10 + n}`)),
    );
    const codes = answers.map((answer) => answer.body.code);
    expect(codes.filter((code) => code === 'pin_invalid')).toHaveLength(5);
    expect(codes.filter((code) => code === 'pin_locked')).toHaveLength(7);
    expect((await guess(one, server, '8264')).body.code).toBe('pin_locked');
    await server.clock.travel(16 * 60_000);
    await other.clock.travel(16 * 60_000);
    expect((await guess(one, server, '8264')).status).toBe(200);
  });

  it('refuses to set one that everybody tries first', async () => {
    const own = await signedIn('marek');
    expect(await own.call('PUT', '/api/staff/me/pin', { pin: '1234' })).toMatchObject({
      status: 400,
      body: { code: 'invalid_request' },
    });
  });
});
