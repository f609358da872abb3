import { randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import pg from 'pg';
import type { Person } from './person.ts';
import { type Known, type Operation, readOperations, sampleOf } from './plausible.ts';
import { dayOfShop, sensibleBodies } from './sensibleBodies.ts';
import { type SmallShop, smallShop } from './smallShop.ts';
import { type TestServer, testServer } from './testServer.ts';

const password = 'a-password-for-tests';

type People = Record<'admin' | 'krakow' | 'agent', Person>;

/** A small shop in which something of everything exists, and callers who may do all that can be done with it. */
export async function openAskedShop() {
  const server = await testServer();
  server.clock.travelTo(dayOfShop);
  const shop = await smallShop(server, { krakowGreen: 3_000, warehouseBlue: 3_000 });
  const database = new pg.Client({ connectionString: server.databaseUrl });
  await database.connect();
  const people: People = {
    admin: await shop.staff('admin'),
    krakow: await shop.staff('krakow'),
    agent: await shop.staff('agent'),
  };
  const operations = (await readOperations(server)).filter((operation) => !isIngest(operation));
  const caller = callerOf(server);
  const known = await makeThings(server, shop, people, caller);
  const sensible = sensibleBodies(shop);

  /** A body that is right in every field, optional ones too. */
  function bodyOf(operation: Operation): unknown {
    if (!operation.body) return undefined;
    const sample = sampleOf(operation.body, known, { full: true });
    const own = sensible[operation.key]?.(randomUUID().slice(0, 8)) ?? {};
    // undefined: left out, optional as it is.
    return Object.fromEntries(
      Object.entries({ ...(sample as object), ...own }).filter(([, value]) => value !== undefined),
    );
  }

  return {
    server,
    shop,
    database,
    operations,
    known,
    bodyOf,
    ...people,
    ...caller,
    async close() {
      await database.end();
      await server.stop();
    },
  };
}

/** Bodies as bytes, checked by who signed them or by what they hold, or not read (preflights, files); their own tests say how. */
const isIngest = (operation: Operation) =>
  operation.method === 'OPTIONS' ||
  operation.path.endsWith('/{type}') ||
  operation.path.endsWith('/{id}/file') ||
  operation.path.startsWith('/webhooks/');

export interface Sent {
  method?: string;
  url: string;
  /** As it is on the wire: text or bytes; anything else is written as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  type?: string;
}

type Caller = ReturnType<typeof callerOf>;

/** Calls as Julia at the shop's addresses and as the administrator at the staff's, once `cookies` are theirs. */
function callerOf(server: TestServer) {
  const cookies = { shop: '', staff: '' };
  let addresses = 0;
  /** Each call from its own, so that limits do not stand in front of what is tested. */
  const nextAddress = () => {
    addresses += 1;
    return `10.${40 + (addresses >> 16)}.${(addresses >> 8) & 255}.${addresses & 255}`;
  };

  async function send({ method = 'POST', url, body, headers = {}, type = 'application/json' }: Sent) {
    const isStaff = /^\/api\/(staff|stock)\//.test(url);
    return server.app.inject({
      method: method as 'POST',
      url,
      remoteAddress: nextAddress(),
      headers: {
        cookie: isStaff ? cookies.staff : cookies.shop,
        ...(body === undefined ? {} : { 'content-type': type }),
        ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { payload: Buffer.isBuffer(body) || typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  }

  async function askForCode(email: string, cookie: string): Promise<string> {
    const asked = { method: 'POST', url: '/api/shop/sign-in/code', headers: { cookie }, payload: { email } } as const;
    await server.app.inject({ ...asked, remoteAddress: nextAddress() });
    await server.settle();
    const { items } = (await server.app.inject(`/api/dev/mailbox?to=${encodeURIComponent(email)}`)).json();
    return /\b\d{6}\b/.exec(items[0]?.text ?? '')?.[0] ?? '';
  }

  async function signedIn(email: string): Promise<string> {
    const cookie = cookieOf(await server.app.inject({ method: 'POST', url: '/api/shop/session', payload: {} }));
    const payload = { email, code: await askForCode(email, cookie) };
    return cookieOf(
      await server.app.inject({ method: 'POST', url: '/api/shop/sign-in', headers: { cookie }, payload }),
    );
  }

  return { cookies, nextAddress, send, askForCode, signedIn };
}

export const cookieOf = (answer: LightMyRequestResponse) =>
  answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');

async function makeThings(server: TestServer, shop: SmallShop, people: People, caller: Caller): Promise<Known> {
  const { admin, agent } = people;
  const { cookies, send } = caller;
  cookies.shop = await caller.signedIn('julia@example.com');
  const staff = await server.app.inject({
    method: 'POST',
    url: '/api/staff/sign-in',
    payload: { email: 'admin@shop.example', password },
  });
  cookies.staff = cookieOf(staff);
  const post = async (url: string, body: unknown) => {
    const answer = await send({ url, body });
    if (answer.statusCode >= 300) throw new Error(`${url} answered ${answer.body}`);
    return answer.json();
  };
  const contact = { name: 'Julia', email: 'julia@example.com' };
  const { order } = await post('/api/shop/orders', {
    from: { lines: [{ variantId: shop.green, quantity: 1, way: { method: 'pickup', locationId: shop.krakow } }] },
    contact,
    payment: { method: 'pay_in_store' },
  });
  const hold = await post('/api/shop/holds', { variantId: shop.green, locationId: shop.krakow, contact });
  const cart = await post('/api/shop/cart/lines', { variantId: shop.blue, quantity: 1, way: { method: 'delivery' } });
  const handoff = await post(`/api/shop/carts/${cart.id}/handoff`, {});
  await post('/api/shop/chat/messages', { text: 'hello', clientKey: randomUUID() });
  await server.settle();
  const { fulfilmentId } = await admin.get(`/api/staff/holds/${hold.id}`);
  const [thread] = (await admin.get('/api/staff/threads')).items;
  const spare = await admin.post('/api/staff/members', {
    email: 'spare@shop.example',
    name: 'Spare',
    role: 'agent',
    locationIds: [],
    password,
  });
  const { key } = await admin.post('/api/staff/api-keys', { name: 'spare', scopes: ['orders:read'] });
  const link = await admin.post('/api/staff/smart-links', {
    slug: 'green-lund',
    target: { variantId: shop.green },
    campaign: { source: 'meta', medium: 'ad', name: 'lund' },
  });
  const promotion = await admin.post('/api/staff/promotions', {
    market: 'PL',
    name: { en: 'Autumn', pl: 'Jesień', ru: 'Осень' },
    basisPoints: 500,
    variantIds: [shop.blue],
  });
  const call = await agent.post('/api/staff/calls', {
    phone: '+48600000118',
    direction: 'in',
    startedAt: dayOfShop.toISOString(),
  });
  const product = (await admin.get('/api/staff/products')).items[0];
  return {
    variantId: shop.green,
    locationId: shop.krakow,
    cartId: cart.id,
    lineId: cart.lines.at(-1).id,
    token: handoff.token,
    holdId: hold.id,
    orderId: order.id,
    fulfilmentId,
    threadId: thread.id,
    customerId: thread.customerId,
    subjectId: thread.subjectId,
    memberId: spare.id,
    apiKeyId: key.id,
    smartLinkId: link.id,
    promotionId: promotion.id,
    callId: call.callId,
    productId: product.id,
    phone: '+48600000118',
    market: 'PL',
    currency: 'PLN',
    defaultMarket: 'PL',
    zone: 'Europe/Warsaw',
    slugOrId: product.slug.en,
    taxClass: 'standard',
    'markets.code': 'PL',
    'policies.kind': 'terms',
    'products.code': 'lund',
    'categories.code': 'sofas',
    'attributes.code': 'colour',
    'locations.code': 'KRK',
    'handoffs.code': handoff.code,
    'links.slug': 'green-lund',
    'go.slug': 'green-lund',
    file: `${randomUUID()}.svg`,
  };
}
