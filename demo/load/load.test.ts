import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Analytics, openAnalytics } from '../../apps/server/src/kernel/analytics.ts';
import type { Ctx } from '../../apps/server/src/kernel/context.ts';
import {
  getVariantBySku,
  listProducts,
  searchProducts,
  variantsBySku,
} from '../../apps/server/src/modules/catalogue/index.ts';
import { listThreads, readThread } from '../../apps/server/src/modules/conversations/index.ts';
import { subjectsOf, timelineOf } from '../../apps/server/src/modules/customers/index.ts';
import { getSmartLink } from '../../apps/server/src/modules/engagement/index.ts';
import { listQueue } from '../../apps/server/src/modules/fulfilment/index.ts';
import { createJourneysModule } from '../../apps/server/src/modules/journeys/index.ts';
import { getLocationByCode, listLocations } from '../../apps/server/src/modules/locations/index.ts';
import { dailyTotals, findOrders, type OrderSummary } from '../../apps/server/src/modules/orders/index.ts';
import { paymentsOf } from '../../apps/server/src/modules/payments/index.ts';
import { promotionByCode, quotePrices } from '../../apps/server/src/modules/pricing/index.ts';
import { getPolicy, getRetailer, updateRetailer } from '../../apps/server/src/modules/settings/index.ts';
import { listMembers } from '../../apps/server/src/modules/staff/index.ts';
import { availability, reconcileStock } from '../../apps/server/src/modules/stock/index.ts';
import { type TestServer, testServer } from '../../apps/server/test/testServer.ts';
import {
  entries,
  generateHistory,
  lowestBefore,
  ordersOf,
  priceHistory,
  promotionsOn,
  shoppers,
  stockRows,
  type Today,
} from '../velora/index.ts';
import { demoPassword, demoWriteKey, loadDemo, signIns, trackThrough } from './index.ts';
import { subjectOf } from './steps/saveShoppers.ts';

const GREEN_LUND = 'LUND-SOFA-GREEN-VELVET';
const publicUrl = 'http://localhost:4000';

let analytics: Analytics;
const journeys = createJourneysModule({ publicUrl, analytics: () => analytics });
let first: TestServer;
let second: TestServer;
let today: Today;
let outcomes: string[];
let linesOfCompleting: string[];

const load = (server: TestServer, onProgress: (line: string) => void) =>
  loadDemo(server.ctx(), { publicUrl, onProgress, track: trackThrough(server.app) });

/** As if the process had died while it told of its progress. */
async function loadUntil(server: TestServer, enough: (line: string) => boolean): Promise<void> {
  const cut = new Error('cut off');
  await load(server, (line) => {
    if (enough(line)) throw cut;
  }).catch((error: unknown) => {
    if (error !== cut) throw error;
  });
}

const share = (line: string) => Number(/\((\d+) %\)/.exec(line)?.[1] ?? 0);

async function allOrders(ctx: Ctx): Promise<OrderSummary[]> {
  const orders: OrderSummary[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await findOrders(ctx, { limit: 100, ...(cursor ? { cursor } : {}) });
    orders.push(...page.items);
    if (!page.nextCursor) return orders;
    cursor = page.nextCursor;
  }
}

beforeAll(async () => {
  first = await testServer({ extra: [journeys] });
  analytics = openAnalytics(inject('clickhouseUrl') && first.clickhouseUrl, undefined);
  second = await testServer({ extra: [journeys], sharing: first });
  await loadUntil(first, (line) => line.includes('Products') && share(line) > 30);
  await loadUntil(second, (line) => line.includes('orders') && share(line) > 40);
  linesOfCompleting = [];
  const tell = (line: string) => void linesOfCompleting.push(line);
  outcomes = await Promise.all([load(first, tell), load(second, tell)]);
  await first.settle();
  await journeys.drainOnce(first.base);
  const { zone } = await getRetailer(first.ctx());
  const promotion = await promotionByCode(first.ctx(), 'WELCOME5');
  if (!promotion.ok) throw new Error('the code of the demo is not there');
  today = { date: new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(first.clock.now()), zone };
}, 180_000);

afterAll(async () => {
  await second?.stop();
  await first?.stop();
  await analytics?.close();
});

