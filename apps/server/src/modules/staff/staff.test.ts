import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { saveLocation } from '../locations/index.ts';
import { authOf } from './auth.ts';
import {
  createApiKey,
  hashStaffPassword,
  machineActor,
  membersByIds,
  type NewMember,
  revokeApiKey,
  saveMember,
  staffActor,
} from './index.ts';
import { costOf, type StaffServer, staffServer } from './staffServer.fixture.ts';

const password = 'correct horse battery';
let one: StaffServer;
let two: StaffServer;
let hash: string;
let adminCookie: string;

beforeAll(async () => {
  one = await staffServer();
  two = await staffServer({ sharing: one });
  hash = await hashStaffPassword(password);
  await add({ email: 'ada@velora.example', name: 'Ada', role: 'admin', locationIds: 'all' });
  adminCookie = await one.signIn('ada@velora.example', password);
});
afterAll(async () => {
  await two.stop();
  await one.stop();
});

const add = (member: NewMember) => saveMember(one.ctx(), { passwordHash: hash, ...member });
const fresh = async (overrides: Partial<NewMember> = {}) => {
  const email = `m-${newId()}@velora.example`;
  const member = await add({ email, name: 'Someone', role: 'associate', locationIds: [], ...overrides });
  return { member, cookie: await one.signIn(email, password) };
};
let stores = 0;
async function makeLocation(): Promise<string> {
  stores += 1;
  const { id } = await saveLocation(one.ctx(), {
    code: `ST-${stores}`,
    kind: 'store',
    name: 'A store',
    address: { line1: 'Grodzka 1', postcode: '31-001', city: 'Kraków', country: 'PL' },
    point: { lat: 50.06, lon: 19.94 },
    zone: 'Europe/Warsaw',
    phone: '+48123456789',
    hours: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
    capabilities: [],
    preparationMinutes: 60,
    cutOff: '18:00',
  });
  return id;
}
const me = (server: StaffServer, cookie: string) => server.app.inject({ url: '/api/staff/me', headers: { cookie } });
const patch = (id: string, payload: object, cookie = adminCookie) =>
  one.app.inject({ method: 'PATCH', url: `/api/staff/members/${id}`, headers: { cookie }, payload });
const auditOf = async (targetId: string) => {
  const { rows } = await sql<{
    act: string;
    actor: string;
  }>`select act, actor from kernel.audit where target_id = ${targetId} order by at, id`.execute(one.base.db);
  return rows;
};

describe('the right to take data out', () => {
  const note = (cookie: string, payload: object = { what: 'orders', rows: 12, filters: ['state'] }) =>
    one.app.inject({ method: 'POST', url: '/api/staff/exports', headers: { cookie }, payload });
  const take = (cookie: string) => one.app.inject({ url: '/api/staff/customers/export', headers: { cookie } });

  it('comes with no role but an administrator’s, and without it no file of customers is given', async () => {
    const { member, cookie } = await fresh({ role: 'manager', locationIds: 'all' });
    expect((await me(one, cookie)).json()).toMatchObject({ mayExport: false });
    expect((await me(one, adminCookie)).json()).toMatchObject({ mayExport: true });
    for (const refused of [await take(cookie), await note(cookie)]) {
      expect([refused.statusCode, refused.json().code]).toEqual([403, 'export_not_allowed']);
    }
    expect((await patch(member.id, { mayExport: true })).json()).toMatchObject({ mayExport: true });
    expect((await take(cookie)).statusCode).toBe(200);
    expect((await note(cookie)).statusCode).toBe(204);
    await patch(member.id, { mayExport: false });
    expect((await take(cookie)).statusCode).toBe(403);
    const { rows } = await sql<{ before: boolean; after: boolean }>`
      select (before->>'mayExport')::boolean as before, (after->>'mayExport')::boolean as after
      from kernel.audit where act = 'staff.member.changed' and target_id = ${member.id} order by at, id`.execute(
      one.base.db,
    );
    expect(rows).toEqual([
      { before: false, after: true },
      { before: true, after: false },
    ]);
  });

  it('does not outlive the role it came with', async () => {
    const { member } = await fresh({ role: 'admin', locationIds: 'all' });
    expect(member.mayExport).toBe(true);
    expect((await patch(member.id, { role: 'manager' })).json()).toMatchObject({ mayExport: false });
  });

  it('leaves in the audit of what a file was made, and never what was typed into a filter', async () => {
    expect((await note(adminCookie, { what: 'stock', rows: 3, filters: ['q', 'anna@x.example'] })).statusCode).toBe(
      400,
    );
    await note(adminCookie, { what: 'stock', rows: 3, filters: ['q'] });
    const { rows } = await sql<{ after: object }>`
      select after from kernel.audit where act = 'staff.list.exported' and target_id = 'stock'`.execute(one.base.db);
    expect(rows).toEqual([{ after: { rows: 3, filters: ['q'] } }]);
  });
});

