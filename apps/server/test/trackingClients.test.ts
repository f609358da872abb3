import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@clickhouse/client';
import { jitsuAnalytics } from '@jitsu/js';
import { chromium } from '@playwright/test';
import Rudder from '@rudderstack/rudder-sdk-node';
import { Analytics as Segment } from '@segment/analytics-node';
import OldSegment from 'analytics-node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumPath } from '../../../e2e/lib/chromium.ts';
import { findFreePort } from '../src/engines/freePort.ts';
import { buildClone, layClone } from './processClone.fixture.ts';
import { asking, ownEngines } from './processData.fixture.ts';
import { type Run, runProgram } from './processServer.fixture.ts';
import { type BadNetwork, badNetwork, guideSnippets, shopPage } from './trackingClients.fixture.ts';

/**
 * Published clients, unmodified, against a server of its own behind a bad network: it answers 500 and 429 now and then, cuts
 * connections after the server has kept what came, and the server is killed once. What they send arrives once.
 */
const clients = ['segment', 'oldsegment', 'rudder', 'jitsu', 'segmentpage', 'rudderpage', 'guide'] as const;
type Client = (typeof clients)[number];
const keyOf = (client: Client) => `key-of-${client}`;

let work: string;
let clone: string;
let engines: { databaseUrl: string; clickhouseUrl: string };
let run: Run;
let network: BadNetwork;
let port: string;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'throughline-clients-'));
  clone = join(work, 'clone');
  await layClone(clone);
  buildClone(clone);
  engines = await ownEngines();
  port = String(await findFreePort());
  network = await badNetwork(await findFreePort(), () => `http://127.0.0.1:${port}`);
});
afterAll(async () => {
  await network?.close();
  await rm(work, { recursive: true, force: true });
});

async function startServer(): Promise<void> {
  run = await runProgram({
    clone,
    dataDir: join(work, 'data'),
    environment: {
      PORT: port,
      PUBLIC_URL: network.url,
      DATABASE_URL: engines.databaseUrl,
      CLICKHOUSE_URL: engines.clickhouseUrl,
    },
  });
  await run.ready();
}

const rounds = 4;
const long = { timeout: 60_000 };
/** When the events of a client happened, where it lets one say: an hour ago. */
const happened = new Date(Date.now() - 3_600_000);

const senders: Record<Exclude<Client, 'guide'>, () => Promise<void>> = {
  async segment() {
    const analytics = new Segment({
      writeKey: keyOf('segment'),
      host: network.url,
      maxRetries: 20,
      flushAt: 4,
      flushInterval: 100,
    });
    for (let round = 0; round < rounds; round += 1) {
      const userId = `segment-user-${round}`;
      analytics.identify({ userId, traits: { email: `segment${round}@example.com` }, timestamp: happened });
      analytics.track({ userId, event: `Seen ${round}`, properties: { order_id: `o-${round}` }, timestamp: happened });
      analytics.page({ userId, name: 'Home', properties: { url: 'https://velora.example/' }, timestamp: happened });
      await pause(120);
    }
    await analytics.closeAndFlush(long);
  },
  async oldsegment() {
    const analytics = new OldSegment(keyOf('oldsegment'), {
      host: network.url,
      retryCount: 20,
      flushAt: 4,
      flushInterval: 100,
    });
    for (let round = 0; round < rounds; round += 1) {
      const userId = `old-user-${round}`;
      analytics.identify({ userId, traits: { email: `old${round}@example.com` }, timestamp: happened });
      analytics.track({ userId, event: `Seen ${round}`, properties: { order_id: `o-${round}` }, timestamp: happened });
      analytics.page({ userId, name: 'Home', properties: { url: 'https://velora.example/' }, timestamp: happened });
      await pause(120);
    }
    await analytics.flush();
  },
  async rudder() {
    const analytics = new Rudder(keyOf('rudder'), {
      dataPlaneUrl: network.url,
      retryCount: 20,
      flushAt: 4,
      flushInterval: 100,
    });
    for (let round = 0; round < rounds; round += 1) {
      const userId = `rudder-user-${round}`;
      analytics.identify({ userId, traits: { email: `rudder${round}@example.com` }, timestamp: happened });
      analytics.track({ userId, event: `Seen ${round}`, properties: { order_id: `o-${round}` }, timestamp: happened });
      analytics.page({ userId, name: 'Home', properties: { url: 'https://velora.example/' }, timestamp: happened });
      await pause(120);
    }
    await analytics.flush();
  },
  async jitsu() {
    // It sends once and reports failures; its documented `fetch` option is where a retry belongs (see the guide).
    const analytics = jitsuAnalytics({ host: network.url, writeKey: `${keyOf('jitsu')}:any`, fetch: fetchAgain });
    for (let round = 0; round < rounds; round += 1) {
      await analytics.identify(`jitsu-user-${round}`, { email: `jitsu${round}@example.com` });
      await analytics.track(`Seen ${round}`, { order_id: `o-${round}` });
      await analytics.page({ url: 'https://velora.example/', name: 'Home' });
    }
  },
  segmentpage: () => inPage('/with-segment', segmentProgram(keyOf('segmentpage'), network.url)),
  rudderpage: () => inPage('/with-rudder', rudderProgram(keyOf('rudderpage'), network.url)),
};

