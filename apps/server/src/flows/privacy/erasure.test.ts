import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person as Device } from '../../../test/person.ts';
import { plantInRows } from '../../../test/plantInRows.ts';
import { restock, type SmallShop, smallShop } from '../../../test/smallShop.ts';
import { type TestServer, testConfig, testServer } from '../../../test/testServer.ts';
import { openAnalytics } from '../../kernel/analytics.ts';
import { readAudit } from '../../kernel/audit.ts';
import { getDataRequest, personOf, progressOf, suppress } from '../../modules/customers/index.ts';
import { keepRecords } from '../../modules/customers/matching/recordKeys.ts';
import { ensureSource } from '../../modules/journeys/index.ts';
import { keepStatementLine } from '../../modules/payments/index.ts';
import { composeModules } from '../../modules.ts';
import { findEverywhere } from './dumpEverything.fixture.ts';
import { eraseJob } from './eraseJob.ts';

let server: TestServer;
let shop: SmallShop;
const log: string[] = [];
const writeKey = 'a-key-for-erasing';

beforeAll(async () => {
  server = await testServer({ logTo: (line) => log.push(line) });
  shop = await smallShop(server, { krakowGreen: 5, warehouseBlue: 10 });
  await ensureSource(server.ctx(), { name: 'web', writeKey });
});
afterAll(() => server?.stop());

async function signIn(device: Device, email: string): Promise<void> {
  await device.post('/api/shop/sign-in/code', { email });
  await server.settle();
  const { items } = await device.get(`/api/dev/mailbox?to=${encodeURIComponent(email)}`);
  const code = /\b\d{3} ?\d{3}\b/.exec(items[0].text)?.[0].replace(' ', '');
  await device.post('/api/shop/sign-in', { email, code });
}
/** What only who reads the mailbox may ask for. */
async function askFor(device: Device, kind: 'export' | 'erasure', email: string) {
  await device.post('/api/shop/me/data-requests/code', {});
  await server.settle();
  const { items } = await device.get(`/api/dev/mailbox?to=${encodeURIComponent(email)}`);
  const code = /\b\d{3} ?\d{3}\b/.exec(items[0].text)?.[0].replace(' ', '');
  return device.call('POST', '/api/shop/me/data-requests', { kind, code });
}
const customerOf = async (device: Device) => (await device.get('/api/shop/me')).customer.id as string;

/** Somebody of whom there is but one in the world, and what they did everywhere a person can leave something. */
const zofia = { name: 'Zofia Wrzeszczyńskaqx', email: 'zofia.unika7731@velora.example', phone: '+48605739914' };

/** As a provider's JSON has it. */
const escapedName = zofia.name.replace('ń', '\\u0144');
/** What is looked for; the family name stands alone where names are kept in parts. */
const needles = { name: 'Wrzeszczyńskaqx', email: zofia.email, phone: zofia.phone, escaped: escapedName };

/** Declared as emptied by an erasure though no name of anybody can stand there: keyed hashes, ids of browsers, codes. */
const onlyIds = [
  'customers.session',
  'customers.subject',
  'customers.timeline',
  'journeys.device_user',
  'orders.access_token',
  'orders.receipt_token',
];

