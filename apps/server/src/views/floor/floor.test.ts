import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../test/person.ts';
import { restock, type SmallShop, smallShop } from '../../../test/smallShop.ts';
import type { TestServer } from '../../../test/testServer.ts';
import { statements } from '../../kernel/database.ts';
import { setPrices } from '../../modules/pricing/index.ts';
import { saveLimits } from '../../modules/settings/index.ts';
import { viewServer } from '../viewServer.fixture.ts';

let server: TestServer;
let shop: SmallShop;
let krakow: Person;
let manager: Person;
let moments = 0;
const tuesday = new Date('2026-11-24T13:02:00Z');
const pln = (amount: number) => ({ amount, currency: 'PLN' });
const cash = (amount: number) => ({ method: 'cash', amount: pln(amount) });

beforeAll(async () => {
  server = await viewServer();
  server.clock.travelTo(tuesday);
  shop = await smallShop(server);
  krakow = await shop.staff('krakow');
  manager = await shop.staff('manager');
});
afterAll(() => server?.stop());
beforeEach(async () => {
  server.clock.travelTo(tuesday);
  await setPrice(386_900);
  await restock(server.ctx(), { variantId: shop.green, locationId: shop.krakow }, 3);
});

async function setPrice(amount: number): Promise<void> {
  moments += 1;
  const ctx = server.ctx();
  const at = new Date(ctx.clock.now().getTime() + moments);
  await setPrices(
    { ...ctx, clock: { now: () => at } },
    { market: 'PL', prices: [{ variantId: shop.green, gross: pln(amount) }], reason: 'a test' },
  );
}

async function held() {
  const julia = await shop.shopper();
  const email = `julia.${randomUUID()}@example.com`;
  const hold = await julia.post('/api/shop/holds', {
    variantId: shop.green,
    locationId: shop.krakow,
    contact: { name: 'Julia', email },
  });
  const row = (await queue()).items.find((item: { code: string }) => item.code === hold.code);
  return { julia, hold, email, workId: row.id as string };
}

const queue = (who = krakow) => who.get(`/api/staff/floor/queue?locationId=${shop.krakow}`);
const find = (text: string) =>
  krakow.get(`/api/staff/floor/find?locationId=${shop.krakow}&text=${encodeURIComponent(text)}`);

describe('the store’s queue', () => {
  it('says what, for whom, by when, what is to be paid and who is at it', async () => {
    const { hold, workId } = await held();
    await krakow.post(`/api/staff/fulfilments/${workId}/take`, {});
    const row = (await queue()).items.find((item: { id: string }) => item.id === workId);
    expect(row).toMatchObject({
      code: hold.code,
      state: 'picking',
      isPaid: false,
      worth: pln(386_900),
      items: [{ variantId: shop.green, quantity: 1 }],
      pickedBy: { name: expect.stringMatching(/./) },
    });
    expect(row.promisedAt).toBeTruthy();
  });

  it('costs the same number of statements for two pieces of work and for twelve', async () => {
    const cost = async () => {
      const before = statements.sent;
      await queue();
      return statements.sent - before;
    };
    const few = Math.min(await cost(), await cost());
    await restock(server.ctx(), { variantId: shop.green, locationId: shop.krakow }, 20);
    for (let n = 0; n < 10; n += 1) await held();
    expect(Math.min(await cost(), await cost())).toBe(few);
  });
});

describe('finding by scan', () => {
  it('knows a code that has no digit and could be a word, and still finds goods by words of six letters', async () => {
    const julia = await shop.shopper();
    const cart = await julia.post('/api/shop/cart/lines', {
      variantId: shop.green,
      quantity: 1,
      way: { method: 'pickup', locationId: shop.krakow },
    });
    const { code } = await julia.post(`/api/shop/carts/${cart.id}/handoff`, { locationId: shop.krakow });
    await sql`update carts.handoff set code = 'ZFYSJA' where code = ${code.replace('-', '')}`.execute(server.ctx().db);
    for (const typed of ['zf-ysja', 'ZFYSJA', 'zf ysja'])
      expect(await find(typed), typed).toMatchObject({ exact: 'cart', desk: { code: 'ZF-YSJA' } });
    expect(await find('velvet')).toMatchObject({ exact: 'none', desk: null });
  });

  it('opens what a code, a link, a SKU, a bar code and an e-mail are', async () => {
    const { hold, email, workId } = await held();
    expect(await find(hold.code)).toMatchObject({ exact: 'work', desk: { fulfilmentId: workId } });
    expect(await find(hold.url)).toMatchObject({ exact: 'work', desk: { fulfilmentId: workId } });
    const { goods, exact } = await find('sofa');
    expect(exact).toBe('none');
    const [first] = goods;
    expect(await find(first.variant.sku)).toMatchObject({ exact: 'goods', goods: [{ variant: first.variant }] });
    const person = await find(email);
    expect(person).toMatchObject({ exact: 'customer', works: [{ id: workId }], goods: [] });
    expect(JSON.stringify(person)).not.toContain(email);
  });

  it('knows nothing of a code nobody gave out', async () => {
    expect(await find('ZZ-9999')).toMatchObject({ exact: 'none', desk: null });
    expect(await find('https://shop.example/h/AAAAAAAAAAAAAAAAAAAAAA')).toMatchObject({ exact: 'none' });
  });
});

