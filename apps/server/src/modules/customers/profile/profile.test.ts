import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../../kernel/database.ts';
import type { EventType } from '../../../kernel/events.ts';
import { newId } from '../../../kernel/ids.ts';
import { emit } from '../../../kernel/outbox.ts';
import { mayContact } from '../consent/mayContact.ts';
import { consentsOf, stateOf } from '../consent/readConsents.ts';
import { recordConsents } from '../consent/recordConsents.ts';
import { suppress } from '../consent/suppression.ts';
import { subjectsOf } from '../customersOf.ts';
import { claimIdentifier, linkSubject, openSubject, traitValuesOf, unlinkSubject } from '../index.ts';
import { costOf, type ShopServer, shopServer } from '../shopServer.fixture.ts';
import { rebuildProfiles } from './rebuildProfiles.ts';

let server: ShopServer;
const krakow = randomUUID();

beforeAll(async () => {
  server = await shopServer();
});
afterAll(() => server.stop());

const someone = async () => {
  const made = await openSubject(server.ctx(), { source: 'web', anonymousId: newId() });
  const email = `p-${newId()}@velora.example`;
  await claimIdentifier(server.ctx(), { subjectId: made.subjectId, kind: 'email', value: email, source: 'checkout' });
  return { ...made, email };
};

const say = (subjectId: string, type: EventType, data: Record<string, unknown>, version = 1) =>
  inTransaction(server.ctx({ actor: { kind: 'system', name: 'test' } }), (tx) =>
    emit(tx, { type, subjectId, aggregate: 'order', aggregateId: newId(), aggregateVersion: version, data }),
  );

const order = (worth: number, more: Record<string, unknown> = {}) => ({
  orderId: randomUUID(),
  number: `TL-${randomUUID().slice(0, 8).toUpperCase()}`,
  market: 'PL',
  currency: 'PLN',
  total: worth,
  net: worth,
  worth,
  lines: [],
  way: 'pickup',
  locationId: krakow,
  contractPlace: 'distance',
  orderChannel: 'web',
  cartId: null,
  ...more,
});

const list = async (query: string, role = 'agent') =>
  (await server.asStaff(role, 'GET', `/api/staff/customers/list?${query}`)).json();
const factsOf = async (email: string) => {
  const found = await list(`query=${encodeURIComponent(email)}`);
  return found.items[0]?.facts;
};

