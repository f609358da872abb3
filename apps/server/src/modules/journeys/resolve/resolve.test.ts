import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../../kernel/ids.ts';
import {
  devicesOf,
  findByIdentifier,
  keepSeen,
  openSubject,
  searchesOf,
  startSession,
  timelineOf,
} from '../../customers/index.ts';
import { type JourneysServer, journeysServer } from '../journeysServer.fixture.ts';
import { nobody } from '../touchpoints/touchpoint.ts';

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

const named = (name: string) => `${name} ${newId().replace(/[^a-f]/g, '')}`;
const person = () => `visitor-${newId()}`;
const event = (kind: string, ids: { anonymousId?: unknown; userId?: unknown }, more: object = {}) => ({
  type: 'track',
  event: kind,
  messageId: newId(),
  timestamp: one.clock.now().toISOString(),
  ...ids,
  ...more,
});
async function send(...batch: object[]): Promise<void> {
  const answer = await one.post('/v1/batch', { batch, sentAt: one.clock.now().toISOString() });
  expect(answer.statusCode).toBe(200);
}
async function subjectsOf(kind: string): Promise<string[]> {
  await one.flush();
  return (await one.touchpoints(`kind = '${kind}'`)).map((row) => row.subject_id);
}

describe('whose an event is', () => {
  test('a device is one subject, the shop’s own session of that device the same', async () => {
    const kind = named('Session');
    const { session } = await startSession(one.ctx());
    await send(
      event(kind, { anonymousId: session.anonymousId }),
      event(kind, { anonymousId: session.anonymousId }, { context: { epoch: session.epoch } }),
    );
    expect(await subjectsOf(kind)).toEqual([session.subjectId, session.subjectId]);
  });

  test.each([
    ['undefined'],
    ['null'],
    ['0'],
    ['[object Object]'],
    ['00000000-0000-0000-0000-000000000000'],
    ['anonymous'],
  ])('the id %s names nobody: its events are kept, and make nobody one person', async (blocked) => {
    const kind = named('Blocked');
    await send(
      event(kind, { anonymousId: blocked }),
      event(kind, { userId: blocked }),
      event(kind, { anonymousId: person(), userId: blocked }),
      event(kind, { anonymousId: person(), userId: blocked }),
    );
    const subjects = await subjectsOf(kind);
    expect(subjects.filter((subject) => subject === nobody)).toHaveLength(2);
    expect(new Set(subjects).size).toBe(3);
  });

  test('two people on one computer stay two; what happened before the first signed in is theirs', async () => {
    const kind = named('Shared');
    const device = { anonymousId: person() };
    await send(event(kind, device));
    await send(event(kind, { ...device, userId: 'ann' }), event(kind, device));
    await send(event(kind, { ...device, userId: 'bob' }), event(kind, device));
    // Ann's phone part of the story comes late.
    await send(event(kind, { ...device, userId: 'ann' }));
    await one.flush();
    const rows = await one.touchpoints(`kind = '${kind}'`);
    const [before, ann, annLater, bob, bobLater, annLate] = [...rows]
      .sort((a, b) => a.seq - b.seq)
      .map((row) => row.subject_id);
    expect([ann, annLater, annLate]).toEqual([before, before, before]);
    expect(bob).not.toBe(ann);
    expect(bobLater).toBe(bob);
  });

  test('an e-mail that tracking names is a claim: it verifies nothing and merges nobody', async () => {
    const email = `${newId().slice(-8)}@mail.example`;
    const kind = named('Claims');
    const devices = [person(), person()];
    for (const anonymousId of devices) {
      await send(
        event(kind, { anonymousId, userId: email }, { type: 'identify', traits: { email, name: 'Julia' } }),
        event(kind, { anonymousId }),
      );
    }
    const subjects = await subjectsOf(kind);
    expect(new Set(subjects).size).toBe(2);
    const owners = await findByIdentifier(one.ctx(), 'email', email);
    expect(owners.verified).toBeUndefined();
    expect(owners.claimed).toHaveLength(2);
    const { rows } = await one.database.pool.query(
      'select count(*)::int as n from customers.subject where anonymous_id like $1',
      [`%${email}%`],
    );
    expect(rows[0].n).toBe(0);
  });

  test('two servers that resolve at once give everybody one subject and send everything once', async () => {
    const kind = named('Crowd');
    const people = Array.from({ length: 30 }, person);
    const batches = Array.from({ length: 12 }, () => people.map((anonymousId) => event(kind, { anonymousId })));
    await Promise.all(batches.map((batch, index) => (index % 2 ? one : two).post('/v1/batch', { batch })));
    await Promise.all([one, two, one, two].map((server) => server.journeys.drainOnce(server.base)));
    const subjects = await subjectsOf(kind);
    expect(subjects).toHaveLength(360);
    expect(new Set(subjects).size).toBe(30);
  });
});

