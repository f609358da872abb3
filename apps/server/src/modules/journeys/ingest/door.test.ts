import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { inTransaction } from '../../../kernel/database.ts';
import { newId } from '../../../kernel/ids.ts';
import { type JourneysServer, journeysServer } from '../journeysServer.fixture.ts';
import { setAsideNext } from '../resolve/resolveBatch.ts';
import { isBot } from './bots.ts';
import { mostUnusable } from './keepEvents.ts';

let server: JourneysServer;
beforeAll(async () => {
  server = await journeysServer();
});
afterAll(() => server?.stop());

const named = (name: string) => `${name} ${newId().replace(/[^a-f]/g, '')}`;
const track = (event: string, more: object = {}) => ({
  type: 'track',
  event,
  anonymousId: `visitor-${newId()}`,
  messageId: newId(),
  timestamp: server.clock.now().toISOString(),
  ...more,
});
interface Listed {
  id: string;
  name: string;
  label: string;
  writeKey: string;
  oldWriteKey: string | null;
  today: Record<string, number>;
  hints: { hint: string; today: number; week: number }[];
  lastEventAt: string | null;
}
const admin = async (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, body?: object) =>
  (await server.asStaff('admin', method, url, body)).json();
const addSource = (): Promise<Listed> =>
  admin('POST', '/api/staff/sources', { name: `s-${newId()}`, channel: 'web', label: 'The old site' });
const listed = async (id: string): Promise<Listed | undefined> =>
  (await admin('GET', '/api/staff/sources')).items.find((item: Listed) => item.id === id);
const send = async (key: string, body: object, headers: Record<string, string> = {}) =>
  (await server.post('/v1/batch', body, { authorization: `Basic ${btoa(`${key}:`)}`, ...headers })).statusCode;
const kept = async (kind: string) => server.count(`journeys.inbox where event::text like '%"${kind}"%'`);

describe('browser clients start without their makers’ servers', () => {
  test('Segment’s and RudderStack’s settings say to send here, and nothing of a source that is switched off', async () => {
    const source = await addSource();
    const settings = await server.app.inject({
      url: `/v1/projects/${source.writeKey}/settings`,
      headers: { origin: 'https://velora.example' },
    });
    expect(settings.headers['access-control-allow-origin']).toBe('https://velora.example');
    expect(settings.json().integrations['Segment.io']).toMatchObject({
      apiKey: source.writeKey,
      apiHost: expect.stringMatching(/\/v1$/),
    });
    const config = await server.app.inject({
      url: `/sourceConfig/?p=npm&writeKey=${source.writeKey}`,
      headers: { authorization: `Basic ${btoa(`${source.writeKey}:`)}` },
    });
    expect(config.json().source).toMatchObject({ id: source.id, enabled: true, destinations: [] });
    await admin('PATCH', `/api/staff/sources/${source.id}`, { active: false });
    server.clock.travel(6_000);
    expect((await server.app.inject(`/v1/projects/${source.writeKey}/settings`)).statusCode).toBe(401);
  });

  test('a retry may carry the headers its client adds', async () => {
    const answer = await server.app.inject({
      method: 'OPTIONS',
      url: '/v1/track',
      headers: {
        origin: 'https://velora.example',
        'access-control-request-headers': 'authorization,rsa-since-last-attempt,x-retry-count',
      },
    });
    expect(answer.headers['access-control-allow-headers']).toContain('rsa-since-last-attempt');
  });
});

describe('a source', () => {
  test('gets a new key while the old one goes on working until it is switched off', async () => {
    const source = await addSource();
    const fresh: Listed = await admin('POST', `/api/staff/sources/${source.id}/write-key`);
    expect([fresh.oldWriteKey, fresh.writeKey === source.writeKey]).toEqual([source.writeKey, false]);
    expect(await send(source.writeKey, { batch: [track('Old key'), track('Old key')] })).toBe(200);
    expect(await send(fresh.writeKey, { batch: [track('New key')] })).toBe(200);
    expect((await listed(source.id))?.today).toMatchObject({ events: 3, withOldKey: 2 });
    // A second new key would end the first one's page without anybody having said so.
    expect((await server.asStaff('admin', 'POST', `/api/staff/sources/${source.id}/write-key`)).statusCode).toBe(409);
    await admin('DELETE', `/api/staff/sources/${source.id}/old-write-key`);
    server.clock.travel(6_000);
    expect([
      await send(source.writeKey, { batch: [track('Old key')] }),
      await send(fresh.writeKey, { batch: [track('New key')] }),
    ]).toEqual([401, 200]);
  });

  test('is called something else without its people becoming others', async () => {
    const source = await addSource();
    const renamed: Listed = await admin('PATCH', `/api/staff/sources/${source.id}`, {
      label: 'Velora app',
      allowedOrigins: ['https://app.example'],
    });
    expect(renamed).toMatchObject({ name: source.name, label: 'Velora app', allowedOrigins: ['https://app.example'] });
    server.clock.travel(6_000);
    expect(await send(source.writeKey, { batch: [track('Elsewhere')] }, { origin: 'https://other.example' })).toBe(403);
    expect((await listed(source.id))?.today).toMatchObject({ events: 0, wrongOrigin: 1 });
  });
});

