import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../test/person.ts';
import { restock, type SmallShop, smallShop } from '../../../test/smallShop.ts';
import { type TestServer, testServer } from '../../../test/testServer.ts';
import { statements } from '../../kernel/database.ts';
import { timelineOfSubjects } from '../../modules/customers/index.ts';
import { paymentsOf } from '../../modules/payments/index.ts';
import { availability, reconcileStock } from '../../modules/stock/index.ts';
import { settlePayments } from './settlePayments.ts';

let server: TestServer;
let second: TestServer;
let shop: SmallShop;
const tuesday = new Date('2026-11-24T13:02:00Z');

beforeAll(async () => {
  server = await testServer();
  second = await testServer({ sharing: server });
  for (const one of [server, second]) one.clock.travelTo(tuesday);
  shop = await smallShop(server);
});
afterAll(async () => {
  await second.stop();
  await server.stop();
});
beforeEach(async () => {
  await restock(server.ctx(), { variantId: shop.green, locationId: shop.krakow }, 1);
  await restock(server.ctx(), { variantId: shop.blue, locationId: shop.warehouse }, 10);
});

const good = '4242 4242 4242 4242';
const card = (number: string) => ({ method: 'card', card: { number, expiryMonth: 12, expiryYear: 2030, cvc: '123' } });
const contact = { name: 'Julia Kowalska', email: 'julia@example.com' };
const deliveryAddress = { line1: 'Długa 5', postcode: '31-146', city: 'Kraków', country: 'PL' };
const toDoor = (payment: object, more: object = {}) => ({
  from: { lines: [{ variantId: shop.blue, quantity: 1, way: { method: 'delivery' } }] },
  contact,
  deliveryAddress,
  payment,
  ...more,
});
const pickup = (payment: object = { method: 'pay_in_store' }) => ({
  from: { lines: [{ variantId: shop.green, quantity: 1, way: { method: 'pickup', locationId: shop.krakow } }] },
  contact,
  payment,
});

async function free(variantId: string): Promise<number> {
  const levels = await availability(server.ctx(), { variantIds: [variantId] });
  return levels.reduce((sum, level) => sum + level.available, 0);
}

async function workOf(orderId: string, by: Person, locationId: string) {
  const { items } = await by.get(`/api/staff/fulfilments?locationId=${locationId}&limit=100`);
  return items.find((item: { orderId: string }) => item.orderId === orderId);
}

