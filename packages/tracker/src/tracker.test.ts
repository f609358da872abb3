import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bundleTracker } from './bundle.mjs';
import { createTracker, type Environment, memoryStore } from './index.ts';

interface Event {
  type: string;
  messageId: string;
  anonymousId: string;
  userId?: string;
  event?: string;
  timestamp: string;
  context: {
    page: { url: string; search: string; referrer: string; path: string };
    campaign?: object;
    clickIds?: string[];
    epoch?: number;
    sessionId: number;
    sessionStart?: boolean;
    consent?: object;
  };
}

/** A server that answers what the test says and remembers what it was sent. */
let server: Server;
let host = '';
let status = 200;
const requests: {
  contentType: string | undefined;
  authorization: string | undefined;
  body: { writeKey: string; sentAt: string; batch: Event[] };
}[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      requests.push({
        contentType: request.headers['content-type'],
        authorization: request.headers.authorization,
        body: JSON.parse(Buffer.concat(chunks).toString()),
      });
      response.writeHead(status, { 'content-type': 'application/json' }).end('{"success":true}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  requests.length = 0;
  status = 200;
});

const got = () => requests.flatMap((request) => request.body.batch);

/** A browser: what outlives the page is shared by the pages opened in it. */
function browser(options: { storage?: boolean } = {}) {
  const storage = options.storage === false ? undefined : memoryStore();
  const cookies = new Map<string, string>();
  const beacons: { url: string; body: string }[] = [];
  const self = {
    storage,
    cookies,
    beacons,
    url: 'https://shop.example/',
    referrer: '',
    online: true,
    clock: { now: undefined as number | undefined },
    leave: (): void => undefined,
    open() {
      const environment: Environment = {
        now: () => self.clock.now ?? Date.now(),
        uuid: () => crypto.randomUUID(),
        storage,
        cookies: {
          read: (name) => cookies.get(name),
          write: (name, value, days) => void (days > 0 ? cookies.set(name, value) : cookies.delete(name)),
        },
        page: () => ({ url: self.url, referrer: self.referrer }),
        locale: 'pl',
        userAgent: 'test',
        async send(url, body) {
          if (!self.online) throw new TypeError('Failed to fetch');
          return (await fetch(url, { method: 'POST', body, headers: { 'content-type': 'text/plain' } })).status;
        },
        beacon: (url, body) => {
          beacons.push({ url, body });
          return true;
        },
        onLeave: (listener) => {
          self.leave = listener;
        },
        onOnline: () => undefined,
        // Tests flush by hand.
        later: () => undefined,
      };
      return createTracker(environment);
    },
  };
  return self;
}