describe('robots', () => {
  test.each([
    ['Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)', true],
    ['facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)', true],
    ['Twitterbot/1.0', true],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1',
      false,
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/141.0.0.0 Safari/537.36',
      false,
    ],
    ['Dalvik/2.1.0 (Linux; U; Android 14; Pixel 8)', false],
    ['okhttp/4.12.0', false],
    ['velora-till 3.2', false],
    ['', false],
  ])('%s: %s', (userAgent, expected) => {
    expect([isBot({ context: { userAgent } }, 'axios/1'), isBot({}, userAgent)]).toEqual([expected, expected]);
  });

  test('that say what they are are answered, counted and left out; a server that sends for people is none', async () => {
    const source = await addSource();
    const kind = named('Robots');
    const google = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
    expect(await send(source.writeKey, { batch: [track(kind)] }, { 'user-agent': google })).toBe(200);
    expect(
      await send(
        source.writeKey,
        { batch: [track(kind, { context: { userAgent: google } }), track(kind)] },
        { 'user-agent': 'axios/1.7.2' },
      ),
    ).toBe(200);
    expect(await kept(kind)).toBe(1);
    expect((await listed(source.id))?.today).toMatchObject({ events: 1, bots: 2 });
  });
});

describe('hints', () => {
  test('tell how often what a source sends is not as the specification has it; a repeat counts once', async () => {
    const source = await addSource();
    const bad = [
      track('Order Completed', { properties: { revenue: '19,90', products: [{ name: 'Lund' }] } }),
      track('Order Completed', { properties: { revenue: 19.9, currency: 'PLN' } }),
      { ...track('x', { userId: 'julia@example.com' }), type: 'identify' },
      { ...track('x', { userId: 'undefined' }), type: 'page' },
      track('Later', { timestamp: new Date(server.clock.now().getTime() + 86_400_000).toISOString() }),
      track('Order Completed', {
        properties: { order_id: 'A-1', revenue: 19.9, currency: 'PLN', products: [{ sku: 'L' }] },
      }),
    ];
    for (let time = 0; time < 2; time += 1) await send(source.writeKey, { batch: bad });
    const { hints = [], today } = (await listed(source.id)) ?? {};
    expect(today).toMatchObject({ events: 6, repeats: 6 });
    expect(Object.fromEntries(hints.map((hint) => [hint.hint, hint.today]))).toEqual({
      order_without_id: 2,
      products_without_id: 1,
      price_as_text: 1,
      currency_missing: 1,
      email_as_user_id: 1,
      id_names_nobody: 1,
      page_without_url: 1,
      clock_ahead: 1,
    });
  });
});

