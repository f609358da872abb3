import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../../kernel/ids.ts';
import {
  customersOf,
  findByIdentifier,
  linksOf,
  mostReported,
  openSubject,
  subjectForVerified,
  subjectsOf,
  timelineOf,
  unlinkSubject,
} from '../../customers/index.ts';
import { type OpenSpan, saveLocation } from '../../locations/index.ts';
import { createOrder } from '../../orders/index.ts';
import { type JourneysServer, journeysServer } from '../journeysServer.fixture.ts';
import { nobody } from '../touchpoints/touchpoint.ts';

let server: JourneysServer;
let till: { id: string; name: string; writeKey: string; key: string };
let storeId: string;
beforeAll(async () => {
  server = await journeysServer();
  const source = (
    await server.asStaff('admin', 'POST', '/api/staff/sources', { name: 'tills', channel: 'store', label: 'Tills' })
  ).json();
  const made = (await server.asStaff('admin', 'POST', `/api/staff/sources/${source.id}/secrets`)).json();
  till = { id: source.id, name: source.name, writeKey: source.writeKey, key: made.key };
  const day: OpenSpan[] = [['10:00', '20:00']];
  storeId = (
    await saveLocation(server.ctx({ actor: { kind: 'system', name: 'test' } }), {
      code: 'KRK-9',
      kind: 'store',
      name: 'Velora Kraków',
      address: { line1: 'Długa 1', postcode: '31-001', city: 'Kraków', country: 'PL' },
      point: { lat: 50, lon: 20 },
      zone: 'Europe/Warsaw',
      phone: '+48 12 000 00 00',
      hours: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: [] },
      exceptions: [],
      capabilities: ['pickup'],
      preparationMinutes: 60,
      cutOff: '18:00',
    })
  ).id;
});
afterAll(() => server?.stop());

const track = (event: string, more: object = {}) => ({
  type: 'track',
  event,
  messageId: newId(),
  timestamp: server.clock.now().toISOString(),
  ...more,
});
const receipt = () => `R-${newId().slice(-10)}`;
async function send(batch: object[], key = till.key): Promise<void> {
  const answer = await server.post('/v1/batch', { batch }, { authorization: `Basic ${btoa(`${key}:`)}` });
  expect(answer.statusCode).toBe(200);
  await server.flush();
}
const cardNumber = () => `K${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}`;
async function cardHolder() {
  const card = cardNumber();
  const evidence = { kind: 'card_issued', source: 'test' };
  return { card, ...(await subjectForVerified(server.ctx(), { kind: 'loyalty', value: card, evidence })) };
}
const subjectOfSale = async (number: string) => {
  const rows = await server.touchpoints(`properties['order_id'] = '${number}' and kind = 'Order Completed'`);
  return rows[0]?.subject_id ?? nobody;
};
const isOf = async (subjectId: string, customerId: string) =>
  (await customersOf(server.ctx(), [subjectId])).get(subjectId) === customerId;
const sale = (number: string, properties: object = {}, more: object = {}) =>
  track('Order Completed', {
    properties: { order_id: number, total: 129.5, currency: 'PLN', store: 'krk-9', ...properties },
    ...more,
  });

