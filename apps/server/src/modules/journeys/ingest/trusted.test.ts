import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { newId } from '../../../kernel/ids.ts';
import { type JourneysServer, journeysServer } from '../journeysServer.fixture.ts';
import { setAsideNext } from '../resolve/resolveBatch.ts';

let server: JourneysServer;
let till: Till;
beforeAll(async () => {
  server = await journeysServer();
  till = await makeTill();
});
afterAll(() => server?.stop());

interface Till {
  id: string;
  name: string;
  writeKey: string;
  key: string;
  secretId: string;
}

async function makeTill(): Promise<Till> {
  const name = `till-${newId().slice(-12)}`;
  const source = (await server.asStaff('admin', 'POST', '/api/staff/sources', { name, channel: 'store' })).json();
  const made = await server.asStaff('admin', 'POST', `/api/staff/sources/${source.id}/secrets`);
  expect(made.statusCode).toBe(201);
  const { secret, key } = made.json();
  return { id: source.id, name, writeKey: source.writeKey, key, secretId: secret.id };
}

const basic = (user: string, password = '') => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
const sale = (more: object = {}) => ({
  type: 'track',
  event: 'Order Completed',
  messageId: newId(),
  properties: { order_id: `T-${newId().slice(-8)}`, total: 129.5, currency: 'PLN' },
  ...more,
});
const send = (body: object, headers: Record<string, string> = { authorization: basic(till.key) }, url = '/v1/track') =>
  server.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'text/plain', ...headers },
    payload: JSON.stringify(body),
  });
const trustOf = async (messageId: string): Promise<boolean[]> => {
  const { rows } = await sql<{ trusted: boolean }>`
    select trusted from journeys.inbox where event->>'messageId' = ${messageId} order by seq`.execute(server.base.db);
  return rows.map((row) => row.trusted);
};
const listed = async (id: string) =>
  (await server.asStaff('admin', 'GET', '/api/staff/sources'))
    .json()
    .items.find((item: { id: string }) => item.id === id);

describe('a secret key', () => {
  test('is shown once and kept as a hash; the list knows it by its last characters and when it was used', async () => {
    const own = await makeTill();
    expect(own.key).toMatch(/^tls_[\w-]{43}$/);
    const event = sale();
    expect((await send(event, { authorization: basic(own.key) })).statusCode).toBe(200);
    const answer = await server.asStaff('admin', 'GET', '/api/staff/sources');
    expect(answer.body).not.toContain(own.key);
    const { secrets } = await listed(own.id);
    expect(secrets).toMatchObject([{ id: own.secretId, hint: own.key.slice(-4), revokedAt: null }]);
    expect(secrets[0].lastUsedAt).not.toBeNull();
    expect(await server.count(`kernel.audit where act = 'journeys.make-secret' and target_id = '${own.id}'`)).toBe(1);
  });

  test('is taken as the user or the password of Basic, as Bearer and in X-Secret-Key, and what it brings is trusted', async () => {
    for (const headers of [
      { authorization: basic(till.key) },
      { authorization: basic(till.writeKey, till.key) },
      { authorization: `Bearer ${till.key}` },
      { 'x-secret-key': till.key },
    ]) {
      const event = sale();
      expect((await send(event, headers as Record<string, string>)).statusCode).toBe(200);
      expect(await trustOf(event.messageId)).toEqual([true]);
    }
    const event = sale({ anonymousId: 'till-number-1' });
    await send(event, { authorization: basic(till.writeKey) });
    expect(await trustOf(event.messageId)).toEqual([false]);
  });

  test('that comes from a browser is refused, and the answer repeats neither it nor the page', async () => {
    const event = sale();
    const answer = await send(event, { authorization: basic(till.key), origin: 'https://velora.example' });
    expect(answer.statusCode).toBe(403);
    expect(answer.json().detail).toMatch(/browser/);
    expect(answer.body).not.toContain(till.key);
    expect(answer.body).not.toContain('velora.example');
    expect(await trustOf(event.messageId)).toEqual([]);
    const asked = await server.app.inject({
      method: 'OPTIONS',
      url: '/v1/track',
      headers: { origin: 'https://velora.example', 'access-control-request-headers': 'x-secret-key' },
    });
    expect(asked.headers['access-control-allow-headers']).not.toContain('x-secret-key');
  });

  test('in the address or anywhere in the body is refused with what to do, also beside a good key', async () => {
    const event = sale({ anonymousId: 'till-number-1' });
    const publicly = { authorization: basic(till.writeKey) };
    for (const answer of [
      await send(event, {}, `/v1/track?writeKey=${till.key}`),
      await send(event, publicly, `/v1/track?secret=${till.key}`),
      await send({ ...event, writeKey: till.key }, {}),
      await send({ batch: [{ ...event, context: { key: till.key } }] }, publicly, '/v1/batch'),
    ]) {
      expect(answer.statusCode).toBe(400);
      expect(answer.json().detail).toMatch(/Basic/);
      expect(answer.body).not.toContain(till.key);
    }
    expect(await trustOf(event.messageId)).toEqual([]);
  });

  test('that was revoked is refused after five seconds, and a public key beside it does not make up for it', async () => {
    const own = await makeTill();
    expect((await send(sale(), { authorization: basic(own.writeKey, own.key) })).statusCode).toBe(200);
    const url = `/api/staff/sources/${own.id}/secrets/${own.secretId}`;
    const once = (await server.asStaff('admin', 'DELETE', url)).json();
    expect(once.revokedAt).not.toBeNull();
    expect((await server.asStaff('admin', 'DELETE', url)).json()).toEqual(once);
    server.clock.travel(5_001);
    expect((await send(sale(), { authorization: basic(own.writeKey, own.key) })).statusCode).toBe(401);
    expect(
      (await server.asStaff('admin', 'DELETE', `/api/staff/sources/${till.id}/secrets/${own.secretId}`)).statusCode,
    ).toBe(404);
  });

  test('of a source that is switched off is refused', async () => {
    const own = await makeTill();
    await server.asStaff('admin', 'PATCH', `/api/staff/sources/${own.id}`, { active: false });
    expect((await send(sale(), { authorization: basic(own.key) })).statusCode).toBe(401);
  });
});

