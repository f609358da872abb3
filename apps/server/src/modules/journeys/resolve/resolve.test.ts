import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../../kernel/ids.ts';
import { findByIdentifier, openSubject, startSession, timelineOf } from '../../customers/index.ts';
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
