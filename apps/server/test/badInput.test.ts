import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { LightMyRequestResponse } from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problems } from '../src/kernel/problems.ts';
import { reconcileStock } from '../src/modules/stock/index.ts';
import type { Person } from './person.ts';
import { addressOf, type Known, type Operation, readOperations, sampleOf } from './plausible.ts';
import { type SmallShop, smallShop } from './smallShop.ts';
import { type TestServer, testServer } from './testServer.ts';

const password = 'a-password-for-tests';
const start = new Date('2026-11-24T13:02:00Z');

let server: TestServer;
let shop: SmallShop;
let database: pg.Client;
let operations: Operation[];
let known: Known;
let admin: Person;
let krakow: Person;
let agent: Person;

beforeAll(async () => {
  server = await testServer();
  server.clock.travelTo(start);
  shop = await smallShop(server, { krakowGreen: 3_000, warehouseBlue: 3_000 });
  database = new pg.Client({ connectionString: server.databaseUrl });
  await database.connect();
  [admin, krakow, agent] = [await shop.staff('admin'), await shop.staff('krakow'), await shop.staff('agent')];
  operations = (await readOperations(server)).filter((operation) => !isIngest(operation));
  known = await makeThings();
});
afterAll(async () => {
  await database.end();
  await server.stop();
});

/** Bodies as bytes, checked by who signed them or by what they hold; their own tests say how. */
const isIngest = (operation: Operation) =>
  operation.path.endsWith('/{type}') || operation.path.startsWith('/webhooks/');

// ── calling ─────────────────────────────────────────────────────────────────────────────────────────────────────────

let addresses = 0;
/** Each call from its own, so that limits do not stand in front of what is tested. */
const nextAddress = () => {
  addresses += 1;
  return `10.${40 + (addresses >> 16)}.${(addresses >> 8) & 255}.${addresses & 255}`;
};
const cookies = { shop: '', staff: '' };

