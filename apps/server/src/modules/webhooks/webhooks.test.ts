import { createServer, type Server } from 'node:http';
import { sql } from 'kysely';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Person } from '../../../test/person.ts';
import { type SmallShop, smallShop } from '../../../test/smallShop.ts';
import { type TestServer, testServer } from '../../../test/testServer.ts';
import { inTransaction } from '../../kernel/database.ts';
import type { EventType } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { emit, isHeldBack } from '../../kernel/outbox.ts';
import { deliver } from './deliver.ts';
import { failuresToDisable, pauseAfter, pauses, wants } from './policy.ts';
import { isPublicAddress } from './publicAddress.ts';

let server: TestServer;
let second: TestServer;
let shop: SmallShop;
let admin: Person;
let receiver: Server;
let url: string;
let status = 200;
let got: { headers: Record<string, string>; body: string }[] = [];

beforeAll(async () => {
  server = await testServer({ config: { privateWebhooks: true } });
  second = await testServer({ sharing: server });
  shop = await smallShop(server);
  admin = await shop.staff('admin');
  receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    got.push({ headers: request.headers as Record<string, string>, body: Buffer.concat(chunks).toString() });
    response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end('x'.repeat(100));
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const address = receiver.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/hook`;
  await Promise.all([server.relay.drainOnce(), second.relay.drainOnce()]);
});
afterAll(async () => {
  receiver?.close();
  await second?.stop();
  await server?.stop();
});
beforeEach(() => {
  status = 200;
  got = [];
});

const add = (types: string[]) => admin.post('/api/staff/webhooks', { url, description: 'a test', types });
const happened = (type: EventType) =>
  inTransaction(server.ctx(), (tx) =>
    emit(tx, { type, aggregate: 'order', aggregateId: newId(), aggregateVersion: 1, data: { orderId: newId() } }),
  );
async function relayed(): Promise<void> {
  // A transaction of another database of the cluster may hold events back for a moment.
  while (await isHeldBack(server.base.db)) await new Promise((done) => setTimeout(done, 5));
  await Promise.all([server.relay.drainOnce(), second.relay.drainOnce()]);
  await Promise.all([server.jobs.drainOnce(), server.jobs.drainOnce()]);
}
const log = async (id: string) => (await admin.get(`/api/staff/webhook-deliveries?endpointId=${id}`)).items;

it('an endpoint hears of what it asked for, once, signed so that it can check it', async () => {
  const { endpoint, secret } = await add(['orders.order.placed', 'payments.*']);
  await happened('orders.order.placed');
  await happened('orders.order.paid');
  await happened('payments.payment.captured');
  await relayed();
  await relayed();
  expect(got.map(({ body }) => JSON.parse(body).type).sort()).toEqual([
    'orders.order.placed',
    'payments.payment.captured',
  ]);
  for (const { headers, body } of got) {
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({ data: { aggregate: 'order' } });
    expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow();
  }
  expect((await log(endpoint.id)).map((one: { state: string }) => one.state)).toEqual(['delivered', 'delivered']);
  expect(JSON.stringify(await admin.get('/api/staff/webhooks'))).not.toContain(secret);
  await admin.must('DELETE', `/api/staff/webhooks/${endpoint.id}`);
});

it('what is not taken is tried again after growing pauses under one id, then given up, and can be sent anew', async () => {
  const { endpoint } = await add(['orders.order.placed']);
  status = 302;
  await happened('orders.order.placed');
  await relayed();
  const [delivery] = await log(endpoint.id);
  expect(delivery).toMatchObject({ state: 'pending', attempts: 1, lastStatus: 302 });
  expect(Date.parse(delivery.nextAt) - server.clock.now().getTime()).toBeLessThanOrEqual(5_000);
  for (let attempt = 1; attempt <= pauses.length; attempt += 1)
    await deliver(true).handle(server.ctx(), { id: delivery.id });
  expect(await log(endpoint.id)).toMatchObject([{ state: 'failed', attempts: pauses.length + 1 }]);
  expect(new Set(got.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  status = 204;
  await admin.post(`/api/staff/webhook-deliveries/${delivery.id}/replay`);
  await server.jobs.drainOnce();
  expect(await log(endpoint.id)).toMatchObject([{ state: 'delivered', attempts: 1 }]);
  await admin.must('DELETE', `/api/staff/webhooks/${endpoint.id}`);
});

it('another secret is valid beside the old one for a while, and a test of it arrives', async () => {
  const { endpoint, secret: old } = await add(['orders.order.placed']);
  const path = `/api/staff/webhooks/${endpoint.id}`;
  const header = { 'idempotency-key': newId() };
  const { secret, endpoint: changed } = await admin.post(`${path}/secret`, { overlapHours: 24 }, header);
  expect(Date.parse(changed.oldSecretUntil) - server.clock.now().getTime()).toBeGreaterThan(23 * 3_600_000);
  // Asked again because the answer was lost, nothing changes a second time.
  expect(await admin.post(`${path}/secret`, { overlapHours: 24 }, header)).toMatchObject({ secret: null });
  const tested = async () => {
    got = [];
    await admin.post(`${path}/test`);
    await server.jobs.drainOnce();
    const [one] = got;
    if (!one) throw new Error('the test did not arrive');
    return (by: string) => new Webhook(by).verify(one.body, one.headers);
  };
  const both = await tested();
  expect(both(secret)).toMatchObject({ type: 'webhooks.test', data: { endpointId: endpoint.id } });
  expect(both(old)).toMatchObject({ type: 'webhooks.test' });
  await sql`update webhooks.endpoint set old_secret_until = ${server.clock.now()} where id = ${endpoint.id}`.execute(
    server.base.db,
  );
  const one = await tested();
  expect(one(secret)).toMatchObject({ type: 'webhooks.test' });
  expect(() => one(old)).toThrow();
  // Known to strangers, it is void at once.
  const { secret: third } = await admin.post(`${path}/secret`, { overlapHours: 0 });
  const last = await tested();
  expect(last(third)).toMatchObject({ type: 'webhooks.test' });
  expect(() => last(secret)).toThrow();
  await admin.must('DELETE', path);
});

it('what was sent between two moments is sent again, in its order, and nothing else', async () => {
  const { endpoint } = await add(['orders.*']);
  const from = server.clock.now().toISOString();
  await happened('orders.order.placed');
  await happened('orders.order.paid');
  await relayed();
  const to = server.clock.now().toISOString();
  for (const one of [server, second]) one.clock.travel(1_000);
  await happened('orders.order.cancelled');
  await relayed();
  const first = got.map(({ headers }) => headers['webhook-id']).slice(0, 2);
  got = [];
  const path = `/api/staff/webhooks/${endpoint.id}/replay`;
  expect(await admin.post(path, { from, to, onlyFailed: true })).toMatchObject({ queued: 0 });
  expect(await admin.post(path, { from, to })).toMatchObject({ queued: 2, more: false });
  await server.jobs.drainOnce();
  await server.jobs.drainOnce();
  expect(got.map(({ headers }) => headers['webhook-id']).sort()).toEqual(first.sort());
  await admin.must('DELETE', `/api/staff/webhooks/${endpoint.id}`);
});

it('an endpoint that takes nothing for long is switched off, says why, and can be switched on', async () => {
  const { endpoint } = await add(['orders.order.placed']);
  await sql`update webhooks.endpoint set failures = ${failuresToDisable - 1} where id = ${endpoint.id}`.execute(
    server.base.db,
  );
  status = 500;
  await happened('orders.order.placed');
  await relayed();
  const stateOf = async () =>
    (await admin.get('/api/staff/webhooks')).items.find((one: { id: string }) => one.id === endpoint.id);
  expect(await stateOf()).toMatchObject({ active: false, disabledReason: expect.stringContaining('in a row') });
  await happened('orders.order.placed');
  await relayed();
  expect(await log(endpoint.id)).toHaveLength(1);
  await admin.must('PATCH', `/api/staff/webhooks/${endpoint.id}`, { active: true });
  expect(await stateOf()).toMatchObject({ active: true, failures: 0, disabledReason: null });
});

it('nobody can make the server call into its own network', async () => {
  const boss = await shop.staff('admin', second);
  for (const target of [
    'http://example.com/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://2130706433/',
    'https://10.1.2.3/',
    'https://169.254.169.254/',
    'https://[::ffff:127.0.0.1]/',
  ])
    expect(await boss.call('POST', '/api/staff/webhooks', { url: target, types: ['*'] })).toMatchObject({
      status: 400,
      body: { code: 'invalid_request' },
    });
  // A name that leads there is found out when it is called.
  const { endpoint } = await boss.post('/api/staff/webhooks', { url: 'https://localhost/', types: ['test.y.z'] });
  await happened('test.y.z');
  await relayed();
  const [delivery] = await log(endpoint.id);
  await deliver(false).handle(second.ctx(), { id: delivery.id });
  expect(await log(endpoint.id)).toMatchObject([{ lastError: expect.stringContaining('private network') }]);
});

it.each([
  ['8.8.8.8', true],
  ['2606:4700::1111', true],
  ['192.168.1.1', false],
  ['172.31.0.1', false],
  ['100.64.0.1', false],
  ['fd00::1', false],
  ['fe80::1', false],
  ['::ffff:10.0.0.1', false],
  ['not an address', false],
])('%s may be called: %s', (address, open) => {
  expect(isPublicAddress(address)).toBe(open);
});

it('types are wanted whole or by their beginning, and pauses only grow', () => {
  expect(wants(['orders.*'], 'orders.order.placed')).toBe(true);
  expect(wants(['orders.*'], 'ordersother.x.y')).toBe(false);
  expect(wants(['*'], 'a.b.c')).toBe(true);
  expect([...pauses].sort((a, b) => a - b)).toEqual([...pauses]);
  expect(pauseAfter(pauses.length + 1)).toBeUndefined();
});
