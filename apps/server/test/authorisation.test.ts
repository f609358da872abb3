import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Scope, scopes } from '../src/kernel/context.ts';
import { announceReturn } from '../src/modules/returns/index.ts';
import { composeModules } from '../src/modules.ts';
import { authorisation, besideTheDocument, type Reach, type Row } from './authorisation.ts';
import type { Person } from './person.ts';
import { addressOf, type Known, type Operation, readOperations, sampleOf } from './plausible.ts';
import { type SmallShop, smallShop } from './smallShop.ts';
import { type TestServer, testConfig, testServer } from './testServer.ts';

const password = 'a-password-for-tests';

let server: TestServer;
let shop: SmallShop;
let base: string;
let operations: Operation[];
/** Things of the small shop that exist; most of them in Kraków. */
let known: Known;
let callers: Caller[];
let admin: Person;

beforeAll(async () => {
  server = await testServer();
  await server.live.start();
  base = await server.app.listen({ port: 0, host: '127.0.0.1' });
  shop = await smallShop(server, { krakowGreen: 500, warehouseBlue: 500 });
  operations = await readOperations(server);
  admin = await shop.staff('admin');
  known = await makeThings();
  callers = await makeCallers();
});
afterAll(() => server.stop());

// ── who calls ───────────────────────────────────────────────────────────────────────────────────────────────────────

interface Caller {
  name: string;
  kind: 'visitor' | 'shopper' | 'signedIn' | 'agent' | 'associate' | 'manager' | 'admin' | 'machine';
  /** Works in Kraków, or everywhere. */
  here?: boolean;
  everywhere?: boolean;
  mayExport?: boolean;
  scope?: Scope | 'revoked';
  headers: Record<string, string>;
  /** Its own, so that nobody uses up the limits of another. */
  address: string;
  /** Anew, where a call has ended the session. */
  renew?: () => Promise<Record<string, string>>;
}

let addresses = 0;
const nextAddress = () => {
  addresses += 1;
  return `10.7.${addresses >> 8}.${addresses & 255}`;
};

