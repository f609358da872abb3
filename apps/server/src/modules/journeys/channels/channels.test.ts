import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Analytics } from '../../../kernel/analytics.ts';
import { newId } from '../../../kernel/ids.ts';
import { type JourneysServer, journeysServer } from '../journeysServer.fixture.ts';
import { describeEvent } from '../resolve/describeEvent.ts';
import { arrivalOf, arrivals, type ChannelRule, conditionFields } from './channelRules.ts';
import { previewRules } from './previewRules.ts';
import { rerun } from './rerun.ts';
import { usualRules } from './usualRules.ts';

let server: JourneysServer;
beforeAll(async () => {
  server = await journeysServer();
});
afterAll(() => server.stop());

const came = (search: string, referrer = '') => ({ page: { url: `https://velora.example/sofa${search}`, referrer } });
const visit = (context: object, at?: string) => ({
  type: 'page',
  anonymousId: newId(),
  messageId: newId(),
  context,
  ...(at ? { timestamp: at } : {}),
});
const send = async (...contexts: object[]) => {
  await server.post('/v1/batch', { batch: contexts.map((context) => visit(context)) });
  await server.flush();
};
const asAdmin = async (method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => {
  const answer = await server.asStaff('admin', method, `/api/staff/channel-rules${path}`, body);
  return { status: answer.statusCode, body: answer.json() };
};
const partner: ChannelRule = {
  name: 'Partner',
  when: [{ field: 'utm_source', not: false, values: ['home-podcast*'] }],
  arrival: 'paid',
};
const touches = async () =>
  (await server.touchpoints(`origin = 'tracked'`)).map((row) => `${row.touch} ${row.properties.arrival ?? 'direct'}`);

describe('the rules of channels', () => {
  test('are read, tried, and hold from the next event on; of two who save at once one is told', async () => {
    const { body: before } = await asAdmin('GET', '');
    expect([before.version, before.rules, before.run]).toEqual([0, before.usual, null]);
    const tried = { url: 'https://velora.example/?utm_source=Home-Podcast-7', rules: [...before.usual, partner] };
    expect((await asAdmin('POST', '/try', tried)).body).toEqual({ arrival: 'campaign', channel: 'web', rule: 11 });
    tried.rules = [partner, ...before.usual];
    expect((await asAdmin('POST', '/try', tried)).body).toEqual({ arrival: 'paid', channel: 'ads', rule: 0 });
    expect((await asAdmin('POST', '/try', { ...tried, url: 'velora' })).body.detail).toContain('whole address');

    await send(came('?utm_source=home-podcast-7'));
    const both = await Promise.all([0, 0].map((version) => asAdmin('PUT', '', { version, rules: tried.rules })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('version_conflict');
    await send(came('?utm_source=home-podcast-8'));
    expect((await touches()).slice(-2)).toEqual(['web campaign', 'ads paid']);
  });

  test('a value that could never fit is refused with the name of its rule, and nothing changes', async () => {
    const { version } = (await asAdmin('GET', '')).body;
    for (const value of [' ', '*a*b*c*']) {
      const rules = [{ ...partner, when: [{ field: 'utm_source', not: false, values: [value] }] }];
      const { status, body } = await asAdmin('PUT', '', { version, rules });
      expect([status, body.detail]).toEqual([400, expect.stringContaining('Rule "Partner"')]);
    }
    expect((await asAdmin('GET', '')).body.version).toBe(version);
  });

  test('judge history anew: both engines, nobody else’s rows, and a run that was killed is finished by the next', async () => {
    await send(came('', 'https://www.google.pl/'), came('?gclid=x'), came(''));
    const { version } = (await asAdmin('GET', '')).body;
    // All search is an ad now, all ads are posts, and what was direct stays so.
    const rules: ChannelRule[] = [
      { name: 'a', when: [{ field: 'referrer', not: false, values: ['google.*'] }], arrival: 'paid_search' },
      { name: 'b', when: [{ field: 'click_id', not: false, values: ['*'] }], arrival: 'social' },
    ];
    await asAdmin('PUT', '', { version, rules });
    const since = new Date(0);
    const ahead = await previewRules(server.analytics, rules, since);
    expect(ahead).toMatchObject({ total: 5, changed: 4 });
    expect(ahead.items).toContainEqual({ arrival: 'social', before: 0, after: 1 });

    const started = await asAdmin('POST', '/runs', {});
    expect(started.status).toBe(202);
    expect((await asAdmin('POST', '/runs', {})).body.code).toBe('already_exists');
    let changes = 0;
    const broken: Analytics = {
      ...server.analytics,
      async command(text) {
        changes += 1;
        if (changes === 2) throw new Error('killed half-way');
        return server.analytics.command(text);
      },
    };
    await expect(rerun(server.base, broken, started.body.id)).rejects.toThrow('killed');
    await server.settle();
    await server.settle();
    const { run } = (await asAdmin('GET', '')).body;
    expect(run).toMatchObject({ id: started.body.id, done: 5, total: 5 });
    expect(run.finishedAt).not.toBeNull();
    expect((await touches()).sort()).toEqual(
      ['ads paid_search', 'social social', 'web direct', 'web direct', 'web direct'].sort(),
    );
    const { rows } = await sql<{ told: string }>`
      select channel || ' ' || (data->>'arrival') as told from customers.timeline
      where type = 'journeys.session.started' order by 1`.execute(server.base.db);
    expect(rows.map(({ told }) => told)).toEqual(
      ['ads paid_search', 'social social', 'web direct', 'web direct', 'web direct'].sort(),
    );
    // The same rules once more find nothing to do.
    expect(await previewRules(server.analytics, rules, since)).toMatchObject({ changed: 0 });
  });
});

test('what is kept of a visit is enough: rules judge it later as they would have judged it when it came', async () => {
  const word = fc.constantFrom('', 'google', 'cpc', 'Newsletter', "o'neil", 'x\\y', 'social-1', 'a b');
  const value = fc.constantFrom('*', 'google', 'cpc*', '*letter', "o'neil", 'x\\y', 'a b', 'google.*', 'gclid');
  const rule: fc.Arbitrary<ChannelRule> = fc.record({
    name: fc.constant('r'),
    when: fc.array(
      fc.record({
        field: fc.constantFrom(...conditionFields),
        not: fc.boolean(),
        values: fc.array(value, { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    arrival: fc.constantFrom(...arrivals),
  });
  const arrival = fc.record({
    source: word,
    medium: word,
    name: word,
    click: fc.boolean(),
    referrer: fc.constantFrom('', 'https://www.google.pl/', 'https://mail.google.com/', 'https://blog.example/'),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(rule, { maxLength: 5 }),
      fc.array(arrival, { minLength: 1, maxLength: 8 }),
      async (rules, visits) => {
        const events = visits.map(({ source, medium, name, click, referrer }) => ({
          context: { campaign: { source, medium, name }, ...came(click ? '?gclid=1' : '', referrer) },
        }));
        const rowsBy = (by: readonly ChannelRule[]) =>
          events.map((event, seq) =>
            describeEvent(
              {
                id: `p${seq}`,
                source: 'web',
                sourceId: newId(),
                sourceChannel: 'web',
                type: 'page',
                at: new Date('2020-01-05T10:00:00Z'),
                receivedAt: new Date(),
                seq,
                position: { xid: '0', seq },
                event,
              } as never,
              newId(),
              by,
            ),
          );
        await server.analytics.command(
          `alter table touchpoint delete where at < '2021-01-01' settings mutations_sync = 1`,
        );
        await server.analytics.insert('touchpoint', rowsBy(usualRules), newId());
        const id = newId();
        await sql`insert into journeys.channel_rules (version, rules, at, changed_by)
        select max(version) + 1, ${JSON.stringify(rules)}, now(), 'test' from journeys.channel_rules`.execute(
          server.base.db,
        );
        await sql`insert into journeys.channel_run (id, version, barrier, started_at, worked_at)
        select ${id}, max(version), 0, now(), now() from journeys.channel_rules`.execute(server.base.db);
        await rerun(server.base, server.analytics, id);
        const kept = await server.touchpoints(`at < '2021-01-01'`);
        expect(kept.map((row) => [row.touch, row.properties.arrival])).toEqual(
          rowsBy(rules).map((row) => [row.touch, row.properties.arrival]),
        );
      },
    ),
    { numRuns: 6 },
  );
});

test('a list of rules speaks in its order, and a referrer fits by any domain above its host', () => {
  const from = (referrer: string) =>
    arrivalOf(usualRules, { utm: { source: '', medium: '', name: '' }, clickIds: [], referrer });
  expect(['www.google.co.uk', 'mail.google.com', 'notgoogle.pl', 'netflix.com', 'x.com', ''].map(from)).toEqual([
    'organic',
    'email',
    'referral',
    'referral',
    'social',
    'direct',
  ]);
});