interface Sent {
  method?: string;
  url: string;
  /** As it is on the wire: text or bytes; anything else is written as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  type?: string;
}

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

/** What is wrong with an answer to bad input, if anything. */
function faultOf(answer: LightMyRequestResponse, mustRefuse: boolean): string | undefined {
  const { statusCode: status } = answer;
  if (status >= 500) return `${status} ${answer.body.slice(0, 200)}`;
  if (status < 400) return mustRefuse ? `${status}: it was taken` : undefined;
  if (!String(answer.headers['content-type']).includes('application/problem+json'))
    return `${status} is no problem+json`;
  const { code, title, requestId } = answer.json();
  const listed = problems[code as keyof typeof problems];
  if (listed?.status !== status || listed.title !== title || !requestId)
    return `${status} ${code} is not in the catalogue`;
  return mustRefuse && ![400, 413, 415].includes(status)
    ? `${status} ${code}: what was sent went past the checks`
    : undefined;
}

/** Everything the database holds, but for what counts calls. A refused request must leave it as it is, to the letter. */
async function fingerprints(): Promise<Record<string, string>> {
  const { rows } = await database.query<{ name: string }>(`
    select schemaname || '."' || tablename || '"' as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema', 'pgboss')
      and schemaname || '.' || tablename not in ('kernel.rate_limit', 'kernel.outbox_cursor', 'journeys.cursor')`);
  const hashes: Record<string, string> = {};
  for (const { name } of rows) {
    const hash = await database.query(
      `select count(*) || ' rows ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as h from ${name} t`,
    );
    hashes[name] = hash.rows[0].h;
  }
  return hashes;
}

type Path = (string | number)[];

/** Paths to every text, number and boolean of a value. */
function leavesOf(value: unknown, path: Path = []): { path: Path; value: unknown }[] {
  if (typeof value !== 'object' || value === null) return path.length > 0 ? [{ path, value }] : [];
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function withValue(sample: unknown, path: Path, value: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  const copy = structuredClone(sample) as Record<string | number, unknown>;
  copy[first] = withValue(copy[first], rest, value);
  return copy;
}

// ── things that exist, and requests that would do something ─────────────────────────────────────────────────────────

async function makeThings(): Promise<Known> {
  const julia = await signedIn('julia@example.com');
  cookies.shop = julia;
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
    startedAt: start.toISOString(),
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

const cookieOf = (answer: LightMyRequestResponse) =>
  answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');

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
  return cookieOf(await server.app.inject({ method: 'POST', url: '/api/shop/sign-in', headers: { cookie }, payload }));
}

const opened = [['10:00', '20:00']];
const week = { mon: opened, tue: opened, wed: opened, thu: opened, fri: opened, sat: opened, sun: [] };
const inThree = (text: string) => ({ en: text, pl: text, ru: text });

/** Where the first value that fits the schema does not make sense. */
const sensible: Record<string, (fresh: string) => Record<string, unknown>> = {
  'POST /api/staff/locations': (fresh) => ({ code: `S-${fresh}`.toUpperCase(), hours: week, exceptions: [] }),
  'PUT /api/staff/locations/{id}': () => ({
    code: 'KRK',
    kind: 'store',
    hours: week,
    capabilities: ['pickup', 'reserve', 'pay', 'display'],
    version: 1,
  }),
  'PUT /api/staff/locations/{id}/hours': () => ({ hours: week }),
  'PUT /api/staff/locations/{id}/exceptions': () => ({
    exceptions: [{ date: '2027-01-15', open: [], note: 'a fair' }],
  }),
  'PUT /api/staff/chat/hours': () => ({ hours: week, exceptions: [], version: 0 }),
  'PUT /api/staff/products/{code}': () => ({
    slug: inThree('sofa-lund'),
    categoryCode: 'sofas',
    options: [],
    variants: [],
    attributes: {},
    pictures: [],
    archived: false,
    version: 1,
  }),
  'PATCH /api/staff/products/{code}': () => ({
    version: 1,
    archived: false,
    variants: [{ sku: 'LUND-BLUE', archived: false }],
  }),
  'PUT /api/staff/categories/{code}': () => ({ slug: inThree('sofas-now'), parentCode: null, version: 1 }),
  'POST /api/staff/products/{code}/pictures': () => ({
    contentType: 'image/svg+xml',
    content: '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>',
    sku: 'LUND-BLUE',
  }),
  'POST /api/staff/promotions': () => ({ endsAt: '2027-01-16T10:00:00.000Z' }),
  'POST /api/staff/customers': (fresh) => ({ email: `c-${fresh}@example.com`, idSeen: false }),
  'POST /api/staff/customers/{id}/identifiers': (fresh) => ({ value: `i-${fresh}@example.com`, idSeen: false }),
  'POST /api/staff/smart-links': (fresh) => ({ slug: `s-${fresh}` }),
  'POST /api/staff/sources': (fresh) => ({ name: `s-${fresh}` }),
  'POST /api/staff/members': (fresh) => ({ email: `m-${fresh}@shop.example`, locationIds: [] }),
  'PATCH /api/staff/members/{id}': () => ({ role: 'agent', active: true }),
  'POST /api/shop/chat/messages': (fresh) => ({ clientKey: `key-${fresh}`, context: {} }),
  'POST /api/shop/chat/leave-message': (fresh) => ({ clientKey: `key-${fresh}`, email: 'julia@example.com' }),
  'PUT /api/shop/chat/contact': () => ({ email: 'julia@example.com' }),
  'POST /api/staff/threads/{id}/messages': (fresh) => ({ clientKey: `key-${fresh}`, internal: true, ifSeq: 9999 }),
  'POST /api/staff/calls': () => ({ startedAt: start.toISOString() }),
  'POST /api/shop/sign-in/code': (fresh) => ({ email: `c-${fresh}@example.com` }),
  'POST /api/shop/sign-in': (fresh) => ({ email: `c-${fresh}@example.com` }),
  'POST /api/staff/sign-in': (fresh) => ({ email: `c-${fresh}@example.com` }),
  'POST /api/shop/cart/lines': () => ({ version: undefined }),
  'POST /api/shop/orders': () => ({
    from: { lines: [{ variantId: shop.green, quantity: 1, way: { method: 'pickup', locationId: shop.krakow } }] },
    couponCode: undefined,
    total: undefined,
  }),
  'POST /api/staff/sales': () => ({
    goods: { lines: [{ variantId: shop.green, quantity: 1 }] },
    payment: { method: 'cash', amount: { amount: 386_900, currency: 'PLN' } },
  }),
  'PUT /api/staff/settings/delivery-zones': () => ({ version: 0, zones: [] }),
  'PUT /api/staff/prices': () => ({ prices: [{ variantId: shop.green, gross: { amount: 386_900, currency: 'PLN' } }] }),
};

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

/** Not a word here is to be kept, so what would end the session is not called with something right. */
const changing = () => operations.filter((operation) => operation.method !== 'GET');
const endsSession = (operation: Operation) => /sign-out$|^DELETE \/api\/shop\/session/.test(operation.key);

// ── acts ────────────────────────────────────────────────────────────────────────────────────────────────────────────

const freeInKrakow = async () => {
  const { items } = await admin.get(`/api/staff/stock?variantIds=${shop.green}`);
  return items.find((level: { locationId: string }) => level.locationId === shop.krakow).available as number;
};
const countOf = async (table: string) => Number((await database.query(`select count(*) from ${table}`)).rows[0].count);
const nobody = '01890000-0000-7000-8000-000000000009';
const pickup = () => ({ method: 'pickup', locationId: shop.krakow });
const contact = { name: 'Julia', email: 'julia@example.com' };
const orderOf = (variantId: string, quantity: number) => ({
  from: { lines: [{ variantId, quantity, way: pickup() }] },
  contact,
  payment: { method: 'pay_in_store' },
});
const cash = (amount: number, currency = 'PLN') => ({ method: 'cash', amount: { amount, currency } });

/** Neither goods nor orders nor money move, whatever else was written down. */
async function movesNothing(act: () => Promise<void>): Promise<void> {
  const figures = async () => ({
    free: await freeInKrakow(),
    orders: await countOf('orders.order'),
    payments: await countOf('payments.payment'),
    works: await countOf('fulfilment.fulfilment'),
  });
  const before = await figures();
  await act();
  await server.settle();
  expect(await figures()).toEqual(before);
  expect(await reconcileStock(server.ctx())).toEqual([]);
}

describe('quantities', () => {
  it.each([-1, 0, 1.5, '2', 1e12, null, Number.MAX_SAFE_INTEGER])(
    '%s pieces are no quantity, in cart, order, hold and sale',
    async (quantity) => {
      const julia = await shop.shopper();
      await julia.post('/api/shop/cart/lines', { variantId: shop.green, quantity: 2, way: pickup() });
      const cart = await julia.get('/api/shop/cart');
      await movesNothing(async () => {
        for (const answer of [
          await julia.call('POST', '/api/shop/cart/lines', { variantId: shop.blue, quantity, way: pickup() }),
          await julia.call('POST', '/api/shop/orders', orderOf(shop.green, quantity as number)),
          await julia.call('POST', '/api/shop/holds', {
            variantId: shop.green,
            locationId: shop.krakow,
            quantity,
            contact,
          }),
          await krakow.call('POST', '/api/staff/sales', {
            locationId: shop.krakow,
            goods: { lines: [{ variantId: shop.green, quantity }] },
            payment: cash(386_900),
          }),
        ])
          expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
      });
      if (quantity !== 0) {
        const change = { version: cart.version, quantity };
        const answer = await julia.call('PATCH', `/api/shop/cart/lines/${cart.lines[0].id}`, change);
        expect(answer.status).toBe(400);
      }
      expect(await julia.get('/api/shop/cart')).toMatchObject({ version: cart.version, lines: [{ quantity: 2 }] });
    },
  );

  it('more than there is may be wished for, and is neither ordered nor held nor sold nor written off', async () => {
    const julia = await shop.shopper();
    await movesNothing(async () => {
      const cart = await julia.post('/api/shop/cart/lines', { variantId: shop.green, quantity: 5_000, way: pickup() });
      expect(cart).toMatchObject({ isOrderable: false, lines: [{ stock: { isEnough: false } }] });
      const damage = (variantId: string, delta: number) => ({
        variantId,
        locationId: shop.krakow,
        kind: 'damage',
        delta,
        reason: 'water',
      });
      for (const answer of [
        await julia.call('POST', '/api/shop/orders', {
          ...orderOf(shop.green, 1),
          from: { cartId: cart.id, version: cart.version },
        }),
        await julia.call('POST', '/api/shop/holds', {
          variantId: shop.green,
          locationId: shop.krakow,
          quantity: 4_500,
          contact,
        }),
        await krakow.call('POST', '/api/staff/sales', {
          locationId: shop.krakow,
          goods: { lines: [{ variantId: shop.green, quantity: 9_999 }] },
          payment: cash(386_900),
        }),
        await krakow.call('POST', '/api/staff/stock/changes', {
          changes: [damage(shop.green, -1), damage(shop.blue, -1)],
        }),
      ])
        expect(answer, JSON.stringify(answer.body)).toMatchObject({
          status: 409,
          body: { code: 'insufficient_stock' },
        });
      expect((await julia.get('/api/shop/cart')).lines).toMatchObject([{ quantity: 5_000, hold: null }]);
    });
  });
});

describe('ids of nothing', () => {
  it('are told as such, and nothing is made for them', async () => {
    const julia = await shop.shopper();
    const thread = known.threadId;
    await movesNothing(async () => {
      const asked: [Person, 'GET' | 'POST' | 'PUT' | 'PATCH', string, unknown?][] = [
        [julia, 'POST', '/api/shop/cart/lines', { variantId: nobody, quantity: 1, way: pickup() }],
        [
          julia,
          'POST',
          '/api/shop/cart/lines',
          { variantId: shop.green, quantity: 1, way: { method: 'pickup', locationId: nobody } },
        ],
        [julia, 'POST', '/api/shop/orders', { ...orderOf(shop.green, 1), from: { cartId: nobody, version: 1 } }],
        [julia, 'POST', '/api/shop/holds', { variantId: shop.green, locationId: nobody, contact }],
        [julia, 'POST', `/api/shop/carts/${known.cartId}/handoff`, {}],
        [
          agent,
          'POST',
          '/api/staff/holds',
          { person: { threadId: nobody }, variantId: shop.green, locationId: shop.krakow },
        ],
        [
          agent,
          'POST',
          '/api/staff/holds',
          { person: { customerId: nobody }, variantId: shop.green, locationId: shop.krakow },
        ],
        [
          agent,
          'POST',
          '/api/staff/carts',
          { customerId: nobody, lines: [{ variantId: shop.green, quantity: 1, way: pickup() }] },
        ],
        [agent, 'POST', '/api/staff/threads', { customerId: nobody }],
        [agent, 'POST', `/api/staff/threads/${thread}/assign`, { staffId: nobody }],
        [
          agent,
          'POST',
          `/api/staff/threads/${thread}/messages`,
          { clientKey: randomUUID(), productCard: { variantId: nobody } },
        ],
        [krakow, 'POST', `/api/staff/fulfilments/${nobody}/hand-over`, {}],
        [
          krakow,
          'POST',
          '/api/staff/sales',
          {
            locationId: shop.krakow,
            goods: { lines: [{ variantId: shop.green, quantity: 1 }] },
            customerId: nobody,
            payment: cash(386_900),
          },
        ],
        [
          admin,
          'POST',
          '/api/staff/stock/changes',
          {
            changes: [{ variantId: nobody, locationId: shop.krakow, kind: 'receive', delta: 1, reason: 'delivery' }],
          },
        ],
        [
          admin,
          'POST',
          '/api/staff/stock/changes',
          {
            changes: [{ variantId: shop.green, locationId: nobody, kind: 'receive', delta: 1, reason: 'delivery' }],
          },
        ],
        [admin, 'GET', `/api/staff/customers/${nobody}/panel`],
        [admin, 'GET', `/api/staff/customers/${nobody}/holds`],
        [admin, 'GET', `/api/staff/customers/${nobody}/mails`],
      ];
      const answers: string[] = [];
      for (const [who, method, url, body] of asked) {
        const { status, body: said } = await who.call(method, url, body);
        if (status !== 404)
          answers.push(
            `${method} ${url} ${JSON.stringify(body)?.slice(0, 120)}: ${status} ${JSON.stringify(said).slice(0, 200)}`,
          );
      }
      expect(answers).toEqual([]);
      // Goods that are not there are goods that are not sold: told as that.
      const unsold = await julia.call('POST', '/api/shop/orders', orderOf(nobody, 1));
      expect(unsold).toMatchObject({ status: 409, body: { code: 'price_missing' } });
    });
  });
});

describe('another currency than the market’s', () => {
  const euro = { amount: 386_900, currency: 'EUR' };

  it('is neither taken as payment nor as price, discount, rate or total', async () => {
    const julia = await shop.shopper();
    const sale = (payment: object, discount?: object) =>
      krakow.call('POST', '/api/staff/sales', {
        locationId: shop.krakow,
        goods: { lines: [{ variantId: shop.green, quantity: 1, ...(discount ? { discount } : {}) }] },
        payment,
      });
    const prices = `/api/shop/prices?variantIds=${shop.green}&variantIds=${shop.blue}`;
    const before = await julia.get(prices);
    await movesNothing(async () => {
      expect(await sale(cash(386_900, 'EUR'))).toMatchObject({ status: 409, body: { code: 'payment_incomplete' } });
      const byHand = await sale(cash(386_900), { discount: { newUnit: euro }, reason: 'a scratch' });
      expect(byHand).toMatchObject({ status: 422, body: { code: 'mixed_currencies' } });
      const order = await julia.call('POST', '/api/shop/orders', { ...orderOf(shop.green, 1), total: euro });
      expect(order).toMatchObject({ status: 409, body: { code: 'terms_changed' } });
      const price = await admin.call('PUT', '/api/staff/prices', {
        market: 'PL',
        reason: 'new',
        prices: [
          { variantId: shop.blue, gross: { amount: 1_000, currency: 'PLN' } },
          { variantId: shop.green, gross: euro },
        ],
      });
      expect(price).toMatchObject({ status: 422, body: { code: 'mixed_currencies' } });
      const { version } = await admin.get('/api/staff/settings/delivery-zones');
      const zone = {
        name: inThree('Abroad'),
        postcodePrefixes: [],
        rate: euro,
        freeFrom: null,
        daysMin: 1,
        daysMax: 2,
      };
      const rates = await admin.call('PUT', '/api/staff/settings/delivery-zones', {
        market: 'PL',
        version,
        zones: [zone],
      });
      expect([400, 422]).toContain(rates.status);
    });
    expect(await julia.get(prices)).toEqual(before);
    expect((await admin.get('/api/staff/settings/delivery-zones')).zones).toHaveLength(1);
  });

  it('and amounts that nobody has are refused before anything is counted', async () => {
    for (const amount of [0, -1, 1_000_000_000_001, Number.MAX_SAFE_INTEGER]) {
      const answer = await admin.call('PUT', '/api/staff/prices', {
        market: 'PL',
        reason: 'new',
        prices: [{ variantId: shop.green, gross: { amount, currency: 'PLN' } }],
      });
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_amount' } });
    }
    await admin.must('PUT', '/api/staff/prices', {
      market: 'PL',
      reason: 'as dear as can be',
      prices: [{ variantId: shop.green, gross: { amount: 1_000_000_000_000, currency: 'PLN' } }],
    });
    const julia = await shop.shopper();
    const line = { variantId: shop.green, quantity: 10_000, way: pickup() };
    const cart = await julia.call('POST', '/api/shop/cart/lines', line);
    expect(cart.status, JSON.stringify(cart.body)).toBeLessThan(500);
    expect((await julia.call('GET', '/api/shop/cart')).status).toBeLessThan(500);
    const many = await julia.call('POST', '/api/shop/orders', {
      ...orderOf(shop.green, 1),
      from: { lines: Array.from({ length: 50 }, () => line) },
    });
    expect(many.status, JSON.stringify(many.body)).toBeLessThan(500);
    await admin.must('PUT', '/api/staff/prices', {
      market: 'PL',
      reason: 'as before',
      prices: [{ variantId: shop.green, gross: { amount: 386_900, currency: 'PLN' } }],
    });
  });
});

describe('codes that ran out', () => {
  const later = async (ms: number, act: () => Promise<void>) => {
    server.clock.travelTo(new Date(start.getTime() + ms));
    await act().finally(() => server.clock.travelTo(start));
  };
  const minutes = 60_000;
  const days = 24 * 60 * minutes;

  it('a sign-in code works for ten minutes, once, for its own address and for five tries', async () => {
    const browser = async () =>
      cookieOf(await server.app.inject({ method: 'POST', url: '/api/shop/session', payload: {} }));
    const cookie = await browser();
    const tryCode = async (email: string, code: string, from = cookie) =>
      (
        await server.app.inject({
          method: 'POST',
          url: '/api/shop/sign-in',
          remoteAddress: nextAddress(),
          headers: { cookie: from },
          payload: { email, code },
        })
      ).json();
    const refused = { status: 401, code: 'code_invalid' };
    const late = await askForCode('late@example.com', cookie);
    await later(11 * minutes, async () => expect(await tryCode('late@example.com', late)).toMatchObject(refused));

    const own = await askForCode('own@example.com', cookie);
    expect(await tryCode('late@example.com', own)).toMatchObject(refused);
    expect(await tryCode('own@example.com', own)).toMatchObject({ signedIn: true });
    expect(await tryCode('own@example.com', own, await browser())).toMatchObject(refused);

    const guessed = await askForCode('guessed@example.com', cookie);
    const wrong = guessed === '000000' ? '000001' : '000000';
    for (let n = 0; n < 5; n += 1) expect(await tryCode('guessed@example.com', wrong)).toMatchObject(refused);
    expect(await tryCode('guessed@example.com', guessed)).toMatchObject(refused);
  });

  it('a cart’s link and its short code end after fourteen days, and nothing is sold by them', async () => {
    const julia = await shop.shopper();
    const cart = await julia.post('/api/shop/cart/lines', { variantId: shop.green, quantity: 1, way: pickup() });
    const { token, code } = await julia.post(`/api/shop/carts/${cart.id}/handoff`, {});
    const other = await shop.shopper();
    expect((await other.call('GET', `/api/shop/handoffs/${token}`)).status).toBe(200);
    await movesNothing(() =>
      later(15 * days, async () => {
        const anna = await shop.staff('krakow');
        const refused = { status: 409, body: { code: 'handoff_invalid' } };
        expect(await other.call('GET', `/api/shop/handoffs/${token}`)).toMatchObject(refused);
        expect(await other.call('POST', `/api/shop/handoffs/${token}/accept`)).toMatchObject(refused);
        expect(await anna.get(`/api/staff/handoffs/${code}`)).toMatchObject({ verdict: 'expired', cart: null });
        const sale = { locationId: shop.krakow, goods: { code }, payment: cash(386_900) };
        expect(await anna.call('POST', '/api/staff/sales', sale)).toMatchObject(refused);
      }),
    );
    expect((await other.get('/api/shop/cart')).lines).toEqual([]);
  });

  it('a code that was never one is unknown, whatever it is made of', async () => {
    for (const code of ['ZZ-ZZZZ', '000000', 'ÀÀ-ÀÀÀÀ', '%', 'V-999999999999', "' or 1=1", '🛋🛋🛋']) {
      const said = await krakow.get(`/api/staff/handoffs/${encodeURIComponent(code)}`);
      expect(said).toMatchObject({ verdict: 'unknown', cart: null, customer: null });
    }
  });
});

describe('a key that was used before', () => {
  it('for another body is refused by every act that must not happen twice, and the first answer stands', async () => {
    const julia = await shop.shopper();
    const { threadId } = known;
    const acts: [Person, string, object, object][] = [
      [julia, '/api/shop/orders', orderOf(shop.green, 1), orderOf(shop.green, 2)],
      [
        julia,
        '/api/shop/holds',
        { variantId: shop.green, locationId: shop.krakow, contact },
        { variantId: shop.green, locationId: shop.krakow, quantity: 2, contact },
      ],
      [
        agent,
        '/api/staff/holds',
        { person: { threadId }, variantId: shop.green, locationId: shop.krakow, quantity: 3 },
        { person: { threadId }, variantId: shop.green, locationId: shop.krakow, quantity: 4 },
      ],
      [
        krakow,
        '/api/staff/sales',
        { locationId: shop.krakow, goods: { lines: [{ variantId: shop.green, quantity: 1 }] }, payment: cash(386_900) },
        { locationId: shop.krakow, goods: { lines: [{ variantId: shop.green, quantity: 2 }] }, payment: cash(773_800) },
      ],
      [
        krakow,
        '/api/staff/stock/changes',
        {
          changes: [{ variantId: shop.green, locationId: shop.krakow, kind: 'receive', delta: 1, reason: 'delivery' }],
        },
        {
          changes: [{ variantId: shop.green, locationId: shop.krakow, kind: 'receive', delta: 2, reason: 'delivery' }],
        },
      ],
      [agent, '/api/staff/customers', { email: 'twice@example.com' }, { email: 'other@example.com' }],
      [
        julia,
        '/api/shop/cart/lines',
        { variantId: shop.blue, quantity: 1, way: pickup() },
        { variantId: shop.blue, quantity: 2, way: pickup() },
      ],
    ];
    for (const [who, url, body, other] of acts) {
      const key = { 'idempotency-key': randomUUID() };
      const first = await who.call('POST', url, body, key);
      expect(first.status, `${url} ${JSON.stringify(first.body)}`).toBeLessThan(300);
      const free = await freeInKrakow();
      const second = await who.call('POST', url, other, key);
      expect(second, url).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
      const again = await who.call('POST', url, body, key);
      expect(again.status, url).toBe(first.status);
      expect(again.body.id ?? again.body.order?.id, url).toBe(first.body.id ?? first.body.order?.id);
      expect(await freeInKrakow(), url).toBe(free);
    }
    await server.settle();
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });

  it('a chat message’s key too', async () => {
    const julia = await shop.shopper();
    const clientKey = randomUUID();
    await julia.post('/api/shop/chat/messages', { text: 'one', clientKey });
    const other = await julia.call('POST', '/api/shop/chat/messages', { text: 'two', clientKey });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
    await julia.post('/api/shop/chat/messages', { text: 'one', clientKey });
    const { messages } = await julia.get('/api/shop/chat');
    expect(messages.filter((message: { direction: string }) => message.direction === 'in')).toHaveLength(1);
  });
});

describe('script in names and messages', () => {
  const script = `<img src=x onerror="alert(1)"><script>alert('2')</script>`;

  it('comes back as the text it is, as JSON that no browser takes for a page', async () => {
    const julia = await shop.shopper();
    await julia.post('/api/shop/chat/messages', { text: script, clientKey: randomUUID() });
    await julia.must('PUT', '/api/shop/chat/contact', { name: script });
    const chat = await julia.call('GET', '/api/shop/chat');
    expect(chat.body.messages[0].text).toBe(script);
    expect(chat.headers['content-type']).toContain('application/json');
    expect(chat.headers['x-content-type-options']).toBe('nosniff');
    const thread = await agent.get(`/api/staff/threads/${chat.body.threadId}`);
    expect(thread).toMatchObject({ claimed: { name: script }, messages: [{ text: script }] });
  });

  it('is escaped in every mail and in the mailbox that shows it', async () => {
    const julia = await shop.shopper();
    const email = 'script@example.com';
    const named = { name: script, email };
    await julia.post('/api/shop/orders', { ...orderOf(shop.green, 1), contact: named });
    await julia.post('/api/shop/holds', { variantId: shop.green, locationId: shop.krakow, contact: named });
    await julia.post('/api/shop/chat/leave-message', { email, text: script, clientKey: randomUUID(), name: script });
    await server.settle();
    const { threadId } = await julia.get('/api/shop/chat');
    const reply = { text: script, replyBy: 'email', clientKey: randomUUID() };
    await agent.post(`/api/staff/threads/${threadId}/messages`, reply);
    await server.settle();
    const { items } = await julia.get(`/api/dev/mailbox?to=${email}&limit=100`);
    expect(items.length).toBeGreaterThanOrEqual(3);
    const html = items.map((mail: { html: string }) => mail.html).join('\n');
    expect(html).not.toMatch(/<script>alert|<img src=x/);
    expect(html).toContain('&lt;script&gt;');
    for (const page of [`/mailbox?to=${email}&id=${items[0].id}`, `/mailbox?to=${encodeURIComponent(script)}`]) {
      const shown = await server.app.inject(page);
      expect(shown.body).not.toMatch(/<script>alert|<img src=x/);
    }
    const frame = await server.app.inject(`/mailbox/${items[0].id}/html`);
    expect(frame.headers['content-security-policy']).toMatch(/default-src 'none'/);
  });

  it('a line break in a name is no second header of a mail', async () => {
    const julia = await shop.shopper();
    const email = 'breaks@example.com';
    const name = 'Julia\r\nBcc: everybody@example.com\r\n\r\nand a body';
    await julia.post('/api/shop/orders', { ...orderOf(shop.green, 1), contact: { name, email } });
    await server.settle();
    const { items } = await julia.get(`/api/dev/mailbox?to=${email}`);
    expect(items).toHaveLength(1);
    expect(items[0].to).toEqual([email]);
    expect(Object.keys(items[0].headers).map((header) => header.toLowerCase())).not.toContain('bcc');
    const address = { name: 'Julia', email: 'a@example.com\r\nBcc: b@example.com' };
    const refused = await julia.call('POST', '/api/shop/orders', { ...orderOf(shop.green, 1), contact: address });
    expect(refused.status).toBe(400);
  });

  it('a picture is no way in either', async () => {
    const picture = (content: string, contentType = 'image/svg+xml') =>
      admin.call('POST', '/api/staff/products/lund/pictures', {
        kind: 'picture',
        contentType,
        content,
        alt: inThree('sofa'),
      });
    for (const content of [
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>',
      '<svg xmlns="http://www.w3.org/2000/svg"><image href="http://169.254.169.254/"/></svg>',
      '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&x;</svg>',
    ])
      expect((await picture(content)).status).toBe(400);
    expect((await picture('not base64 at all', 'image/png')).status).toBe(400);
  });
});

describe('texts', () => {
  it('in other scripts, with signs of emotion and signs that turn the line, come back letter by letter', async () => {
    const julia = await shop.shopper();
    for (const text of [
      'שלום \u202eעולם\u202c',
      '👩‍👩‍👧‍👦🇵🇱 zażółć gęślą jaźń',
      'Здравствуйте\n\tвторая строка',
      'ﷺ'.repeat(100),
    ]) {
      const posted = await julia.post('/api/shop/chat/messages', { text, clientKey: randomUUID() });
      expect(posted.text).toBe(text);
    }
    const { order } = await julia.post('/api/shop/orders', {
      ...orderOf(shop.green, 1),
      contact: { name: 'יוליה 👩', email: 'julia@example.com' },
    });
    expect((await admin.get(`/api/staff/orders/${order.id}`)).contact.name).toBe('יוליה 👩');
  });

  it('too long for what they are for are refused, and not cut', async () => {
    const julia = await shop.shopper();
    for (const [url, body] of [
      ['/api/shop/chat/messages', { text: 'x'.repeat(20_000), clientKey: randomUUID() }],
      ['/api/shop/orders', { ...orderOf(shop.green, 1), contact: { name: 'x'.repeat(121), email: 'a@example.com' } }],
      [
        '/api/shop/holds',
        { variantId: shop.green, locationId: shop.krakow, contact: { name: 'x'.repeat(121), email: 'a@example.com' } },
      ],
    ] as const)
      expect(await julia.call('POST', url, body)).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    expect((await julia.get('/api/shop/chat')).messages).toEqual([]);
  });
});

describe('other people’s things', () => {
  it('another’s cart is neither ordered nor handed on, another’s code neither used nor seen', async () => {
    const [julia, eve] = [await shop.shopper(), await shop.shopper()];
    const cart = await julia.post('/api/shop/cart/lines', { variantId: shop.green, quantity: 1, way: pickup() });
    await movesNothing(async () => {
      const from = { cartId: cart.id, version: cart.version };
      expect((await eve.call('POST', '/api/shop/orders', { ...orderOf(shop.green, 1), from })).status).toBe(404);
      expect((await eve.call('POST', `/api/shop/carts/${cart.id}/handoff`, {})).status).toBe(404);
      const line = `/api/shop/cart/lines/${cart.lines[0].id}`;
      expect((await eve.call('PATCH', line, { version: cart.version, quantity: 5 })).status).toBe(404);
      expect((await eve.call('DELETE', `${line}?version=${cart.version}`)).status).toBe(404);
    });
    expect(await julia.get('/api/shop/cart')).toMatchObject({ version: cart.version, lines: [{ quantity: 1 }] });
  });
});

describe('what was taken out of use', () => {
  it('an archived store holds nothing and sells nothing', async () => {
    const { id, version } = await admin.post('/api/staff/locations', {
      ...(bodyOf(operations.find((one) => one.key === 'POST /api/staff/locations') as Operation) as object),
      kind: 'store',
      capabilities: ['pickup', 'reserve', 'pay'],
      code: 'GONE',
    });
    await admin.post('/api/staff/stock/changes', {
      changes: [{ variantId: shop.green, locationId: id, kind: 'receive', delta: 5, reason: 'delivery' }],
    });
    await admin.post(`/api/staff/locations/${id}/archive`, { reason: 'closed for good', version });
    const julia = await shop.shopper();
    const held = await julia.call('POST', '/api/shop/holds', { variantId: shop.green, locationId: id, contact });
    expect(held.status, JSON.stringify(held.body)).toBe(409);
    const line = { variantId: shop.green, quantity: 1, way: { method: 'pickup', locationId: id } };
    const ordered = await julia.call('POST', '/api/shop/orders', {
      ...orderOf(shop.green, 1),
      from: { lines: [line] },
    });
    expect(ordered.status, JSON.stringify(ordered.body).slice(0, 300)).toBe(409);
    const put = await julia.call('POST', '/api/shop/cart/lines', line);
    expect(put.status, JSON.stringify(put.body)).toBe(409);
    const byAgent = await agent.call('POST', '/api/staff/holds', {
      person: { threadId: known.threadId },
      variantId: shop.green,
      locationId: id,
    });
    expect(byAgent.status, JSON.stringify(byAgent.body)).toBe(409);
  });
});

describe('goods taken off sale', () => {
  it('go into no cart, no order and no hold any more', async () => {
    const setGreen = async (archived: boolean) => {
      const { version } = await admin.get(`/api/staff/products/${known.productId}`);
      await admin.must('PATCH', '/api/staff/products/lund', { version, variants: [{ sku: 'LUND-GREEN', archived }] });
    };
    const julia = await shop.shopper();
    const before = await julia.post('/api/shop/cart/lines', { variantId: shop.green, quantity: 1, way: pickup() });
    await setGreen(true);
    await movesNothing(async () => {
      const hold = { variantId: shop.green, locationId: shop.krakow };
      for (const answer of [
        await julia.call('POST', '/api/shop/cart/lines', { variantId: shop.green, quantity: 1, way: pickup() }),
        await julia.call('POST', '/api/shop/orders', orderOf(shop.green, 1)),
        await julia.call('POST', '/api/shop/orders', {
          ...orderOf(shop.green, 1),
          from: { cartId: before.id, version: before.version },
        }),
        await julia.call('POST', '/api/shop/holds', { ...hold, contact }),
        await agent.call('POST', '/api/staff/holds', { ...hold, person: { threadId: known.threadId } }),
      ])
        expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 409, body: { code: 'archived' } });
    }).finally(() => setGreen(false));
  });
});