describe('signing in', () => {
  it('opens a session whose cookie works on every server', async () => {
    const { member, cookie } = await fresh({ role: 'agent', locationIds: 'all' });
    const answer = await me(two, cookie);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ id: member.id, role: 'agent', locationIds: 'all', active: true });
  });

  it('sets a cookie that scripts cannot read and other sites cannot send', async () => {
    const { member } = await fresh();
    const answer = await one.app.inject({
      method: 'POST',
      url: '/api/staff/sign-in',
      payload: { email: member.email.toUpperCase(), password },
    });
    expect(answer.headers['set-cookie']).toMatch(/^tl_staff=.+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('reads and writes cookies in the form of better-auth', async () => {
    const { member, cookie } = await fresh();
    const session = await authOf(one.base, one.config).api.getSession({ headers: new Headers({ cookie }) });
    expect(session?.user.id).toBe(member.id);
  });

  it('gives one answer to an unknown e-mail, a wrong password and someone who left', async () => {
    const { member } = await fresh();
    const left = await fresh();
    await patch(left.member.id, { active: false });
    const answers = await Promise.all(
      [
        { email: 'nobody@velora.example', password },
        { email: member.email, password: 'wrong password' },
        { email: left.member.email, password },
      ].map((payload) => one.app.inject({ method: 'POST', url: '/api/staff/sign-in', payload })),
    );
    const bodies = answers.map((answer) => ({ ...answer.json<Record<string, unknown>>(), requestId: '' }));
    expect(answers.map((answer) => answer.statusCode)).toEqual([401, 401, 401]);
    expect(bodies[0]).toMatchObject({ code: 'sign_in_failed' });
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
    expect(answers.every((answer) => answer.headers['set-cookie'] === undefined)).toBe(true);
  });

  it('stops guessing at one e-mail over all servers, and lets the owner in again after a while', async () => {
    const { member } = await fresh();
    const guess = (server: StaffServer, index: number) =>
      server.app.inject({
        method: 'POST',
        url: '/api/staff/sign-in',
        remoteAddress: `10.1.0.${index}`,
        payload: { email: member.email, password: index === 24 ? password : 'wrong password' },
      });
    const codes: number[] = [];
    for (let index = 0; index < 25; index += 1)
      codes.push((await guess(index % 2 === 0 ? one : two, index)).statusCode);
    expect(codes.filter((code) => code === 401)).toHaveLength(20);
    expect(codes.slice(20)).toEqual([429, 429, 429, 429, 429]);
    one.clock.travel(16 * 60_000);
    expect((await guess(one, 24)).statusCode).toBe(200);
    one.clock.travel(-16 * 60_000);
  });

  it('takes no cookie with a forged or missing signature', async () => {
    const { cookie } = await fresh();
    const token = decodeURIComponent(cookie.slice('tl_staff='.length));
    const cookies = [token.slice(0, token.lastIndexOf('.')), `${token.slice(0, -3)}AA=`, `${token}x`, '.', ''];
    for (const value of cookies) expect(await staffActor(one.base, { tl_staff: value }, one.config)).toBeUndefined();
    expect(await staffActor(one.base, { tl_staff: token }, one.config)).toBeDefined();
  });

  it('ends after a week without work, and goes on as long as the person works', async () => {
    const { cookie } = await fresh();
    const day = 86_400_000;
    one.clock.travel(5 * day);
    const renewed = await me(one, cookie);
    expect(renewed.headers['set-cookie']).toMatch(/^tl_staff=.+Max-Age=604800/);
    one.clock.travel(5 * day);
    expect((await me(one, cookie)).statusCode).toBe(200);
    one.clock.travel(8 * day);
    expect((await me(one, cookie)).statusCode).toBe(401);
    one.clock.travel(-18 * day);
  });
});

describe('what holds at once', () => {
  it('a session that was signed out is a stranger on both servers', async () => {
    const { cookie } = await fresh();
    const out = await one.app.inject({ method: 'POST', url: '/api/staff/sign-out', headers: { cookie } });
    expect(out.statusCode).toBe(204);
    expect((await me(two, cookie)).statusCode).toBe(401);
  });

  it('a new role counts from the next request on', async () => {
    const { member, cookie } = await fresh({ role: 'admin', locationIds: 'all' });
    const list = () => two.app.inject({ url: '/api/staff/members', headers: { cookie } });
    expect((await list()).statusCode).toBe(200);
    expect((await patch(member.id, { role: 'associate' })).statusCode).toBe(200);
    expect((await list()).statusCode).toBe(403);
  });

  it('new locations count from the next request on', async () => {
    const { member, cookie } = await fresh();
    const location = await makeLocation();
    await patch(member.id, { locationIds: [location] });
    expect((await me(two, cookie)).json()).toMatchObject({ locationIds: [location] });
  });

  it('nobody is put to work at a location that does not exist: it is named, and nothing changes', async () => {
    const { member, cookie } = await fresh();
    const [here, unknown] = [await makeLocation(), newId()];
    const changed = await patch(member.id, { name: 'Renamed', locationIds: [here, unknown] });
    expect(changed.statusCode).toBe(404);
    expect(changed.json()).toMatchObject({
      code: 'not_found',
      unknown: [unknown],
      detail: expect.stringContaining(unknown),
    });
    expect((await me(one, cookie)).json()).toMatchObject({ name: member.name, locationIds: [] });
    const email = `never-${newId()}@velora.example`;
    const added = await one.app.inject({
      method: 'POST',
      url: '/api/staff/members',
      headers: { cookie: adminCookie },
      payload: { email, name: 'Never', role: 'associate', locationIds: [unknown], password },
    });
    expect(added.json()).toMatchObject({ code: 'not_found', unknown: [unknown] });
    await expect(one.signIn(email, password)).rejects.toThrow('401');
  });

  it('who no longer works here is out at once, and back only with a new sign-in', async () => {
    const { member, cookie } = await fresh();
    await patch(member.id, { active: false });
    expect((await me(two, cookie)).statusCode).toBe(401);
    await patch(member.id, { active: true });
    expect((await me(two, cookie)).statusCode).toBe(401);
  });

  it('a new password ends the sessions of the old one', async () => {
    const { member, cookie } = await fresh();
    const set = await one.app.inject({
      method: 'POST',
      url: `/api/staff/members/${member.id}/password`,
      headers: { cookie: adminCookie },
      payload: { password: 'another good password' },
    });
    expect(set.statusCode).toBe(204);
    expect((await me(one, cookie)).statusCode).toBe(401);
    await expect(one.signIn(member.email, password)).rejects.toThrow('401');
    await expect(one.signIn(member.email, 'another good password')).resolves.toContain('tl_staff=');
  });

  it('asks the database once for a request of staff', async () => {
    const { cookie } = await fresh();
    const value = decodeURIComponent(cookie.slice('tl_staff='.length));
    expect(await costOf(() => staffActor(one.base, { tl_staff: value }, one.config))).toBe(1);
  });
});

describe('members', () => {
  it('are saved by e-mail: a loader that runs twice makes no twin and no event', async () => {
    const input: NewMember = {
      email: `T-${newId()}@velora.example`,
      name: 'Tomek',
      role: 'manager',
      locationIds: [newId()],
    };
    const first = await add(input);
    const again = await add(input);
    expect(again).toEqual(first);
    const moved = await add({ ...input, role: 'agent', locationIds: 'all' });
    expect(moved).toMatchObject({ id: first.id, version: 2, role: 'agent', locationIds: 'all' });
    const { rows } = await sql<{
      type: string;
    }>`select type from kernel.outbox where aggregate_id = ${first.id} order by seq`.execute(one.base.db);
    expect(rows.map((row) => row.type)).toEqual(['staff.member.added', 'staff.member.changed']);
  });

  it('are loaded with a password hashed before: seven statements each and no hash, so twenty-five are quick', async () => {
    const shared = await hashStaffPassword('velora-demo-2026');
    const load = (email: string) =>
      add({ email, name: 'Demo', role: 'associate', locationIds: 'all', passwordHash: shared });
    expect(await costOf(() => load(`demo-${newId()}@velora.example`))).toBe(7);
    const { email } = await load(`demo-${newId()}@velora.example`);
    await expect(one.signIn(email, 'velora-demo-2026')).resolves.toContain('tl_staff=');
  });

  it('are read by id in one statement, however many', async () => {
    const ids = (await Promise.all([fresh(), fresh(), fresh()])).map(({ member }) => member.id);
    expect(await costOf(() => membersByIds(one.ctx(), [...ids, newId()]))).toBe(1);
    const members = await membersByIds(one.ctx(), [...ids, newId()]);
    expect([...members.keys()].sort()).toEqual([...ids].sort());
  });

  it('are added by an administrator once for one key, without a password left in the keys table', async () => {
    const payload = {
      email: `new-${newId()}@velora.example`,
      name: 'New',
      role: 'agent',
      locationIds: 'all',
      password,
    };
    const send = () =>
      one.app.inject({
        method: 'POST',
        url: '/api/staff/members',
        headers: { cookie: adminCookie, 'idempotency-key': 'add-member-1' },
        payload,
      });
    const [first, again] = await Promise.all([send(), send()]);
    expect([first.statusCode, again.statusCode]).toEqual([201, 201]);
    expect(again.json()).toEqual(first.json());
    const other = await one.app.inject({
      method: 'POST',
      url: '/api/staff/members',
      headers: { cookie: adminCookie },
      payload,
    });
    expect(other.json()).toMatchObject({ status: 409, code: 'already_exists' });
    const { rows } = await sql<{
      outcome: unknown;
    }>`select outcome from kernel.idempotency where key = 'add-member-1'`.execute(one.base.db);
    expect(JSON.stringify(rows)).not.toContain('velora.example');
  });

  it('the last administrator stays one, also when two demote each other at the same moment', async () => {
    const server = await staffServer();
    const admin = (email: string) =>
      saveMember(server.ctx(), { email, name: email, role: 'admin', locationIds: 'all', passwordHash: hash });
    const [a, b] = [await admin('a@velora.example'), await admin('b@velora.example')];
    const [cookieA, cookieB] = [
      await server.signIn('a@velora.example', password),
      await server.signIn('b@velora.example', password),
    ];
    const demote = (id: string, cookie: string) =>
      server.app.inject({
        method: 'PATCH',
        url: `/api/staff/members/${id}`,
        headers: { cookie },
        payload: { role: 'agent' },
      });
    await Promise.all([demote(b.id, cookieA), demote(a.id, cookieB)]);
    const members = await membersByIds(server.ctx(), [a.id, b.id]);
    expect([...members.values()].filter((member) => member.role === 'admin')).toHaveLength(1);
    await server.stop();
  });

  it('a change decided on an old version is refused', async () => {
    const { member } = await fresh();
    expect((await patch(member.id, { role: 'agent', version: 1 })).statusCode).toBe(200);
    expect((await patch(member.id, { role: 'manager', version: 1 })).json()).toMatchObject({
      code: 'version_conflict',
    });
  });

  it('every deed of an administrator is in the audit, under ids and not under names', async () => {
    const { member } = await fresh();
    await patch(member.id, { role: 'manager' });
    expect((await auditOf(member.id)).map((line) => line.act)).toEqual([
      'staff.member.added',
      'staff.signed_in',
      'staff.member.changed',
    ]);
    const answer = await one.app.inject({
      url: `/api/staff/audit?target=member&targetId=${member.id}&limit=1`,
      headers: { cookie: adminCookie },
    });
    const page = answer.json<{ items: { act: string; before: unknown; after: unknown }[]; nextCursor: string }>();
    expect(page.items).toMatchObject([
      { act: 'staff.member.changed', before: { role: 'associate' }, after: { role: 'manager' } },
    ]);
    const next = await one.app.inject({
      url: `/api/staff/audit?target=member&targetId=${member.id}&limit=5&cursor=${page.nextCursor}`,
      headers: { cookie: adminCookie },
    });
    expect(next.json<{ items: { act: string }[] }>().items.map((line) => line.act)).toEqual([
      'staff.signed_in',
      'staff.member.added',
    ]);
    expect(answer.body + next.body).not.toContain(member.email);
  });

  it('only administrators manage members, keys and the audit', async () => {
    const roles = ['agent', 'associate', 'manager'] as const;
    for (const role of roles) {
      const { cookie } = await fresh({ role });
      for (const url of ['/api/staff/members', '/api/staff/api-keys', '/api/staff/audit']) {
        expect((await one.app.inject({ url, headers: { cookie } })).statusCode).toBe(403);
      }
    }
    expect((await one.app.inject({ url: '/api/staff/members' })).statusCode).toBe(401);
  });

  it('choose the language of their screens', async () => {
    const { cookie } = await fresh();
    await one.app.inject({
      method: 'PUT',
      url: '/api/staff/me/language',
      headers: { cookie },
      payload: { language: 'ru' },
    });
    expect((await me(one, cookie)).json()).toMatchObject({ language: 'ru' });
  });
});

describe('API keys', () => {
  const adminCtx = async () => {
    const actor = (await staffActor(
      one.base,
      { tl_staff: decodeURIComponent(adminCookie.slice(9)) },
      one.config,
    )) as Actor;
    return one.ctx({ actor });
  };

  it('carry their scopes, are kept as a hash only, and end at once', async () => {
    const { key, token } = await createApiKey(await adminCtx(), {
      name: 'ERP',
      scopes: ['stock:write', 'orders:read'],
    });
    expect(await machineActor(two.base, token ?? '')).toEqual({
      kind: 'machine',
      keyId: key.id,
      scopes: ['stock:write', 'orders:read'],
    });
    const { rows } = await sql<{ all: string }>`select string_agg(k::text, '') as all from staff.api_key k`.execute(
      one.base.db,
    );
    expect(rows[0]?.all).not.toContain(token);
    await revokeApiKey(await adminCtx(), key.id);
    expect(await machineActor(two.base, token ?? '')).toBeUndefined();
    expect(await machineActor(two.base, 'tl_unknown')).toBeUndefined();
  });

  it('are made over the API, shown once, and cannot enter what is for people', async () => {
    const headers = { cookie: adminCookie, 'idempotency-key': 'make-a-key-1' };
    const send = () =>
      one.app.inject({
        method: 'POST',
        url: '/api/staff/api-keys',
        headers,
        payload: { name: 'Till', scopes: ['catalogue:write'] },
      });
    const made = await send();
    const { token, key } = made.json<{ token: string; key: { id: string } }>();
    expect(made.statusCode).toBe(201);
    expect((await send()).json()).toMatchObject({ key: { id: key.id }, token: null });
    const asMachine = await one.app.inject({
      url: '/api/staff/members',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(asMachine.json()).toMatchObject({ status: 403 });
    const revoked = await one.app.inject({
      method: 'DELETE',
      url: `/api/staff/api-keys/${key.id}`,
      headers: { cookie: adminCookie },
    });
    expect(revoked.statusCode).toBe(204);
    const after = await one.app.inject({ url: '/api/staff/members', headers: { authorization: `Bearer ${token}` } });
    expect(after.statusCode).toBe(401);
  });
});