describe('a sale that a till reports', () => {
  test('lands on the holder of the loyalty number, and taking it apart takes this sale off and no other', async () => {
    const julia = await cardHolder();
    const [first, second] = [receipt(), receipt()];
    await send([
      sale(first, { loyaltyNumber: julia.card }),
      sale(second, {}, { context: { externalIds: [{ id: julia.card, type: 'loyalty_number', collection: 'users' }] } }),
    ]);
    const [one, two] = [await subjectOfSale(first), await subjectOfSale(second)];
    expect(one).not.toBe(two);
    expect([await isOf(one, julia.customerId), await isOf(two, julia.customerId)]).toEqual([true, true]);
    const [link] = await linksOf(server.ctx(), [one]);
    expect(link).toMatchObject({ evidence: 'reported_card', details: { source: 'tracking:tills' } });
    expect(link?.details.eventId).toMatch(/^[0-9a-f-]{36}$/);
    await unlinkSubject(server.ctx(), link?.id ?? '');
    expect([await isOf(one, julia.customerId), await isOf(two, julia.customerId)]).toEqual([false, true]);
    // What staff took apart is not joined again by the same word.
    await send([sale(first, { loyaltyNumber: julia.card })]);
    expect(await isOf(one, julia.customerId)).toBe(false);
  });

  test('with a card that stands on more sales than a person makes stays nobody’s, and the Office is told', async () => {
    const house = await cardHolder();
    await sql`
      with made as (insert into customers.customer (id, language, created_at)
        select gen_random_uuid(), 'pl', now() from generate_series(1, ${mostReported - 2}::int) returning id)
      insert into customers.subject (id, kind, source, anonymous_id, epoch, home_customer_id, customer_id, created_at)
      select gen_random_uuid(), 'anonymous', 'tracking:tills', 'sale-' || id, 1, id, ${house.customerId}::uuid, now()
      from made`.execute(server.ctx().db);
    const [last, beyond] = [receipt(), receipt()];
    await send([sale(last, { loyaltyNumber: house.card })]);
    await send([sale(beyond, { loyaltyNumber: house.card })]);
    expect(await isOf(await subjectOfSale(last), house.customerId)).toBe(true);
    const nobodys = await subjectOfSale(beyond);
    expect(nobodys).not.toBe(nobody);
    expect(await isOf(nobodys, house.customerId)).toBe(false);
    const { items } = (await server.asStaff('admin', 'GET', '/api/staff/sources')).json();
    const { hints } = items.find((item: { id: string }) => item.id === till.id);
    expect(hints).toContainEqual({ hint: 'card_of_everybody', today: 1, week: 1 });
  });

  test('is on the timeline with where and how much, and is a step of the store', async () => {
    const julia = await cardHolder();
    const number = receipt();
    await send([sale(number, { loyaltyNumber: julia.card })]);
    const page = await timelineOf(server.ctx(), julia.customerId, { limit: 20 });
    expect(page.items.find((entry) => entry.type === 'journeys.sale.reported')).toMatchObject({
      channel: 'store',
      locationId: storeId,
      data: { source: 'tills', number, total: 12_950, currency: 'PLN' },
    });
    const rows = await server.touchpoints(`subject_id = '${await subjectOfSale(number)}'`);
    expect(rows.filter((row) => row.kind === 'journeys.sale.reported')).toEqual([]);
    expect(rows.find((row) => row.kind === 'Order Completed')).toMatchObject({ step: 'store', location_id: storeId });
  });

  test('without a loyalty number is a subject of its own, even where all tills send one device id', async () => {
    const numbers = [receipt(), receipt()];
    await send(numbers.map((number) => sale(number, {}, { anonymousId: 'till-number-1' })));
    const [one, two] = await Promise.all(numbers.map(subjectOfSale));
    expect(one).not.toBe(nobody);
    expect(one).not.toBe(two);
  });

  test('of an order of ours is its buyer’s, and is not told twice', async () => {
    const { subjectId, customerId } = await openSubject(server.ctx(), { source: 'web', anonymousId: `v-${newId()}` });
    const { order } = await createOrder(server.ctx(), {
      market: 'PL',
      currency: 'PLN',
      subjectId,
      contact: {},
      contractMadeAt: { place: 'distance' },
      lines: [
        {
          variantId: newId(),
          quantity: 1,
          unit: 1_230,
          discount: 0,
          net: 1_000,
          tax: 230,
          gross: 1_230,
          taxRateBp: 2_300,
          way: { method: 'delivery' },
        },
      ],
    });
    await send([sale(order.number)]);
    const own = await subjectOfSale(order.number);
    expect(own).not.toBe(subjectId);
    expect(await isOf(own, customerId)).toBe(true);
    const page = await timelineOf(server.ctx(), customerId, { limit: 50 });
    expect(page.items.map((entry) => entry.type)).not.toContain('journeys.sale.reported');
  });

  test('with an e-mail or a card nobody holds only claims it: nobody is joined', async () => {
    const email = `julia-${newId()}@example.com`;
    const evidence = { kind: 'code', source: 'test' };
    const verified = await subjectForVerified(server.ctx(), { kind: 'email', value: email, evidence });
    const [number, card] = [receipt(), cardNumber()];
    await send([sale(number, { loyaltyNumber: card }, { traits: { email } })]);
    const own = await subjectOfSale(number);
    expect(await isOf(own, verified.customerId)).toBe(false);
    const own2 = (await customersOf(server.ctx(), [own])).get(own);
    expect(await findByIdentifier(server.ctx(), 'email', email)).toEqual({
      verified: verified.customerId,
      claimed: [own2],
    });
    expect(await findByIdentifier(server.ctx(), 'loyalty', card)).toEqual({ claimed: [own2] });
  });
});

