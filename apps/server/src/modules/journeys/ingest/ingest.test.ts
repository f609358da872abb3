import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../../kernel/ids.ts';
import { ensureSource } from '../index.ts';
import { type JourneysServer, journeysServer, testWriteKey } from '../journeysServer.fixture.ts';
import { dropOldTouchpoints } from '../retention/dropOldTouchpoints.ts';
import { dropOldPartitions } from './partitions.ts';

let one: JourneysServer;
let two: JourneysServer;

beforeAll(async () => {
  one = await journeysServer();
  two = await journeysServer({ sharing: one });
});
afterAll(async () => {
  await two?.stop();
  await one?.stop();
});

/** An event name of its own, in letters: digits in a row would be taken for a phone number. */
const named = (name: string) => `${name} ${newId().replace(/[^a-f]/g, '')}`;
const person = () => `visitor-${newId()}`;
const track = (event: string, anonymousId: string, more: object = {}) => ({
  type: 'track',
  event,
  anonymousId,
  messageId: newId(),
  timestamp: one.clock.now().toISOString(),
  ...more,
});
/** How often events came through, in both engines. */
async function landed(server: JourneysServer, kind: string): Promise<{ postgres: number; clickhouse: number }> {
  await server.flush();
  const rows = await server.touchpoints(`kind = '${kind}'`);
  const { rows: kept } = await server.database.pool.query(
    `select count(*)::int as n from journeys.inbox where event::text like $1`,
    [`%"${kind}"%`],
  );
  return { postgres: kept[0].n, clickhouse: rows.length };
}

interface Captured {
  method: 'POST';
  url: string;
  headers: Record<string, string>;
  gz: boolean;
  body: string;
}