describe('what is sent', () => {
  test('a page with its campaign, click ids by name only, and the session’s ids, as a simple request', async () => {
    const one = browser();
    one.url = 'https://shop.example/sofa?utm_source=meta&utm_medium=paid&utm_campaign=autumn&fbclid=secret-click';
    one.referrer = 'https://l.instagram.com/';
    const tracker = one.open();
    tracker.init({ writeKey: 'KEY', host, consent: true, anonymousId: 'session-visitor', epoch: 3 });
    tracker.page('Product');
    await tracker.flush();
    expect(requests).toHaveLength(1);
    expect([requests[0]?.contentType, requests[0]?.authorization, requests[0]?.body.writeKey]).toEqual([
      'text/plain',
      undefined,
      'KEY',
    ]);
    expect(got()[0]).toMatchObject({
      type: 'page',
      name: 'Product',
      anonymousId: 'session-visitor',
      context: {
        epoch: 3,
        campaign: { source: 'meta', medium: 'paid', name: 'autumn' },
        clickIds: ['fbclid'],
        page: { path: '/sofa', referrer: 'https://l.instagram.com/' },
      },
    });
    expect(JSON.stringify(requests)).not.toContain('secret-click');
  });

  test('what else is in an address stays in the browser, also when it is the page before', async () => {
    const one = browser();
    one.url =
      'https://shop.example/orders/7?utm_source=meta&gclid=secret&email=julia%40example.com&token=secret#secret';
    const tracker = one.open();
    tracker.init({ writeKey: 'KEY', host, consent: true });
    tracker.page();
    one.url = 'https://shop.example/cart';
    tracker.page();
    await tracker.flush();
    expect(got().map((event) => [event.context.page.search, event.context.page.referrer])).toEqual([
      ['?utm_source=meta&gclid=1', ''],
      ['', 'https://shop.example/orders/7'],
    ]);
    expect(JSON.stringify(requests)).not.toMatch(/secret|julia/);
  });

  test('in a single-page app the address before is the referrer, so a visit does not begin anew at each step', async () => {
    const one = browser();
    one.referrer = 'https://www.google.com/';
    const tracker = one.open();
    tracker.init({ writeKey: 'KEY', host, consent: true });
    tracker.page();
    tracker.track('Product Viewed', { product_id: 'sofa' });
    one.url = 'https://shop.example/cart';
    tracker.page();
    tracker.track('Cart Viewed');
    await tracker.flush();
    expect(got().map((event) => event.context.page.referrer)).toEqual([
      'https://www.google.com/',
      'https://www.google.com/',
      'https://shop.example/',
      'https://shop.example/',
    ]);
  });

  test('identify tells who, and everything after it too; reset makes whoever comes next somebody new', async () => {
    const one = browser();
    const tracker = one.open();
    tracker.init({ writeKey: 'KEY', host, consent: true });
    tracker.page();
    tracker.identify('ann', { email: 'ann@example.com' });
    tracker.track('Added');
    tracker.reset();
    tracker.page();
    await tracker.flush();
    const [first, identified, after, next] = got();
    expect([first?.userId, identified?.userId, after?.userId, next?.userId]).toEqual([
      undefined,
      'ann',
      'ann',
      undefined,
    ]);
    expect(new Set([first?.anonymousId, identified?.anonymousId, after?.anonymousId]).size).toBe(1);
    expect(next?.anonymousId).not.toBe(first?.anonymousId);
  });
});

describe('nothing is lost', () => {
  test('events made offline wait, over pages and tabs, and keep their message ids and times', async () => {
    const one = browser();
    one.online = false;
    const first = one.open();
    first.init({ writeKey: 'KEY', host, consent: true });
    first.page();
    first.track('Added');
    await first.flush();
    const before = Date.now();
    await new Promise((resolve) => setTimeout(resolve, 5));
    one.online = true;
    const second = one.open();
    second.init({ writeKey: 'KEY', host, consent: true });
    second.track('Later');
    await second.flush();
    expect(got().map((event) => event.event ?? event.type)).toEqual(['page', 'Added', 'Later']);
    expect(Date.parse(got()[0]?.timestamp ?? '')).toBeLessThanOrEqual(before);
    expect(new Set(got().map((event) => event.anonymousId)).size).toBe(1);
    await second.flush();
    expect(requests).toHaveLength(1);
  });

  test('a server in trouble gets the same messages again; one that refuses does not', async () => {
    const tracker = browser().open();
    tracker.init({ writeKey: 'KEY', host, consent: true });
    status = 500;
    tracker.track('Added');
    await tracker.flush();
    status = 429;
    await tracker.flush();
    status = 200;
    await tracker.flush();
    expect(requests).toHaveLength(3);
    expect(new Set(got().map((event) => event.messageId)).size).toBe(1);
    status = 400;
    tracker.track('Refused');
    await tracker.flush();
    await tracker.flush();
    expect(requests).toHaveLength(4);
  });

  test('what was not answered when the page goes away leaves by beacon, and again from the next page under the same id', async () => {
    const one = browser();
    const first = one.open();
    first.init({ writeKey: 'KEY', host, consent: true });
    first.track('Left');
    one.leave();
    expect(one.beacons[0]?.url).toBe(`${host}/v1/batch`);
    const beaconed = JSON.parse(one.beacons[0]?.body ?? '{}').batch as Event[];
    const second = one.open();
    second.init({ writeKey: 'KEY', host, consent: true });
    await second.flush();
    expect(got().map((event) => event.messageId)).toEqual(beaconed.map((event) => event.messageId));
  });

  test('a browser that refuses storage is known by its cookie', async () => {
    const one = browser({ storage: false });
    for (const name of ['First', 'Second']) {
      const tracker = one.open();
      tracker.init({ writeKey: 'KEY', host, consent: true });
      tracker.track(name);
      await tracker.flush();
    }
    expect(new Set(got().map((event) => event.anonymousId)).size).toBe(1);
  });

  test('a page offline for days keeps the newest two hundred events and no more', async () => {
    const one = browser();
    one.online = false;
    const tracker = one.open();
    tracker.init({ writeKey: 'KEY', host, consent: true });
    for (let index = 0; index < 230; index += 1) tracker.track(`Event ${index}`);
    one.online = true;
    await tracker.flush();
    expect(got()).toHaveLength(200);
    expect([got()[0]?.event, got().at(-1)?.event]).toEqual(['Event 30', 'Event 229']);
    expect(Math.max(...requests.map((request) => request.body.batch.length))).toBe(50);
  });
});