describe('an order', () => {
  it('by card, as a guest, delivered: placed, paid, confirmed once, visible by its link and to nobody else', async () => {
    const guest = await shop.shopper();
    const placed = await guest.post('/api/shop/orders', toDoor(card(good)));
    // 3 869.00 and 99.00 for delivery.
    expect(placed).toMatchObject({
      paymentState: 'captured',
      order: { state: 'paid', totals: { gross: { amount: 396_800, currency: 'PLN' } } },
    });
    const { order, accessToken } = placed;
    const sums = order.lines.reduce(
      (sum: { net: number; tax: number }, line: { net: { amount: number }; tax: { amount: number } }) => ({
        net: sum.net + line.net.amount,
        tax: sum.tax + line.tax.amount,
      }),
      { net: 0, tax: 0 },
    );
    expect(sums.net + sums.tax).toBe(order.totals.gross.amount);
    await server.settle();
    const mails = (await guest.get('/api/dev/mailbox?to=julia@example.com&limit=100')).items.filter(
      (mail: { subject: string }) => mail.subject.includes(order.number),
    );
    expect(mails).toHaveLength(1);
    const stranger = await shop.shopper(second);
    expect((await stranger.call('GET', `/api/shop/orders/${order.id}`)).status).toBe(404);
    expect((await stranger.get(`/api/shop/orders/${order.id}?token=${accessToken}`)).number).toBe(order.number);
    expect(await free(shop.blue)).toBe(9);
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });

  it('of several goods from one place is one hold and one parcel, and all of it or nothing', async () => {
    const guest = await shop.shopper();
    const line = { variantId: shop.blue, quantity: 1, way: { method: 'delivery' } };
    const two = await guest.post('/api/shop/orders', {
      ...toDoor(card(good)),
      from: { lines: [line, { ...line, quantity: 2 }] },
    });
    expect(two.order.lines).toHaveLength(3);
    const admin = await shop.staff('admin');
    const { items } = await admin.get(`/api/staff/fulfilments?locationId=${shop.warehouse}&limit=100`);
    expect(items.filter((work: { orderId: string }) => work.orderId === two.order.id)).toHaveLength(1);
    const green = { variantId: shop.green, quantity: 2, way: { method: 'pickup', locationId: shop.krakow } };
    const refused = await guest.call('POST', '/api/shop/orders', {
      ...toDoor(card(good)),
      from: { lines: [line, green] },
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'insufficient_stock' } });
    expect(await free(shop.blue)).toBe(7);
  });

  it('sent twice under one key is one order and one charge, also on two servers at once', async () => {
    const guest = await shop.shopper();
    const headers = { 'idempotency-key': randomUUID() };
    const body = toDoor(card(good));
    const first = guest.post('/api/shop/orders', body, headers);
    guest.moveTo(second);
    const [a, b] = await Promise.all([first, guest.post('/api/shop/orders', body, headers)]);
    expect(a.order.id).toBe(b.order.id);
    const again = await guest.post('/api/shop/orders', body, headers);
    expect(again.order.number).toBe(a.order.number);
    expect(await free(shop.blue)).toBe(9);
    const other = await guest.call(
      'POST',
      '/api/shop/orders',
      {
        ...body,
        from: { lines: [{ variantId: shop.blue, quantity: 2, way: { method: 'delivery' } }] },
      },
      headers,
    );
    expect(other.status).toBe(422);
  });

  it('of one cart from two tabs at once, each under its key, is one order that keeps its money and its goods', async () => {
    for (let round = 0; round < 6; round += 1) {
      const guest = await shop.shopper();
      const cart = await guest.post('/api/shop/cart/lines', {
        variantId: shop.blue,
        quantity: 1,
        way: { method: 'delivery' },
      });
      const body = { ...toDoor(card(good)), from: { cartId: cart.id, version: cart.version } };
      const first = guest.call('POST', '/api/shop/orders', body, { 'idempotency-key': randomUUID() });
      guest.moveTo(second);
      const answers = await Promise.all([
        first,
        guest.call('POST', '/api/shop/orders', body, { 'idempotency-key': randomUUID() }),
      ]);
      const placed = answers.filter((answer) => answer.status === 201);
      expect(placed).toHaveLength(1);
      expect(placed[0]?.body).toMatchObject({ paymentState: 'captured', order: { state: 'paid' } });
      const [refused] = answers.filter((answer) => answer.status !== 201);
      expect(['already_exists', 'cart_closed']).toContain(refused?.body.code);
      expect((await guest.get('/api/shop/cart')).lines).toEqual([]);
      expect(await free(shop.blue)).toBe(9 - round);
      expect(await reconcileStock(server.ctx())).toEqual([]);
    }
  });

  it('that failed half-way and is sent again under its key holds its goods anew, and is charged once for them', async () => {
    const guest = await shop.shopper();
    const headers = { 'idempotency-key': randomUUID() };
    await sql`create function orders.break() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$`.execute(
      server.base.db,
    );
    await sql`create trigger broken before insert on orders.order execute function orders.break()`.execute(
      server.base.db,
    );
    expect((await guest.call('POST', '/api/shop/orders', toDoor(card(good)), headers)).status).toBe(500);
    expect(await free(shop.blue)).toBe(10);
    await sql`drop trigger broken on orders.order`.execute(server.base.db);
    await sql`drop function orders.break`.execute(server.base.db);
    const placed = await guest.post('/api/shop/orders', toDoor(card(good)), headers);
    expect(placed).toMatchObject({ paymentState: 'captured', order: { state: 'paid' } });
    expect((await guest.post('/api/shop/orders', toDoor(card(good)), headers)).order.id).toBe(placed.order.id);
    expect(await free(shop.blue)).toBe(9);
    const payments = (await paymentsOf(server.ctx(), [placed.order.id])).get(placed.order.id) ?? [];
    expect(payments.map((payment) => [payment.state, payment.refunded.amount])).toEqual([['captured', 0]]);
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });

  it('whose card is declined leaves nothing held and nothing charged, and may be tried again', async () => {
    const guest = await shop.shopper();
    const declined = await guest.call('POST', '/api/shop/orders', toDoor(card('4000000000000002')));
    expect(declined).toMatchObject({ status: 402, body: { code: 'payment_declined' } });
    expect(await free(shop.blue)).toBe(10);
    const again = await guest.post('/api/shop/orders', toDoor(card(good)));
    expect(again.order.state).toBe('paid');
    expect(await free(shop.blue)).toBe(9);
  });

  it('whose payment got no answer ends, after the provider is asked, in exactly one of "paid" or "nothing"', async () => {
    const guest = await shop.shopper();
    const placed = await guest.post('/api/shop/orders', toDoor(card('4000000000000119')));
    expect(placed.paymentState).toBe('pending');
    expect(await free(shop.blue)).toBe(9);
    for (const one of [server, second]) one.clock.travel(120_000);
    await server.jobs.enqueue(server.ctx(), 'selling.settle-payments', {});
    await server.settle();
    const order = await guest.get(`/api/shop/orders/${placed.order.id}?token=${placed.accessToken}`);
    expect(['paid', 'cancelled']).toContain(order.state);
    expect(await free(shop.blue)).toBe(order.state === 'paid' ? 9 : 10);
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });

  it('costs what was shown or less, never more', async () => {
    const guest = await shop.shopper();
    const dear = await guest.call(
      'POST',
      '/api/shop/orders',
      toDoor(card(good), { total: { amount: 300_000, currency: 'PLN' } }),
    );
    expect(dear).toMatchObject({
      status: 409,
      body: { code: 'terms_changed', total: { amount: 396_800, currency: 'PLN' } },
    });
    const mixed = await guest.call(
      'POST',
      '/api/shop/orders',
      toDoor(card(good), { total: { amount: 900_000, currency: 'EUR' } }),
    );
    expect(mixed.status).toBe(409);
    expect(await free(shop.blue)).toBe(10);
  });

  it('to be paid in the store is collected and paid there; of two shoppers one gets the last', async () => {
    const [a, b] = [await shop.shopper(), await shop.shopper(second)];
    const answers = await Promise.all([
      a.call('POST', '/api/shop/orders', pickup()),
      b.call('POST', '/api/shop/orders', pickup()),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
    const order = answers.find((answer) => answer.status === 201)?.body.order;
    expect(order).toMatchObject({ state: 'placed' });
    const anna = await shop.staff('krakow');
    const work = await workOf(order.id, anna, shop.krakow);
    await anna.post(`/api/staff/fulfilments/${work.id}/ready`, { place: 'bay 1' });
    expect((await anna.call('POST', `/api/staff/fulfilments/${work.id}/hand-over`, {})).body).toMatchObject({
      code: 'payment_incomplete',
    });
    const done = await anna.post(`/api/staff/fulfilments/${work.id}/hand-over`, {
      payment: { method: 'cash', amount: { amount: 386_900, currency: 'PLN' } },
    });
    expect(done.state).toBe('completed');
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });

  it('of what was held for its customer is that hold and that work, handed over once and paid once', async () => {
    const julia = await shop.shopper();
    const hold = await julia.post('/api/shop/holds', {
      variantId: shop.green,
      locationId: shop.krakow,
      contact: { email: 'julia@example.com' },
    });
    const cart = await julia.get('/api/shop/cart');
    const placed = await julia.post('/api/shop/orders', {
      from: { cartId: cart.id, version: cart.version },
      contact,
      payment: card(good),
    });
    expect(placed.order.state).toBe('paid');
    const anna = await shop.staff('krakow');
    const work = await workOf(placed.order.id, anna, shop.krakow);
    expect(work).toMatchObject({ kind: 'pickup', code: hold.code, reservationId: hold.id });
    const done = await anna.post(`/api/staff/fulfilments/${work.id}/hand-over`, {});
    expect(done).toMatchObject({ id: placed.order.id, state: 'completed' });
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });

  it('refuses what cannot be: no address, delivery on credit, unknown goods, broken cards', async () => {
    const guest = await shop.shopper();
    const { deliveryAddress: _none, ...homeless } = toDoor(card(good));
    expect((await guest.call('POST', '/api/shop/orders', homeless)).body.code).toBe('invalid_request');
    expect((await guest.call('POST', '/api/shop/orders', toDoor({ method: 'pay_in_store' }))).body.code).toBe(
      'not_offered',
    );
    const unknown = {
      ...toDoor(card(good)),
      from: { lines: [{ variantId: randomUUID(), quantity: 1, way: { method: 'delivery' } }] },
    };
    expect((await guest.call('POST', '/api/shop/orders', unknown)).body.code).toBe('price_missing');
    expect((await guest.call('POST', '/api/shop/orders', toDoor(card('not a card')))).status).toBe(400);
    expect(
      (
        await guest.call('POST', '/api/shop/orders', {
          ...toDoor(card(good)),
          from: { lines: [{ variantId: shop.blue, quantity: 11, way: { method: 'delivery' } }] },
        })
      ).body,
    ).toMatchObject({ code: 'insufficient_stock' });
    expect(await free(shop.blue)).toBe(10);
  });

  it('of one line takes at most 15 statements in one call, and 40 over all requests of a cart', async () => {
    const guest = await shop.shopper();
    await guest.post('/api/shop/orders', toDoor(card(good)));
    const before = statements.sent;
    await guest.post('/api/shop/orders', toDoor(card(good)));
    // The test acquirer's own memory is one of them.
    expect(statements.sent - before).toBeLessThanOrEqual(15);

    const start = statements.sent;
    const visitor = shop.visitor();
    await visitor.post('/api/shop/session', {});
    const cart = await visitor.post('/api/shop/cart/lines', {
      variantId: shop.blue,
      quantity: 1,
      way: { method: 'delivery' },
    });
    await visitor.post('/api/shop/orders', {
      ...toDoor(card(good)),
      from: { cartId: cart.id, version: cart.version },
    });
    expect(statements.sent - start).toBeLessThanOrEqual(40);
  });
});

describe('a hand-over that was a mistake', () => {
  const wrong = { reason: 'the wrong customer' };
  const handOver = (anna: Person, workId: string, more: object = {}) =>
    anna.call('POST', `/api/staff/fulfilments/${workId}/hand-over`, more);
  const reverse = (anna: Person, workId: string, version?: number) =>
    anna.call('POST', `/api/staff/fulfilments/${workId}/reverse`, { ...wrong, version });

  it('is taken back with a reason: goods, order, work and credits are as before, and it can be handed over', async () => {
    const guest = await shop.shopper();
    const { order } = await guest.post('/api/shop/orders', pickup(card(good)));
    const anna = await shop.staff('krakow');
    const work = await workOf(order.id, anna, shop.krakow);
    await anna.post(`/api/staff/fulfilments/${work.id}/ready`, { place: 'bay 2' });
    expect((await handOver(anna, work.id)).body.state).toBe('completed');
    const elsewhere = await shop.staff('warszawa', second);
    expect((await reverse(elsewhere, work.id)).status).toBe(403);
    const { version } = (await anna.get(`/api/staff/fulfilments/${work.id}`)).fulfilment;
    const colleague = await shop.staff('krakow', second);
    const answers = await Promise.all([reverse(anna, work.id, version), reverse(colleague, work.id, version)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const after = await anna.get(`/api/staff/orders/${order.id}`);
    expect(after).toMatchObject({ state: 'paid', completedAt: null, lines: [{ state: 'open' }] });
    expect(after.lines[0].credits).toMatchObject({ handedOverBy: null, fulfilledBy: null });
    const { fulfilment, steps } = await anna.get(`/api/staff/fulfilments/${work.id}`);
    expect(fulfilment).toMatchObject({ state: 'ready', place: 'bay 2', doneBy: null, doneAt: null });
    expect(steps.find((step: { from: string; to: string }) => step.from === 'handed_over')).toMatchObject(wrong);
    expect(await free(shop.green)).toBe(0);
    expect(await reconcileStock(server.ctx())).toEqual([]);
    const audit = await (await shop.staff('admin')).get('/api/staff/audit?limit=20');
    expect(JSON.stringify(audit.items)).toContain(wrong.reason);
    expect((await handOver(anna, work.id)).body.state).toBe('completed');
    expect(await reconcileStock(server.ctx())).toEqual([]);
    await server.settle();
    expect(await told(order.id)).toEqual([
      ['orders.order.placed', 'web', 'web'],
      ['orders.order.paid', 'web', 'web'],
      ['orders.order.completed', 'store', 'web'],
      ['orders.order.reopened', 'store', 'web'],
      ['orders.order.completed', 'store', 'web'],
    ]);
  });

  it('in which money was taken, by which the contract was made, or of an hour ago, is a return', async () => {
    const anna = await shop.staff('krakow');
    const guest = await shop.shopper();
    const cash = { payment: { method: 'cash', amount: { amount: 386_900, currency: 'PLN' } } };
    const { order } = await guest.post('/api/shop/orders', pickup());
    const unpaid = await workOf(order.id, anna, shop.krakow);
    await handOver(anna, unpaid.id, cash);
    expect(await reverse(anna, unpaid.id)).toMatchObject({ status: 409, body: { code: 'needs_return' } });
    expect((await anna.get(`/api/staff/orders/${order.id}`)).state).toBe('completed');

    await restock(server.ctx(), { variantId: shop.green, locationId: shop.krakow }, 1);
    const julia = await shop.shopper();
    const wish = { variantId: shop.green, locationId: shop.krakow, contact: { email: 'julia@example.com' } };
    const hold = await julia.post('/api/shop/holds', wish);
    const held = (await anna.get(`/api/staff/fulfilments?locationId=${shop.krakow}&limit=100`)).items.find(
      (item: { reservationId: string }) => item.reservationId === hold.id,
    );
    await handOver(anna, held.id, cash);
    expect((await reverse(anna, held.id)).body.code).toBe('needs_return');

    await restock(server.ctx(), { variantId: shop.green, locationId: shop.krakow }, 1);
    const paid = await (await shop.shopper()).post('/api/shop/orders', pickup(card(good)));
    const work = await workOf(paid.order.id, anna, shop.krakow);
    await handOver(anna, work.id);
    for (const one of [server, second]) one.clock.travel(31 * 60_000);
    expect((await reverse(anna, work.id)).body.code).toBe('needs_return');
    for (const one of [server, second]) one.clock.travelTo(tuesday);
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });
});

/** Events of an order in the order they happened: type, channel of the act, channel of the order. */
async function told(orderId: string): Promise<string[][]> {
  const { rows } = await sql<{ type: string; channel: string; order_channel: string }>`
    select type, channel, data->>'orderChannel' as order_channel from kernel.outbox
    where aggregate = 'order' and aggregate_id = ${orderId} order by xid, seq`.execute(server.base.db);
  return rows.map((row) => [row.type, row.channel, row.order_channel]);
}

describe('an order of the app', () => {
  it('whose payment is found out later, by a job, is paid in the app, as the timeline says', async () => {
    const guest = await shop.shopper();
    const app = { 'x-throughline-client': 'mobile_app' };
    const placed = await guest.call('POST', '/api/shop/orders', toDoor(card('4000 0000 0000 0119')), app);
    expect(placed.body).toMatchObject({ paymentState: 'pending', order: { state: 'placed' } });
    for (const one of [server, second]) one.clock.travel(2 * 60_000);
    await settlePayments.handle(server.ctx(), {});
    const orderId: string = placed.body.order.id;
    expect(await told(orderId)).toEqual([
      ['orders.order.placed', 'mobile_app', 'mobile_app'],
      ['orders.order.paid', 'mobile_app', 'mobile_app'],
    ]);
    await server.settle();
    const { subjectId } = await (await shop.staff('admin')).get(`/api/staff/orders/${orderId}`);
    const { items } = await timelineOfSubjects(server.ctx(), [subjectId], {
      limit: 50,
      typePrefixes: ['orders.', 'payments.'],
    });
    expect(items.length).toBeGreaterThanOrEqual(4);
    expect(new Set(items.map((entry) => entry.channel))).toEqual(new Set(['mobile_app']));
    for (const one of [server, second]) one.clock.travelTo(tuesday);
  });
});

describe('three hundred buyers', () => {
  it('get exactly the ten sofas there are, through HTTP, on two servers, and the others hear of alternatives', async () => {
    const shoppers = await Promise.all(Array.from({ length: 60 }, (_, n) => shop.shopper(n % 2 ? server : second)));
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, n) => shoppers[n % 60]?.call('POST', '/api/shop/orders', toDoor(card(good)))),
    );
    const placed = answers.filter((answer) => answer?.status === 201);
    expect(answers.filter((answer) => answer?.status !== 201 && answer?.status !== 409)).toEqual([]);
    expect(placed).toHaveLength(10);
    expect(new Set(placed.map((answer) => answer?.body.order.number)).size).toBe(10);
    expect(await free(shop.blue)).toBe(0);
    expect(await reconcileStock(server.ctx())).toEqual([]);
  }, 120_000);
});