describe('a place in the stream of updates', () => {
  it('that is none of ours begins anew instead of breaking', async () => {
    const base = await server.app.listen({ port: 0, host: '127.0.0.1' });
    for (const place of ['x', '99999999999999999999.1', '1.999999999999999', '-1.-1', '1e3.1', '0.0; drop']) {
      const request = get(`${base}/api/shop/live`, {
        agent: false,
        headers: { cookie: cookies.shop, 'last-event-id': place },
      });
      request.on('error', () => undefined);
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      expect(response.statusCode).toBe(200);
      response.setEncoding('utf8');
      const [first] = await once(response, 'data');
      expect(first).toContain(': connected');
      if (place !== '1.999999999999999') {
        const next = first.includes('event:') ? first : (await once(response, 'data'))[0];
        expect(next).toContain('event: resync');
      }
      request.destroy();
    }
  });
});

describe('tracking events', () => {
  let writeKey: string;
  beforeAll(async () => {
    writeKey = (await admin.post('/api/staff/sources', { name: 'web', channel: 'web' })).writeKey;
  });
  const track = (body: string | Buffer, path = '/v1/t') =>
    server.app.inject({
      method: 'POST',
      url: path,
      remoteAddress: nextAddress(),
      headers: { 'content-type': 'text/plain' },
      payload: body,
    });
  const event = (more: object) =>
    JSON.stringify({ writeKey, anonymousId: randomUUID(), event: 'Seen', messageId: randomUUID(), ...more });

  it('that are none are answered as tracking clients understand it', async () => {
    for (const body of ['', '{', '[]', 'null', '5', Buffer.from([0x1f, 0x8b, 0, 1, 2]), Buffer.from([0xff, 0xfe])]) {
      const answer = await track(body);
      expect(faultOf(answer, false)).toBeUndefined();
      expect(answer.statusCode).toBe(400);
    }
    expect((await track(event({ writeKey: 'nobody' }))).statusCode).toBe(401);
    expect((await track(event({}), '/v1/nonsense')).statusCode).toBe(404);
    expect((await track(event({ properties: 'x'.repeat(600_000) }))).statusCode).toBe(400);
    expect((await track('x'.repeat(3_000_000))).statusCode).toBe(413);
  });

  it('with NUL, half characters, prototypes and endless depth in them do not stop those after them', async () => {
    const odd = [
      { properties: { text: 'a\u0000b', half: '\ud83d', 'a\u0000key': 1 } },
      { anonymousId: 'a\u0000b' },
      { event: '\ud83d half' },
      { userId: '\u0000' },
      { context: { page: { url: 'https://shop.example/\u0000?utm_source=\ud83d', referrer: '\u0000' } } },
      { properties: { big: 1e308, negative: -0, total: 'NaN', revenue: 1e300, quantity: 2 ** 63 } },
      { timestamp: 'yesterday' },
      { timestamp: '0000-01-01T00:00:00Z' },
      { timestamp: '+275760-09-13T00:00:00.001Z' },
      { messageId: 'x'.repeat(10_000) },
      { traits: { email: 'julia@example.com\u0000' } },
    ];
    for (const more of odd) {
      const answer = await track(event(more));
      expect(answer.statusCode, `${JSON.stringify(more)} ${answer.body}`).toBeLessThan(500);
    }
    const raw = event({}).slice(0, -1);
    for (const body of [
      `${raw},"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}`,
      `${raw},"properties":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
    ])
      expect((await track(body)).statusCode).toBeLessThan(500);
    const anonymousId = randomUUID();
    expect((await track(event({ anonymousId, event: 'Seen Last' }))).statusCode).toBe(200);
    await server.settle();
    const { rows } = await database.query('select count(*) as n from customers.subject where anonymous_id = $1', [
      anonymousId,
    ]);
    expect(Number(rows[0].n)).toBe(1);
  });
});

describe('every route, sent what it cannot take', () => {
  let before: Record<string, string>;
  beforeAll(async () => {
    before = await fingerprints();
  });

  const refusesAll = async (sent: (operation: Operation) => Sent[]) => {
    const faults: string[] = [];
    for (const operation of changing()) {
      for (const request of sent(operation)) {
        const fault = faultOf(await send(request), true);
        const what = Buffer.isBuffer(request.body) ? 'bytes' : JSON.stringify(request.body)?.slice(0, 160);
        if (fault) faults.push(`${operation.key} ${what}: ${fault}`);
      }
    }
    expect(faults).toEqual([]);
  };
  const to = (operation: Operation): Pick<Sent, 'method' | 'url'> => ({
    method: operation.method,
    url: addressOf(operation, known),
  });

  it('broken JSON, bytes that are no text, nesting without end, keys that change prototypes', async () => {
    const bodies = [
      '{',
      '{"text": "a\nb"}',
      `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      `${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}`,
      '{"__proto__":{"isAdmin":true}}',
      '{"constructor":{"prototype":{"isAdmin":true}}}',
      Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
      // Three bytes of a four-byte character: what replaces them has three bytes too.
      Buffer.concat([Buffer.from('{"text":"'), Buffer.from([0xf0, 0x9f, 0x98]), Buffer.from('"}')]),
    ];
    await refusesAll((operation) => bodies.map((body) => ({ ...to(operation), body })));
  });

  it('something else than an object, unknown fields, bodies without end, other content types', async () => {
    const bodies = ['[1]', '"text"', '5', '{"unknown":1}', JSON.stringify({ unknown: 'x'.repeat(6_000_000) })];
    await refusesAll((operation) => [
      ...bodies.map((body) => ({ ...to(operation), body })),
      ...(operation.body ? [{ ...to(operation), body: { ...(bodyOf(operation) as object), isAdmin: true } }] : []),
      { ...to(operation), body: '{}', type: 'text/plain' },
      { ...to(operation), body: 'a=1', type: 'application/x-www-form-urlencoded' },
      { ...to(operation), body: '<a/>', type: 'application/xml' },
    ]);
  });

  it('NUL and half characters in every text', async () => {
    await refusesAll((operation) => {
      const sample = bodyOf(operation);
      return leavesOf(sample)
        .filter((leaf) => typeof leaf.value === 'string')
        .flatMap((leaf) =>
          ['\u0000', 'some\u0000text', 'half \ud83d a pair', '\udc00'].map((text) => ({
            ...to(operation),
            body: withValue(sample, leaf.path, text),
          })),
        );
    });
  });

  it('the wrong type in every field, and numbers that no column holds', async () => {
    await refusesAll((operation) => {
      const sample = bodyOf(operation);
      return leavesOf(sample).flatMap(({ path, value }) => {
        const wrong =
          typeof value === 'number'
            ? ['1', '', true, {}, [], 1e300, -1e300, 2 ** 63]
            : typeof value === 'string'
              ? [5, true, { a: 1 }, ['a', 1]]
              : ['true', 1, {}];
        return wrong.map((one) => ({ ...to(operation), body: withValue(sample, path, one) }));
      });
    });
  });

  it('a key that is too short, too long, or missing where it is asked for', async () => {
    const faults: string[] = [];
    for (const operation of changing().filter((one) => one.body && !endsSession(one))) {
      for (const key of ['short', 'k'.repeat(201)]) {
        const answer = await send({ ...to(operation), body: bodyOf(operation), headers: { 'idempotency-key': key } });
        const fault = faultOf(answer, true);
        if (fault) faults.push(`${operation.key} with key of ${key.length}: ${fault}`);
      }
    }
    expect(faults).toEqual([]);
    for (const url of ['/api/shop/holds', '/api/shop/orders', '/api/staff/holds', '/api/staff/sales']) {
      const answer = await server.app.inject({
        method: 'POST',
        url,
        headers: { cookie: url.startsWith('/api/staff') ? cookies.staff : cookies.shop },
        payload: bodyOf(operations.find((one) => one.key === `POST ${url}`) as Operation) as object,
      });
      expect(answer.json()).toMatchObject({ status: 400, code: 'idempotency_key_required' });
    }
  });

  it('and of all that nothing was kept', async () => {
    expect(await fingerprints()).toEqual(before);
  });
});

describe('every route, asked at addresses that are none', () => {
  it('in the path: NUL, half characters, no ids, endless ones, other notations of ids', async () => {
    const faults: string[] = [];
    const parts = [
      '%00',
      'a%00b',
      '%ZZ',
      '%ED%A0%80',
      '%F0%9F%98%80',
      'x',
      '-1',
      '0',
      '%27%3B--',
      '..%2f..%2fetc%2fpasswd',
      '__proto__',
      'constructor',
      'x'.repeat(290),
      'x'.repeat(900),
      'urn:uuid:01890000-0000-7000-8000-000000000000',
      '01890000-0000-7000-8000-00000000ABCD',
      '01890000-0000-7000-8000-000000000000',
    ];
    for (const operation of operations) {
      for (const [hole] of operation.path.matchAll(/\{\w+\}/g)) {
        for (const part of parts) {
          const path = addressOf({ ...operation, path: operation.path.replace(hole, 'HOLE') }, known).replace(
            'HOLE',
            part,
          );
          const answer = await send({ method: operation.method, url: path, body: bodyOf(operation) });
          const fault = faultOf(answer, false);
          if (fault) faults.push(`${operation.method} ${path.slice(0, 120)}: ${fault}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('in the query: the same, cursors of nobody’s making, days and instants that are none', async () => {
    const cursorOf = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');
    const id = '01890000-0000-7000-8000-000000000000';
    const cursors = [
      'x',
      cursorOf({}),
      cursorOf(null),
      ...[['a'], [1e300], [-5], [1.5], ['\u0000'], [id]],
      ...[
        ['a', 'b'],
        [1, 2],
        ['2026-01-01', id],
        ['0000-01-01T00:00:00.000Z', id],
        ['2026-01-01T00:00:00.000Z', 'x'],
      ],
      ...[
        [1, id],
        [1e300, id],
        ['\u0000', '\u0000'],
        [1, 2, 3, 4],
        [0, 0, 0, '\u0000'],
        [1e300, 1e300, 1e300, id],
      ],
    ].map((key) => (typeof key === 'string' ? key : cursorOf(key)));
    const values = [
      ...['', '%00', 'a%00b', '%ED%A0%80', '%ZZ', 'x', '-1', '1.5', '1e300', '99999999999', "'--", 'x'.repeat(5_000)],
      ...['0000-01-01', '2026-02-30', '0001-01-01', '9999-12-31', '0000-01-01T00:00:00Z', '2026-12-31T23:59:60Z'],
      ...['2026-12-31T23:59:00%2B23', '2026-12-31%2010:00:00Z', '9999-12-31T23:59:59-14:00', `urn:uuid:${id}`],
      '%D7%A9%D7%9C%D7%95%D7%9D%E2%80%AE%F0%9F%98%80',
    ];
    const faults: string[] = [];
    for (const operation of operations.filter((one) => !one.path.endsWith('/live') && !endsSession(one))) {
      for (const { name } of operation.query) {
        for (const value of [...values, ...(name === 'cursor' ? cursors : []), `a&${name}=b`]) {
          const required = operation.query.filter((one) => one.required && one.name !== name);
          const path = addressOf({ ...operation, query: required }, known);
          const url = `${path}${path.includes('?') ? '&' : '?'}${name}=${value}`;
          const answer = await send({ method: operation.method, url, body: bodyOf(operation) });
          const fault = faultOf(answer, name === 'cursor' && cursors.includes(value));
          // A cursor of one list is none of another; a few of ours happen to be right for the list they are sent to.
          if (fault && !fault.includes('it was taken'))
            faults.push(`${operation.method} ${url.slice(0, 160)}: ${fault}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('a cursor that was tampered with is told as such', async () => {
    for (const url of [
      '/api/staff/audit',
      '/api/staff/orders',
      '/api/staff/promotions',
      '/api/shop/orders',
      '/api/staff/threads',
    ]) {
      const answer = await send({
        method: 'GET',
        url: `${url}?cursor=${Buffer.from('["x","y"]').toString('base64url')}`,
      });
      expect(`${url} ${answer.json().code}`).toBe(`${url} invalid_cursor`);
    }
  });

  it('cookies, keys and headers that are nobody’s and nothing', async () => {
    for (const headers of [
      { cookie: 'tl_shop=%00; tl_staff=%00' },
      { cookie: `tl_shop=${'x'.repeat(4_000)}; tl_staff=${'x'.repeat(2_000)}.${'y'.repeat(1_000)}` },
      { cookie: '=;;;=tl_shop;tl_staff' },
      { authorization: `Bearer ${'x'.repeat(5_000)}` },
      { authorization: 'Bearer tl_' },
      { authorization: 'Basic Og==' },
      { 'accept-language': ';q=,,;q=x', 'x-request-id': 'not-an-id' },
    ] as Record<string, string>[]) {
      for (const url of ['/api/shop/me', '/api/staff/me', '/api/shop/store-info']) {
        const answer = await server.app.inject({ url, headers: { cookie: '', ...headers } });
        expect(faultOf(answer, false), `${url} ${JSON.stringify(headers).slice(0, 60)}`).toBeUndefined();
        if (url !== '/api/shop/store-info') expect(answer.statusCode).toBe(401);
      }
    }
  });
});

describe('every route, sent what is strange and allowed', () => {
  const texts = [
    'שלום \u202e עולם',
    '👩‍👩‍👧‍👦 🇵🇱',
    '<script>alert(1)</script>',
    'toString',
    "Robert'); drop table x;--",
    ' ',
  ];
  const days = ['1900-01-01', '2999-12-31', '2028-02-29', '1900-01-01T00:00:00Z', '2999-12-31T23:59:59.999-12:00'];
  const ids = ['01890000-0000-7000-8000-00000000ABCD', '00000000-0000-0000-0000-000000000000'];
  const numbers = [0, -0, -1, 1.5, 2_147_483_647, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];

  function strangeFor(value: unknown): unknown[] {
    if (typeof value === 'number') return numbers;
    if (typeof value !== 'string') return [null];
    if (/^\d{4}-\d{2}-\d{2}/.test(value)) return days;
    return /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(value) ? ids : texts;
  }

  it('other scripts, words of the language, odd numbers and days: taken or refused, never a failure', async () => {
    const faults: string[] = [];
    for (const operation of changing().filter((one) => !endsSession(one))) {
      const url = addressOf(operation, known);
      for (const { path, value } of leavesOf(bodyOf(operation))) {
        for (const strange of strangeFor(value)) {
          const answer = await send({
            method: operation.method,
            url,
            body: withValue(bodyOf(operation), path, strange),
          });
          const fault = faultOf(answer, false);
          if (fault) faults.push(`${operation.key} ${path.join('.')} = ${JSON.stringify(strange)}: ${fault}`);
        }
      }
    }
    expect(faults).toEqual([]);
    await server.settle();
    expect(await reconcileStock(server.ctx())).toEqual([]);
  }, 60_000);
});
