import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routeApp } from '../../../test/routeApp.ts';
import { type TestServer, testServer } from '../../../test/testServer.ts';
import type { Actor, Ctx } from '../../kernel/context.ts';
import { statements } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import type { Result } from '../../kernel/result.ts';
import {
  createOrder,
  dailyTotals,
  findOrders,
  getOrder,
  getOrders,
  issueAccessToken,
  type NewOrder,
  type NewOrderLine,
  type Order,
  orderOfCart,
  ordersModule,
  ordersOf,
  recordCredit,
  settleLines,
  stepsOf,
  transitionOrder,
} from './index.ts';

let one: TestServer;
let two: TestServer;
let app: FastifyInstance;
const actors = new Map<string, Actor>();

beforeAll(async () => {
  one = await testServer({ extra: [ordersModule] });
  two = await testServer({ sharing: one, extra: [ordersModule] });
  app = await routeApp(one, ordersModule.routes ?? [], actors);
});
afterAll(async () => {
  await app?.close();
  await two?.stop();
  await one?.stop();
});

function known<A extends Actor>(id: string, actor: A): A {
  actors.set(id, actor);
  return actor;
}
const shopper = (signedIn: boolean, subjectIds = [newId()]) =>
  known(subjectIds[0] ?? '', {
    kind: 'shopper' as const,
    sessionId: newId(),
    subjectId: subjectIds[0] ?? '',
    subjectIds,
    signedIn,
  });
const staff = (role: 'agent' | 'associate' | 'manager' | 'admin', locationIds: string[] | 'all') => {
  const staffId = newId();
  return known(staffId, { kind: 'staff' as const, sessionId: newId(), staffId, role, locationIds });
};

const goods = (change: Partial<NewOrderLine> = {}): NewOrderLine => ({
  variantId: newId(),
  quantity: 1,
  unit: 12_300,
  discount: 0,
  net: 10_000,
  tax: 2_300,
  gross: 12_300,
  taxRateBp: 2_300,
  way: { method: 'delivery' },
  ...change,
});