test('a session goes on over pages and tabs, and ends with half an hour of silence', async () => {
  const one = browser();
  const at = one.clock;
  for (const minutes of [0, 20, 45, 80]) {
    at.now = Date.UTC(2026, 10, 2) + minutes * 60_000;
    const tracker = one.open();
    tracker.init({ writeKey: 'KEY', host, consent: true });
    tracker.track('Seen');
    await tracker.flush();
  }
  const [first, ...others] = got().map((event) => event.context.sessionId);
  expect(others.map((id) => id === first)).toEqual([true, true, false]);
  expect(got().map((event) => event.context.sessionStart ?? false)).toEqual([true, false, false, true]);
});

describe('consent', () => {
  test('without it nothing is sent and nothing is stored, whatever the page calls', async () => {
    const one = browser();
    const tracker = one.open();
    tracker.init({ writeKey: 'KEY', host, consent: false, anonymousId: 'session-visitor' });
    tracker.page();
    tracker.track('Added');
    tracker.identify('ann', { email: 'ann@example.com' });
    tracker.reset();
    one.leave();
    await tracker.flush();
    expect([requests, one.beacons, one.storage?.keys(), [...one.cookies], tracker.anonymousId()]).toEqual([
      [],
      [],
      [],
      [],
      undefined,
    ]);
  });

  test('a page that forgot to say has none; purposes are said as banners say them', async () => {
    const one = browser();
    const tracker = one.open();
    tracker.init({ writeKey: 'KEY', host });
    tracker.page();
    expect([one.storage?.keys(), [...one.cookies]]).toEqual([[], []]);
    tracker.consent({ analytics: true });
    tracker.page();
    tracker.consent({});
    tracker.track('Added');
    await tracker.flush();
    expect(got().map((event) => event.context.consent)).toEqual(
      Array.from({ length: 2 }, () => ({ categoryPreferences: { analytics: true } })),
    );
    tracker.consent({ analytics: false });
    expect([one.storage?.keys(), [...one.cookies]]).toEqual([[], []]);
  });

  test('withdrawn, it removes what was stored; given, tracking begins', async () => {
    const one = browser();
    const tracker = one.open();
    tracker.init({ writeKey: 'KEY', host, consent: true });
    tracker.identify('ann');
    one.online = false;
    tracker.setConsent(false);
    expect([one.storage?.keys(), [...one.cookies]]).toEqual([[], []]);
    one.online = true;
    tracker.track('Unseen');
    tracker.setConsent(true);
    tracker.track('Seen');
    await tracker.flush();
    expect(got().map((event) => event.event)).toEqual(['Seen']);
    expect(got()[0]?.userId).toBeUndefined();
  });
});

test('the script is at most 8 KB gzipped', async () => {
  const script = await bundleTracker();
  expect(script).toContain('throughline');
  expect(gzipSync(script).length).toBeLessThanOrEqual(8 * 1024);
});