const body = `
  for (let round = 0; round < ${rounds}; round += 1) {
    analytics.identify('page-user-' + round, { email: 'page' + round + '@example.com' });
    analytics.track('Seen ' + round, { order_id: 'o-' + round });
    analytics.page('Home');
    await new Promise((resolve) => setTimeout(resolve, 300));
  }`;
const segmentProgram = (writeKey: string, url: string) => `(async () => {
  const analytics = window.AnalyticsNext.AnalyticsBrowser.load({ writeKey: '${writeKey}', cdnURL: '${url}' });
  await analytics.ready();${body}
})()`;
const rudderProgram = (writeKey: string, url: string) => `(async () => {
  const analytics = new window.rudderanalytics.RudderAnalytics();
  analytics.load('${writeKey}', '${url}', { configUrl: '${url}', queueOptions: { minRetryDelay: 300, maxRetryDelay: 2000, maxAttempts: 30 } });
${body}
})()`;

async function fetchAgain(url: string | URL | Request, init?: RequestInit): Promise<Response> {
  for (let wait = 100; ; wait = Math.min(wait * 2, 2_000)) {
    const answer = await fetch(url, init).catch(() => undefined);
    if (answer && answer.status !== 429 && answer.status < 500) return answer;
    await pause(wait);
  }
}

/** In Chromium, on a page of another origin, until all it sent is there: a page that is left gives up what it still has. */
async function inPage(path: string, program: string): Promise<void> {
  const shop = await shopPage(await findFreePort());
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto(shop.url + path);
    await page.evaluate(program);
    const client: Client = path === '/with-segment' ? 'segmentpage' : 'rudderpage';
    await until(async () => (await arrived(client)).postgres.length >= rounds * 3);
  } finally {
    await browser.close();
    await shop.close();
  }
}

interface Arrived {
  type: string;
  name: string | null;
  userId: string | null;
  messageId: string;
  ageSeconds: number;
}