const asked = (change: Partial<NewOrder> = {}): NewOrder => ({
  market: 'PL',
  currency: 'PLN',
  subjectId: newId(),
  contact: { name: 'Julia Nowak', email: 'julia@example.com', phone: '+48600100200' },
  contractMadeAt: { place: 'distance' },
  lines: [goods()],
  ...change,
});

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.reason}: ${result.details.detail}`);
  return result.value;
}

async function place(ctx: Ctx, change: Partial<NewOrder> = {}): Promise<Order> {
  return (await createOrder(ctx, asked(change))).order;
}

test('an order is written in one statement and told in a second, whatever the number of lines', async () => {
  for (const lines of [[goods()], Array.from({ length: 30 }, () => goods())]) {
    const before = statements.sent;
    await place(one.ctx(), { lines });
    expect(statements.sent - before).toBe(2);
  }
});

test('an order comes back as it was priced, with totals that are sums, a number, and who advised and held', async () => {
  const ctx = one.ctx();
  const [advisedBy, heldBy, locationId] = [newId(), newId(), newId()];
  const order = await place(ctx, {
    lines: [
      goods({
        advisedBy,
        heldBy,
        way: { method: 'pickup', locationId },
        quantity: 2,
        discount: 600,
        net: 19_512,
        tax: 4_488,
        gross: 24_000,
      }),
      goods({ kind: 'delivery', variantId: null, unit: 1_999, net: 1_625, tax: 374, gross: 1_999 }),
    ],
  });
  expect(order.number).toMatch(/^V-1\d{5}$/);
  expect(order.totals.gross).toEqual({ amount: 25_999, currency: 'PLN' });
  expect(order.lines[0]?.credits).toEqual({ advisedBy, heldBy, handedOverBy: null, fulfilledBy: null });
  expect(await getOrder(ctx, order.id)).toEqual(order);
  expect((await getOrders(ctx, [order.id, newId()])).get(order.id)).toEqual(order);
});

test('the event has ids and figures, and nothing of who the customer is', async () => {
  const locationId = newId();
  const order = await place(one.ctx(), { lines: [goods({ way: { method: 'pickup', locationId } })] });
  const { rows } = await sql<{
    data: Record<string, unknown>;
    row: string;
  }>`select data, to_jsonb(o)::text as row from kernel.outbox o
    where aggregate_id = ${order.id}`.execute(one.base.db);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.data).toMatchObject({
    orderId: order.id,
    number: order.number,
    currency: 'PLN',
    total: 12_300,
    way: 'pickup',
    locationId,
    contractPlace: 'distance',
  });
  expect(rows[0]?.data.lines).toMatchObject([{ variantId: order.lines[0]?.variantId, quantity: 1, gross: 12_300 }]);
  expect(rows[0]?.row).not.toMatch(/julia|600100200/i);
});

test('a cart becomes one order, however many servers place it at once', async () => {
  const cartId = newId();
  const results = await Promise.allSettled([one, two, one, two].map((server) => place(server.ctx(), { cartId })));
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  for (const result of results)
    if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'already_exists' });
  expect(await orderOfCart(one.ctx(), cartId)).toMatchObject({ cartId });
});

test('numbers are never given twice', async () => {
  const orders = await Promise.all(Array.from({ length: 20 }, (_, i) => place((i % 2 ? one : two).ctx())));
  expect(new Set(orders.map((order) => order.number)).size).toBe(20);
});

test('a line whose figures do not agree is not stored, nor an order without goods', async () => {
  await expect(place(one.ctx(), { lines: [goods({ tax: 1 })] })).rejects.toMatchObject({ code: 'invalid_amount' });
  await expect(place(one.ctx(), { lines: [] })).rejects.toMatchObject({ code: 'cart_empty' });
});

test('an order moves step by step with a trail; an illegal step is refused with the legal ones', async () => {
  const ctx = one.ctx();
  const order = await place(ctx);
  const early = await transitionOrder(ctx, { orderId: order.id, to: 'completed' });
  expect(!early.ok && [early.reason, early.details.legal]).toEqual([
    'illegal_transition',
    ['paid', 'partly_fulfilled', 'cancelled'],
  ]);
  expect(value(await transitionOrder(ctx, { orderId: order.id, to: 'paid' }))).toMatchObject({
    state: 'paid',
    version: 2,
    paidAt: expect.any(String),
  });
  value(await transitionOrder(ctx, { orderId: order.id, to: 'completed' }));
  const cancelled = await transitionOrder(ctx, { orderId: order.id, to: 'cancelled' });
  expect(!cancelled.ok && cancelled.reason).toBe('illegal_transition');
  expect((await stepsOf(ctx, order.id)).map(({ from, to }) => [from, to])).toEqual([
    [null, 'placed'],
    ['placed', 'paid'],
    ['paid', 'completed'],
  ]);
  await expect(transitionOrder(ctx, { orderId: newId(), to: 'paid' })).rejects.toMatchObject({ code: 'not_found' });
});

test('a step costs one statement and its event', async () => {
  const order = await place(one.ctx());
  const before = statements.sent;
  value(await transitionOrder(one.ctx(), { orderId: order.id, to: 'paid' }));
  expect(statements.sent - before).toBe(2);
});

test('of a payment and a cancellation on two servers at once one happens first, and the other knows', async () => {
  for (let round = 0; round < 5; round += 1) {
    const order = await place(one.ctx());
    const [paid, cancelled] = await Promise.all([
      transitionOrder(one.ctx(), { orderId: order.id, to: 'paid', version: order.version }),
      transitionOrder(two.ctx(), { orderId: order.id, to: 'cancelled', version: order.version }),
    ]);
    expect([paid.ok, cancelled.ok].sort()).toEqual([false, true]);
    expect((await stepsOf(one.ctx(), order.id)).map((step) => step.to)).toEqual([
      'placed',
      paid.ok ? 'paid' : 'cancelled',
    ]);
  }
});

test('a payment that has to wait for another change of the order is not lost', async () => {
  for (let round = 0; round < 5; round += 1) {
    const order = await place(one.ctx());
    const results = await Promise.all([
      recordCredit(two.ctx(), { orderId: order.id, role: 'advised', staffId: newId() }),
      transitionOrder(one.ctx(), { orderId: order.id, to: 'paid' }),
      recordCredit(two.ctx(), { orderId: order.id, role: 'held', staffId: newId() }),
    ]);
    expect(results[1].ok).toBe(true);
    expect(await getOrder(one.ctx(), order.id)).toMatchObject({ state: 'paid', version: 4 });
  }
});

test('cancelling closes the open lines and keeps the reason', async () => {
  const ctx = one.ctx();
  const order = await place(ctx, { lines: [goods(), goods()] });
  const cancelled = value(await transitionOrder(ctx, { orderId: order.id, to: 'cancelled', reason: 'customer_asked' }));
  expect(cancelled.lines.map((line) => line.state)).toEqual(['cancelled', 'cancelled']);
  expect(await getOrder(ctx, order.id)).toEqual(cancelled);
  expect(cancelled).toMatchObject({ cancelReason: 'customer_asked', cancelledAt: expect.any(String) });
});

test('parts handed over by two stores at once complete the order', async () => {
  for (let round = 0; round < 5; round += 1) {
    const ctx = one.ctx();
    const order = await place(ctx, {
      lines: [
        goods({ way: { method: 'pickup', locationId: newId() } }),
        goods({ way: { method: 'pickup', locationId: newId() } }),
      ],
    });
    value(await transitionOrder(ctx, { orderId: order.id, to: 'paid' }));
    const [a, b] = [newId(), newId()];
    await Promise.all([
      settleLines(one.ctx(), {
        orderId: order.id,
        lineIds: [order.lines[0]?.id ?? ''],
        to: 'fulfilled',
        handedOverBy: a,
      }),
      settleLines(two.ctx(), {
        orderId: order.id,
        lineIds: [order.lines[1]?.id ?? ''],
        to: 'fulfilled',
        handedOverBy: b,
      }),
    ]);
    const after = await getOrder(ctx, order.id);
    expect(after.state).toBe('completed');
    expect(after.lines.map((line) => line.credits.handedOverBy)).toEqual([a, b]);
  }
});

test('a hand-over taken back reopens the order and takes the credit back', async () => {
  const ctx = one.ctx();
  const order = await place(ctx);
  const lineIds = order.lines.map((line) => line.id);
  value(await transitionOrder(ctx, { orderId: order.id, to: 'paid' }));
  value(await settleLines(ctx, { orderId: order.id, lineIds, to: 'fulfilled', handedOverBy: newId() }));
  const back = value(await settleLines(ctx, { orderId: order.id, lineIds, to: 'open', reason: 'wrong customer' }));
  expect(back).toMatchObject({ state: 'paid', completedAt: null });
  expect(back.lines[0]?.credits.handedOverBy).toBeNull();
});

test('goods of an order that is not paid do not complete it', async () => {
  const ctx = one.ctx();
  const order = await place(ctx);
  const lineIds = order.lines.map((line) => line.id);
  const direct = await settleLines(ctx, { orderId: order.id, lineIds, to: 'fulfilled' });
  expect(direct.ok).toBe(false);
  const two_ = await place(ctx, { lines: [goods(), goods()] });
  value(await settleLines(ctx, { orderId: two_.id, lineIds: [two_.lines[0]?.id ?? ''], to: 'fulfilled' }));
  const last = await settleLines(ctx, { orderId: two_.id, lineIds: [two_.lines[1]?.id ?? ''], to: 'fulfilled' });
  expect(!last.ok && last.reason).toBe('payment_incomplete');
  expect((await getOrder(ctx, two_.id)).lines.map((line) => line.state)).toEqual(['fulfilled', 'open']);
});

test('advice and holds stay with the first, handing over with the last', async () => {
  const ctx = one.ctx();
  const order = await place(ctx);
  const [first, second] = [newId(), newId()];
  for (const staffId of [first, second]) {
    for (const role of ['advised', 'held', 'handed_over', 'fulfilled'] as const)
      await recordCredit(ctx, { orderId: order.id, role, staffId });
  }
  expect((await getOrder(ctx, order.id)).lines[0]?.credits).toEqual({
    advisedBy: first,
    heldBy: first,
    handedOverBy: second,
    fulfilledBy: second,
  });
});

test('a guest reaches an order by its token only, and the token is stored as a hash only', async () => {
  const guest = shopper(false);
  const { order, accessToken } = await createOrder(one.ctx({ actor: guest }), asked({ subjectId: guest.subjectId }));
  const url = `/api/shop/orders/${order.id}`;
  const get = (query: string, cookies: Record<string, string> = {}) =>
    app.inject({ method: 'GET', url: url + query, cookies });
  expect((await get('')).statusCode).toBe(404);
  expect((await get('', { tl_shop: guest.subjectId })).statusCode).toBe(404);
  expect((await get(`?token=${accessToken.slice(0, -1)}`)).statusCode).toBe(404);
  const seen = await get(`?token=${accessToken}`);
  expect(seen.statusCode).toBe(200);
  expect(seen.json()).toMatchObject({
    number: order.number,
    contact: { name: 'Julia Nowak' },
    lines: [{ gross: { amount: 12_300 } }],
  });
  expect(seen.body).not.toMatch(/credits|advisedBy|subjectId|reservationId/);
  const another = await issueAccessToken(one.ctx(), order.id);
  expect((await get(`?token=${another}`)).statusCode).toBe(200);
  const other = (await createOrder(one.ctx(), asked())).accessToken;
  expect((await get(`?token=${other}`)).statusCode).toBe(404);
  const { rows } = await sql<{
    text: string;
  }>`select to_jsonb(t)::text as text from orders.access_token t union all select to_jsonb(t)::text from kernel.outbox t`.execute(
    one.base.db,
  );
  for (const { text } of rows) expect(text).not.toContain(accessToken);
});

test('a shopper who is signed in sees their orders under any of their identities, in pages, and nobody else’s', async () => {
  const me = shopper(true, [newId(), newId()]);
  const mine: string[] = [];
  for (let i = 0; i < 5; i += 1) mine.unshift((await place(one.ctx(), { subjectId: me.subjectIds[i % 2] ?? null })).id);
  const foreign = await place(one.ctx());
  const cookies = { tl_shop: me.subjectId };
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const response = await app.inject({
      method: 'GET',
      url: `/api/shop/orders?limit=2${cursor && `&cursor=${cursor}`}`,
      cookies,
    });
    expect(response.statusCode).toBe(200);
    const page = response.json() as { items: { id: string }[]; nextCursor: string | null };
    seen.push(...page.items.map((order) => order.id));
    cursor = page.nextCursor;
  }
  expect(seen).toEqual(mine);
  expect((await app.inject({ method: 'GET', url: `/api/shop/orders/${mine[0]}`, cookies })).statusCode).toBe(200);
  expect((await app.inject({ method: 'GET', url: `/api/shop/orders/${foreign.id}`, cookies })).statusCode).toBe(404);
  expect(
    (await app.inject({ method: 'GET', url: '/api/shop/orders', cookies: { tl_shop: shopper(false).subjectId } }))
      .statusCode,
  ).toBe(401);
  expect((await ordersOf(one.ctx(), me.subjectIds)).map((order) => order.id)).toEqual(mine);
});

test('agents and admins see every order, associates and managers those of their locations, shoppers’ cookies none', async () => {
  const [here, there] = [newId(), newId()];
  const [collected, sold, elsewhere] = [
    await place(one.ctx(), { lines: [goods(), goods({ way: { method: 'pickup', locationId: here } })] }),
    await place(one.ctx(), { contractMadeAt: { place: 'on_premises', locationId: here }, lines: [goods()] }),
    await place(one.ctx(), { lines: [goods({ way: { method: 'pickup', locationId: there } })] }),
  ];
  const status = async (staffId: string, id: string) =>
    (await app.inject({ method: 'GET', url: `/api/staff/orders/${id}`, cookies: { tl_staff: staffId } })).statusCode;
  const list = async (staffId: string, query = '') => {
    const response = await app.inject({
      method: 'GET',
      url: `/api/staff/orders?limit=100${query}`,
      cookies: { tl_staff: staffId },
    });
    expect(response.statusCode).toBe(200);
    return (response.json() as { items: { id: string }[] }).items.map((order) => order.id);
  };
  for (const role of ['associate', 'manager'] as const) {
    const { staffId } = staff(role, [here]);
    expect(await Promise.all([collected, sold, elsewhere].map((order) => status(staffId, order.id)))).toEqual([
      200, 200, 404,
    ]);
    expect(await list(staffId)).toEqual([sold.id, collected.id]);
    expect(await list(staffId, `&locationId=${there}`)).toEqual([]);
  }
  for (const actor of [staff('agent', 'all'), staff('admin', [])]) {
    expect(await Promise.all([collected, sold, elsewhere].map((order) => status(actor.staffId, order.id)))).toEqual([
      200, 200, 200,
    ]);
    expect(await list(actor.staffId, `&locationId=${there}`)).toEqual([elsewhere.id]);
  }
  expect(
    (
      await app.inject({
        method: 'GET',
        url: `/api/staff/orders/${sold.id}`,
        cookies: { tl_shop: shopper(true).subjectId },
      })
    ).statusCode,
  ).toBe(401);
});

test('staff find orders by number, state, place and day, in pages of constant cost', async () => {
  const locationId = newId();
  const ctx = one.ctx();
  const orders: Order[] = [];
  // A second apart: two of one millisecond are both "from" it.
  const began = ctx.clock.now().getTime() - 60_000;
  for (let i = 0; i < 7; i += 1) {
    const then = { ...ctx, clock: { now: () => new Date(began + i * 1_000) } };
    orders.unshift(await place(then, { lines: [goods({ way: { method: 'in_store', locationId } })] }));
  }
  value(await transitionOrder(ctx, { orderId: orders[3]?.id ?? '', to: 'paid' }));
  const number = orders[2]?.number ?? '';
  for (const typed of [number, number.slice(2), ` ${number.toLowerCase()} `]) {
    expect((await findOrders(ctx, { number: typed, limit: 10 })).items.map((order) => order.id)).toEqual([
      orders[2]?.id,
    ]);
  }
  expect((await findOrders(ctx, { locationId, states: ['paid'], limit: 10 })).items.map((order) => order.id)).toEqual([
    orders[3]?.id,
  ]);
  expect(
    (await findOrders(ctx, { locationId, from: orders[0]?.placedAt, limit: 10 })).items.map((order) => order.id),
  ).toEqual([orders[0]?.id]);
  expect(
    (await findOrders(ctx, { locationId, to: orders[5]?.placedAt, limit: 10 })).items.map((order) => order.id),
  ).toEqual([orders[6]?.id]);
  const before = statements.sent;
  const first = await findOrders(ctx, { locationId, limit: 4 });
  expect(statements.sent - before).toBe(1);
  const second = await findOrders(ctx, { locationId, limit: 4, cursor: first.nextCursor ?? '' });
  expect([...first.items, ...second.items].map((order) => order.id)).toEqual(orders.map((order) => order.id));
  expect(second.nextCursor).toBeNull();
  expect(first.items[0]).toMatchObject({
    contactName: 'Julia Nowak',
    total: { amount: 12_300 },
    lines: [{ way: { method: 'in_store', locationId } }],
  });
});

test('daily totals are sums of the orders of each calendar day in the retailer’s zone, one currency at a time', async () => {
  const at = (instant: string): Ctx => ({ ...one.ctx(), clock: { now: () => new Date(instant) } });
  // In Warsaw the clocks go back on 25 October 2020: that day lasts from 22:00Z to 23:00Z of the next.
  await place(at('2020-10-24T21:59:59Z'));
  await place(at('2020-10-24T22:00:00Z'));
  await place(at('2020-10-25T22:59:59Z'), { lines: [goods(), goods()] });
  await place(at('2020-10-25T23:00:00Z'));
  await place(at('2020-10-25T12:00:00Z'), { currency: 'EUR', market: 'DE' });
  const gone = await place(at('2020-10-25T13:00:00Z'));
  value(await transitionOrder(at('2020-10-26T08:00:00Z'), { orderId: gone.id, to: 'cancelled' }));
  const totals = await dailyTotals(one.ctx(), { from: '2020-10-24T00:00:00Z', to: '2020-10-27T00:00:00Z' });
  expect(
    totals.map(({ day, market, orders, gross, cancelledGross }) => [
      day,
      market,
      orders,
      gross.amount,
      gross.currency,
      cancelledGross.amount,
    ]),
  ).toEqual([
    ['2020-10-24', 'PL', 1, 12_300, 'PLN', 0],
    ['2020-10-25', 'DE', 1, 12_300, 'EUR', 0],
    ['2020-10-25', 'PL', 3, 49_200, 'PLN', 12_300],
    ['2020-10-26', 'PL', 1, 12_300, 'PLN', 0],
  ]);
});