test('a day’s sales of a till sent at once all land on the holder, whatever else is resolved between them', async () => {
  const julia = await cardHolder();
  const numbers = Array.from({ length: 250 }, receipt);
  const batch = numbers.map((number) => sale(number, { loyaltyNumber: julia.card }));
  for (let from = 0; from < batch.length; from += 125)
    await server.post(
      '/v1/batch',
      { batch: batch.slice(from, from + 125) },
      { authorization: `Basic ${btoa(`${till.key}:`)}` },
    );
  await server.flush();
  expect(await subjectsOf(server.ctx(), julia.customerId)).toHaveLength(251);
});

test('the same sale with the public key claims nothing, joins nobody and is not on a timeline', async () => {
  const julia = await cardHolder();
  const number = receipt();
  await send([sale(number, { loyaltyNumber: julia.card }, { anonymousId: `v-${newId()}` })], till.writeKey);
  expect(await isOf(await subjectOfSale(number), julia.customerId)).toBe(false);
  expect(await subjectsOf(server.ctx(), julia.customerId)).toEqual([julia.subjectId]);
});

test('two people who both proved who they are are never joined by a till; its word stays as a claim', async () => {
  const [julia, marek] = [await cardHolder(), await cardHolder()];
  const userId = `member-${newId()}`;
  await send([track('Store Visited', { userId, properties: { loyaltyNumber: julia.card } })]);
  await send([track('Store Visited', { userId, properties: { loyaltyNumber: marek.card } })]);
  expect(await subjectsOf(server.ctx(), marek.customerId)).toEqual([marek.subjectId]);
  expect(await subjectsOf(server.ctx(), julia.customerId)).toHaveLength(2);
  expect(await findByIdentifier(server.ctx(), 'loyalty', marek.card)).toEqual({
    verified: marek.customerId,
    claimed: [julia.customerId],
  });
});

test('visits to a store and calls are told with how long and how they ended; the beginning of a call is its end’s', async () => {
  const julia = await cardHolder();
  const call = { call_id: `c-${newId()}` };
  const context = { channel: 'phone', externalIds: [{ id: julia.card, type: 'loyaltyNumber' }] };
  await send([
    track('Store Visited', { context: { ...context, channel: 'store', store_id: 'KRK-9' } }),
    track('Call Started', { context, properties: call }),
    track('Call Completed', { context, properties: { ...call, duration: 184.6, outcome: 'No-Answer' } }),
  ]);
  const page = await timelineOf(server.ctx(), julia.customerId, { limit: 50 });
  const told = page.items.filter((entry) => entry.type.startsWith('journeys.')) ?? [];
  expect(told.map((entry) => entry.type).sort()).toEqual(['journeys.call.reported', 'journeys.store_visit.reported']);
  expect(told.find((entry) => entry.type === 'journeys.call.reported')).toMatchObject({
    channel: 'phone',
    data: { seconds: 185, outcome: 'missed' },
  });
  expect(told.find((entry) => entry.type === 'journeys.store_visit.reported')).toMatchObject({ locationId: storeId });
  const calls = await server.touchpoints(`kind like 'Call %' and source = 'tills'`);
  expect(new Set(calls.map((row) => row.subject_id)).size).toBe(1);
  // Nobody answered: no step on the way to a purchase.
  expect(calls.find((row) => row.kind === 'Call Completed')?.step).toBe('');
});

test('a code that is no store of ours and an event that names nobody are kept, and the Office is told', async () => {
  await send([
    track('Store Visited', { anonymousId: `v-${newId()}`, properties: { store: 'KRK1' } }),
    track('Store Visited', { anonymousId: `v-${newId()}`, properties: { store: 'krk1' } }),
    track('Store Visited', { properties: { store: 'KRK-9' } }),
  ]);
  await send([track('Store Visited', { anonymousId: `v-${newId()}`, properties: { store: 'GUESS' } })], till.writeKey);
  const { items } = (await server.asStaff('admin', 'GET', '/api/staff/sources')).json();
  const source = items.find((item: { id: string }) => item.id === till.id);
  expect(source.unknownStores).toEqual([{ code: 'KRK1', today: 2, week: 2 }]);
  expect(source.hints).toContainEqual({ hint: 'trusted_without_id', today: 1, week: 1 });
});