it('says that notes, tags and traits changed, so that the page is right on every screen, and none of their words', async () => {
  const julia = await someone();
  const path = `/api/staff/customers/${julia.customerId}`;
  const note = (await server.asStaff('agent', 'POST', `${path}/notes`, { text: 'Prefers velvet.' })).json();
  await server.asStaff('agent', 'PATCH', `${path}/notes/${note.id}`, { text: 'Prefers linen.', version: 1 });
  await server.asStaff('agent', 'POST', `${path}/tags`, { add: ['architect'] });
  const { rows } = await sql<{ type: string; data: object }>`
    select type, data from kernel.outbox
    where data ->> 'customerId' = ${julia.customerId} order by seq`.execute(server.base.db);
  expect(rows.map((row) => row.type)).toEqual([
    'customers.note.written',
    'customers.note.changed',
    'customers.tags.changed',
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/velvet|linen|architect/i);
  // What colleagues do among themselves is no step of hers.
  await server.settle();
  expect((await server.asStaff('agent', 'GET', `${path}/timeline`)).json().items).toEqual([]);
});

describe('the list of customers', () => {
  it('shows what somebody is worth once an order is paid, whichever order the news of it comes in', async () => {
    const julia = await someone();
    const first = order(100_00);
    await say(julia.subjectId, 'orders.order.paid', first, 2);
    await say(julia.subjectId, 'orders.order.placed', first, 1);
    const second = order(300_00);
    await say(julia.subjectId, 'orders.order.placed', second, 1);
    await server.settle();
    expect(await factsOf(julia.email)).toMatchObject({
      orders: 1,
      value: { amount: 100_00, currency: 'PLN' },
      openOrders: 2,
      favouriteLocationId: krakow,
    });
    await say(julia.subjectId, 'orders.order.cancelled', { ...second, worth: 0 }, 2);
    await say(julia.subjectId, 'orders.order.completed', first, 3);
    await server.settle();
    expect(await factsOf(julia.email)).toMatchObject({ orders: 1, openOrders: 0, average: { amount: 100_00 } });
  });

  it('finds by the number of an order, filters, sorts by value, and reads every customer once over its pages', async () => {
    const [poor, rich] = [await someone(), await someone()];
    const lublin = randomUUID();
    const place = { locationId: lublin };
    const number = `TL-${randomUUID().slice(0, 8).toUpperCase()}`;
    await say(poor.subjectId, 'orders.order.paid', order(10_00, { ...place, number }));
    await say(rich.subjectId, 'orders.order.paid', order(900_00, place));
    await server.settle();
    expect((await list(`query=${number.toLowerCase()}`)).items.map((one: { id: string }) => one.id)).toEqual([
      poor.customerId,
    ]);
    const filter = `locationId=${lublin}&sort=value`;
    const page = await list(`${filter}&limit=1`);
    expect(page).toMatchObject({ total: 2, isMore: false, items: [{ id: rich.customerId }] });
    const next = await list(`${filter}&limit=1&cursor=${page.nextCursor}`);
    expect(next.items.map((one: { id: string }) => one.id)).toEqual([poor.customerId]);
    expect(next.nextCursor).toBeNull();
    expect((await list(`${filter}&valueMin=50000&open=order`)).items).toHaveLength(1);
    expect((await list(`${filter}&verified=true`)).items).toHaveLength(0);
    expect(JSON.stringify(page)).not.toContain(rich.email);
  });

  it('costs as many statements for fifty as for one', async () => {
    for (let n = 0; n < 6; n += 1) {
      const one = await someone();
      await say(one.subjectId, 'orders.order.paid', order(1_00));
    }
    await server.settle();
    const few = await costOf(() => list('limit=1&sort=orders'));
    expect(await costOf(() => list('limit=50&sort=orders'))).toBe(few);
    expect(few).toBeLessThanOrEqual(7);
  });

  it('leaves out visitors of whom nothing is known', async () => {
    const visitor = await openSubject(server.ctx(), { source: 'web', anonymousId: newId() });
    await say(visitor.subjectId, 'carts.line.added', { cartId: randomUUID(), lineId: randomUUID() });
    await server.settle();
    const { rows } = await sql<{ is_known: boolean; touchpoints: number }>`
      select is_known, touchpoints from customers.profile_facts where customer_id = ${visitor.customerId}`.execute(
      server.base.db,
    );
    expect(rows).toEqual([{ is_known: false, touchpoints: 1 }]);
  });
});

describe('the export', () => {
  it('has every customer once, masked for a manager and readable for an administrator, and is in the audit', async () => {
    const one = await someone();
    await server.asStaff('agent', 'POST', `/api/staff/customers/${one.customerId}/name`, {
      givenName: '=cmd()',
      familyName: 'Nowak; "Jr"',
    });
    await server.settle();
    const columns = ['id', 'given_name', 'family_name', 'email'].map((column) => `columns=${column}`).join('&');
    const take = (role: string) => server.asStaff(role, 'GET', `/api/staff/customers/export?${columns}`);
    const taken = await take('admin');
    expect([taken.statusCode, taken.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(taken.body).toContain(`${one.customerId},'=cmd(),"Nowak; ""Jr""",${one.email}\r\n`);
    const known = await sql<{
      n: number;
    }>`select count(*)::int as n from customers.profile_facts where is_known`.execute(server.base.db);
    expect(taken.body.trim().split('\r\n')).toHaveLength((known.rows[0]?.n ?? 0) + 1);
    expect((await take('manager')).body).not.toContain(one.email);
    expect((await take('agent')).statusCode).toBe(403);
    const audit = await sql<{ role: string; masked: boolean }>`
      select role, (after->>'isMasked')::boolean as masked from kernel.audit where act = 'customers.exported' order by at, id`.execute(
      server.base.db,
    );
    expect(audit.rows).toEqual([
      { role: 'admin', masked: false },
      { role: 'manager', masked: true },
    ]);
  });
});

describe('whom news may be sent to', () => {
  const ways = ['email', 'sms', 'phone', 'whatsapp', 'push'] as const;
  const word = fc.record({
    person: fc.integer({ min: 0, max: 5 }),
    choice: fc.oneof(
      fc.record({ purpose: fc.constant('marketing' as const), channel: fc.constantFrom(...ways), given: fc.boolean() }),
      fc.constant({ purpose: 'marketing' as const, channel: 'all' as const, given: false }),
      fc.constant({ purpose: 'personalisation' as const, channel: 'all' as const, given: true }),
    ),
    hoursAgo: fc.integer({ min: 0, max: 3 }),
  });

  it('the list and the file say what sending would do, for any words, blocked addresses, merges and undoings', async () => {
    const tag = randomUUID();
    const people = await Promise.all(Array.from({ length: 6 }, someone));
    await Promise.all(
      people.map(({ customerId }) =>
        server.asStaff('agent', 'POST', `/api/staff/customers/${customerId}/tags`, { add: [tag] }),
      ),
    );
    const seed = Math.floor(Math.random() * 2 ** 31);
    for (const { person, choice, hoursAgo } of fc.sample(word, { numRuns: 40, seed })) {
      const subjectId = people[person]?.subjectId ?? '';
      const ctx = server.ctx({ clock: { now: () => new Date(server.clock.now().getTime() - hoursAgo * 3_600_000) } });
      await inTransaction(ctx, (tx) =>
        recordConsents(tx, {
          subjectId,
          choices: [choice],
          source: 'preference_centre',
          wording: 'preferences-1',
          language: 'en',
          proof: {},
        }),
      );
    }
    const [first, second, third] = people;
    await suppress(server.ctx(), { kind: 'email', value: first?.email ?? '' }, 'bounced');
    const agree = async () => {
      await server.settle();
      const file = (
        await server.asStaff('admin', 'GET', `/api/staff/customers/export?columns=id&columns=news&tag=${tag}`)
      ).body;
      const inFile = new Map(
        file
          .trim()
          .split('\r\n')
          .slice(1)
          .map((line: string) => line.split(',') as [string, string]),
      );
      for (const way of ways) {
        const listed = (await list(`tag=${tag}&agreedTo=${way}`)).items.map((one: { id: string }) => one.id);
        for (const customerId of inFile.keys()) {
          const may = await mayContact(server.ctx(), { customerId }, 'marketing', way);
          const said = inFile.get(customerId)?.split('; ').includes(way);
          expect([said, may.allowed], `${way}, drawn with seed ${seed}`).toEqual([may.allowed, may.allowed]);
          const agreed = stateOf(await consentsOf(server.ctx(), await subjectsOf(server.ctx(), customerId))).some(
            (one) => one.purpose === 'marketing' && one.channel === way && one.given,
          );
          expect(listed.includes(customerId), `${way}, drawn with seed ${seed}`).toBe(agreed);
        }
      }
      return inFile.size;
    };
    expect(await agree()).toBe(6);
    const linked = await linkSubject(server.ctx(), {
      subjectId: second?.subjectId ?? '',
      customerId: third?.customerId ?? '',
      evidence: { kind: 'staff_confirmed', source: 'staff' },
    });
    expect(await agree()).toBe(5);
    await unlinkSubject(server.ctx(), linked.ok ? linked.value.linkId : '');
    expect(await agree()).toBe(6);
  });
});

describe('figures, merges and their undoing', () => {
  it('go together and come apart, each with its own', async () => {
    const [a, b] = [await someone(), await someone()];
    await say(a.subjectId, 'orders.order.paid', order(100_00));
    await say(b.subjectId, 'orders.order.paid', order(40_00));
    await server.settle();
    const linked = await linkSubject(server.ctx(), {
      subjectId: b.subjectId,
      customerId: a.customerId,
      evidence: { kind: 'staff_confirmed', source: 'staff' },
    });
    await server.settle();
    expect(await factsOf(a.email)).toMatchObject({ orders: 2, value: { amount: 140_00 } });
    await unlinkSubject(server.ctx(), linked.ok ? linked.value.linkId : '');
    await server.settle();
    expect(await factsOf(a.email)).toMatchObject({ orders: 1, value: { amount: 100_00 } });
    expect(await factsOf(b.email)).toMatchObject({ orders: 1, value: { amount: 40_00 } });
  });

  it('are the same when made anew from the timeline', async () => {
    const read = async () =>
      (
        await sql`select customer_id, orders, value_minor, open_orders, touchpoints, favourite_location_id, favourite_channel,
          last_seen_at, tags, agreed_to, is_known from customers.profile_facts order by customer_id`.execute(
          server.base.db,
        )
      ).rows;
    await server.settle();
    // Visitors without an event get their row too; what was there before stays as it was.
    const before = await read();
    await rebuildProfiles(server.ctx({ actor: { kind: 'system', name: 'test' } }));
    const after = await read();
    const ids = new Set(before.map((row) => (row as { customer_id: string }).customer_id));
    expect(after.filter((row) => ids.has((row as { customer_id: string }).customer_id))).toEqual(before);
    expect(before.length).toBeGreaterThan(8);
  });
});

describe('notes, tags and traits', () => {
  it('two colleagues at one note overwrite nothing: the second is told, and sees the first', async () => {
    const { customerId } = await someone();
    const url = `/api/staff/customers/${customerId}/notes`;
    const note = (await server.asStaff('agent', 'POST', url, { text: 'Prefers the phone' })).json();
    const change = (text: string) => server.asStaff('manager', 'PATCH', `${url}/${note.id}`, { text, version: 1 });
    expect((await change('Prefers chat')).json()).toMatchObject({ text: 'Prefers chat', version: 2 });
    const late = await change('Prefers mail');
    expect([late.statusCode, late.json().code]).toEqual([409, 'version_conflict']);
    const page = (await server.asStaff('agent', 'GET', `/api/staff/customers/${customerId}/profile`)).json();
    expect(page.notes.map((one: { text: string }) => one.text)).toEqual(['Prefers chat']);
  });

  it('two colleagues tagging at once keep both tags, and the list finds by them', async () => {
    const { customerId } = await someone();
    const put = (body: object) => server.asStaff('agent', 'POST', `/api/staff/customers/${customerId}/tags`, body);
    await Promise.all([put({ add: ['VIP'] }), put({ add: ['Fabric samples'] })]);
    expect((await list('tag=vip')).items.map((one: { id: string }) => one.id)).toEqual([customerId]);
    expect((await put({ remove: ['vip'] })).json()).toEqual({ tags: ['fabric samples'] });
  });

  it('a trait takes only its type, from a role that may, and goes back to its owner when a merge is undone', async () => {
    const trait = {
      label: { en: 'Room', pl: 'Pokój', ru: 'Комната' },
      type: 'choice',
      choices: ['bedroom', 'office'].map((value) => ({ value, label: { en: value, pl: value, ru: value } })),
      isPii: false,
      seenBy: ['agent', 'manager'],
      setBy: ['agent'],
    };
    const made = await server.app.inject({
      method: 'PUT',
      url: '/api/staff/customers/traits/room',
      headers: { cookie: 'role=admin' },
      payload: trait,
    });
    expect(made.json()).toMatchObject({ name: 'room', version: 1 });
    const [a, b] = [await someone(), await someone()];
    const set = async (id: string, value: unknown, role = 'agent') =>
      (
        await server.app.inject({
          method: 'PUT',
          url: `/api/staff/customers/${id}/traits/room`,
          headers: { cookie: `role=${role}` },
          payload: { value },
        })
      ).statusCode;
    expect(await set(a.customerId, 'kitchen')).toBe(400);
    expect(await set(a.customerId, 'bedroom', 'associate')).toBe(403);
    expect(await set(a.customerId, 'bedroom')).toBe(200);
    server.clock.travel(1_000);
    expect(await set(b.customerId, 'office')).toBe(200);
    const seen = async (id: string, role = 'agent') =>
      (await server.asStaff(role, 'GET', `/api/staff/customers/${id}/profile`)).json().traits;
    const linked = await linkSubject(server.ctx(), {
      subjectId: b.subjectId,
      customerId: a.customerId,
      evidence: { kind: 'staff_confirmed', source: 'staff' },
    });
    expect(await seen(a.customerId)).toMatchObject([{ value: 'office', others: [{ value: 'bedroom' }] }]);
    expect(await seen(a.customerId, 'associate')).toEqual([]);
    await unlinkSubject(server.ctx(), linked.ok ? linked.value.linkId : '');
    expect(await seen(a.customerId)).toMatchObject([{ value: 'bedroom', others: [] }]);
    expect(await seen(b.customerId)).toMatchObject([{ value: 'office', others: [] }]);
  });
});

describe('the profile', () => {
  it('opens with ten thousand touchpoints in as many statements as with ten, and says why two are one', async () => {
    const [a, b] = [await someone(), await someone()];
    await linkSubject(server.ctx(), {
      subjectId: b.subjectId,
      customerId: a.customerId,
      evidence: { kind: 'staff_confirmed', source: 'staff', fact: 'phone_call' },
    });
    await say(a.subjectId, 'orders.order.paid', order(100_00));
    await server.settle();
    const url = `/api/staff/customers/${a.customerId}`;
    const open = (part: string) => () => server.asStaff('agent', 'GET', `${url}/${part}`);
    const few = [await costOf(open('profile')), await costOf(open('timeline?limit=50')), await costOf(open('panel'))];
    await sql`insert into customers.timeline (event_id, subject_id, at, type, channel, actor, data)
      select gen_random_uuid(), ${a.subjectId}::uuid, ${server.clock.now()}::timestamptz - n * interval '1 hour',
        'journeys.session.started', 'web', 'system:test', '{}' from generate_series(1, 10000) n`.execute(
      server.base.db,
    );
    const began = performance.now();
    expect([
      await costOf(open('profile')),
      await costOf(open('timeline?limit=50')),
      await costOf(open('panel')),
    ]).toEqual(few);
    expect((performance.now() - began) / 9).toBeLessThan(250);
    const page = (await open('profile')()).json();
    expect(page.links).toMatchObject([
      { evidence: 'staff_confirmed', details: { fact: 'phone_call' }, undoneAt: null },
    ]);
    expect(page.subjects).toHaveLength(2);
    expect(page.definitions.map((one: { name: string }) => one.name)).toContain('value_minor');
    const visits = (await open('timeline?kind=visits&limit=5')()).json();
    expect(visits.items.every((one: { type: string }) => one.type === 'journeys.session.started')).toBe(true);
    const store = (await open('timeline?channel=store')()).json();
    expect(store.items).toEqual([]);
  });

  it('shows contacts masked on the floor until somebody asks', async () => {
    const { customerId, email } = await someone();
    const url = `/api/staff/customers/${customerId}/profile`;
    expect((await server.asStaff('associate', 'GET', url)).body).not.toContain(email);
    expect((await server.asStaff('associate', 'GET', `${url}?reveal=true`)).body).toContain(email);
    expect((await server.asStaff('agent', 'GET', url)).body).toContain(email);
  });
});

it('takes a trait out of use with all that was said under it, and brings both back; of two who change it one is told', async () => {
  const path = '/api/staff/customers/traits/room_size';
  const label = { en: 'Room', pl: 'Pokój', ru: 'Комната' };
  const body = { label, type: 'number', choices: [], isPii: false, seenBy: ['agent'], setBy: ['agent'] };
  await server.asStaff('admin', 'PUT', path, body);
  const julia = await someone();
  await server.asStaff('agent', 'PUT', `/api/staff/customers/${julia.customerId}/traits/room_size`, { value: 24 });
  const entry = async () => {
    const { items } = (await server.asStaff('admin', 'GET', '/api/staff/customers/trait-catalogue')).json();
    return items.find((one: { name: string }) => one.name === 'room_size');
  };
  const known = async () =>
    (await traitValuesOf(server.ctx(), [julia.subjectId])).map(({ name, value }) => [name, value]);
  expect(await entry()).toMatchObject({ version: 1, isArchived: false, customers: 1 });
  expect((await server.asStaff('admin', 'POST', `${path}/archive`, { version: 1 })).statusCode).toBe(200);
  expect(await entry()).toMatchObject({ version: 2, isArchived: true, customers: 1 });
  expect(await known()).toEqual([]);
  // Whoever still had it open is told, and does not bring it back unawares.
  expect((await server.asStaff('admin', 'PUT', path, { ...body, version: 1 })).statusCode).toBe(409);
  expect((await server.asStaff('admin', 'POST', `${path}/archive`, { version: 2 })).statusCode).toBe(409);
  expect((await server.asStaff('admin', 'PUT', path, { ...body, version: 2 })).statusCode).toBe(200);
  expect(await known()).toEqual([['room_size', 24]]);
});
