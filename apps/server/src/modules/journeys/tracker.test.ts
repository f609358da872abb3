import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Environment, memoryStore } from '../../../../../packages/tracker/src/environment.ts';
import { createTracker } from '../../../../../packages/tracker/src/tracker.ts';
import { startSession, timelineOf } from '../customers/index.ts';
import { type JourneysServer, journeysServer, testWriteKey } from './journeysServer.fixture.ts';

let server: JourneysServer;
let host = '';
beforeAll(async () => {
  server = await journeysServer();
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  host = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
});
afterAll(async () => server?.stop());

test('our own tracker over HTTP: what a browser saw stands under the shop’s session, each event once though sent twice', async () => {
  const { session } = await startSession(server.ctx());
  let url = 'https://velora.example/sofa?utm_source=meta&utm_medium=paid&fbclid=secret-click';
  let lost = true;
  const environment: Environment = {
    now: () => Date.now(),
    uuid: () => crypto.randomUUID(),
    storage: memoryStore(),
    cookies: { read: () => undefined, write: () => undefined },
    page: () => ({ url, referrer: 'https://l.facebook.com/' }),
    locale: 'pl',
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    async send(to, body) {
      const answer = await fetch(to, {
        method: 'POST',
        body,
        headers: { 'content-type': 'text/plain', origin: 'https://velora.example' },
      });
      // The first answer never reaches the browser.
      if (lost) {
        lost = false;
        throw new TypeError('Failed to fetch');
      }
      return answer.status;
    },
    beacon: () => false,
    onLeave: () => undefined,
    onOnline: () => undefined,
    later: () => undefined,
  };
  const tracker = createTracker(environment);
  tracker.init({ writeKey: testWriteKey, host, consent: true, anonymousId: session.anonymousId, epoch: session.epoch });
  tracker.page();
  url = 'https://velora.example/sofa-green';
  tracker.page();
  tracker.track('Product Viewed', { product_id: 'sofa-green', price: 2499 });
  await tracker.flush();
  await tracker.flush();
  await server.flush();

  const rows = await server.touchpoints(`subject_id = '${session.subjectId}' and origin = 'tracked'`);
  expect(rows.map((row) => [row.kind, row.touch, row.properties.path])).toEqual([
    ['page', 'ads', '/sofa'],
    ['page', 'web', '/sofa-green'],
    ['Product Viewed', 'web', '/sofa-green'],
  ]);
  expect(JSON.stringify(rows)).not.toContain('secret-click');
  const { rows: customers } = await server.database.pool.query(
    'select customer_id from customers.subject where id = $1',
    [session.subjectId],
  );
  const timeline = await timelineOf(server.ctx(), customers[0].customer_id, { limit: 10 });
  const visits = timeline.items.filter((entry) => entry.type === 'journeys.session.started');
  expect(visits.map((entry) => [entry.channel, entry.data.entryPath])).toEqual([['ads', '/sofa']]);
});
