import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { issueSetupCode, saveMember } from './index.ts';
import { type StaffServer, staffServer } from './staffServer.fixture.ts';

let one: StaffServer;
let two: StaffServer;

beforeEach(async () => {
  one = await staffServer();
  two = await staffServer({ sharing: one });
});
afterEach(async () => {
  await two.stop();
  await one.stop();
});

const codeOf = async (server = one) => {
  const code = await issueSetupCode(server.ctx());
  if (!code) throw new Error('no code was issued');
  return code;
};
const setUp = (code: string, overrides: object = {}, server = one) =>
  server.app.inject({
    method: 'POST',
    url: '/api/staff/setup',
    payload: {
      code,
      email: 'Ada@velora.example',
      name: 'Ada',
      password: 'correct horse battery',
      language: 'en',
      ...overrides,
    },
  });
const needed = async (server = one) => (await server.app.inject('/api/staff/setup')).json().needed;
const members = async () => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from staff.member`.execute(one.base.db);
  return rows[0]?.n;
};

describe('the first administrator', () => {
  it('comes in with the code from the terminal, and can work at once', async () => {
    const code = await codeOf();
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    expect(await needed()).toBe(true);
    const answer = await setUp(code.toLowerCase().replaceAll('-', ' '));
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({ email: 'ada@velora.example', role: 'admin', locationIds: 'all' });
    const cookie = answer.cookies.find(({ name }) => name === 'tl_staff');
    const headers = { cookie: `tl_staff=${encodeURIComponent(cookie?.value ?? '')}` };
    expect((await two.app.inject({ url: '/api/staff/me', headers })).json().email).toBe('ada@velora.example');
    expect(await needed(two)).toBe(false);
  });

  it('is one person: of two who use the code on two servers at once, one gets in', async () => {
    const code = await codeOf();
    const answers = await Promise.all([setUp(code), setUp(code, { email: 'eve@velora.example' }, two)]);
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([201, 409]);
    expect(await members()).toBe(1);
  });
});

describe('nobody takes over an instance', () => {
  it('that has an administrator, even with a code that was never used', async () => {
    const code = await codeOf();
    await saveMember(one.ctx(), { email: 'boss@velora.example', name: 'Boss', role: 'admin', locationIds: 'all' });
    const answer = await setUp(code);
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'already_exists']);
    expect(await issueSetupCode(one.ctx())).toBeUndefined();
    expect(await members()).toBe(1);
  });

  it('whose only member no longer works there', async () => {
    const code = await codeOf();
    await saveMember(one.ctx(), { email: 'boss@velora.example', name: 'Boss', role: 'admin', locationIds: 'all' });
    await sql`update staff.member set active = false`.execute(one.base.db);
    expect((await setUp(code)).statusCode).toBe(409);
    expect(await needed()).toBe(false);
  });

  it('by guessing: a wrong code, and none, are refused and the right one still works', async () => {
    const code = await codeOf();
    for (const wrong of ['0000-0000-0000-0000', 'x', code.slice(0, -1)]) {
      const answer = await setUp(wrong);
      expect([answer.statusCode, answer.json().code]).toEqual([401, 'code_invalid']);
    }
    expect(await members()).toBe(0);
    expect((await setUp(code)).statusCode).toBe(201);
  });

  it('with a code older than a day, or one that a restart has replaced', async () => {
    const old = await codeOf();
    const newer = await codeOf(two);
    expect((await setUp(old)).statusCode).toBe(401);
    one.clock.travel(24 * 3_600_000 + 1);
    expect((await setUp(newer)).statusCode).toBe(401);
    expect(await members()).toBe(0);
  });

  it('from what the database keeps: the code is not in it', async () => {
    const code = await codeOf();
    const { rows } = await sql<{ row: string }>`select setup_code::text as row from staff.setup_code`.execute(
      one.base.db,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.row).not.toContain(code);
    expect(rows[0]?.row).not.toContain(code.replaceAll('-', ''));
  });
});