/** Requests captured from published tracking clients; data for tests that is not part of the product. */
function captured(): Captured[] {
  const folder = new URL('../../../../../../../shared/data/wire/', import.meta.url);
  try {
    return ['node-clients.txt', 'browser-clients.txt'].flatMap((file) =>
      readFileSync(new URL(file, folder), 'utf8')
        .split(/^(?=\{$)/m)
        .flatMap((part) => {
          const end = part.lastIndexOf('\n}');
          return part.startsWith('{') ? [JSON.parse(part.slice(0, end + 2)) as Captured] : [];
        }),
    );
  } catch (error) {
    console.warn(`SKIPPED: the captured requests of tracking clients are not here (${String(error)}).`);
    return [];
  }
}

const requests = captured();
/** PostHog and Dittofeed speak protocols of their own, which we do not claim. */
const ours = requests.filter(({ url }) => url.startsWith('/v1/') || url.startsWith('/api/s/'));

describe.skipIf(requests.length === 0)('requests of published tracking clients, as captured on the wire', () => {
  test('there are requests of five clients to try', () => {
    expect(ours.length).toBeGreaterThanOrEqual(13);
  });

  test.each(
    ours.map((request, index) => [`${request.headers['user-agent']} ${request.url} (${index})`, request] as const),
  )('%s is accepted, and lands once although it is sent twice', async (_name, request) => {
    await ensureSource(one.base, { name: 'captured', writeKey: 'captured-key' });
    await one.database.pool.query(`update journeys.source set write_key = 'WK' || '____' where name = 'captured'`);
    // The captured clients were given the key "WK"; ours have six characters at least.
    const body = request.body.replaceAll('"WK"', '"WK____"').replaceAll('WK:***', 'WK____:***');
    const headers = { ...request.headers };
    if (headers.authorization) headers.authorization = `Basic ${Buffer.from('WK____:').toString('base64')}`;
    if (headers['x-write-key']) headers['x-write-key'] = 'WK____:SEC';
    delete headers['content-length'];
    const payload = request.gz ? gzipSync(body) : Buffer.from(body);
    const before = await one.count('journeys.inbox');
    const parsed = JSON.parse(body) as { batch?: unknown[] };
    const answers = [
      await one.app.inject({ method: 'POST', url: request.url, headers, payload }),
      await two.app.inject({ method: 'POST', url: request.url, headers, payload }),
    ];
    expect(answers.map((answer) => [answer.statusCode, answer.json()])).toEqual([
      [200, { success: true }],
      [200, { success: true }],
    ]);
    expect((await one.count('journeys.inbox')) - before).toBe(parsed.batch?.length ?? 1);
    await one.flush();
    const rows = await one.touchpoints("source = 'captured'");
    expect(rows.length).toBe(
      await one.count("journeys.inbox i join journeys.source s on s.id = i.source_id and s.name = 'captured'"),
    );
  });
});

describe('every way a client may say who it is', () => {
  const event = () => track('Key Tried', person());
  const tries: [string, (body: object) => { url: string; headers?: Record<string, string>; body: object }][] = [
    [
      'Basic user',
      (body) => ({ url: '/v1/track', headers: { authorization: `Basic ${btoa(`${testWriteKey}:`)}` }, body }),
    ],
    [
      'Basic that is no base64',
      (body) => ({ url: '/v1/track', headers: { authorization: `Basic ${testWriteKey}` }, body }),
    ],
    ['body', (body) => ({ url: '/v1/t', body: { ...body, writeKey: testWriteKey } })],
    [
      'X-Write-Key with a secret behind it',
      (body) => ({
        url: '/api/s/track',
        headers: { 'x-write-key': `${testWriteKey}:secret` },
        body: { ...body, writeKey: `${testWriteKey}:***` },
      }),
    ],
    [
      'query of a beacon',
      (body) => ({
        url: `/beacon/v1/batch?writeKey=${testWriteKey}`,
        headers: { 'content-type': 'text/plain;charset=UTF-8' },
        body: { batch: [body] },
      }),
    ],
  ];
  test.each(tries)('%s', async (_name, make) => {
    const { url, headers = {}, body } = make(event());
    const answer = await one.app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', ...headers },
      payload: JSON.stringify(body),
    });
    expect(answer.statusCode).toBe(200);
  });

  test('an unknown key is refused with 401 and counted, and nothing is kept', async () => {
    const before = await one.count('journeys.inbox');
    const answer = await one.post('/v1/track', event(), { authorization: `Basic ${btoa('nobodys-key:')}` });
    expect(answer.statusCode).toBe(401);
    expect(answer.json().code).toBe('api_key_invalid');
    const { rows } = await one.database.pool.query(
      "select requests from journeys.refusal where reason = 'unknown_write_key'",
    );
    expect(Number(rows[0].requests)).toBeGreaterThan(0);
    expect(await one.count('journeys.inbox')).toBe(before);
  });

  test('a source that belongs to one site refuses browsers of others', async () => {
    const made = (
      await one.asStaff('admin', 'POST', '/api/staff/sources', {
        name: 'velora-app',
        channel: 'mobile_app',
        allowedOrigins: ['https://velora.example'],
      })
    ).json();
    const key = { authorization: `Basic ${btoa(`${made.writeKey}:`)}` };
    const from = async (origin: string) => (await one.post('/v1/t', event(), { ...key, origin })).statusCode;
    expect([await from('https://velora.example'), await from('https://elsewhere.example')]).toEqual([200, 403]);
    expect((await one.asStaff('manager', 'GET', '/api/staff/sources')).statusCode).toBe(403);
    const listed = (await one.asStaff('admin', 'GET', '/api/staff/sources')).json();
    expect(listed.items.map((item: { name: string }) => item.name)).toContain('velora-app');
  });

  test('a browser of another origin may ask before it sends', async () => {
    const answer = await one.app.inject({
      method: 'OPTIONS',
      url: '/v1/batch',
      headers: {
        origin: 'https://shop.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,anonymousid',
      },
    });
    expect(answer.statusCode).toBe(204);
    expect(answer.headers['access-control-allow-origin']).toBe('https://shop.example');
    expect(answer.headers['access-control-allow-headers']).toContain('anonymousid');
    expect(answer.headers['access-control-allow-methods']).toContain('POST');
  });
});