describe('events that could not be used', () => {
  test('are shown with nothing personal in them', async () => {
    const source = await addSource();
    const traits = { email: 'julia@example.com', phone: '+48600000118', firstName: 'Julia', plan: 'gold' };
    await send(source.writeKey, {
      batch: [
        {
          type: 'dance',
          userId: 'julia@example.com',
          traits,
          context: { ip: '203.0.113.9' },
          properties: { query: 'call +48 600 000 118', order_id: 'A-77' },
        },
      ],
    });
    const { items } = await admin('GET', `/api/staff/dead-letters?sourceId=${source.id}`);
    expect(items).toMatchObject([{ reason: 'unknown_type', type: 'dance', replayable: true }]);
    const { event } = await admin('GET', `/api/staff/dead-letters/${items[0].id}`);
    expect(event).toContain('A-77');
    for (const secret of ['julia', 'Julia', '600', '203.0', 'gold']) expect(event).not.toContain(secret);
    const { rows: looks } = await sql`select 1 from kernel.audit where act = 'journeys.dead_letter.looked'
      and target_id = ${items[0].id}`.execute(server.base.db);
    expect(looks).toHaveLength(1);
    expect((await server.asStaff('manager', 'GET', '/api/staff/dead-letters')).statusCode).toBe(403);
    expect((await admin('GET', '/api/staff/dead-letters/counts')).items).toContainEqual(
      expect.objectContaining({ reason: 'unknown_type', sourceId: source.id, events: 1, replayable: 1 }),
    );
  });

  test('that nobody could resolve are taken in again once, however often and at once it is asked, at their own time', async () => {
    const kind = named('Stuck');
    await server.flush();
    const happened = new Date(server.clock.now().getTime() - 3_600_000).toISOString();
    await server.post('/v1/batch', { batch: [track(kind, { timestamp: happened })] });
    // An open transaction of any other test in this PostgreSQL keeps events waiting for a moment.
    const { items } = await vi.waitFor(
      async () => {
        await setAsideNext(server.base, new Error('a fault of ours with julia@example.com'));
        const found = await admin('GET', '/api/staff/dead-letters?reason=not_resolved');
        expect(found.items).toHaveLength(1);
        return found;
      },
      { timeout: 10_000, interval: 50 },
    );
    expect((await admin('GET', `/api/staff/dead-letters/${items[0].id}`)).error).not.toContain('julia');
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => admin('POST', '/api/staff/dead-letters/replay', { reason: 'not_resolved' })),
    );
    expect(outcomes.reduce((sum, outcome) => sum + outcome.taken, 0)).toBe(1);
    await server.flush();
    const rows = await server.touchpoints(`kind = '${kind}'`);
    expect(rows.length).toBe(1);
    expect(new Date(`${rows[0]?.at}`.replace(' ', 'T').replace(/Z?$/, 'Z')).toISOString().slice(0, 19)).toBe(
      happened.slice(0, 19),
    );
  });

  test('stay where they still cannot be used, and go where their client has sent them well since', async () => {
    const source = await addSource();
    const kind = named('Mended');
    const messageId = newId();
    await send(source.writeKey, {
      batch: [
        { ...track(kind, { messageId }), type: 'dance' },
        { ...track(kind), anonymousId: '' },
      ],
    });
    await send(source.writeKey, { batch: [track(kind, { messageId })] });
    // As a later version of the server would read it.
    await sql`update journeys.dead_letter set event = replace(event, '"dance"', '"track"') where source_id = ${source.id}`.execute(
      server.base.db,
    );
    expect(await admin('POST', '/api/staff/dead-letters/replay', { sourceId: source.id })).toEqual({
      taken: 0,
      known: 1,
      stillUnusable: 1,
      more: false,
    });
    expect(await kept(kind)).toBe(1);
  });

  test('of which a source sends without end are counted and not kept, and what can be used still is', async () => {
    const source = await addSource();
    const kind = named('Flood');
    const broken = (): object => ({ ...track(kind), type: 'dance' });
    await send(source.writeKey, { batch: [broken()] });
    await sql`insert into journeys.source_day (day, source_id, what, n, last_at)
      values (${server.clock.now()}::timestamptz::date, ${source.id}, 'unusable:unknown_type', ${mostUnusable}, ${server.clock.now()})
      on conflict (day, source_id, what) do update set n = excluded.n`.execute(server.base.db);
    expect(await send(source.writeKey, { batch: [broken(), broken(), track(kind)] })).toBe(200);
    expect(await server.count(`journeys.dead_letter where source_id = '${source.id}'`)).toBe(1);
    expect(await kept(kind)).toBe(1);
    await expect
      .poll(async () => server.count(`journeys.source_day where source_id = '${source.id}' and n > ${mostUnusable}`))
      .toBe(1);
  });
});

describe('under overload', () => {
  test('while the database stands still, events are told to come back and the shop goes on; all of them arrive once', async () => {
    const kind = named('Stalled');
    const events = Array.from({ length: 400 }, () => track(kind));
    const post = (event: object) => server.post('/v1/track', event);
    let answers: Promise<Awaited<ReturnType<typeof post>>[]> | undefined;
    await inTransaction(server.base, async (tx) => {
      await sql`lock table journeys.inbox in access exclusive mode`.execute(tx.db);
      answers = Promise.all(events.map(post));
      // Connections are left for everybody else.
      expect((await server.app.inject('/api/shop/tracking')).statusCode).toBe(200);
    });
    const first = (await answers) ?? [];
    const refused = first.filter((answer) => answer.statusCode === 429);
    expect(refused.length).toBe(400 - 256);
    expect(refused[0]?.headers['retry-after']).toBe('5');
    expect(first.filter((answer) => answer.statusCode === 200).length).toBe(256);
    expect(await kept(kind)).toBe(256);
    for (let at = 0; at < events.length; at += 200) await Promise.all(events.slice(at, at + 200).map(post));
    expect(await kept(kind)).toBe(400);
    await server.flush();
    const { rows } = await server.database.pool.query(
      "select requests from journeys.refusal where reason = 'overloaded'",
    );
    expect(Number(rows[0]?.requests)).toBe(400 - 256);
  });
});
