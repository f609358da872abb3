import { randomUUID } from 'node:crypto';
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

const isIngest = (operation: Operation) => operation.path.endsWith('/{type}');

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
  const isStaff = url.startsWith('/api/staff');
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
      const cart = await julia.post('/api/shop/cart/lines', { variantId: shop.green, quantity: 9_999, way: pickup() });
      expect(cart).toMatchObject({ isOrderable: false, lines: [{ stock: { isEnough: false } }] });
      const damage = (delta: number) => ({
        variantId: shop.green,
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
          quantity: 9_998,
          contact,
        }),
        await krakow.call('POST', '/api/staff/sales', {
          locationId: shop.krakow,
          goods: { lines: [{ variantId: shop.green, quantity: 9_999 }] },
          payment: cash(386_900),
        }),
        await krakow.call('POST', '/api/staff/stock/changes', { changes: [damage(-1), damage(-99_999)] }),
      ])
        expect(answer).toMatchObject({ status: 409, body: { code: 'insufficient_stock' } });
      expect((await julia.get('/api/shop/cart')).lines).toHaveLength(1);
    });
  });
});

describe('ids of nothing', () => {
  it('are told as such, and nothing is made for them', async () => {
    const julia = await shop.shopper();
    const manager = await shop.staff('manager');
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
        [julia, 'POST', '/api/shop/orders', orderOf(nobody, 1)],
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
          krakow,
          'POST',
          '/api/staff/sales',
          {
            locationId: shop.krakow,
            goods: { lines: [{ variantId: nobody, quantity: 1 }] },
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
        [
          admin,
          'PUT',
          '/api/staff/prices',
          {
            market: 'PL',
            reason: 'new',
            prices: [{ variantId: nobody, gross: { amount: 100, currency: 'PLN' } }],
          },
        ],
        [
          manager,
          'POST',
          '/api/staff/smart-links',
          {
            slug: 'to-nothing',
            target: { variantId: nobody },
            campaign: { source: 'meta', medium: 'ad', name: 'x' },
          },
        ],
        [admin, 'PATCH', `/api/staff/members/${known.memberId}`, { locationIds: [nobody] }],
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
    });
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
  it('other scripts, signs and signs that turn the line around, words of the language, odd numbers: taken or refused, never a failure', async () => {
    const faults: string[] = [];
    const texts = [
      'שלום \u202e עולם',
      '👩‍👩‍👧‍👦 🇵🇱',
      '<script>alert(1)</script>',
      'toString',
      "Robert'); drop table x;--",
      '%s{{7*7}}${1}',
      ' ',
    ];
    const numbers = [0, -0, -1, 1.5, 2_147_483_647, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];
    const days = ['1900-01-01', '2999-12-31', '2028-02-29', '1900-01-01T00:00:00Z', '2999-12-31T23:59:59.999-12:00'];
    for (const operation of changing().filter((one) => !endsSession(one))) {
      const sample = bodyOf(operation);
      for (const { path, value } of leavesOf(sample)) {
        const others =
          typeof value === 'number'
            ? numbers
            : typeof value === 'string'
              ? [...texts, ...days, '01890000-0000-7000-8000-00000000ABCD']
              : [null];
        for (const other of others) {
          const body = withValue({ ...(bodyOf(operation) as object) }, path, other);
          const fault = faultOf(
            await send({ method: operation.method, url: addressOf(operation, known), body }),
            false,
          );
          if (fault) faults.push(`${operation.key} ${path.join('.')} = ${JSON.stringify(other)}: ${fault}`);
        }
      }
    }
    expect(faults).toEqual([]);
    await server.settle();
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });
});