describe('what is told in the timeline', () => {
  test('one line per visit, at the time it began, with the channel that brought it', async () => {
    const anonymousId = person();
    const now = one.clock.now().getTime();
    const page = (minutesAgo: number, url: string, referrer = '') => ({
      type: 'page',
      anonymousId,
      messageId: newId(),
      timestamp: new Date(now - minutesAgo * 60_000).toISOString(),
      context: { page: { url, referrer, path: new URL(url).pathname, search: new URL(url).search } },
    });
    // Sent out of order, as phones do.
    await send(
      page(119, 'https://velora.example/sofa-green'),
      page(
        120,
        'https://velora.example/sofa?utm_source=meta&utm_medium=paid&utm_campaign=autumn',
        'https://l.instagram.com/',
      ),
      page(10, 'https://velora.example/sofa-green', 'https://www.google.com/'),
    );
    await send(page(9, 'https://velora.example/cart'));
    await one.flush();
    const { subjectId, customerId } = await openSubject(one.ctx(), { source: 'web', anonymousId });
    const timeline = await timelineOf(one.ctx(), customerId, { limit: 50 });
    const told = timeline.items.filter((entry) => entry.type === 'journeys.session.started');
    expect(
      told.map((entry) => [
        Math.round((now - Date.parse(entry.at)) / 60_000),
        entry.channel,
        entry.data.entryPath,
        entry.data.campaign,
      ]),
    ).toEqual([
      [10, 'web', '/sofa-green', null],
      [120, 'ads', '/sofa', 'autumn'],
    ]);
    expect(told.every((entry) => entry.subjectId === subjectId)).toBe(true);
    expect(told[0]?.data.arrival).toBe('organic');
  });
});

describe('what the page of a customer tells of visits without the analytics engine', () => {
  const iphone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
  const visitor = () => openSubject(one.ctx(), { source: 'web', anonymousId: person() });
  const search = (anonymousId: string, query: string, userAgent = iphone) =>
    event('Products Searched', { anonymousId }, { properties: { query }, context: { userAgent } });

  test('a device by its family and words by how often, once however often the same event comes', async () => {
    const anonymousId = person();
    const { subjectId } = await openSubject(one.ctx(), { source: 'web', anonymousId });
    const twice = search(anonymousId, 'Velvet  SOFA');
    await send(twice, twice, search(anonymousId, 'velvet sofa'), search(anonymousId, 'lamp julia@velora.example'));
    await send(twice);
    await one.flush();
    const devices = await devicesOf(one.ctx(), [subjectId]);
    expect(devices).toMatchObject([{ browser: 'Safari', system: 'iPhone', source: 'web' }]);
    expect(JSON.stringify(devices)).not.toMatch(/18_5|AppleWebKit/);
    const searches = (await searchesOf(one.ctx(), [subjectId])).map(({ words, times }) => [words, times]);
    expect(searches.sort()).toEqual([
      ['lamp …', 1],
      ['velvet sofa', 2],
    ]);
  });

  test('nothing of a robot, and no words stop the events that come after them', async () => {
    const anonymousId = person();
    const { subjectId } = await openSubject(one.ctx(), { source: 'web', anonymousId });
    await send(
      search(anonymousId, 'sofa', 'Mozilla/5.0 (X11; Linux x86_64) Chrome/141.0 Safari/537.36 SitePreview'),
      search(anonymousId, 'İ'.repeat(100)),
      search(anonymousId, `${'a'.repeat(99)}🛋`),
      search(anonymousId, ' \ud83d '),
      search(anonymousId, 'lamp'),
    );
    await one.flush();
    expect((await devicesOf(one.ctx(), [subjectId])).map((one) => one.browser)).toEqual(['Safari']);
    const words = (await searchesOf(one.ctx(), [subjectId])).map((search) => search.words);
    expect(words).toHaveLength(3);
    expect(words).toContain('lamp');
    expect(words).toContain('a'.repeat(99));
  });

  test('a program that searches for everything keeps fifty words, the last ones', async () => {
    const { subjectId } = await visitor();
    const start = one.clock.now().getTime();
    for (const half of [0, 40])
      await keepSeen(
        one.ctx(),
        Array.from({ length: 40 }, (_, n) => ({
          subjectId,
          at: new Date(start + (half + n) * 1_000),
          source: 'web',
          agent: undefined,
          words: `word ${half + n}`,
        })),
      );
    const { rows } = await sql<{ words: string }>`
      select words from customers.search where subject_id = ${subjectId} order by last_at`.execute(one.base.db);
    expect([rows.length, rows[0]?.words, rows.at(-1)?.words]).toEqual([50, 'word 30', 'word 79']);
  });
});