describe('who only reads the public key in a page', () => {
  test('cannot suppress a till’s sale by sending its message id first', async () => {
    const event = sale();
    await send({ ...event, anonymousId: 'somebody-else' }, { authorization: basic(till.writeKey) });
    await send(event);
    await send(event);
    expect(await trustOf(event.messageId)).toEqual([false, true]);
  });

  test('cannot suppress a till’s event that cannot be used yet by sending the same first', async () => {
    const event = { type: 'dance', messageId: newId() };
    await send(event, { authorization: basic(till.writeKey) });
    await send(event);
    const { rows } = await sql<{ trusted: boolean }>`
      select trusted from journeys.dead_letter where event::json->>'messageId' = ${event.messageId} order by trusted`.execute(
      server.base.db,
    );
    expect(rows).toEqual([{ trusted: false }, { trusted: true }]);
  });

  test('cannot become the person of a till’s events by sending their ids', async () => {
    const ids = { anonymousId: `counter-${newId()}`, userId: `member-${newId()}` };
    const visit = (more: object) => ({ type: 'track', event: 'Store Visited', messageId: newId(), ...ids, ...more });
    await send(visit({}));
    await send(visit({}), { authorization: basic(till.writeKey) });
    await server.flush();
    const rows = await server.touchpoints(`source = '${till.name}' and kind = 'Store Visited'`);
    expect(rows).toHaveLength(2);
    expect(new Set(rows.map((row) => row.subject_id)).size).toBe(2);
  });

  test('does not say that it is trusted by writing so into an event', async () => {
    const event = sale({ anonymousId: 'till-number-1', trusted: true, context: { trusted: true } });
    await send(event, { authorization: basic(till.writeKey) });
    expect(await trustOf(event.messageId)).toEqual([false]);
  });
});

test('events kept together stay what each of them was, trusted or not', async () => {
  const events = Array.from({ length: 12 }, () => sale({ anonymousId: 'till-number-1' }));
  await Promise.all(
    events.map((event, n) => send(event, { authorization: basic(n % 2 === 0 ? till.key : till.writeKey) })),
  );
  for (const [n, event] of events.entries()) expect(await trustOf(event.messageId)).toEqual([n % 2 === 0]);
});

test('an event that is taken in again is as trusted as it was', async () => {
  const [later, refused] = [sale(), sale({ type: 'trick' })];
  await server.flush();
  await send(later);
  // An open transaction of any other test in this PostgreSQL holds the horizon back for a moment.
  await vi.waitFor(
    async () => {
      await setAsideNext(server.ctx(), new Error('broken'));
      expect(await server.count(`journeys.dead_letter where event like '%${later.messageId}%'`)).toBe(1);
    },
    { timeout: 10_000 },
  );
  await send(refused);
  await sql`update journeys.dead_letter set event = replace(event, '"trick"', '"track"') where event like '%"trick"%'`.execute(
    server.base.db,
  );
  await sql`delete from journeys.inbox where event->>'messageId' = ${later.messageId}`.execute(server.base.db);
  const replayed = await server.asStaff('admin', 'POST', '/api/staff/dead-letters/replay', { sourceId: till.id });
  expect(replayed.json()).toMatchObject({ taken: 2 });
  expect(await trustOf(later.messageId)).toEqual([true]);
  expect(await trustOf(refused.messageId)).toEqual([true]);
});