async function makeCallers(): Promise<Caller[]> {
  const made: Caller[] = [{ name: 'a visitor', kind: 'visitor', headers: {}, address: nextAddress() }];
  const add = async (
    name: string,
    kind: Caller['kind'],
    renew: () => Promise<Record<string, string>>,
    { here = true, everywhere = false, mayExport = kind === 'admin' } = {},
  ) => made.push({ name, kind, here, everywhere, mayExport, headers: await renew(), address: nextAddress(), renew });
  await add('a shopper', 'shopper', guest);
  await add('a signed-in shopper', 'signedIn', () => signedIn(`stranger-${randomUUID()}@example.com`));
  await add('an agent', 'agent', () => colleague('agent'));
  await add('an associate in Kraków', 'associate', () => colleague('krakow'));
  await add('an associate in Warszawa', 'associate', () => colleague('warszawa'), { here: false });
  await add('the manager of Kraków', 'manager', () => colleague('manager'));
  await add('the manager of Warszawa', 'manager', () => colleague('elsewhere'), { here: false });
  await add('the manager of all stores', 'manager', () => colleague('everywhere'), { everywhere: true });
  await add('the manager who may export', 'manager', () => colleague('exporter'), {
    everywhere: true,
    mayExport: true,
  });
  await add('an administrator', 'admin', () => colleague('admin'));
  for (const scope of scopes) {
    const { token } = await admin.post('/api/staff/api-keys', { name: scope, scopes: [scope] });
    made.push({ name: `a key for ${scope}`, kind: 'machine', scope, headers: bearer(token), address: nextAddress() });
  }
  const { key, token } = await admin.post('/api/staff/api-keys', { name: 'all', scopes: [...scopes] });
  await admin.must('DELETE', `/api/staff/api-keys/${key.id}`);
  made.push({
    name: 'a revoked key',
    kind: 'machine',
    scope: 'revoked',
    headers: bearer(token),
    address: nextAddress(),
  });
  return made;
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const cookieOf = (answer: { cookies: { name: string; value: string }[] }) => ({
  cookie: answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
});

async function guest(): Promise<Record<string, string>> {
  return cookieOf(await server.app.inject({ method: 'POST', url: '/api/shop/session', payload: {} }));
}

/** By the code that was mailed, as people do. */
async function signedIn(email: string, from?: Record<string, string>): Promise<Record<string, string>> {
  const headers = from ?? (await guest());
  const remoteAddress = nextAddress();
  await server.app.inject({
    method: 'POST',
    url: '/api/shop/sign-in/code',
    headers,
    remoteAddress,
    payload: { email },
  });
  await server.settle();
  const box = await server.app.inject(`/api/dev/mailbox?to=${encodeURIComponent(email)}`);
  const code = /\b\d{6}\b/.exec(box.json().items[0]?.text ?? '')?.[0];
  const answer = await server.app.inject({
    method: 'POST',
    url: '/api/shop/sign-in',
    headers,
    remoteAddress,
    payload: { email, code },
  });
  if (answer.statusCode !== 200) throw new Error(`signing in answered ${answer.body}`);
  return cookieOf(answer);
}

async function colleague(name: string): Promise<Record<string, string>> {
  const payload = { email: `${name}@shop.example`, password };
  const answer = await server.app.inject({
    method: 'POST',
    url: '/api/staff/sign-in',
    remoteAddress: nextAddress(),
    payload,
  });
  if (answer.statusCode !== 200) throw new Error(`${name} signing in answered ${answer.body}`);
  return cookieOf(answer);
}

// ── what they call ──────────────────────────────────────────────────────────────────────────────────────────────────

/** A cart with a line, a hold in Kraków and an order to collect there. */
async function thingsOf(headers: Record<string, string>): Promise<Known> {
  const remoteAddress = nextAddress();
  const post = async (url: string, payload: object) => {
    const key = { 'idempotency-key': randomUUID() };
    const answer = await server.app.inject({
      method: 'POST',
      url,
      headers: { ...headers, ...key },
      remoteAddress,
      payload,
    });
    if (answer.statusCode >= 300) throw new Error(`POST ${url} answered ${answer.body}`);
    return answer.json();
  };
  const contact = { name: 'Julia', email: 'julia@example.com' };
  const pickup = { method: 'pickup', locationId: shop.krakow };
  const ordered = () =>
    post('/api/shop/orders', {
      from: { lines: [{ variantId: shop.green, quantity: 1, way: pickup }] },
      contact,
      payment: { method: 'pay_in_store' },
    });
  const { order, accessToken } = await ordered();
  const lacking = (await ordered()).order.id;
  // One of its own: another's cancellation must not take away what comes back.
  const returned = (await ordered()).order;
  const works = (await admin.get(`/api/staff/fulfilments?locationId=${shop.krakow}&limit=100`)).items;
  const workOf = (id: string) => works.find((work: { orderId: string | null }) => work.orderId === id).id;
  const shortage = await admin.post(`/api/staff/fulfilments/${workOf(lacking)}/short`, {
    variantId: shop.green,
    quantity: 1,
    what: 'not_found',
    reason: 'empty shelf',
  });
  const it = await announceReturn(server.ctx(), {
    way: 'post',
    orderId: returned.id,
    orderNumber: returned.number,
    language: 'en',
    currency: 'PLN',
    locationId: shop.krakow,
    lines: [
      {
        orderLineId: returned.lines[0].id,
        variantId: shop.green,
        quantity: 1,
        reason: 'changed_mind',
        rule: 'withdrawal',
        bought: 1,
        gross: returned.lines[0].gross.amount,
      },
    ],
  });
  // Only who has signed in keeps addresses; a guest has none to reach.
  const kept = await server.app.inject({
    method: 'POST',
    url: '/api/shop/me/addresses',
    headers: { ...headers, 'idempotency-key': randomUUID() },
    remoteAddress,
    payload: {
      name: 'Julia',
      line1: 'Długa 5',
      line2: null,
      postcode: '31-146',
      city: 'Kraków',
      country: 'PL',
      note: null,
    },
  });
  const hold = await post('/api/shop/holds', { variantId: shop.green, locationId: shop.krakow, contact });
  const cart = await post('/api/shop/cart/lines', { variantId: shop.blue, quantity: 1, way: { method: 'delivery' } });
  await post(`/api/shop/carts/${cart.id}/handoff`, {});
  const message = await post('/api/shop/chat/messages', { text: 'words of my own', clientKey: randomUUID() });
  await server.settle();
  return {
    cartId: cart.id,
    lineId: cart.lines.at(-1).id,
    holdId: hold.id,
    code: hold.code,
    orderId: order.id,
    workId: workOf(order.id),
    shortageId: shortage.id,
    shortOrderId: lacking,
    returnedOrderId: returned.id,
    orderLineId: returned.lines[0].id,
    orderNumber: returned.number,
    returnId: it.id,
    accessToken,
    messageId: message.id,
    addressId: kept.statusCode === 201 ? kept.json().items[0].id : randomUUID(),
  };
}

async function makeThings(): Promise<Known> {
  const julias = await thingsOf(await signedIn('julia@example.com'));
  const hold = await admin.get(`/api/staff/holds/${julias.holdId}`);
  const thread = (await admin.get('/api/staff/threads')).items[0];
  const member = (name: string, role: string, locationIds: string[] | 'all', mayExport = false) =>
    admin.post('/api/staff/members', { email: `${name}@shop.example`, name, role, locationIds, password, mayExport });
  await member('elsewhere', 'manager', [shop.warszawa]);
  await member('everywhere', 'manager', 'all');
  await member('exporter', 'manager', 'all', true);
  const spare = await member('spare', 'agent', []);
  const key = await admin.post('/api/staff/api-keys', { name: 'spare', scopes: ['orders:read'] });
  const link = await admin.post('/api/staff/smart-links', {
    slug: 'green-lund',
    target: { variantId: shop.green },
    campaign: { source: 'meta', medium: 'ad', name: 'lund' },
  });
  const device = await admin.post('/api/staff/devices', { name: 'till 1', locationId: shop.krakow });
  const source = await admin.post('/api/staff/sources', { name: 'shop', channel: 'web' });
  const secret = await admin.post(`/api/staff/sources/${source.id}/secrets`, {});
  await server.app.inject({
    method: 'POST',
    url: '/v1/track',
    payload: JSON.stringify({ writeKey: source.writeKey, type: 'dance' }),
  });
  const deadLetter = (await admin.get('/api/staff/dead-letters')).items[0];
  const mails = (await admin.get(`/api/staff/customers/${thread.customerId}/mails`)).items;
  const caught = (await admin.get('/api/dev/mailbox')).items;
  return {
    ...julias,
    fulfilmentId: hold.fulfilmentId,
    customerId: thread.customerId,
    threadId: thread.id,
    variantId: shop.green,
    locationId: shop.krakow,
    memberId: spare.id,
    deviceId: device.id,
    apiKeyId: key.key.id,
    smartLinkId: link.id,
    slug: 'green-lund',
    mailId: mails[0].id,
    caughtMailId: caught[0].id,
    writeKey: source.writeKey,
    'projects.key': source.writeKey,
    sourceId: source.id,
    secretId: secret.secret.id,
    deadLetterId: deadLetter.id,
    slugOrId: 'sofa-lund',
    // Of a thing that has a version this is never the one: the act is allowed, and changes nothing.
    version: 999,
    market: 'PL',
    currency: 'PLN',
    email: 'agent@shop.example',
    password,
    'markets.code': 'PL',
    'policies.kind': 'terms',
    'products.code': 'lund',
    'categories.code': 'sofas',
    'attributes.code': 'colour',
    'locations.code': 'KRK',
    'handoffs.code': julias.code,
    'v1.type': 'track',
    's.type': 'track',
    's2s.type': 'track',
  };
}

const ofReturned = (known: Known) => ({ known: { orderId: String(known.returnedOrderId) } });

/** Where a plausible request is not enough: it must be about Kraków, or not be about what other rows need. */
const special: Record<string, (known: Known) => { known?: Known; query?: Record<string, unknown>; body?: unknown }> = {
  'GET /api/staff/handoffs/{code}': () => ({ query: { locationId: shop.krakow } }),
  'POST /api/staff/locations/{id}/archive': () => ({ known: { locationId: shop.warehouse } }),
  'POST /api/staff/locations/{id}/restore': () => ({ known: { locationId: shop.warehouse } }),
  // Of an order of their own: what is missing of it waits for one choice, and the first who may has chosen.
  'POST /api/staff/orders/{id}/shortages/{shortageId}/choose': (known) => ({
    known: { orderId: String(known.shortOrderId) },
  }),
  'POST /api/shop/orders/{id}/shortages/{shortageId}/choose': (known) => ({
    known: { orderId: String(known.shortOrderId) },
  }),
  'POST /api/shop/orders/{id}/returns': ofReturned,
  'POST /api/staff/returns': ofReturned,
  'POST /api/staff/exchanges': ofReturned,
  'POST /api/staff/returns/arrivals': (known) => ({ known: { code: String(known.returnId) } }),
  'GET /api/staff/returns/sales': () => ({ query: { q: 'V-100001' } }),
  'POST /api/staff/members': () => ({ known: { email: 'new@shop.example' } }),
  'POST /api/shop/sign-in/code': () => ({ known: { email: 'asked-often@example.com' } }),
};
/** After these the caller has to come in anew. */
const endsSession = ['DELETE /api/shop/session', 'POST /api/shop/sign-out', 'POST /api/staff/sign-out'];
const isIngest = (operation: Operation) =>
  operation.path.startsWith('/webhooks/') || /^\/(beacon\/|api\/s\/|)(v1|s2s|)\/?\{type\}$/.test(operation.path);

interface Said {
  status: number;
  code: string | undefined;
  text: string;
}

async function ask(
  caller: Pick<Caller, 'headers' | 'address'>,
  operation: Operation,
  things: Known,
  headers: Record<string, string> = {},
): Promise<Said> {
  const own = special[operation.key]?.(things) ?? {};
  const known = { ...things, ...own.known };
  const url = addressOf(operation, known, own.query);
  if (operation.path.endsWith('/live')) return openStream(url, caller.headers);
  const payload = isIngest(operation)
    ? { writeKey: known.writeKey, anonymousId: 'a', event: 'Seen', messageId: randomUUID() }
    : operation.body && sampleOf(operation.body, known);
  const answer = await server.app.inject({
    method: operation.method,
    url,
    remoteAddress: caller.address,
    headers: {
      ...caller.headers,
      ...(operation.method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
      ...headers,
    },
    ...(payload === undefined ? {} : { payload: payload as object }),
  });
  const isJson = String(answer.headers['content-type'] ?? '').includes('json');
  return {
    status: answer.statusCode,
    code: isJson && answer.body ? answer.json().code : undefined,
    text: answer.body,
  };
}

/** A stream does not end by itself: its head is the answer. */
async function openStream(url: string, headers: Record<string, string>): Promise<Said> {
  const request = get(`${base}${url}`, { agent: false, headers });
  request.on('error', () => undefined);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const type = String(response.headers['content-type']);
  let text = '';
  if (type.includes('json')) for await (const chunk of response) text += chunk;
  request.destroy();
  return { status: response.statusCode ?? 0, code: text ? JSON.parse(text).code : undefined, text };
}

// ── what is right ───────────────────────────────────────────────────────────────────────────────────────────────────

type Right = { allowed: true; exists: boolean } | { allowed: false; answers: string[] };
const no = (...answers: string[]): Right => ({ allowed: false, answers });

/** What a row says about a caller who calls for Julia's things, which are in Kraków. */
function rightOf(key: string, row: Row, caller: Caller): Right {
  const isStaffSide = / \/api\/(staff|stock)\//.test(key) && row.visitor === undefined;
  if (!isStaffSide) return shopRight(row, caller);
  switch (caller.kind) {
    case 'visitor':
    case 'shopper':
    case 'signedIn':
      return no('401 sign_in_required');
    case 'machine':
      if (caller.scope === 'revoked') return no('401 api_key_invalid');
      return row.scope === caller.scope ? { allowed: true, exists: false } : no('403 not_allowed');
    default:
      return exportRight(row, caller, staffRight(row[caller.kind], caller));
  }
}

function shopRight(row: Row, caller: Caller): Right {
  const hidden = row.shopper === 'own' || row.signedIn === 'own';
  const reach = caller.kind === 'shopper' || caller.kind === 'signedIn' ? row[caller.kind] : row.visitor;
  if (reach === 'any') return { allowed: true, exists: false };
  // Not one's own is not there; and without a session there is nothing of one's own.
  if (reach === 'own') return no('404 not_found');
  return no('401 session_required', '401 sign_in_required', ...(hidden ? ['404 not_found'] : []));
}

function staffRight(reach: Reach | undefined, caller: Caller): Right {
  if (reach === undefined) return no('403 not_allowed');
  if (reach === 'any') return { allowed: true, exists: false };
  if (reach === 'whole company')
    return caller.everywhere ? { allowed: true, exists: false } : no('403 company_wide_only');
  if (caller.here) return { allowed: true, exists: true };
  return no(reach === 'own location' ? '403 wrong_location' : '404 not_found');
}

/** The right to export is asked for last. */
const exportRight = (row: Row, caller: Caller, right: Right): Right =>
  right.allowed && row.exports && !caller.mayExport ? no('403 export_not_allowed') : right;

/** Wrong passwords and codes are 401 too, and come after the gate. */
const behindTheGate = ['sign_in_failed', 'code_invalid'];

function judge(right: Right, said: Said): string | undefined {
  const answer = `${said.status} ${said.code ?? ''}`.trim();
  if (!right.allowed) return right.answers.includes(answer) ? undefined : `answers ${answer}, not ${right.answers[0]}`;
  if (said.status >= 500) return `breaks: ${said.text.slice(0, 200)}`;
  const refused = said.status === 403 || (said.status === 401 && !behindTheGate.includes(said.code ?? ''));
  if (refused) return `is refused: ${answer}`;
  return right.exists && said.status === 404 ? 'finds nothing, so the row proves nothing' : undefined;
}

// ── tests ───────────────────────────────────────────────────────────────────────────────────────────────────────────

describe('the table', () => {
  it('has a row for every route of the document, and a route for every row', () => {
    expect(operations.map((operation) => operation.key).sort()).toEqual(Object.keys(authorisation).sort());
  });

  it('and what is in no document is a page of the server about itself', () => {
    const routes = printedRoutes(server.app.printRoutes({ commonPrefix: false }));
    expect(routes.length).toBeGreaterThan(100);
    const unknown = routes.filter(
      (route) => !besideTheDocument.includes(route) && !spellings(route).some((one) => one in authorisation),
    );
    expect(unknown).toEqual([]);
    expect(besideTheDocument.filter((route) => !routes.includes(route))).toEqual([]);
  });
});

/** Answers of no JSON that are no bulk of people's data: one person's own copy. */
const noBulk = ['GET /api/staff/data-requests/:id/export'];

describe('whatever gives staff a file', () => {
  it('asks for the right to export, or stands here as no bulk of people’s data', () => {
    const files = composeModules(testConfig())
      .modules.flatMap((module) => module.routes ?? [])
      .filter(({ method, audience, response }) => audience.kind === 'staff' && method === 'GET' && !response)
      .filter(({ audience }) => !('exports' in audience));
    expect(files.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(noBulk);
  });
});

/** Fastify prints its routes as a tree, for people; there is no list. HEAD comes with every GET. */
function printedRoutes(tree: string): string[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const node = /^([│├└─ ]*)(\S+)(?: \(([A-Z, ]+)\))?$/u.exec(line);
    if (!node?.[2]) return [];
    const depth = (node[1] ?? '').length / 4;
    above.length = depth;
    above.push(node[2]);
    const path = above
      .join('')
      .replace(/^\/\//, '/')
      .replace(/:(\w+)/g, '{$1}');
    const methods = (node[3] ?? '').split(', ').filter((method) => method !== '' && method !== 'HEAD');
    return methods.map((method) => `${method} ${path}`);
  });
}

/** Where one address has two names for its parameter (by id for GET, by code for PUT) the tree shows both. */
const spellings = (route: string): string[] =>
  route.includes('|') ? [route.replace(/\|\{\w+\}/, ''), route.replace(/\{\w+\}\|/, '')] : [route];

/** Looking there is in the audit, for whom it is not their own store's order to hand over. */
const asked = ['GET /api/staff/customers/{id}', 'GET /api/staff/customers/{id}/addresses'];
/** Who works on an order must be able to call and to send: agents on any, a store on its own. */
const ofOrder = ['GET /api/staff/orders/{id}', 'GET /api/staff/orders/{id}/page'];
/** Where an e-mail or a postal address of a customer stands unmasked; lists, the floor and machines have none. */
const inFull: Record<string, string[]> = {
  agent: [
    ...asked,
    'GET /api/staff/customers/{id}/panel',
    'GET /api/staff/customers/{id}/profile',
    ...ofOrder,
    'GET /api/staff/threads/{id}',
  ],
  associate: [...asked, ...ofOrder],
  manager: [...asked, ...ofOrder, 'GET /api/staff/threads/{id}'],
};

describe('every route as everybody', () => {
  it('shows a customer’s address in full only where the table says that the role needs it', {
    timeout: 60_000,
  }, async () => {
    const shown = new Map<string, Set<string>>();
    for (const caller of callers.filter(
      ({ kind, here }) => here && ['agent', 'associate', 'manager', 'machine'].includes(kind),
    )) {
      for (const operation of operations.filter(({ key }) => /^GET \/api\/(staff|stock)\//.test(key))) {
        const { text } = await ask(caller, operation, known);
        if (/julia@example\.com|Długa 5/.test(text))
          shown.set(caller.kind, new Set([...(shown.get(caller.kind) ?? []), operation.key]));
      }
    }
    const found = [...shown].map(([kind, keys]) => [kind, [...keys].sort()]);
    expect(Object.fromEntries(found)).toEqual(inFull);
  });

  it('lets in whom its row names, at the places it names, and nobody else', { timeout: 180_000 }, async () => {
    const wrong: string[] = [];
    for (const operation of operations) {
      const row = authorisation[operation.key] ?? {};
      const rights = callers.map((caller) => ({ caller, right: rightOf(operation.key, row, caller) }));
      const hold = async ({ caller, right }: (typeof rights)[number]) => {
        const fault = judge(right, await ask(caller, operation, known));
        if (fault) wrong.push(`${operation.key}: ${caller.name} ${fault}`);
      };
      // Those who may not come first: what they were refused must still have been there.
      await Promise.all(rights.filter(({ right }) => !right.allowed).map(hold));
      for (const one of rights.filter(({ right }) => right.allowed)) {
        await hold(one);
        if (endsSession.includes(operation.key)) one.caller.headers = (await one.caller.renew?.()) ?? {};
      }
    }
    expect(wrong).toEqual([]);
  });

  it('HEAD is no way around GET', async () => {
    const visitor = callers[0] as Caller;
    for (const operation of operations) {
      if (operation.method !== 'GET' || operation.path.endsWith('/live')) continue;
      const asked = await ask(visitor, operation, known);
      const url = addressOf(operation, known);
      const head = await server.app.inject({ method: 'HEAD', url, remoteAddress: visitor.address });
      expect(`${head.statusCode} ${operation.key}`).toBe(`${asked.status} ${operation.key}`);
    }
  });
});

describe('things of one’s own', () => {
  const own = Object.entries(authorisation).filter(([, row]) => row.signedIn === 'own');

  const address = '10.8.0.1';
  let anna: { headers: Record<string, string>; things: Known };
  let julia: typeof anna;
  beforeAll(async () => {
    const [guests, hers] = [await guest(), await signedIn(`julia-${randomUUID()}@example.com`)];
    anna = { headers: guests, things: await thingsOf(guests) };
    julia = { headers: hers, things: await thingsOf(hers) };
  });

  it.each(own)('%s', async (key, row) => {
    const operation = operations.find((one) => one.key === key);
    if (!operation) throw new Error('no such route');
    const askFor = (headers: Record<string, string>, things: Known) =>
      ask({ headers, address }, operation, { ...known, ...things });
    // Another person's is not there, whoever the two are to us; and nothing of it is said.
    for (const [headers, things] of [
      [anna.headers, julia.things],
      [julia.headers, anna.things],
      [await guest(), anna.things],
    ] as const) {
      const said = await askFor(headers, things);
      expect(`${said.status} ${said.code}`).toBe('404 not_found');
      for (const id of Object.values(things)) expect(said.text).not.toContain(String(id));
    }
    // Done, or refused for a reason that shows it was found (409: the version is never the right one here).
    const found = (said: Said) => said.status === 409 || said.status < 300;
    const hers = await askFor(julia.headers, julia.things);
    expect(found(hers), hers.text).toBe(true);
    if (row.shopper !== 'own') return;
    const guests = await askFor(anna.headers, anna.things);
    expect(found(guests), guests.text).toBe(true);
  });

  it('a guest comes to an order by its token and by nothing else', async () => {
    const anna = await guest();
    const { orderId, accessToken } = await thingsOf(anna);
    const { orderId: other, accessToken: otherToken } = await thingsOf(await guest());
    const status = async (query: string, headers: Record<string, string>) =>
      (await server.app.inject({ url: `/api/shop/orders/${orderId}${query}`, headers })).statusCode;
    expect(await status(`?token=${accessToken}`, {})).toBe(200);
    expect(await status('', anna)).toBe(404);
    expect(await status(`?token=${otherToken}`, anna)).toBe(404);
    expect(await status('?token=', anna)).toBe(404);
    expect(other).not.toBe(orderId);
  });

  it('lists, conversation and timeline hold nothing of anybody else', async () => {
    const julia = await signedIn(`julia-${randomUUID()}@example.com`);
    const things = await thingsOf(julia);
    const { threadId } = (await server.app.inject({ url: '/api/shop/chat', headers: julia })).json();
    for (const headers of [await guest(), await signedIn(`eve-${randomUUID()}@example.com`)]) {
      for (const url of [
        '/api/shop/cart',
        '/api/shop/holds',
        '/api/shop/orders',
        '/api/shop/me',
        '/api/shop/me/timeline',
        '/api/shop/chat',
        `/api/shop/chat?thread=${threadId}&after=0`,
      ]) {
        const { body } = await server.app.inject({ url, headers });
        for (const id of [threadId, ...Object.values(things)]) expect(body, url).not.toContain(id);
        expect(body).not.toContain('words of my own');
      }
    }
    // The same addresses show Julia hers, so the above can fail.
    const { body } = await server.app.inject({ url: '/api/shop/chat', headers: julia });
    expect(body).toContain('words of my own');
    const steps = await server.app.inject({ url: '/api/shop/me/timeline', headers: julia });
    expect(steps.body).toContain(things.orderId);
  });
});

describe('lists of a store', () => {
  it('an associate’s list of orders leaves out what is elsewhere, also when asked for it', async () => {
    const { orderId } = await thingsOf(await guest());
    const [here, elsewhere] = [await shop.staff('krakow'), await shop.staff('warszawa')];
    const ids = async (who: Person, query = '') =>
      (await who.get(`/api/staff/orders?limit=100${query}`)).items.map((order: { id: string }) => order.id);
    expect(await ids(here)).toContain(orderId);
    expect(await ids(elsewhere)).not.toContain(orderId);
    expect(await ids(elsewhere, `&locationId=${shop.krakow}`)).toEqual([]);
  });

  it('one change elsewhere in a list of stock changes refuses the whole list', async () => {
    const here = await shop.staff('krakow');
    const change = (locationId: string) => ({
      variantId: shop.blue,
      locationId,
      kind: 'receive',
      delta: 7,
      reason: 'delivery',
    });
    const refused = await here.call('POST', '/api/staff/stock/changes', {
      changes: [change(shop.krakow), change(shop.warszawa)],
    });
    expect(refused).toMatchObject({ status: 403, body: { code: 'wrong_location' } });
    const levels = (await here.get(`/api/staff/stock?variantIds=${shop.blue}`)).items;
    expect(levels.map((level: { locationId: string }) => level.locationId)).not.toContain(shop.krakow);
  });
});

describe('what was taken away is gone at once', () => {
  const member = async (role: string, locationIds: string[] | 'all') => {
    const name = randomUUID();
    const email = `${name}@shop.example`;
    const made = await admin.post('/api/staff/members', { email, name, role, locationIds, password });
    const headers = await colleague(name);
    return { id: made.id as string, headers };
  };
  const status = async (headers: Record<string, string>, url: string) =>
    (await server.app.inject({ url, headers })).statusCode;

  it('the right to export holds from the next request on, is taken back as fast, and who used it is in the audit', async () => {
    const { id, headers } = await member('manager', 'all');
    const url = '/api/staff/customers/export';
    const take = () =>
      server.app.inject({
        method: 'POST',
        url: '/api/staff/exports',
        headers,
        payload: { what: 'orders', rows: 40, filters: ['state'] },
      });
    expect([await status(headers, url), (await take()).statusCode]).toEqual([403, 403]);
    await admin.must('PATCH', `/api/staff/members/${id}`, { mayExport: true });
    expect([await status(headers, url), (await take()).statusCode]).toEqual([200, 204]);
    const trail = await admin.get('/api/staff/audit?target=list&targetId=orders');
    expect(trail.items[0]).toMatchObject({ actor: `staff:${id}`, act: 'staff.list.exported', after: { rows: 40 } });
    await admin.must('PATCH', `/api/staff/members/${id}`, { mayExport: false });
    expect(await status(headers, url)).toBe(403);
  });

  it('a demoted manager’s next request is an associate’s', async () => {
    const { id, headers } = await member('manager', [shop.krakow]);
    expect(await status(headers, '/api/staff/smart-links')).toBe(200);
    await admin.must('PATCH', `/api/staff/members/${id}`, { role: 'associate' });
    expect(await status(headers, '/api/staff/smart-links')).toBe(403);
    expect(await status(headers, '/api/staff/me')).toBe(200);
  });

  it('who works elsewhere now no longer sees the work of the old place', async () => {
    const { id, headers } = await member('associate', [shop.krakow]);
    const work = `/api/staff/fulfilments/${known.fulfilmentId}`;
    expect(await status(headers, work)).toBe(200);
    await admin.must('PATCH', `/api/staff/members/${id}`, { locationIds: [shop.warszawa] });
    expect(await status(headers, work)).toBe(403);
  });

  it('who no longer works here is signed out, and a new password signs out everybody with the old one', async () => {
    const gone = await member('agent', 'all');
    await admin.must('PATCH', `/api/staff/members/${gone.id}`, { active: false });
    expect(await status(gone.headers, '/api/staff/me')).toBe(401);
    const stolen = await member('agent', 'all');
    await admin.must('POST', `/api/staff/members/${stolen.id}/password`, { password: 'another-password' });
    expect(await status(stolen.headers, '/api/staff/me')).toBe(401);
  });

  it('a colleague who signed out, and a cookie that was changed by one letter, are nobody', async () => {
    const { headers } = await member('agent', 'all');
    const forged = headers.cookie?.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) ?? '';
    expect(await status({ cookie: forged }, '/api/staff/me')).toBe(401);
    await server.app.inject({ method: 'POST', url: '/api/staff/sign-out', headers });
    expect(await status(headers, '/api/staff/me')).toBe(401);
  });

  it('a shopper who signed out leaves nothing behind the old cookie, nor the new one', async () => {
    const julia = await signedIn(`julia-${randomUUID()}@example.com`);
    await thingsOf(julia);
    const answer = await server.app.inject({ method: 'POST', url: '/api/shop/sign-out', headers: julia });
    expect(await status(julia, '/api/shop/orders')).toBe(401);
    expect(await status(julia, '/api/shop/cart')).toBe(401);
    const cart = await server.app.inject({ url: '/api/shop/cart', headers: cookieOf(answer) });
    expect(cart.json()).toMatchObject({ id: null, lines: [] });
  });

  it('a signed-in session asked by the cookie from before the sign-in is nobody’s', async () => {
    const before = await guest();
    await signedIn(`julia-${randomUUID()}@example.com`, before);
    expect(await status(before, '/api/shop/me')).toBe(401);
  });
});

describe('live updates', () => {
  const streams: ClientRequest[] = [];
  afterAll(() => streams.map((stream) => stream.destroy()));

  async function listen(url: string, headers: Record<string, string>) {
    const heard = { types: [] as string[], closed: false };
    const request = get(`${base}${url}`, { agent: false, headers });
    streams.push(request);
    request.on('error', () => undefined);
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    response.setEncoding('utf8');
    response.on('error', () => undefined);
    response.on('close', () => {
      heard.closed = true;
    });
    response.on('data', (chunk: string) => {
      for (const [, type] of chunk.matchAll(/^event: (.+)$/gm)) heard.types.push(type as string);
    });
    // A moment for the server to attach the stream after its headers.
    await new Promise((resolve) => setTimeout(resolve, 50));
    return heard;
  }

  async function write(headers: Record<string, string>): Promise<void> {
    const payload = { text: 'hello', clientKey: randomUUID() };
    const remoteAddress = nextAddress();
    await server.app.inject({ method: 'POST', url: '/api/shop/chat/messages', headers, remoteAddress, payload });
    await server.settle();
  }

  async function until(holds: () => boolean): Promise<void> {
    const deadline = Date.now() + 5_000;
    while (!holds() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(holds()).toBe(true);
  }
  const posted = (heard: { types: string[] }) =>
    heard.types.filter((type) => type === 'conversations.message.posted').length;
  const newAgent = async () => {
    const name = randomUUID();
    const email = `${name}@shop.example`;
    const made = await admin.post('/api/staff/members', { email, name, role: 'agent', locationIds: 'all', password });
    return { id: made.id as string, headers: await colleague(name) };
  };

  it('end with the session, and the first thing that happens afterwards is not heard', async () => {
    const julia = await guest();
    const gone = await newAgent();
    const heard = await listen('/api/staff/live', gone.headers);
    const still = await listen('/api/staff/live', await colleague('agent'));
    await write(julia);
    await until(() => posted(heard) === 1 && posted(still) === 1);
    await admin.must('PATCH', `/api/staff/members/${gone.id}`, { active: false });
    await write(julia);
    await until(() => posted(still) === 2 && heard.closed);
    expect(posted(heard)).toBe(1);
  });

  it('of a demoted colleague tell only what the new role may hear', async () => {
    const julia = await guest();
    const { id, headers } = await newAgent();
    const heard = await listen('/api/staff/live', headers);
    const still = await listen('/api/staff/live', await colleague('agent'));
    await write(julia);
    await until(() => posted(heard) === 1 && posted(still) === 1);
    await admin.must('PATCH', `/api/staff/members/${id}`, { role: 'associate', locationIds: [shop.warszawa] });
    await write(julia);
    await until(() => posted(still) === 2);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(posted(heard)).toBe(1);
    expect(heard.closed).toBe(false);
  });

  it('of a shopper end when she signs out elsewhere', async () => {
    const julia = await signedIn(`julia-${randomUUID()}@example.com`);
    const still = await listen('/api/staff/live', await colleague('agent'));
    const heard = await listen('/api/shop/live', julia);
    const stranger = await listen('/api/shop/live', await guest());
    await write(julia);
    await until(() => posted(heard) === 1);
    const { customer } = (await server.app.inject({ url: '/api/shop/me', headers: julia })).json();
    await server.app.inject({ method: 'POST', url: '/api/shop/sign-out', headers: julia });
    const agent = await shop.staff('agent');
    const thread = await agent.post('/api/staff/threads', { customerId: customer.id });
    await agent.post(`/api/staff/threads/${thread.id}/messages`, { text: 'an answer', clientKey: randomUUID() });
    await server.settle();
    await until(() => posted(still) === 2 && heard.closed);
    expect(posted(heard)).toBe(1);
    expect(stranger.types).toEqual([]);
  });
});

describe('a page of another site', () => {
  const foreign: [string, Record<string, string>][] = [
    ['with its origin', { origin: 'https://evil.example' }],
    ['from a sandbox', { origin: 'null' }],
    ['that looks like ours', { origin: 'http://localhost:4000.evil.example' }],
    ['that sends no origin', { 'sec-fetch-site': 'cross-site' }],
    ['of a neighbour', { 'sec-fetch-site': 'same-site' }],
  ];
  it.each(foreign)('%s cannot act in the name of who is signed in here', async (_name, headers) => {
    const [julia, boss] = ['signedIn', 'admin'].map((kind) => callers.find((caller) => caller.kind === kind) as Caller);
    for (const operation of operations) {
      if (operation.method === 'GET' || operation.method === 'OPTIONS' || isIngest(operation)) continue;
      // A mail program's one click: it acts by its token, in nobody's session.
      if (operation.path === '/api/shop/unsubscribe') continue;
      const caller = (/^\/api\/(staff|stock)\//.test(operation.path) ? boss : julia) as Caller;
      const said = await ask(caller, operation, known, headers);
      expect(`${operation.key} ${said.status} ${said.code}`).toBe(`${operation.key} 403 origin_not_allowed`);
    }
  });

  it('cannot open a stream’s or a list’s answer to its scripts', async () => {
    for (const url of ['/api/shop/cart', '/api/shop/me', '/api/staff/me']) {
      const answer = await server.app.inject({ url, headers: { origin: 'https://evil.example' } });
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
  });
});