describe('the till', () => {
  const sale = (amount: number, more: object = {}) => ({
    locationId: shop.krakow,
    goods: { lines: [{ variantId: shop.green, quantity: 1, ...more }] },
    payment: { method: 'card_terminal', amount: { amount, currency: 'PLN' } },
  });

  it('sells what is free and refuses what is held, saying so, with alternatives', async () => {
    const julia = await shop.shopper();
    await julia.post('/api/shop/holds', {
      variantId: shop.green,
      locationId: shop.krakow,
      contact: { email: 'julia@example.com' },
    });
    const anna = await shop.staff('krakow', second);
    const refused = await anna.call('POST', '/api/staff/sales', sale(386_900));
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'insufficient_stock', heldForOthers: 1, alternatives: [{ kind: 'other_variant' }] },
    });
    expect(JSON.stringify(refused.body)).not.toContain('julia');
    await restock(server.ctx(), { variantId: shop.green, locationId: shop.krakow }, 1);
    const sold = await anna.post('/api/staff/sales', sale(386_900));
    expect(sold).toMatchObject({ state: 'completed', channel: 'store', contractMadeAt: { place: 'on_premises' } });
    expect(await free(shop.green)).toBe(0);
  });

  it('gives a discount by hand within the limit of the role, with a reason', async () => {
    const anna = await shop.staff('krakow');
    const discount = (basisPoints: number) => ({
      discount: { discount: { basisPoints }, reason: 'a scratch on the leg' },
    });
    const tooMuch = await anna.call('POST', '/api/staff/sales', sale(1, discount(2_000)));
    expect(tooMuch).toMatchObject({ status: 409, body: { code: 'discount_limit_exceeded' } });
    expect(await free(shop.green)).toBe(1);
    const sold = await anna.post('/api/staff/sales', sale(367_555, discount(500)));
    expect(sold.totals).toMatchObject({ gross: { amount: 367_555 }, discount: { amount: 19_345 } });
    const audit = await (await shop.staff('admin')).get('/api/staff/audit?limit=20');
    expect(JSON.stringify(audit.items)).toContain('a scratch on the leg');
  });

  it('gives a discount by hand on a cart that was handed over by its code, within the same limit', async () => {
    const julia = await shop.shopper();
    const way = { method: 'pickup', locationId: shop.krakow };
    const cart = await julia.post('/api/shop/cart/lines', { variantId: shop.green, quantity: 1, way });
    const { code } = await julia.post(`/api/shop/carts/${cart.id}/handoff`, { locationId: shop.krakow });
    const anna = await shop.staff('krakow');
    const byCode = (amount: number, basisPoints: number, variantId = shop.green) => ({
      locationId: shop.krakow,
      goods: {
        code,
        discounts: [{ variantId, discount: { discount: { basisPoints }, reason: 'a scratch on the leg' } }],
      },
      payment: { method: 'card_terminal', amount: { amount, currency: 'PLN' } },
    });
    const tooMuch = await anna.call('POST', '/api/staff/sales', byCode(1, 2_000));
    expect(tooMuch).toMatchObject({ status: 409, body: { code: 'discount_limit_exceeded' } });
    const astray = await anna.call('POST', '/api/staff/sales', byCode(1, 100, shop.krakow));
    expect(astray).toMatchObject({ status: 404, body: { code: 'not_found' } });
    const { payment: _, ...asked } = byCode(0, 500);
    const quote = await anna.call('POST', '/api/staff/floor/quote', asked);
    expect(quote.body).toMatchObject({
      lines: [{ baseUnit: { amount: 386_900 }, discount: { amount: 19_345 } }],
      totals: { gross: { amount: 367_555 } },
    });
    const sold = await anna.post('/api/staff/sales', byCode(367_555, 500));
    expect(sold.totals).toMatchObject({ gross: { amount: 367_555 } });
  });

  it('takes the exact amount, works only at its own store, and sells once under one key', async () => {
    const anna = await shop.staff('krakow');
    expect((await anna.call('POST', '/api/staff/sales', sale(1))).body).toMatchObject({
      code: 'payment_incomplete',
      toPay: { amount: 386_900 },
    });
    expect(await free(shop.green)).toBe(1);
    const elsewhere = await shop.staff('warszawa');
    expect((await elsewhere.call('POST', '/api/staff/sales', sale(386_900))).status).toBe(403);
    const headers = { 'idempotency-key': randomUUID() };
    const [a, b] = await Promise.all([
      anna.call('POST', '/api/staff/sales', sale(386_900), headers),
      anna.call('POST', '/api/staff/sales', sale(386_900), headers),
    ]);
    expect([a.status, b.status]).toEqual([201, 201]);
    expect(a.body.id).toBe(b.body.id);
    expect(await free(shop.green)).toBe(0);
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });
});