async function arrived(client: Client): Promise<{ postgres: Arrived[]; clickhouse: { kind: string; n: number }[] }> {
  const postgres = await asking(engines.databaseUrl, async (database) => {
    const { rows } = await database.query<Arrived>(
      `select i.type, i.event->>'event' as name, i.event->>'userId' as "userId", i.event->>'messageId' as "messageId",
         extract(epoch from i.received_at - i.at)::float8 as "ageSeconds"
       from journeys.inbox i join journeys.source s on s.id = i.source_id where s.name = $1`,
      [client],
    );
    return rows;
  }).catch(() => []);
  const analytics = createClient({ url: engines.clickhouseUrl });
  try {
    const answer = await analytics.query({
      query: `select kind, toUInt32(count()) as n, toUInt32(uniqExact(id)) as ids from touchpoint where source = '${client}' group by kind order by kind`,
      format: 'JSONEachRow',
    });
    return { postgres, clickhouse: await answer.json() };
  } finally {
    await analytics.close();
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function until(isSo: () => Promise<boolean>, ms = 40_000): Promise<void> {
  const deadline = Date.now() + ms;
  while (!(await isSo()) && Date.now() < deadline) await pause(100);
}

async function addSources(): Promise<void> {
  await asking(engines.databaseUrl, (database) =>
    database.query(
      `insert into journeys.source (id, name, write_key, channel, created_at)
       select id, name, 'key-of-' || name, 'web', $3 from unnest($1::uuid[], $2::text[]) as s(id, name)`,
      [clients.map(() => randomUUID()), [...clients], new Date()],
    ),
  );
}

test('what six published clients send through a bad network and a killed server arrives once, in both engines', async () => {
  await startServer();
  await addSources();
  const names = Object.keys(senders) as (keyof typeof senders)[];
  const send = (those: typeof names) => those.map((name) => senders[name]());
  const hasBegun = async (name: Client) => (await arrived(name)).postgres.length > 0;
  // Browser clients do not start at all without their settings; so the server dies when they are under way.
  const pages = names.filter((name) => name.endsWith('page'));
  const sending = send(pages);
  await until(async () => (await Promise.all(pages.map(hasBegun))).every(Boolean));
  sending.push(...send(names.filter((name) => !pages.includes(name))));
  await until(() => hasBegun('segment'));
  run.send('SIGKILL');
  await run.ended;
  await startServer();
  await Promise.all(sending);
  const total = { identify: rounds, track: rounds, page: rounds };
  const inClickhouse = async (name: Client) => (await arrived(name)).clickhouse.reduce((sum, row) => sum + row.n, 0);
  await until(async () => {
    for (const name of names) if ((await inClickhouse(name)) < rounds * 3) return false;
    return true;
  }, 15_000);
  for (const name of names) {
    const { postgres, clickhouse } = await arrived(name);
    const counted = (type: string) => postgres.filter((event) => event.type === type).length;
    expect({ name, identify: counted('identify'), track: counted('track'), page: counted('page') }).toEqual({
      name,
      ...total,
    });
    expect(new Set(postgres.map((event) => event.messageId)).size).toBe(rounds * 3);
    const tracks = postgres.filter((event) => event.type === 'track');
    expect(new Set(tracks.map((event) => event.name)).size).toBe(rounds);
    expect(new Set(tracks.map((event) => event.userId)).size).toBe(rounds);
    const hourAgo = ['segment', 'oldsegment', 'rudder'].includes(name);
    for (const { ageSeconds } of postgres) {
      expect(ageSeconds).toBeGreaterThan(hourAgo ? 3_590 : -1);
      expect(ageSeconds).toBeLessThan(hourAgo ? 3_660 : 60);
    }
    expect(clickhouse.reduce((sum, row) => sum + row.n, 0)).toBe(rounds * 3);
    for (let round = 0; round < rounds; round += 1)
      expect(clickhouse.find((row) => row.kind === `Seen ${round}`)?.n).toBe(1);
  }
  expect(Object.keys(network.faults).sort()).toEqual(['429', '500 after', '500 before', '502 away', 'cut after']);

  // The guide's own words, run as they stand; only address and key are put in.
  network.isBad = false;
  const snippets = guideSnippets();
  expect([...snippets.keys()].sort()).toEqual([
    '@jitsu/js',
    '@rudderstack/rudder-sdk-node',
    '@segment/analytics-node',
    'analytics-node',
  ]);
  for (const [name, code] of snippets) {
    const file = join(clone, `snippet-${name.replaceAll(/\W/g, '-')}.mjs`);
    await writeFile(
      file,
      code.replaceAll('https://shop.example', network.url).replaceAll('YOUR_WRITE_KEY', keyOf('guide')),
    );
    const snippet = await runProgram({ clone, program: file });
    expect([name, (await snippet.ended).code, snippet.stderr()]).toEqual([name, 0, '']);
  }
  await until(async () => (await arrived('guide')).postgres.length >= 8, 5_000);
  expect((await arrived('guide')).postgres.map((event) => event.type).sort()).toEqual([
    ...Array(4).fill('identify'),
    ...Array(4).fill('track'),
  ]);
}, 120_000);