async function leaveTraces() {
  const device = await shop.shopper();
  const { anonymousId, epoch } = await device.post('/api/shop/session', {});
  await signIn(device, zofia.email);
  const customerId = await customerOf(device);
  const [givenName, familyName] = zofia.name.split(' ');
  await device.must('PATCH', '/api/shop/me', { givenName, familyName });
  await device.post('/api/shop/me/addresses', {
    name: zofia.name,
    line1: 'Długa 12',
    line2: null,
    postcode: '31-146',
    city: 'Kraków',
    country: 'PL',
    note: `Call ${zofia.phone}`,
  });
  await device.post('/api/shop/preferences', {
    choices: [{ purpose: 'marketing', channel: 'email', given: true }],
    wording: 'preferences-1',
  });
  await device.must('PUT', '/api/shop/chat/contact', { name: zofia.name, email: zofia.email });
  const text = `I am ${zofia.name}, ${zofia.email}, ${zofia.phone}`;
  await device.post('/api/shop/chat/messages', { text, clientKey: randomUUID() });
  const bought = await device.post('/api/shop/orders', {
    from: { lines: [{ variantId: shop.green, quantity: 1, way: { method: 'pickup', locationId: shop.krakow } }] },
    contact: zofia,
    payment: { method: 'pay_in_store' },
  });
  const hold = await device.post('/api/shop/holds', { variantId: shop.green, locationId: shop.krakow });
  await device.must('DELETE', `/api/shop/holds/${hold.id}`);
  // As a guest in another browser, with nothing but the same address.
  const guest = await shop.shopper();
  const asGuest = await guest.post('/api/shop/orders', {
    from: { lines: [{ variantId: shop.green, quantity: 1, way: { method: 'pickup', locationId: shop.krakow } }] },
    contact: { ...zofia, email: zofia.email.toUpperCase() },
    payment: { method: 'pay_in_store' },
  });
  await server.settle();
  const agent = await shop.staff('agent');
  await agent.post(`/api/staff/customers/${customerId}/identifiers`, { kind: 'phone', value: zofia.phone });
  await agent.post(`/api/staff/orders/${bought.order.id}/notes`, {
    text: `${zofia.name} will call from ${zofia.phone}`,
  });
  const { id: threadId } = await agent.post('/api/staff/threads', { customerId });
  await agent.must('PUT', `/api/staff/threads/${threadId}/draft`, { text: `Dear ${zofia.name}`, version: 0 });
  await agent.post('/api/staff/calls', {
    phone: zofia.phone,
    direction: 'in',
    missed: true,
    startedAt: server.clock.now().toISOString(),
    note: `${zofia.name} called`,
  });
  const parts = (await agent.get(`/api/staff/orders/${bought.order.id}`)) as { fulfilments?: { id: string }[] };
  const work = parts.fulfilments?.[0]?.id;
  if (work)
    await device.post(`/api/shop/orders/${bought.order.id}/pickups/${work}/collector`, { collector: zofia.name });
  const withdrawal = { name: zofia.name, contract: `by ${zofia.email}`, email: zofia.email, goods: text };
  await device.post('/api/shop/withdrawals', withdrawal);
  await keepStatementLine(server.ctx(), {
    externalId: randomUUID(),
    bookedOn: '2026-11-20',
    amount: { amount: 100, currency: 'PLN' },
    title: `From ${zofia.name} ${zofia.email}`,
    payer: zofia.name,
    payerAccount: 'PL61109010140000071219812874',
  });
  const track = (event: object) =>
    device.call('POST', '/v1/batch', { writeKey, batch: [{ anonymousId, context: { epoch }, ...event }] });
  await track({ type: 'identify', userId: zofia.email, traits: { name: zofia.name, phone: zofia.phone } });
  await track({ type: 'page', name: 'Product', messageId: randomUUID() });
  await track({
    type: 'track',
    event: 'Products Searched',
    messageId: randomUUID(),
    properties: { query: zofia.name },
  });
  await track({ type: 'mystery', said: text });
  // What colleagues write down of somebody, and what is worked out of it.
  await agent.post(`/api/staff/customers/${customerId}/notes`, { text: `${zofia.name} likes wool, ${zofia.email}` });
  await agent.post(`/api/staff/customers/${customerId}/tags`, { add: [zofia.name.toLowerCase()] });
  const seenBy = ['agent', 'manager', 'admin'];
  const label = { en: 'Nickname', pl: 'Pseudonim', ru: 'Псевдоним' };
  const admin = await shop.staff('admin');
  const trait = { label, type: 'text', choices: [], isPii: true, seenBy, setBy: seenBy };
  await admin.must('PUT', '/api/staff/customers/traits/nickname', trait);
  await agent.must('PUT', `/api/staff/customers/${customerId}/traits/nickname`, { value: zofia.name });
  await keepRecords(server.ctx(), [{ customerId, fingerprint: 1, keys: [{ rule: 100, key: 7 }] }]);
  // A file of customers that a colleague has begun to bring in and one whose rows were looked at.
  for (const isRead of [false, true]) {
    const file = Buffer.from(`Name,E-mail,Phone\n${zofia.name},${zofia.email},${zofia.phone}\n`);
    const { id } = await admin.post('/api/staff/customers/imports', { fileName: 'a.csv', bytes: file.length });
    await admin.must('PUT', `/api/staff/customers/imports/${id}/parts/0`, { data: file.toString('base64') });
    const { mapping } = await admin.post(`/api/staff/customers/imports/${id}/uploaded`, {});
    if (isRead)
      await admin.must('PUT', `/api/staff/customers/imports/${id}/mapping`, { mapping, country: 'PL', language: 'pl' });
  }
  // At a till, where an address was said and nothing else.
  const sold = { locationId: shop.krakow, goods: { lines: [{ variantId: shop.green, quantity: 1 }] } };
  const paid = { method: 'cash', amount: { amount: 386_900, currency: 'PLN' } };
  const krakow = await shop.staff('krakow');
  await krakow.post('/api/staff/sales', { ...sold, payment: paid, receiptTo: zofia.email });
  // Where only a stray word of somebody's can get: reasons typed by hand, answers of others, jobs and events that failed.
  const base = server.base.db;
  const now = server.clock.now();
  await sql`insert into stock.movement (variant_id, location_id, kind, actor, channel, reason, at)
    values (${shop.green}, ${shop.krakow}, 'adjust', 'system:test', 'store', ${`kept for ${zofia.name}`}, ${now})`.execute(
    base,
  );
  await sql`insert into pricing.manual_discount (id, line_id, owner_id, unit, new_unit, currency, basis_points, limit_bp, staff_id, role, reason, granted_at)
    values (${randomUUID()}, ${randomUUID()}, ${randomUUID()}, 100, 90, 'PLN', 1000, 2000, 'x', 'associate', ${`for ${zofia.name}`}, ${now})`.execute(
    base,
  );
  await sql`insert into kernel.audit (id, at, actor, act, target, target_id, request_id, reason)
    values (${randomUUID()}, ${now}, 'system:test', 'test', 'customer', ${customerId}, 'test', ${`asked by ${zofia.name}`})`.execute(
    base,
  );
  await sql`insert into kernel.dead_event (subscriber, event_id, error, event, failed_at)
    values ('test', ${randomUUID()}, ${text}, '{}', ${now})`.execute(base);
  await sql`insert into engagement.report (id, event_id, kind, address, at)
    values (${randomUUID()}, ${'a'.repeat(64)}, 'soft', ${zofia.email}, ${now})`.execute(base);
  // What goes on while the wish is said: goods kept aside, a cart, a conversation nobody has closed.
  await device.post('/api/shop/holds', { variantId: shop.green, locationId: shop.krakow });
  await server.settle();
  await server.jobs.enqueue(server.ctx(), 'engagement.send-mail', { mailId: randomUUID(), to: zofia.email });
  await plantInRows(server, {
    orderId: bought.order.id,
    phone: zofia.phone,
    text,
    escaped: escapedName,
  });
  // A copy of it all, made for her and not fetched yet.
  await askFor(device, 'export', zofia.email);
  await server.settle();
  return { device, guest, customerId, bought, asGuest };
}