describe('loading the demo', () => {
  it('is done by one of two servers that start together, where two attempts that were cut off had come', () => {
    expect([...outcomes].sort()).toEqual(['already_there', 'loaded']);
    expect(linesOfCompleting.some((line) => line.includes('another server is loading it'))).toBe(true);
    expect(linesOfCompleting.some((line) => line.includes('Products'))).toBe(false);
    const shares = linesOfCompleting.filter((line) => line.includes('orders') && line.includes('%')).map(share);
    expect(shares.length).toBeGreaterThan(2);
    expect(Math.min(...shares)).toBeGreaterThan(40);
  });

  it('does nothing the next time', async () => {
    const lines: string[] = [];
    await expect(load(first, (line) => void lines.push(line))).resolves.toBe('already_there');
    expect(lines).toEqual([]);
  });

  it('leaves a shop of somebody else alone', async () => {
    const other = await testServer();
    try {
      await updateRetailer(other.ctx(), { name: 'Somebody else' });
      await expect(load(other, () => undefined)).resolves.toBe('already_there');
      expect((await getRetailer(other.ctx())).name).toBe('Somebody else');
      expect((await listProducts(other.ctx(), { limit: 1 })).items).toEqual([]);
    } finally {
      await other.stop();
    }
  });
});

describe('the demo retailer', () => {
  it('has its warehouse, stores, goods and people', async () => {
    const ctx = first.ctx();
    const locations = await listLocations(ctx);
    expect(locations).toHaveLength(9);
    const products = [];
    for (let cursor: string | undefined; ; ) {
      const page = await listProducts(ctx, { limit: 100, archived: false, ...(cursor ? { cursor } : {}) });
      products.push(...page.items);
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    expect(products.length).toBeGreaterThanOrEqual(115);
    expect(products.reduce((sum, product) => sum + product.variantCount, 0)).toBeGreaterThanOrEqual(580);
    expect(products.filter((product) => product.pictureUrl === null)).toEqual([]);
    const members = await listMembers(ctx);
    for (const role of ['admin', 'manager', 'associate', 'agent'])
      expect(members.filter((member) => member.role === role).length, role).toBeGreaterThan(0);
    const krakow = await getLocationByCode(ctx, 'KRAKOW');
    expect(members.filter((member) => member.locationIds.includes(krakow.id)).length).toBeGreaterThanOrEqual(2);
    for (const kind of ['delivery', 'returns', 'terms', 'contact'] as const)
      expect((await getPolicy(ctx, kind)).text.pl.length, kind).toBeGreaterThan(50);
  });

  it('lets the people it names sign in', async () => {
    expect(signIns().map((one) => one.role)).toEqual(
      expect.arrayContaining(['admin', 'manager, Kraków', 'associate, Kraków', 'agent']),
    );
    for (const { email, password } of signIns().slice(0, 3)) {
      const answer = await first.app.inject({
        method: 'POST',
        url: '/api/staff/sign-in',
        payload: { email, password },
      });
      expect(answer.statusCode, email).toBe(200);
    }
    const wrong = await first.app.inject({
      method: 'POST',
      url: '/api/staff/sign-in',
      payload: { email: signIns()[0]?.email, password: `${demoPassword}-no` },
    });
    expect(wrong.statusCode).not.toBe(200);
  });

  it('has the stock of its plan, and books that agree with it', async () => {
    const ctx = first.ctx();
    expect(await reconcileStock(ctx)).toEqual([]);
    const cards = await variantsBySku(
      ctx,
      entries.map(({ variant }) => variant.sku),
    );
    const codes = new Map((await listLocations(ctx)).map((location) => [location.id, location.code]));
    const skus = new Map([...cards.values()].map((card) => [card.id, card.sku]));
    const levels = await availability(ctx, { variantIds: [...skus.keys()] });
    const facts = (row: { onHand: number; safety: number; display: number; incoming: number }) =>
      `${row.onHand} on hand, ${row.safety} safety, ${row.display} display, ${row.incoming} incoming`;
    const found = levels
      .filter((level) => level.onHand > 0 || level.incoming > 0)
      .map((level) => `${skus.get(level.variantId)} ${codes.get(level.locationId)}: ${facts(level)}`);
    const planned = stockRows().map(
      (row) => `${row.sku} ${row.location}: ${facts({ ...row, incoming: row.incoming?.quantity ?? 0 })}`,
    );
    expect(found.sort()).toEqual(planned.sort());
    expect(levels.every((level) => level.reserved <= level.onHand)).toBe(true);
  });

  it('has exactly one green Lund, in Kraków, free', async () => {
    const ctx = first.ctx();
    const lund = await getVariantBySku(ctx, GREEN_LUND);
    const krakow = await getLocationByCode(ctx, 'KRAKOW');
    const levels = await availability(ctx, { variantIds: [lund?.id ?? ''] });
    const withStock = levels.filter((level) => level.onHand > 0 || level.reserved > 0);
    expect(withStock.map(({ locationId, onHand, available }) => ({ locationId, onHand, available }))).toEqual([
      { locationId: krakow.id, onHand: 1, available: 1 },
    ]);
    const link = await getSmartLink(ctx, 'green-lund');
    expect(link?.target).toEqual({ variantId: lund?.id });
    expect(link?.campaign).toMatchObject({ source: 'meta', medium: 'retargeting' });
  });

  it.each([
    ['pl', 'zielona sofa welur'],
    ['pl', 'sofa z zielonego aksamitu'],
    ['pl', 'zielone sofy'],
    ['en', 'green velvet sofa'],
    ['en', 'gren velvt sofa'],
    ['ru', 'зеленый бархатный диван'],
    ['ru', 'зелёную софу'],
  ] as const)('shows the green Lund first to who looks, in %s, for "%s"', async (language, query) => {
    const ctx = first.ctx();
    const lund = await getVariantBySku(ctx, GREEN_LUND);
    const { hits } = await searchProducts(ctx, { query, language });
    expect(hits[0]).toMatchObject({ productId: lund?.productId, variantId: lund?.id });
  });

  it('sells the green Lund for 3 869.10 zł, 10 % below the lowest price of the 30 days before', async () => {
    const ctx = first.ctx();
    const lund = await getVariantBySku(ctx, GREEN_LUND);
    const quote = (await quotePrices(ctx, 'PL', [lund?.id ?? ''])).get(lund?.id ?? '');
    expect(quote).toMatchObject({
      unit: { amount: 386_910, currency: 'PLN' },
      list: { amount: 429_900 },
      reduction: { lowest30: { amount: 429_900 }, percentOff: 10 },
    });
  });

  it('announces a reduction only against the lowest price of the 30 days before it', async () => {
    const ctx = first.ctx();
    const velvet = promotionsOn(today).find((promotion) => promotion.code === 'VELVET-WEEKS');
    const log = priceHistory(today);
    const cards = await variantsBySku(ctx, velvet?.skus ?? []);
    const quotes = await quotePrices(
      ctx,
      'PL',
      [...cards.values()].map((card) => card.id),
    );
    expect(cards.size).toBeGreaterThan(10);
    for (const [sku, card] of cards) {
      const quote = quotes.get(card.id);
      const lowest = lowestBefore(sku, velvet?.startsOn ?? '', log);
      if ((quote?.unit.amount ?? 0) < lowest) expect(quote?.reduction?.lowest30.amount, sku).toBe(lowest);
      else expect(quote?.reduction, sku).toBeNull();
    }
  });
});

describe('the history of the demo', () => {
  it('holds each order once, in the state the story leaves it in', async () => {
    const ctx = first.ctx();
    const wanted = ordersOf(generateHistory(today));
    const orders = await allOrders(ctx);
    const count = (state: string) => orders.filter((order) => order.state === state).length;
    expect(orders).toHaveLength(wanted.length);
    expect(count('completed')).toBe(wanted.filter((order) => order.state === 'completed').length);
    expect(count('paid')).toBe(wanted.filter((order) => order.state === 'open').length);
    expect(count('cancelled')).toBe(wanted.filter((order) => order.state === 'cancelled').length);
    const byNumber = [...orders].sort((a, b) => a.number.localeCompare(b.number));
    expect(byNumber.map((order) => order.placedAt)).toEqual([...orders].map((order) => order.placedAt).sort());
    expect(orders.map((order) => order.placedAt).sort()).toEqual(
      wanted.map((order) => new Date(order.at).toISOString()).sort(),
    );
  });

  it('was paid for to the grosz, once', async () => {
    const ctx = first.ctx();
    const orders = await allOrders(ctx);
    const payments = await paymentsOf(
      ctx,
      orders.map((order) => order.id),
    );
    for (const order of orders) {
      const kept = (payments.get(order.id) ?? []).reduce(
        (sum, one) => sum + one.captured.amount - one.refunded.amount,
        0,
      );
      expect(kept, order.number).toBe(order.state === 'cancelled' ? 0 : order.total.amount);
    }
    const days = await dailyTotals(ctx, { from: '2020-01-01T00:00:00Z', to: first.clock.now().toISOString() });
    expect(days.length).toBeGreaterThan(30);
    expect(days.reduce((sum, day) => sum + day.orders, 0)).toBe(orders.length);
  });

  it('leaves Kraków pickups to prepare', async () => {
    const ctx = first.ctx();
    const krakow = await getLocationByCode(ctx, 'KRAKOW');
    const waiting = ordersOf(generateHistory(today)).filter(
      ({ state, fulfilment }) => state === 'open' && fulfilment.method === 'pickup' && fulfilment.from === 'KRAKOW',
    );
    expect(waiting.length).toBeGreaterThan(0);
    const queue = await listQueue(ctx, { locationId: krakow.id, states: ['to_pick', 'ready'], limit: 100 });
    expect(new Set(queue.items.map((work) => work.orderId)).size).toBe(waiting.length);
    expect(queue.items.every((work) => work.kind === 'pickup')).toBe(true);
  });

  it('has every chat word for word, once', async () => {
    const ctx = first.ctx({
      actor: { kind: 'staff', sessionId: 'test', staffId: first.base.newId(), role: 'agent', locationIds: 'all' },
    });
    const chats = generateHistory(today).filter((event) => event.kind === 'chat' && event.channel === 'chat');
    const said = new Map<string, number>();
    for (const view of ['all', 'closed'] as const) {
      for (let cursor: string | undefined; ; ) {
        const page = await listThreads(ctx, { view, limit: 50, ...(cursor ? { cursor } : {}) });
        for (const thread of page.items) {
          const { messages } = await readThread(ctx, thread.id);
          for (const { text } of messages) if (text) said.set(text, (said.get(text) ?? 0) + 1);
        }
        if (!page.nextCursor) break;
        cursor = page.nextCursor;
      }
    }
    const wanted = new Map<string, number>();
    for (const chat of chats) {
      if (chat.kind !== 'chat' || chat.shopper === null) continue;
      for (const { text } of chat.messages) wanted.set(text, (wanted.get(text) ?? 0) + 1);
    }
    expect(wanted.size).toBeGreaterThan(20);
    for (const [text, times] of wanted) expect(said.get(text), text).toBe(times);
  });

  it('is on the timelines of its shoppers, and their visits in their journeys', async () => {
    const ctx = first.ctx();
    const history = generateHistory(today);
    const buyer = ordersOf(history).find((order) => order.channel === 'web' && order.state === 'completed')?.shopper;
    const shopper = shoppers.find((candidate) => candidate.code === buyer);
    if (!shopper) throw new Error('nobody bought in the web shop');
    const { customerId } = await subjectOf(ctx, shopper);
    const { items } = await timelineOf(ctx, customerId, { limit: 100 });
    expect(items.map((item) => item.type)).toEqual(
      expect.arrayContaining(['orders.order.placed', 'orders.order.completed']),
    );
    expect(items.every((item) => new Date(item.at) < first.clock.now())).toBe(true);

    const consented = history.filter((event) => event.kind === 'session' && event.consent && event.identified);
    const known = shoppers.filter((candidate) => consented.some((event) => event.shopper === candidate.code));
    const subjects = await Promise.all(known.slice(0, 20).map(async (one) => (await subjectOf(ctx, one)).customerId));
    const all = (await Promise.all(subjects.map((id) => subjectsOf(ctx, id)))).flat();
    const journey = await journeys.journeyOf(ctx, { subjectIds: all });
    expect(journey.touchpoints.filter((touchpoint) => touchpoint.origin === 'tracked').length).toBeGreaterThan(20);
  });

  it('came through the source whose write key the shop uses', async () => {
    const answer = await first.app.inject({
      method: 'POST',
      url: '/v1/page',
      headers: { authorization: `Basic ${Buffer.from(`${demoWriteKey}:`).toString('base64')}` },
      payload: { anonymousId: 'a-visitor-of-the-test', name: 'Home' },
    });
    expect(answer.statusCode).toBe(200);
  });
});