describe('nothing is lost and nothing counts twice', () => {
  test('the same batch sent to two servers at once, and again later, lands once in both engines', async () => {
    const kind = named('Twice');
    const who = person();
    const batch = { batch: Array.from({ length: 50 }, () => track(kind, who)), sentAt: one.clock.now().toISOString() };
    const answers = await Promise.all([one, two, one, two].map((server) => server.post('/v1/batch', batch)));
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 200, 200]);
    await one.flush();
    await two.post('/v1/batch', batch);
    expect(await landed(two, kind)).toEqual({ postgres: 50, clickhouse: 50 });
  });

  test('single events that come at once share a commit, each once, whoever sent them', async () => {
    const kind = named('Together');
    const { writeKey } = await ensureSource(one.ctx(), { name: 'second-shop' });
    const events = Array.from({ length: 30 }, () => track(kind, person()));
    // Ten are sent twice; the other source may use the same message ids for its own.
    const again = events.slice(0, 10);
    const answers = await Promise.all([
      ...[...events, ...again].map((event) => one.post('/v1/t', event)),
      ...again.map((event) => one.post('/v1/t', event, { authorization: `Basic ${btoa(`${writeKey}:`)}` })),
    ]);
    expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([200]));
    expect(await landed(one, kind)).toEqual({ postgres: 40, clickhouse: 40 });
    const { rows } = await one.database.pool.query(
      `select count(distinct xid)::int as commits from journeys.inbox where event::text like $1`,
      [`%"${kind}"%`],
    );
    expect(rows[0].commits).toBeLessThan(20);
  });

  test('a repeat across the change of generations is known, on the second of the change and a week later', async () => {
    const kind = named('Midnight');
    const who = person();
    const event = track(kind, who);
    const week = 7 * 86_400_000;
    const change = Math.ceil(one.clock.now().getTime() / week) * week;
    const near = await journeysServer({ sharing: one });
    const far = await journeysServer({ sharing: one });
    try {
      near.clock.travelTo(new Date(change - 20));
      far.clock.travelTo(new Date(change + 20));
      await Promise.all(Array.from({ length: 6 }, (_, index) => (index % 2 ? near : far).post('/v1/t', event)));
      far.clock.travelTo(new Date(change + 11 * 60_000));
      await far.post('/v1/t', event);
      far.clock.travelTo(new Date(change + 6.9 * 86_400_000));
      await far.post('/v1/t', event);
      expect((await landed(far, kind)).postgres).toBe(1);
      // What is old and processed is dropped; what a repeat is known by is kept for a week at least.
      const another = track(kind, who);
      far.clock.travelTo(new Date(change + 3 * 86_400_000));
      await far.post('/v1/t', another);
      await far.flush();
      far.clock.travelTo(new Date(change + 9.9 * 86_400_000));
      const dropped = await dropOldPartitions(far.base);
      expect(dropped.some((name) => name.startsWith('inbox_'))).toBe(true);
      await far.post('/v1/t', another);
      expect((await landed(far, kind)).clickhouse).toBe(2);
    } finally {
      await near.stop();
      await far.stop();
    }
  });

  test('what trackers sent goes by whole months when its time is over; what the shop did stays', async () => {
    const kind = named('Aged');
    const now = new Date('2026-06-15T12:00:00Z');
    const row = (origin: string, at: string) =>
      `(generateUUIDv4(), generateUUIDv4(), parseDateTime64BestEffort('${at}', 3), 1, '${origin}', '${kind}', 'web')`;
    await one.analytics.command(`insert into touchpoint (id, subject_id, at, seq, origin, kind, channel) values
      ${row('tracked', '2026-02-28T23:59:59Z')}, ${row('domain', '2026-02-28T23:59:59Z')}, ${row('tracked', '2026-03-01T00:00:00Z')}`);
    const left = async () =>
      (await one.touchpoints(`kind = '${kind}'`)).map(({ origin, at }) => `${origin} ${String(at).slice(0, 10)}`);
    // Ninety days ago is 17 March: February is over, March is not.
    expect(await dropOldTouchpoints(one.analytics, now, 90)).toEqual([202602]);
    expect(await left()).toEqual(['domain 2026-02-28', 'tracked 2026-03-01']);
    expect(await dropOldTouchpoints(one.analytics, now, 90)).toEqual([]);
  });

  test('a client that sends no message id and tries again is known by what it said', async () => {
    const kind = named('No id');
    const { messageId: _, ...event } = track(kind, person());
    for (const server of [one, two, one]) await server.post('/v1/track', event);
    expect(await landed(one, kind)).toEqual({ postgres: 1, clickhouse: 1 });
  });

  test('of a batch that is half broken the good half is kept, the rest set aside with its reasons', async () => {
    const kind = named('Half');
    const who = person();
    const answer = await one.post('/v1/batch', {
      batch: [
        track(kind, who),
        'not an event',
        { type: 'track', anonymousId: who, messageId: newId() },
        { type: 'dance', anonymousId: who, messageId: newId() },
        { type: 'page', messageId: newId() },
        { ...track(kind, who), timestamp: '1999-01-01T00:00:00Z' },
        track(kind, who),
      ],
    });
    expect([answer.statusCode, answer.json()]).toEqual([200, { success: true }]);
    expect(await landed(one, kind)).toEqual({ postgres: 2, clickhouse: 2 });
    const { rows } = await one.database.pool.query(
      "select reason from journeys.dead_letter where event like '%dance%' or event like '%1999%' or event = '\"not an event\"' or reason in ('no_event_name','no_identity') order by reason",
    );
    expect(rows.map((row) => row.reason)).toEqual([
      'no_event_name',
      'no_identity',
      'not_an_object',
      'too_old',
      'unknown_type',
    ]);
  });

  test('text that PostgreSQL cannot hold as jsonb does not stop the inbox', async () => {
    const kind = named('Odd');
    const answer = await one.post('/v1/batch', {
      batch: [
        track(kind, person(), { properties: { query: 'a\u0000b \ud800 sofa' }, messageId: 'nul\u0000' }),
        track(kind, `${person()}\u0000`, { userId: 'u\u0000' }),
        { ...track(kind, person()), type: 'identify', traits: { email: 'a\u0000@b.example' } },
      ],
    });
    expect(answer.statusCode).toBe(200);
    expect((await landed(one, kind)).clickhouse).toBe(2);
    expect((await one.touchpoints(`kind = '${kind}' and properties['query'] != ''`))[0]?.properties.query).toBe(
      'a b  sofa',
    );
  });
});