async function counted(table: string, customerId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.raw(table)}
    where customer_id = ${customerId}`.execute(server.base.db);
  return rows[0]?.n ?? 0;
}

describe('an erasure', () => {
  it('every column that can hold words is declared by its module: what becomes of it when somebody is erased', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_schema || '.' || table_name || ' ' || column_name as name from information_schema.columns
      where table_schema not in ('pg_catalog', 'information_schema') and table_schema || '.' || table_name !~ '^jobs\\.j[0-9a-f]{20,}$'
        and udt_name in ('text', 'jsonb', 'json', 'varchar', 'bytea', '_text', 'bpchar', 'citext', 'inet')
      order by 1`.execute(server.base.db);
    const declared = composeModules(testConfig()).modules.flatMap((module) =>
      Object.entries(module.personalColumns ?? {}).flatMap(
        ([table, { erased = '', sealed = '', colleagues = '', nobody = '' }]) =>
          [erased, sealed, colleagues, nobody]
            .flatMap((list) => (list ? list.split(' ') : []))
            .map((column) => `${table} ${column}`),
      ),
    );
    // A new column: say in its module's personalColumns.ts whether an erasure empties it, and widen the test below.
    expect([...declared].sort()).toEqual(rows.map((row) => row.name).sort());
  });

  it('waits for what is under way, then leaves nothing of a person in any table of either engine', async () => {
    const { device, guest, customerId, bought, asGuest } = await leaveTraces();
    const colleague = await shop.shopper();
    const colleagueEmail = 'colleague.unika8842@velora.example';
    await signIn(colleague, colleagueEmail);
    const admin = await shop.staff('admin');
    await admin.post(`/api/staff/customers/${customerId}/identifiers`, { kind: 'email', value: colleagueEmail });

    const planted = await findEverywhere(server, needles);
    // The search finds what was planted, or finding nothing later means nothing: in every table an erasure must empty.
    const found = new Set(
      [...planted.values()].flat().map((place) => place.replace(/_(p?\d+\w*)$/, '').replaceAll('"', '')),
    );
    const missed = composeModules(testConfig()).modules.flatMap((module) =>
      Object.entries(module.personalColumns ?? {})
        .filter(([table, { erased, sealed }]) => (erased || sealed) && !found.has(table))
        .map(([table]) => table),
    );
    expect(missed.filter((table) => !table.startsWith('jobs.')).sort()).toEqual([...onlyIds].sort());
    const everywhere = [
      'conversations.message',
      'customers.import',
      'customers.import_row',
      'customers.note',
      'kernel.dead_event',
      'customers.identifier',
      'engagement.caught_mail',
      'engagement.mail',
      'engagement.report',
      'jobs.',
      'journeys.dead_letter',
      'journeys.inbox',
      'orders."order"',
      'orders.receipt',
      'payments.statement_line',
      'returns.withdrawal',
    ];
    const places = (planted.get('email') ?? []).join(' ');
    for (const place of everywhere) expect(places).toContain(place);
    expect((planted.get('name') ?? []).join(' ')).toMatch(
      /conversations\.call.*customers\.address.*customers\.tag.*customers\.trait_value.*kernel\.audit.*orders\.note.*pricing\.manual_discount.*stock\.movement/,
    );
    expect((planted.get('phone') ?? []).join(' ')).toContain('customers.identifier');

    expect(await counted('customers.match_key', customerId)).toBeGreaterThan(0);

    const early = await askFor(device, 'erasure', zofia.email);
    expect(early).toMatchObject({
      status: 409,
      body: { code: 'erasure_waits', underWay: [bought.order.number, asGuest.order.number] },
    });
    await device.post(`/api/shop/orders/${bought.order.id}/cancel`, {});
    await guest.post(`/api/shop/orders/${asGuest.order.id}/cancel`, { token: asGuest.accessToken });
    await server.settle();

    // A code that was not sent for it, or was used, opens nothing.
    const guessed = await device.call('POST', '/api/shop/me/data-requests', { kind: 'erasure', code: '000000' });
    expect(guessed.status).toBe(401);
    expect(await device.get('/api/shop/me/erasure-preview')).toEqual({
      waitsFor: [],
      ends: expect.arrayContaining([
        { what: 'hold', count: 1 },
        { what: 'cart', count: 1 },
        { what: 'thread', count: 1 },
      ]),
    });
    const { body: asked, status } = await askFor(device, 'erasure', zofia.email);
    expect(status).toBe(202);
    await server.settle();
    expect(await counted('customers.match_key', customerId)).toBe(0);
    const { rows: held } = await sql`select 1 from stock.reservation where state = 'held'`.execute(server.base.db);
    expect(held).toEqual([]);
    const remains = await findEverywhere(server, needles);
    expect(Object.fromEntries(remains)).toEqual({ name: [], email: [], phone: [], escaped: [] });

    // Lines of a log go where no erasure reaches: nobody is named in them in the first place.
    expect(log.length).toBeGreaterThan(0);
    const named = log.filter((line) => Object.values(needles).some((needle) => line.includes(needle)));
    expect(named).toEqual([]);

    const { certificate } = await shop.visitor().get(`/api/shop/erasures/${asked.id}`);
    expect(certificate.erased).toMatchObject({
      'orders.order': 3,
      'orders.receipt': 1,
      'orders.receipt_token': 1,
      'customers.address': 1,
      'returns.withdrawal': 1,
    });
    expect(certificate.kept).toEqual([
      { what: 'orders.order', why: 'tax', until: expect.stringMatching(/^20\d\d-01-01T00:00:00/), rows: 3 },
    ]);
    expect((await device.call('GET', '/api/shop/me')).status).toBe(401);
    expect(await customerOf(colleague)).toBeTruthy();

    const manager = await shop.staff('manager');
    expect((await manager.call('GET', `/api/staff/orders/${bought.order.id}/sealed`)).status).toBe(403);
    const sealed = await admin.get(`/api/staff/orders/${bought.order.id}/sealed`);
    expect(sealed.data.contact).toMatchObject({ name: zofia.name, email: zofia.email });
    const read = await readAudit(server.ctx(), { target: 'order', targetId: bought.order.id, limit: 20 });
    expect(read.items.map((line) => line.act)).toContain('privacy.sealed.read');
    const order = await admin.get(`/api/staff/orders/${bought.order.id}`);
    expect(JSON.stringify(order)).not.toContain('zofia');
  });

  it('goes on where it was broken off, and does nothing twice', async () => {
    const device = await shop.shopper();
    await signIn(device, `broken.${randomUUID()}@velora.example`);
    const customerId = await customerOf(device);
    const admin = await shop.staff('admin');
    const asked = await admin.post(`/api/staff/customers/${customerId}/data-requests`, { kind: 'erasure' });
    const again = await admin.post(`/api/staff/customers/${customerId}/data-requests`, { kind: 'erasure' });
    expect(again.id).toBe(asked.id);
    const calls: string[] = [];
    let isDown = true;
    const part = (name: string, fails = false) => ({
      name,
      data: {
        async erase() {
          calls.push(name);
          if (fails && isDown) throw new Error('the engine is down');
          return { [`${name}.row`]: 1 };
        },
      },
    });
    const job = eraseJob(() => [part('first'), part('second', true), part('third')]);
    await expect(job.handle(server.ctx(), { requestId: asked.id })).rejects.toThrow('down');
    expect(Object.keys(await progressOf(server.ctx(), asked.id))).toEqual(['first']);
    isDown = false;
    await job.handle(server.ctx(), { requestId: asked.id });
    await job.handle(server.ctx(), { requestId: asked.id });
    expect(calls).toEqual(['first', 'second', 'second', 'third']);
    expect((await getDataRequest(server.ctx(), asked.id))?.certificate?.erased).toEqual({
      'first.row': 1,
      'second.row': 1,
      'third.row': 1,
    });
  });

  it('takes only addresses that are the person’s own: a colleague’s typed by mistake is not', async () => {
    const [one, colleague] = [await shop.shopper(), await shop.shopper()];
    const [own, theirs] = [`own.${randomUUID()}@velora.example`, `theirs.${randomUUID()}@velora.example`];
    await signIn(one, own);
    await signIn(colleague, theirs);
    const customerId = await customerOf(one);
    const agent = await shop.staff('agent');
    await agent.post(`/api/staff/customers/${customerId}/identifiers`, { kind: 'email', value: theirs });
    expect((await personOf(server.ctx(), customerId)).emails).toEqual([own]);
  });

  it('is shown to who answers for it: by when, what is sealed, who opened it and why, and that nobody writes there again', async () => {
    const [manager, admin] = [await shop.staff('manager'), await shop.staff('admin')];
    const { items: asked } = await admin.get('/api/staff/data-requests');
    const done = asked.find((one: { askedBy: string }) => one.askedBy.startsWith('shopper:'));
    expect(done).toMatchObject({ kind: 'erasure', state: 'done', customerName: null });
    expect(Date.parse(done.dueAt) - Date.parse(done.askedAt)).toBe(30 * 86_400_000);

    const sealed = await admin.get('/api/staff/privacy/sealed-copies');
    const what = 'orders.order';
    expect(sealed).toMatchObject({ count: 3, items: [{ what }, { what }, { what }] });
    expect(JSON.stringify(sealed)).not.toContain('Zofia');
    const [{ id, ownerId }] = sealed.items;
    const open = `/api/staff/privacy/sealed-copies/${id}/open`;
    expect((await manager.call('POST', open, { reason: 'the tax office asks' })).status).toBe(403);
    expect((await admin.call('POST', open, {})).status).toBe(400);
    expect((await admin.post(open, { reason: 'the tax office asks' })).data.contact.name).toBe(zofia.name);
    const looks = await admin.get('/api/staff/privacy/looks');
    expect(looks.items[0]).toMatchObject({
      act: 'privacy.sealed.read',
      targetId: ownerId,
      reason: 'the tax office asks',
      actorName: expect.any(String),
    });

    const list = '/api/staff/privacy/suppressions';
    const search = `${list}?address=${encodeURIComponent(zofia.email.toUpperCase())}`;
    const { items: known } = await admin.get(search);
    expect(known).toMatchObject([{ kind: 'email', reason: 'erased' }]);
    await admin.post(`${list}/${known[0].id}/lift`, { reason: 'asked for news again' });
    expect((await admin.get(search)).items).toEqual([]);
    await admin.post(list, { address: '605 100 200', reason: 'said so at the counter' });
    const phone = await admin.get(`${list}?address=${encodeURIComponent('+48605100200')}`);
    expect(phone.items).toMatchObject([{ kind: 'phone', reason: 'unsubscribed' }]);
    const complaint = 'complained.unika9911@velora.example';
    await suppress(server.ctx(), { kind: 'email', value: complaint }, 'complained');
    const { items: angry } = await admin.get(`${list}?address=${complaint}`);
    expect((await admin.call('POST', `${list}/${angry[0].id}/lift`, { reason: 'mistake' })).status).toBe(404);

    const { wordings } = await admin.get('/api/staff/privacy/consents');
    expect(wordings.map((one: { version: string }) => one.version)).toContain('banner-1');
  });

  it('what the law kept is gone when its term is over', async () => {
    const job = (await import('../../kernel/sealedCopies.ts')).forgetSealed;
    const later = new Date(Date.UTC(2040, 0, 1));
    await job.handle(server.ctx({ clock: { now: () => later } }), {});
    const { rows } = await sql`select 1 from kernel.sealed_copy`.execute(server.base.db);
    expect(rows).toEqual([]);
  });
});