describe('the till', () => {
  it('quotes what the sale then costs, discount by hand included', async () => {
    const goods = {
      lines: [
        { variantId: shop.green, quantity: 2, discount: { discount: { basisPoints: 500 }, reason: 'display piece' } },
      ],
    };
    const quote = await krakow.post('/api/staff/floor/quote', { locationId: shop.krakow, goods });
    expect(quote.totals.gross.amount).toBeLessThan(2 * 386_900);
    expect(quote).toMatchObject({ discountLimitBp: 500, couponProblem: null });
    const order = await krakow.post('/api/staff/sales', {
      locationId: shop.krakow,
      goods,
      payment: cash(quote.totals.gross.amount),
      receiptTo: 'receipt@example.com',
    });
    expect(order.totals.gross).toEqual(quote.totals.gross);
    expect(order.contact.email).toBe('receipt@example.com');
  });

  it('says before any money is taken that the pieces here are held for somebody, until when, and what there is instead', async () => {
    await held();
    const ask = (quantity: number) =>
      krakow.post('/api/staff/floor/quote', {
        locationId: shop.krakow,
        goods: { lines: [{ variantId: shop.green, quantity }] },
      });
    const { freeHere } = (await ask(1)).lines[0];
    expect((await ask(freeHere)).shortage).toBeNull();
    const { shortage } = await ask(freeHere + 1);
    expect(shortage).toMatchObject({
      shortfall: [{ variantId: shop.green, requested: freeHere + 1 }],
      heldUntil: expect.any(String),
      alternatives: expect.any(Array),
    });
    expect(shortage.heldForOthers).toBeGreaterThan(0);
  });

  it('says what is wrong with a code, and the sum without it', async () => {
    const quote = await krakow.post('/api/staff/floor/quote', {
      locationId: shop.krakow,
      goods: { lines: [{ variantId: shop.green, quantity: 1 }] },
      couponCode: 'NEVER-MADE',
    });
    expect(quote.couponProblem).toBeTruthy();
    expect(quote.totals.gross).toEqual(pln(386_900));
  });
});

describe('handing over', () => {
  it('asks for an ID above the amount of the policy, and keeps that it was seen and who came', async () => {
    const { workId } = await held();
    await saveLimits(server.ctx(), { idAbove: 300_000 });
    const handOver = (more: object) =>
      krakow.call('POST', `/api/staff/fulfilments/${workId}/hand-over`, { payment: cash(386_900), ...more });
    expect(await krakow.get(`/api/staff/floor/work/${workId}`)).toMatchObject({ needsId: true });
    expect(await handOver({})).toMatchObject({ status: 409, body: { code: 'id_check_required' } });
    expect((await handOver({ idSeen: true, collectedBy: 'Piotr' })).status).toBe(200);
    const { desk, steps } = await krakow.get(`/api/staff/floor/work/${workId}`);
    expect(desk.handedOver).toMatchObject({ collectedBy: 'Piotr', idSeen: true });
    expect(steps.at(-1)).toMatchObject({ to: 'handed_over', by: expect.stringMatching(/./) });
    await saveLimits(server.ctx(), { idAbove: null });
  });
});

describe('counting', () => {
  it('changes nothing when somebody else changed the number meanwhile', async () => {
    const count = (counted: number, was: number) =>
      krakow.call('POST', '/api/staff/stock/changes', {
        changes: [
          { variantId: shop.green, locationId: shop.krakow, kind: 'count', counted, was, reason: 'counted the shelf' },
        ],
      });
    expect(await count(5, 99)).toMatchObject({ status: 409, body: { code: 'version_conflict', onHand: 3 } });
    const levels = await krakow.get(`/api/staff/variants/${shop.green}/stock`);
    expect(levels.levels.find((level: { locationId: string }) => level.locationId === shop.krakow).onHand).toBe(3);
    expect(await count(5, 3)).toMatchObject({ status: 200, body: { items: [{ before: 3, after: 5 }] } });
  });
});

describe('the store’s day', () => {
  it('counts what came, what was collected and how long it took, on the store’s clock', async () => {
    server.clock.travelTo(new Date('2026-12-01T12:00:00Z'));
    const first = await held();
    const second = await held();
    server.clock.travelTo(new Date('2026-12-01T12:10:00Z'));
    await krakow.post(`/api/staff/fulfilments/${first.workId}/ready`, { place: 'bay 1' });
    server.clock.travelTo(new Date('2026-12-01T12:30:00Z'));
    await krakow.post(`/api/staff/fulfilments/${second.workId}/ready`, { place: 'bay 2' });
    await krakow.post(`/api/staff/fulfilments/${first.workId}/hand-over`, { payment: cash(386_900) });
    const { days } = await manager.get(`/api/staff/floor/day?locationId=${shop.krakow}`);
    expect(days).toHaveLength(8);
    expect(days.at(-1)).toEqual({
      day: '2026-12-01',
      holds: 2,
      pickups: 0,
      collected: 1,
      lapsed: 0,
      notFound: 0,
      ready: 2,
      minutesToReadyMedian: 20,
      minutesToReadyMax: 30,
      sales: 1,
      gross: pln(386_900),
    });
  });
});

it('an associate holds goods in another store for who stands at the counter', async () => {
  await restock(server.ctx(), { variantId: shop.green, locationId: shop.warszawa }, 1);
  const { customerId } = await krakow.post('/api/staff/customers', { phone: '+48600100999', givenName: 'Ewa' });
  const hold = await krakow.post('/api/staff/holds', {
    person: { customerId },
    variantId: shop.green,
    locationId: shop.warszawa,
  });
  expect(hold).toMatchObject({ state: 'held', locationName: 'Warszawa Centrum' });
});
