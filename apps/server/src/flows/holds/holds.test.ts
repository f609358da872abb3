import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../test/person.ts';
import { restock, type SmallShop, smallShop } from '../../../test/smallShop.ts';
import { type TestServer, testServer } from '../../../test/testServer.ts';
import { addLine, createCart } from '../../modules/carts/index.ts';
import { customersOf, getCustomer } from '../../modules/customers/index.ts';
import { availability, changeOnHand, reconcileStock, reserve } from '../../modules/stock/index.ts';

let server: TestServer;
let second: TestServer;
let shop: SmallShop;
// Who works all through the file signs in once: sign-ins are limited by the minute, and here it is always the same one.
let agent: Person;
let admin: Person;
// Tuesday 24 November 2026, 14:02 in Kraków.
const tuesday = new Date('2026-11-24T13:02:00Z');

beforeAll(async () => {
  server = await testServer();
  second = await testServer({ sharing: server });
  server.clock.travelTo(tuesday);
  second.clock.travelTo(tuesday);
  shop = await smallShop(server);
  agent = await shop.staff('agent', second);
  admin = await shop.staff('admin');
});
afterAll(async () => {
  await second.stop();
  await server.stop();
});
beforeEach(async () => {
  server.clock.travelTo(tuesday);
  second.clock.travelTo(tuesday);
  await restock(server.ctx(), { variantId: shop.green, locationId: shop.krakow }, 1);
});

async function chat() {
  const words = `Is the green Lund sofa still to be had? ${randomUUID()}`;
  const julia = await shop.shopper();
  await julia.must('PUT', '/api/shop/chat/contact', { name: 'Julia', email: `julia.${randomUUID()}@example.com` });
  await julia.post('/api/shop/chat/messages', { text: words, clientKey: randomUUID() });
  const threads = await agent.get('/api/staff/threads?view=all');
  const thread = threads.items.find((one: { lastWords: { text: string } | null }) => one.lastWords?.text === words);
  return { julia, threadId: thread.id as string };
}

async function freeInKrakow(): Promise<number> {
  const { items } = await admin.get(`/api/staff/stock?variantIds=${shop.green}`);
  return items.find((level: { locationId: string }) => level.locationId === shop.krakow).available;
}