describe('a copy of everything held', () => {
  it('is made for the person, as a page and as JSON, and nobody else can fetch it', async () => {
    await restock(server.ctx(), { variantId: shop.green, locationId: shop.krakow }, 2);
    const device = await shop.shopper();
    const email = `copy.${randomUUID()}@velora.example`;
    await signIn(device, email);
    await device.must('PATCH', '/api/shop/me', { givenName: '<b>Ann</b>' });
    await device.post('/api/shop/chat/messages', { text: 'Is it <soft>?', clientKey: randomUUID() });
    const { body: asked } = await askFor(device, 'export', email);
    await server.settle();
    const url = `/api/shop/me/data-requests/${asked.id}/export`;
    const json = await device.get(`${url}?format=json`);
    const names = json.sections.map((one: { name: string }) => one.name);
    expect(names).toEqual(expect.arrayContaining(['names', 'identifiers', 'messages', 'mails', 'timeline']));
    const page = await device.call('GET', url, undefined, { 'accept-language': 'pl' });
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain('Is it &lt;soft&gt;?');
    expect(page.body).not.toContain('<b>Ann');
    const other = await shop.shopper();
    await signIn(other, `other.${randomUUID()}@velora.example`);
    expect((await other.call('GET', url)).status).toBe(404);
    const manager = await shop.staff('manager');
    await manager.get(`/api/staff/data-requests/${asked.id}/export?format=json`);
    const customerId = await customerOf(device);
    const trail = await readAudit(server.ctx(), { target: 'customer', targetId: customerId, limit: 20 });
    expect(trail.items.map((line) => line.act)).toEqual(
      expect.arrayContaining(['privacy.export.requested', 'privacy.export.made', 'privacy.export.fetched']),
    );
    expect((await (await shop.staff('krakow')).call('GET', `/api/staff/data-requests/${asked.id}/export`)).status).toBe(
      403,
    );
    server.clock.travel(8 * 86_400_000);
    await signIn(device, email);
    expect((await device.call('GET', url)).status).toBe(404);
  });

  it('the search of this test sees both engines', async () => {
    expect(server.clickhouseUrl).toBeDefined();
    const engine = openAnalytics(server.clickhouseUrl, undefined);
    expect(await engine.ping()).toBe(true);
    await engine.close();
  });
});