describe('a delivery', () => {
  const money = (amount: number) => ({ amount, currency: 'PLN' });
  const named = (en: string, pl: string, ru: string) => ({ en, pl, ru });
  const zone = (methods: object[], postcodePrefixes: string[] = []) => ({
    name: named('Poland', 'Polska', 'Польша'),
    postcodePrefixes,
    methods,
  });
  const standard = {
    name: named('Standard', 'Standardowa', 'Обычная'),
    rate: money(9_900),
    freeFrom: money(500_000),
    daysMin: 2,
    daysMax: 4,
    cutOff: null,
  };
  const express = {
    name: named('Express', 'Ekspresowa', 'Экспресс'),
    rate: money(19_900),
    freeFrom: null,
    daysMin: 1,
    daysMax: 1,
    cutOff: '14:00',
  };
  let methods: Record<string, string>;

  beforeAll(async () => {
    for (const one of [server, second]) one.clock.travelTo(tuesday);
    const admin = await shop.staff('admin');
    const { version } = await admin.get('/api/staff/settings/delivery-zones');
    const zones = [zone([standard, express]), zone([], ['80'])];
    const saved = await admin.call('PUT', '/api/staff/settings/delivery-zones', { market: 'PL', version, zones });
    expect(saved.status).toBe(200);
    methods = Object.fromEntries(
      saved.body.zones[0].methods.map((one: { id: string; name: { en: string } }) => [one.name.en, one.id]),
    );
  });

  it('is offered, priced, ordered and confirmed by the chosen method, with the day it promised', async () => {
    const guest = await shop.shopper();
    await guest.post('/api/shop/cart/lines', { variantId: shop.blue, quantity: 1, way: { method: 'delivery' } });
    const query = `postcode=31-146&deliveryMethodId=${methods.Express}`;
    const cart = await guest.get(`/api/shop/cart?${query}`);
    // Tuesday 14:02: the warehouse still packs today, express wanted its orders by 14:00.
    expect(cart).toMatchObject({
      deliveryMethod: { id: methods.Express, name: 'Express' },
      totals: { delivery: money(19_900) },
      lines: [{ delivery: { earliest: '2026-11-26', latest: '2026-11-26' } }],
    });
    expect(await guest.get('/api/shop/cart?postcode=31-146')).toMatchObject({
      deliveryMethod: { name: 'Standard' },
      totals: { delivery: money(9_900) },
      lines: [{ delivery: { earliest: '2026-11-26', latest: '2026-11-30' } }],
    });
    const placed = await guest.post('/api/shop/orders', {
      ...toDoor(card(good)),
      from: { cartId: cart.id, version: cart.version },
      deliveryMethodId: methods.Express,
      total: cart.totals.gross,
    });
    const kept = {
      methodId: methods.Express,
      name: express.name,
      rate: money(19_900),
      earliest: '2026-11-26',
      latest: '2026-11-26',
    };
    expect(placed.order).toMatchObject({ totals: { gross: money(386_900 + 19_900) }, delivery: kept });
    await server.settle();
    const { items } = await guest.get('/api/dev/mailbox?to=julia@example.com&limit=100');
    const mail = items.find((one: { subject: string }) => one.subject.includes(placed.order.number));
    expect(JSON.stringify(mail)).toMatch(/26 November 2026/);
    expect(JSON.stringify(mail)).toContain('Express');

    // A colleague who orders for somebody is shown the same ways, days and prices, and what they chose is what is ordered.
    const agent = await shop.staff('agent');
    const made = await agent.post('/api/staff/customers', { givenName: 'Ewa', email: 'ewa@example.com' });
    const forEwa = {
      person: { customerId: made.customerId },
      goods: { lines: [{ variantId: shop.blue, quantity: 2, way: { method: 'delivery' } }] },
    };
    const quote = await agent.post('/api/staff/orders/quote', { ...forEwa, postcode: '31-146' });
    // Two are worth more than the limit from which the usual way costs nothing.
    expect(quote).toMatchObject({
      total: money(773_800),
      methods: [
        { id: methods.Standard, latest: '2026-11-30', price: money(0), total: money(773_800) },
        { id: methods.Express, latest: '2026-11-26', price: money(19_900), total: money(793_700) },
      ],
    });
    const [, fast] = quote.methods;
    const order = {
      ...forEwa,
      deliveryAddress,
      deliveryMethodId: fast.id,
      payment: 'link',
    };
    const late = await agent.call('POST', '/api/staff/orders', { ...order, deliveredBy: '2026-11-25' });
    expect(late.body).toMatchObject({ code: 'promise_changed', latest: fast.latest });
    const forHer = await agent.post('/api/staff/orders', { ...order, deliveredBy: fast.latest });
    expect(forHer).toMatchObject({ totals: { gross: fast.total }, delivery: { latest: fast.latest } });
    const collected = {
      lines: [{ variantId: shop.green, quantity: 1, way: { method: 'pickup', locationId: shop.krakow } }],
    };
    expect(await agent.post('/api/staff/orders/quote', { ...forEwa, goods: collected })).toEqual({
      total: money(386_900),
      methods: [],
    });

    // Dearer, slower or gone tomorrow: what was promised stays.
    const admin = await shop.staff('admin');
    const { version, zones } = await admin.get('/api/staff/settings/delivery-zones');
    const [poland, gdansk] = zones.map(({ id, name, postcodePrefixes }: (typeof zones)[number]) => ({
      id,
      name,
      postcodePrefixes,
    }));
    const changed = await admin.call('PUT', '/api/staff/settings/delivery-zones', {
      market: 'PL',
      version,
      zones: [
        { ...poland, methods: [{ ...standard, id: methods.Standard }] },
        { ...gdansk, methods: [] },
      ],
    });
    expect(changed.status).toBe(200);
    expect((await guest.get(`/api/shop/orders/${placed.order.id}?token=${placed.accessToken}`)).delivery).toEqual(kept);
    expect((await admin.get(`/api/staff/orders/${placed.order.id}`)).delivery).toEqual(kept);
  });

  it('is never promised later than was shown: a cut-off in between is said before anybody pays, and one more press goes on', async () => {
    const guest = await shop.shopper();
    // 17:59 in Łódź, where parcels are packed until 18:00.
    for (const one of [server, second]) one.clock.travelTo(new Date('2026-11-24T16:59:00Z'));
    await guest.post('/api/shop/cart/lines', { variantId: shop.blue, quantity: 1, way: { method: 'delivery' } });
    const cart = await guest.get('/api/shop/cart?postcode=31-146');
    const shown = cart.lines[0].delivery.latest;
    const before = await free(shop.blue);
    for (const one of [server, second]) one.clock.travelTo(new Date('2026-11-24T17:00:00Z'));
    const order = (deliveredBy: string, headers?: Record<string, string>) =>
      guest.call(
        'POST',
        '/api/shop/orders',
        {
          ...toDoor(card(good)),
          from: { cartId: cart.id, version: cart.version },
          total: cart.totals.gross,
          deliveredBy,
        },
        headers,
      );
    const later = await order(shown);
    expect(later).toMatchObject({ status: 409, body: { code: 'promise_changed', shown } });
    expect(later.body.latest > shown).toBe(true);
    // Nothing is ordered, charged or held, and the cart is as it was.
    expect(await free(shop.blue)).toBe(before);
    const again = await guest.get('/api/shop/cart?postcode=31-146');
    expect(again).toMatchObject({
      state: 'open',
      version: cart.version,
      lines: [{ delivery: { latest: later.body.latest } }],
    });
    const headers = { 'idempotency-key': randomUUID() };
    const placed = await order(later.body.latest, headers);
    expect(placed).toMatchObject({
      status: 201,
      body: { order: { totals: { gross: cart.totals.gross }, delivery: { latest: later.body.latest } } },
    });
    // The same press again, after the next cut-off, is the same order and no new promise.
    for (const one of [server, second]) one.clock.travelTo(new Date('2026-11-25T17:00:00Z'));
    expect((await order(later.body.latest, headers)).body.order.id).toBe(placed.body.order.id);
    for (const one of [server, second]) one.clock.travelTo(tuesday);
  });

  it('by a method that is no longer offered, or to where nothing is delivered, is refused and nothing is taken', async () => {
    const guest = await shop.shopper();
    const gone = await guest.call('POST', '/api/shop/orders', {
      ...toDoor(card(good)),
      deliveryMethodId: methods.Express,
    });
    expect(gone).toMatchObject({
      status: 409,
      body: { code: 'not_offered', deliveryMethods: [{ id: methods.Standard, name: 'Standard' }] },
    });
    const nowhere = { ...deliveryAddress, postcode: '80-001' };
    const refused = await guest.call('POST', '/api/shop/orders', { ...toDoor(card(good)), deliveryAddress: nowhere });
    expect(refused.body).toMatchObject({ code: 'not_offered', detail: expect.stringContaining('pickup') });
    expect(await free(shop.blue)).toBe(10);
    // The page says it before anybody fills in a form; the cart is still shown.
    const { items } = await guest.get(`/api/shop/availability?ids=${shop.blue}&postcode=80-001`);
    expect(items[0].delivery).toBeNull();
    await guest.post('/api/shop/cart/lines', { variantId: shop.blue, quantity: 1, way: { method: 'delivery' } });
    expect(await guest.get(`/api/shop/cart?postcode=80-001&deliveryMethodId=${methods.Express}`)).toMatchObject({
      deliveryProblem: expect.any(String),
      isOrderable: false,
      lines: [{ stock: { isEnough: true } }],
    });
  });

  it('refuses settings in which a method has no name, costs less than nothing or is of another zone', async () => {
    const admin = await shop.staff('admin');
    const { version, zones } = await admin.get('/api/staff/settings/delivery-zones');
    const save = (...methods: object[]) =>
      admin.call('PUT', '/api/staff/settings/delivery-zones', { market: 'PL', version, zones: [zone(methods)] });
    for (const wrong of [
      { ...standard, name: named('Standard', ' ', 'Обычная') },
      { ...standard, rate: money(-1) },
      { ...standard, daysMax: 1 },
      { ...standard, cutOff: '25:00' },
    ])
      expect((await save(wrong)).status).toBe(400);
    expect((await save({ ...standard, rate: { amount: 1, currency: 'EUR' } })).body.code).toBe('mixed_currencies');
    expect((await save({ ...standard, id: randomUUID() })).status).toBe(404);
    expect((await admin.get('/api/staff/settings/delivery-zones')).zones).toEqual(zones);
  });
});