describe('limits', () => {
  const large = (bytes: number) => 'x'.repeat(bytes);

  test('an event above 32 KB is refused with 400; one below is taken', async () => {
    const send = async (bytes: number) =>
      (await one.post('/v1/track', track('Large', person(), { properties: { note: large(bytes) } }))).statusCode;
    expect([await send(33 * 1024), await send(31 * 1024)]).toEqual([400, 200]);
  });

  test('a batch with one event that is too large answers 400 after the others are kept', async () => {
    const kind = named('Large');
    const answer = await one.post('/v1/batch', {
      batch: [track(kind, person()), track(kind, person(), { properties: { note: large(33 * 1024) } })],
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().detail).toContain('1 of 2');
    expect(await landed(one, kind)).toEqual({ postgres: 1, clickhouse: 1 });
  });

  test('a batch above 500 KB is refused with 400, also one that only becomes so when unpacked', async () => {
    const events = Array.from({ length: 20 }, () =>
      track('Many', person(), { properties: { note: large(30 * 1024) } }),
    );
    expect((await one.post('/v1/batch', { batch: events })).statusCode).toBe(400);
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, 'a'));
    expect((await one.post('/v1/batch', bomb)).statusCode).toBe(400);
  });

  test.each([
    ['broken JSON', Buffer.from('{"batch":[')],
    ['broken gzip', Buffer.from([0x1f, 0x8b, 0x08, 0x00, 0x01])],
    ['an empty body', Buffer.from('')],
    ['a list', Buffer.from('[]')],
  ])('%s is refused with 400', async (_name, bytes) => {
    expect((await one.post('/v1/batch', bytes)).statusCode).toBe(400);
  });

  test('thousands of nested brackets break nobody', async () => {
    const depth = 8_000;
    const nested = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const body = `{"batch":[{"type":"track","event":"Deep","anonymousId":"someone-deep","properties":{"a":${nested}}}]}`;
    expect((await one.post('/v1/batch', body)).statusCode).toBe(200);
  });
});

describe('consent', () => {
  test('where a source requires it, an event that does not say yes is counted and not kept; a no holds everywhere', async () => {
    await ensureSource(one.base, { name: 'asks', writeKey: 'asks-key', requiresConsent: true });
    const said = (analytics?: boolean) => ({
      context: analytics === undefined ? {} : { consent: { categoryPreferences: { analytics } } },
    });
    const [yes, no, silent] = [named('Agreed'), named('Refused'), named('Silent')];
    const send = async (writeKey: string) => {
      const batch = [
        track(yes, person(), said(true)),
        track(no, person(), said(false)),
        track(silent, person(), said()),
      ];
      const answer = await one.app.inject({ method: 'POST', url: '/v1/batch', payload: { writeKey, batch } });
      expect(answer.statusCode).toBe(200);
    };
    await send('asks-key');
    await send(testWriteKey);
    expect(await Promise.all([yes, no, silent].map((kind) => landed(one, kind)))).toEqual([
      { postgres: 2, clickhouse: 2 },
      { postgres: 0, clickhouse: 0 },
      { postgres: 1, clickhouse: 1 },
    ]);
    const { rows } = await one.database.pool.query("select requests from journeys.refusal where reason = 'no_consent'");
    expect(rows).toEqual([{ requests: 3 }]);
  });
});