describe('a hold from the chat', () => {
  it('reaches customer, store, chat and mailbox, each once, and can be collected', async () => {
    const { julia, threadId } = await chat();
    const hold = await agent.post('/api/staff/holds', {
      person: { threadId },
      variantId: shop.green,
      locationId: shop.krakow,
      length: { date: '2026-11-28' },
    });
    // Saturday 20:00 in Kraków.
    expect(hold).toMatchObject({
      state: 'held',
      until: '2026-11-28T19:00:00.000Z',
      stage: 'to_pick',
      code: expect.stringMatching(/^[0-9A-Z]{2}-[0-9A-Z]{4}$/),
    });
    await server.settle();
    await second.settle();
    const own = await julia.get('/api/shop/holds');
    expect(own.items).toMatchObject([
      { id: hold.id, code: hold.code, lines: [{ sku: 'LUND-GREEN', unit: { amount: 386_900, currency: 'PLN' } }] },
    ]);
    expect(JSON.stringify(own)).not.toContain(hold.heldBy);
    const messages = (await julia.get('/api/shop/chat')).messages.filter(
      (message: { kind: string }) => message.kind === 'hold',
    );
    expect(messages).toHaveLength(1);
    expect(messages[0].data).toMatchObject({ happened: 'held', code: hold.code });

    const anna = await shop.staff('krakow');
    const queue = await anna.get(`/api/staff/fulfilments?locationId=${shop.krakow}&state=to_pick`);
    const work = queue.items.find((item: { reservationId: string }) => item.reservationId === hold.id);
    await anna.post(`/api/staff/fulfilments/${work.id}/ready`, { place: 'bay 4' });
    await server.settle();
    expect((await julia.get('/api/shop/holds')).items[0]).toMatchObject({ stage: 'ready' });

    const wrong = await anna.call('POST', `/api/staff/fulfilments/${work.id}/hand-over`, {
      payment: { method: 'cash', amount: { amount: 1, currency: 'PLN' } },
    });
    expect(wrong).toMatchObject({
      status: 409,
      body: { code: 'payment_incomplete', toPay: { amount: 386_900, currency: 'PLN' } },
    });
    const order = await anna.post(`/api/staff/fulfilments/${work.id}/hand-over`, {
      payment: { method: 'card_terminal', amount: { amount: 386_900, currency: 'PLN' } },
    });
    expect(order).toMatchObject({
      state: 'completed',
      totals: { gross: { amount: 386_900 } },
      contractMadeAt: { place: 'on_premises', locationId: shop.krakow },
    });
    expect(order.lines[0].credits).toMatchObject({
      heldBy: hold.heldBy,
      advisedBy: hold.heldBy,
      handedOverBy: expect.any(String),
    });
    await server.settle();
    expect((await julia.get('/api/shop/holds')).items[0]).toMatchObject({
      state: 'consumed',
      stage: 'handed_over',
      code: null,
    });
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });

  it('follows from its event alone when the server dies right after the hold', async () => {
    const { julia, threadId } = await chat();
    // The naive way (everything after the hold only in the request) would leave nothing here: the request's second half is cut off.
    const subjectId = (await agent.get(`/api/staff/threads/${threadId}`)).thread.subjectId as string;
    const ctx = server.ctx();
    const cart = await createCart(ctx, { market: 'PL', currency: 'PLN', subjectId });
    const unit = { amount: 386_900, currency: 'PLN' };
    const until = new Date('2026-11-26T19:00:00Z');
    const added = await addLine(ctx, {
      cartId: cart.id,
      version: cart.version,
      variantId: shop.green,
      quantity: 1,
      way: { method: 'pickup', locationId: shop.krakow },
      terms: { unit, quotedAt: ctx.clock.now().toISOString(), validUntil: until.toISOString(), channel: 'chat' },
    });
    if (!added.ok || !added.value.lineId) throw new Error('not added');
    const held = await reserve(ctx, {
      id: ctx.newId(),
      owner: { kind: 'cart_line', id: added.value.lineId },
      subjectId,
      purpose: 'agent_hold',
      expiresAt: until,
      lines: [{ variantId: shop.green, locationId: shop.krakow, quantity: 1, allowDisplay: true }],
      context: { cartId: cart.id, lineId: added.value.lineId, threadId, heldBy: null, advisedBy: null, unit },
    });
    expect(held.ok).toBe(true);
    await Promise.all([server.settle(), second.settle()]);
    await Promise.all([server.settle(), second.settle()]);
    expect((await julia.get('/api/shop/holds')).items[0]).toMatchObject({
      state: 'held',
      stage: 'to_pick',
      code: expect.any(String),
    });
    const messages = (await julia.get('/api/shop/chat')).messages.filter(
      (message: { kind: string }) => message.kind === 'hold',
    );
    expect(messages).toHaveLength(1);
  });

  it('two agents on two servers who hold the last one at once: one clear refusal, with alternatives', async () => {
    const [a, b] = [await chat(), await chat()];
    const other = await shop.staff('agent', server);
    const asked = (by: Person, { threadId }: typeof a) =>
      by.call('POST', '/api/staff/holds', { person: { threadId }, variantId: shop.green, locationId: shop.krakow });
    const answers = await Promise.all([asked(agent, a), asked(other, b)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
    const refused = answers.find((answer) => answer.status === 409);
    expect(refused?.body).toMatchObject({
      code: 'insufficient_stock',
      shortfall: [{ requested: 1, available: 0 }],
      alternatives: [{ kind: 'other_variant', sku: 'LUND-BLUE' }],
    });
  });

  it('clicked a second time is refused, and the hold stays what it was', async () => {
    const { julia, threadId } = await chat();
    const wish = { person: { threadId }, variantId: shop.green, locationId: shop.krakow };
    const hold = await agent.post('/api/staff/holds', { ...wish, length: { days: 1 } });
    // Not a repeat but another request, for longer. The naive way asks the stock first and so replaces the hold.
    const again = await agent.call('POST', '/api/staff/holds', { ...wish, length: { days: 3 } });
    expect(again).toMatchObject({ status: 409, body: { code: 'already_exists', reservationId: hold.id } });
    await server.settle();
    const own = (await julia.get('/api/shop/holds')).items;
    expect(own).toMatchObject([{ id: hold.id, state: 'held', until: hold.until, stage: 'to_pick' }]);
    const messages = (await julia.get('/api/shop/chat')).messages;
    expect(messages.filter((message: { kind: string }) => message.kind === 'hold')).toHaveLength(1);
  });

  it('released can be made again in the next moment, before anybody heard of the release', async () => {
    const { threadId } = await chat();
    const wish = { person: { threadId }, variantId: shop.green, locationId: shop.krakow };
    const first = await agent.post('/api/staff/holds', wish);
    await agent.post(`/api/staff/holds/${first.id}/release`, { reason: 'the wrong day' });
    const again = await agent.post('/api/staff/holds', { ...wish, length: { days: 1 } });
    await server.settle();
    expect(await agent.get(`/api/staff/holds/${again.id}`)).toMatchObject({ state: 'held', stage: 'to_pick' });
    expect(await freeInKrakow()).toBe(0);
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });

  it('made again after it ended and the price rose is at today’s price', async () => {
    const { threadId } = await chat();
    const wish = { person: { threadId }, variantId: shop.green, locationId: shop.krakow };
    const first = await agent.post('/api/staff/holds', { ...wish, length: { days: 1 } });
    for (const one of [server, second]) one.clock.travelTo(new Date(Date.parse(first.until) + 3 * 86_400_000));
    await server.settle();
    const price = (amount: number) => ({ amount, currency: 'PLN' });
    const setPrice = (gross: unknown) =>
      admin.must('PUT', '/api/staff/prices', {
        market: 'PL',
        prices: [{ variantId: shop.green, gross }],
        reason: 'new season',
      });
    await setPrice(price(429_900));
    const again = await agent.post('/api/staff/holds', { ...wish, length: { days: 1 } });
    expect(again.lines[0].unit).toEqual(price(429_900));
    const anna = await shop.staff('krakow');
    const desk = await anna.get(`/api/staff/handoffs/${again.code}?locationId=${shop.krakow}`);
    expect(desk.toPay).toEqual(price(429_900));
    await setPrice(price(386_900));
  });

  it('is limited by role, and says until when it may last', async () => {
    const { threadId } = await chat();
    const answer = await agent.call('POST', '/api/staff/holds', {
      person: { threadId },
      variantId: shop.green,
      locationId: shop.krakow,
      length: { days: 40 },
    });
    expect(answer).toMatchObject({ status: 409, body: { code: 'hold_limit_exceeded', latest: expect.any(String) } });
    expect(await freeInKrakow()).toBe(1);
    const sunday = await agent.call('POST', '/api/staff/holds', {
      person: { threadId },
      variantId: shop.green,
      locationId: shop.krakow,
      length: { date: '2026-11-29' },
    });
    expect(sunday).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  });

  it('made on a Friday for two days ends on Monday at closing, Kraków’s time, for the Sunday is closed', async () => {
    const friday = new Date('2026-11-27T15:00:00Z');
    server.clock.travelTo(friday);
    second.clock.travelTo(friday);
    const { threadId } = await chat();
    const hold = await agent.post('/api/staff/holds', {
      person: { threadId },
      variantId: shop.green,
      locationId: shop.krakow,
      length: { days: 2 },
    });
    expect(hold.until).toBe('2026-11-30T19:00:00.000Z');
  });

  it('released by its customer is on sale at once, and the store hears of it', async () => {
    const { julia, threadId } = await chat();
    const hold = await agent.post('/api/staff/holds', {
      person: { threadId },
      variantId: shop.green,
      locationId: shop.krakow,
    });
    expect(await freeInKrakow()).toBe(0);
    await julia.must('DELETE', `/api/shop/holds/${hold.id}`);
    expect(await freeInKrakow()).toBe(1);
    await server.settle();
    expect(
      (await (await shop.staff('krakow')).get(`/api/staff/fulfilments/${hold.fulfilmentId}`)).fulfilment.state,
    ).toBe('cancelled');
    const again = await julia.call('DELETE', `/api/shop/holds/${hold.id}`);
    expect(again.status).toBe(200);
  });

  it('not found: the level is corrected, the customer gets the next best offer, the work stands in its own queue', async () => {
    const { julia, threadId } = await chat();
    const hold = await agent.post('/api/staff/holds', {
      person: { threadId },
      variantId: shop.green,
      locationId: shop.krakow,
    });
    const anna = await shop.staff('krakow');
    await anna.post(`/api/staff/fulfilments/${hold.fulfilmentId}/not-found`, {
      reason: 'not on the shelf, not in the back',
    });
    await server.settle();
    expect((await julia.get('/api/shop/holds')).items[0]).toMatchObject({ state: 'released', stage: 'not_found' });
    const messages = (await julia.get('/api/shop/chat')).messages;
    expect(messages.at(-1).data).toMatchObject({
      happened: 'not_found',
      alternatives: [{ kind: 'other_variant', sku: 'LUND-BLUE' }],
    });
    expect(await freeInKrakow()).toBe(0);
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });

  it('not found: the mail speaks one language, the offers in it included', async () => {
    const { julia, threadId } = await chat();
    const hold = await agent.post('/api/staff/holds', {
      person: { threadId },
      variantId: shop.green,
      locationId: shop.krakow,
    });
    const anna = await shop.staff('krakow');
    await anna.post(`/api/staff/fulfilments/${hold.fulfilmentId}/not-found`, { reason: 'not on the shelf' });
    await server.settle();
    await server.settle();
    const { items } = await julia.get('/api/dev/mailbox?limit=100');
    const mail = items.find(
      (one: { subject: string; text: string }) =>
        /could not find/.test(one.subject) && one.text.includes('the best first'),
    );
    // The retailer's own language is Polish, and so is that of whoever handles the event; Julia's is English.
    expect(mail.text).toContain('Lund sofa, blue, velvet');
    expect(mail.text).not.toContain('Sofa Lund');
  });

  it('the lower of quoted and current price is paid: a rise does not reach the customer, a drop does', async () => {
    const price = (amount: number) =>
      admin.must('PUT', '/api/staff/prices', {
        market: 'PL',
        prices: [{ variantId: shop.green, gross: { amount, currency: 'PLN' } }],
        reason: 'new season',
      });
    const anna = await shop.staff('krakow');
    for (const [now, paid] of [
      [429_900, 386_900],
      [350_000, 350_000],
    ] as const) {
      const { threadId } = await chat();
      const hold = await agent.post('/api/staff/holds', {
        person: { threadId },
        variantId: shop.green,
        locationId: shop.krakow,
      });
      await price(now);
      const order = await anna.post(`/api/staff/fulfilments/${hold.fulfilmentId}/hand-over`, {
        payment: { method: 'cash', amount: { amount: paid, currency: 'PLN' } },
      });
      expect(order.totals.gross.amount).toBe(paid);
      await price(386_900);
      await changeOnHand(server.ctx(), [
        { variantId: shop.green, locationId: shop.krakow, kind: 'receive', delta: 1, reason: 'the next one' },
      ]);
    }
  });

  it('a stranger sees nothing of it and changes nothing', async () => {
    const { threadId } = await chat();
    const hold = await agent.post('/api/staff/holds', {
      person: { threadId },
      variantId: shop.green,
      locationId: shop.krakow,
    });
    const stranger = await shop.shopper();
    await stranger.must('PUT', '/api/shop/chat/contact', { name: 'Julia', phone: '+48600000118' });
    expect((await stranger.get('/api/shop/holds')).items).toEqual([]);
    expect((await stranger.call('DELETE', `/api/shop/holds/${hold.id}`)).status).toBe(404);
    expect((await stranger.call('POST', `/api/shop/holds/${hold.id}/extend`)).status).toBe(404);
    const gdansk = await shop.staff('warszawa');
    expect((await gdansk.call('GET', `/api/staff/holds/${hold.id}`)).status).toBe(403);
    expect((await gdansk.call('POST', `/api/staff/fulfilments/${hold.fulfilmentId}/hand-over`, {})).status).toBe(403);
    expect((await shop.visitor().call('GET', '/api/shop/holds')).status).toBe(401);
  });
});

/** A hold of somebody new, as a colleague would make it. */
async function heldForSomebody(locationId: string): Promise<string> {
  const ctx = server.ctx();
  const [subjectId, unit, until] = [
    randomUUID(),
    { amount: 386_900, currency: 'PLN' },
    new Date('2026-11-26T19:00:00Z'),
  ];
  const cart = await createCart(ctx, { market: 'PL', currency: 'PLN', subjectId });
  const added = await addLine(ctx, {
    cartId: cart.id,
    version: cart.version,
    variantId: shop.green,
    quantity: 1,
    way: { method: 'pickup', locationId },
    terms: { unit, quotedAt: tuesday.toISOString(), validUntil: until.toISOString(), channel: 'chat' },
  });
  const lineId = added.ok ? added.value.lineId : undefined;
  if (!lineId) throw new Error('not added');
  const held = await reserve(ctx, {
    id: ctx.newId(),
    owner: { kind: 'cart_line', id: lineId },
    subjectId,
    purpose: 'agent_hold',
    expiresAt: until,
    lines: [{ variantId: shop.green, locationId, quantity: 1, allowDisplay: true }],
    context: { cartId: cart.id, lineId, threadId: null, heldBy: null, advisedBy: null, unit },
  });
  if (!held.ok) throw new Error(held.reason);
  return held.value.reservationId;
}

describe('a hold that moves', () => {
  const inKrakow = async (threadId: string) =>
    agent.post('/api/staff/holds', {
      person: { threadId },
      variantId: shop.green,
      locationId: shop.krakow,
      length: { date: '2026-11-28' },
    });
  const move = (id: string, body: object, by = agent, headers: Record<string, string> = {}) =>
    by.call('POST', `/api/staff/holds/${id}/move`, body, { 'idempotency-key': randomUUID(), ...headers });
  const toWarszawa = () => ({ locationId: shop.warszawa, length: { date: '2026-11-27' } });

  it('is in the other store under its code and at its price, and free at once where it was', async () => {
    await restock(server.ctx(), { variantId: shop.green, locationId: shop.warszawa }, 1);
    const { julia, threadId } = await chat();
    const hold = await inKrakow(threadId);
    const headers = { 'idempotency-key': randomUUID() };
    const [one, two] = [
      await move(hold.id, toWarszawa(), agent, headers),
      await move(hold.id, toWarszawa(), agent, headers),
    ];
    expect(two.body.id).toBe(one.body.id);
    expect(one.body).toMatchObject({
      state: 'held',
      locationId: shop.warszawa,
      stage: 'to_pick',
      code: hold.code,
      lines: [{ unit: { amount: 386_900 } }],
    });
    expect(one.body.until.slice(0, 10)).toBe('2026-11-27');
    expect(await freeInKrakow()).toBe(1);
    await server.settle();
    await second.settle();
    // Its customer reads where it is now, once; the old store's work ended with a word, and the cart knows the new store.
    const said = (await julia.get('/api/shop/chat')).messages.flatMap(
      (one: { kind: string; data: { happened: string } }) => (one.kind === 'hold' ? [one.data.happened] : []),
    );
    expect(said).toEqual(['held', 'moved']);
    expect(await admin.get(`/api/staff/holds/${hold.id}`)).toMatchObject({ state: 'released', stage: 'cancelled' });
    const { lines } = await julia.get('/api/shop/cart');
    expect(lines).toMatchObject([{ way: { method: 'pickup', locationId: shop.warszawa } }]);
    const warszawa = await shop.staff('warszawa');
    const found = await warszawa.get(`/api/staff/handoffs/${hold.code}`);
    expect(JSON.stringify(found)).toContain(shop.green);
    // From the card of yesterday it cannot be moved again.
    expect(await move(hold.id, { locationId: shop.krakow })).toMatchObject({
      status: 409,
      body: { code: 'reservation_not_held' },
    });
    expect(await move(one.body.id, { locationId: shop.krakow, length: { days: 1 } })).toMatchObject({ status: 200 });
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });

  it('stays where it is when there is none, with what there is instead; in its own store only the end moves', async () => {
    await restock(server.ctx(), { variantId: shop.green, locationId: shop.warszawa }, 0);
    const hold = { id: await heldForSomebody(shop.krakow) };
    await server.settle();
    expect(await move(hold.id, toWarszawa())).toMatchObject({
      status: 409,
      body: { code: 'insufficient_stock', alternatives: [{ kind: 'other_variant', sku: 'LUND-BLUE' }] },
    });
    expect(await admin.get(`/api/staff/holds/${hold.id}`)).toMatchObject({ state: 'held', stage: 'to_pick' });
    const longer = await move(hold.id, { locationId: shop.krakow, length: { date: '2026-11-30' } });
    expect(longer.body).toMatchObject({ id: hold.id, until: '2026-11-30T19:00:00.000Z' });
  });

  it('of twenty who want the last piece there one gets it, and nobody loses what they had', async () => {
    await restock(server.ctx(), { variantId: shop.green, locationId: shop.krakow }, 20);
    await restock(server.ctx(), { variantId: shop.green, locationId: shop.warszawa }, 1);
    const other = await shop.staff('agent', server);
    const held: string[] = [];
    for (let n = 0; n < 20; n += 1) held.push(await heldForSomebody(shop.krakow));
    const answers = await Promise.all(held.map((id, n) => move(id, toWarszawa(), n % 2 ? agent : other)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array(19).fill(409)]);
    const levels = await availability(server.ctx(), {
      variantIds: [shop.green],
      locationIds: [shop.krakow, shop.warszawa],
    });
    expect(new Map(levels.map((level) => [level.locationId, level.reserved]))).toEqual(
      new Map([
        [shop.krakow, 19],
        [shop.warszawa, 1],
      ]),
    );
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });

  it('let go in the same moment, it is moved or free, and whoever let go is not told that it is free when it is not', async () => {
    const other = await shop.staff('agent', server);
    for (let round = 0; round < 4; round += 1) {
      await restock(server.ctx(), { variantId: shop.green, locationId: shop.krakow }, 1);
      await restock(server.ctx(), { variantId: shop.green, locationId: shop.warszawa }, 1);
      const id = await heldForSomebody(shop.krakow);
      const [moved, released] = await Promise.all([
        move(id, toWarszawa()),
        other.call('POST', `/api/staff/holds/${id}/release`, { reason: 'she does not want it' }),
      ]);
      expect([moved.status, released.status].sort()).toEqual([200, 409]);
      const levels = await availability(server.ctx(), {
        variantIds: [shop.green],
        locationIds: [shop.krakow, shop.warszawa],
      });
      expect(levels.reduce((sum, level) => sum + level.reserved, 0)).toBe(moved.status === 200 ? 1 : 0);
    }
  });
});

describe('a reservation of one’s own', () => {
  it('lasts to tonight’s closing and asks for somebody to tell', async () => {
    const julia = await shop.shopper();
    const nobody = await julia.call('POST', '/api/shop/holds', { variantId: shop.green, locationId: shop.krakow });
    expect(nobody).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    const hold = await julia.post('/api/shop/holds', {
      variantId: shop.green,
      locationId: shop.krakow,
      contact: { email: 'julia@example.com' },
    });
    expect(hold.until).toBe('2026-11-24T19:00:00.000Z');
    server.clock.travelTo(new Date('2026-11-24T19:00:01Z'));
    second.clock.travelTo(new Date('2026-11-24T19:00:01Z'));
    const next = await shop.shopper(second);
    const taken = await next.post('/api/shop/holds', {
      variantId: shop.green,
      locationId: shop.krakow,
      contact: { email: 'next@example.com' },
    });
    expect(taken.state).toBe('held');
    expect((await julia.get('/api/shop/holds')).items[0].state).toBe('expired');
  });

  it('is held longer by its customer once, to the next opening day’s closing', async () => {
    const julia = await shop.shopper();
    const hold = await julia.post('/api/shop/holds', {
      variantId: shop.green,
      locationId: shop.krakow,
      contact: { email: 'julia@example.com' },
    });
    expect(hold).toMatchObject({ until: '2026-11-24T19:00:00.000Z', longerUntil: '2026-11-25T19:00:00.000Z' });
    // Two presses at once are one.
    const both = await Promise.all([1, 2].map(() => julia.call('POST', `/api/shop/holds/${hold.id}/extend`)));
    expect(both.map(({ status }) => status)).toContain(200);
    const [held] = (await julia.get('/api/shop/holds')).items;
    expect(held).toMatchObject({ until: '2026-11-25T19:00:00.000Z', longerUntil: null });
    expect(await julia.call('POST', `/api/shop/holds/${hold.id}/extend`)).toMatchObject({
      status: 409,
      body: { code: 'hold_limit_exceeded' },
    });
  });

  it('keeps the later end when its customer and an agent make it longer at the same moment', async () => {
    const { julia } = await chat();
    const hold = await julia.post('/api/shop/holds', {
      variantId: shop.green,
      locationId: shop.krakow,
      contact: { email: 'julia@example.com' },
    });
    await Promise.all([
      julia.call('POST', `/api/shop/holds/${hold.id}/extend`),
      agent.call('POST', `/api/staff/holds/${hold.id}/extend`, { length: { days: 4 } }),
    ]);
    const [held] = (await julia.get('/api/shop/holds')).items;
    expect(held.until).toBe('2026-11-28T19:00:00.000Z');
  });

  const contactsOf = async (subjectId: string) => {
    const customerId = (await customersOf(server.ctx(), [subjectId])).get(subjectId) ?? '';
    const { identifiers } = await getCustomer(server.ctx(), customerId);
    return identifiers.filter((one) => one.kind === 'email' || one.kind === 'phone').map((one) => one.value);
  };

  it('that is refused keeps nothing of what was typed for it, and what was known before', async () => {
    const first = await shop.shopper();
    const wish = { variantId: shop.green, locationId: shop.krakow };
    await first.post('/api/shop/holds', { ...wish, contact: { email: 'first@example.com' } });
    const late = shop.visitor(second);
    const { subjectId } = await late.post('/api/shop/session', {});
    const contact = { name: 'Ola', email: 'late@example.com', phone: '+48600000119' };
    const refused = await late.call('POST', '/api/shop/holds', { ...wish, contact });
    expect(refused).toMatchObject({ status: 409, body: { code: 'insufficient_stock' } });
    expect(await contactsOf(subjectId)).toEqual([]);
    await late.must('PUT', '/api/shop/chat/contact', { name: 'Ola', email: 'late@example.com' });
    await late.call('POST', '/api/shop/holds', { ...wish, contact });
    expect(await contactsOf(subjectId)).toEqual(['late@example.com']);
    await restock(server.ctx(), { variantId: shop.green, locationId: shop.krakow }, 1);
    await late.post('/api/shop/holds', { ...wish, contact });
    expect((await contactsOf(subjectId)).sort()).toEqual(['+48600000119', 'late@example.com']);
  });

  it('clicked twice at once on two servers is one hold, and both answers say so', async () => {
    await restock(server.ctx(), { variantId: shop.green, locationId: shop.krakow }, 40);
    for (let n = 0; n < 8; n += 1) {
      const julia = await shop.shopper();
      const click = () =>
        julia.call('POST', '/api/shop/holds', {
          variantId: shop.green,
          locationId: shop.krakow,
          contact: { email: `julia.${n}@example.com` },
        });
      const one = click();
      julia.moveTo(second);
      const answers = await Promise.all([one, click()]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
      const [made, told] = [...answers].sort((a, b) => a.status - b.status);
      expect(told?.body).toMatchObject({ code: 'already_exists', reservationId: made?.body.id });
      await Promise.all([server.settle(), second.settle()]);
      const holds = (await julia.get('/api/shop/holds')).items;
      expect(holds).toMatchObject([{ id: made?.body.id, state: 'held', code: made?.body.code, stage: 'to_pick' }]);
      expect((await julia.get('/api/shop/cart')).lines).toMatchObject([{ hold: { reservationId: made?.body.id } }]);
    }
    const [level] = await availability(server.ctx(), { variantIds: [shop.green], locationIds: [shop.krakow] });
    expect(level?.available).toBe(32);
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });
});
