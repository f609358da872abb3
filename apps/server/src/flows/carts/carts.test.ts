import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../test/person.ts';
import { restock, type SmallShop, smallShop } from '../../../test/smallShop.ts';
import type { TestServer } from '../../../test/testServer.ts';
import { endPromotion, savePromotion, setPrices } from '../../modules/pricing/index.ts';
import { reconcileStock } from '../../modules/stock/index.ts';
import { viewServer } from '../../views/viewServer.fixture.ts';

let server: TestServer;
let second: TestServer;
let shop: SmallShop;
const tuesday = new Date('2026-11-24T13:02:00Z');
const listPrice = 386_900;
const home = { method: 'delivery' };

function travelTo(at: Date): void {
  server.clock.travelTo(at);
  second.clock.travelTo(at);
}

beforeAll(async () => {
  server = await viewServer();
  second = await viewServer({ sharing: server });
  travelTo(tuesday);
  shop = await smallShop(server);
});
afterAll(async () => {
  await second?.stop();
  await server?.stop();
});
beforeEach(async () => {
  travelTo(tuesday);
  await setPrice(listPrice);
  await restock(server.ctx(), { variantId: shop.green, locationId: shop.krakow }, 1);
});

let moments = 0;
/** Prices are kept in order of time, so each change is a moment later. */
async function setPrice(amount: number): Promise<void> {
  moments += 1;
  const ctx = server.ctx();
  const at = new Date(ctx.clock.now().getTime() + moments);
  await setPrices(
    { ...ctx, clock: { now: () => at } },
    {
      market: 'PL',
      prices: [shop.green, shop.blue].map((variantId) => ({ variantId, gross: { amount, currency: 'PLN' } })),
      reason: 'a test',
    },
  );
}

const add = (who: Person, more: object = {}) =>
  who.post('/api/shop/cart/lines', { variantId: shop.blue, quantity: 1, way: home, ...more });
const pickup = () => ({ method: 'pickup', locationId: shop.krakow });

describe('a shopper’s cart', () => {
  it('is empty before the first goods, and made by them', async () => {
    const julia = await shop.shopper();
    expect(await julia.get('/api/shop/cart')).toMatchObject({ id: null, version: 0, lines: [], isOrderable: false });
    const cart = await add(julia, { version: 0 });
    expect(cart).toMatchObject({
      lines: [
        {
          quantity: 1,
          variant: { sku: 'LUND-BLUE', title: 'Lund sofa', optionsText: 'blue, velvet' },
          way: { method: 'delivery', locationName: null },
          price: {
            quoted: { amount: listPrice },
            current: { amount: listPrice },
            payable: { amount: listPrice },
            mustAccept: false,
          },
          stock: { word: 'in_stock', available: 10, isEnough: true },
        },
      ],
      changes: [],
      totals: { gross: { amount: listPrice, currency: 'PLN' }, delivery: null },
      deliveryOffer: { rate: { amount: 9_900 }, freeFrom: { amount: 500_000 } },
      isOrderable: true,
    });
    expect(cart.lines[0].price.validUntil).toMatch(/^2026-11-25T13:02:0/);
    expect(await julia.get('/api/shop/cart')).toMatchObject({ id: cart.id, version: cart.version });
  });

  it('shows the whole price with delivery before anything is asked, and delivery is free above the limit', async () => {
    const julia = await shop.shopper();
    await add(julia);
    const one = await julia.get('/api/shop/cart?postcode=31-146');
    expect(one.totals).toMatchObject({
      goods: { amount: listPrice },
      delivery: { amount: 9_900 },
      gross: { amount: listPrice + 9_900 },
    });
    expect(one.totals.net.amount + one.totals.tax.amount).toBe(one.totals.gross.amount);
    await add(julia);
    const two = await julia.get('/api/shop/cart?postcode=31-146');
    expect(two.totals).toMatchObject({ delivery: { amount: 0 }, gross: { amount: 2 * listPrice } });
    expect(two.lines).toHaveLength(1);
  });

  it('says what cannot be had and keeps it, each way by its own stock', async () => {
    const julia = await shop.shopper();
    await add(julia, { variantId: shop.green, way: pickup(), quantity: 3 });
    const cart = await add(julia, { variantId: shop.green });
    const [collected, sent] = cart.lines;
    expect(collected).toMatchObject({
      way: { method: 'pickup', locationName: 'Kraków', city: 'Kraków' },
      stock: { word: 'few_left', available: 1, isEnough: false },
      readyAt: expect.stringMatching(/^2026-11-24T14:02:0/),
    });
    expect(sent.stock).toMatchObject({ word: 'out_of_stock', available: 0, isEnough: false });
    expect(cart.changes).toMatchObject([
      { lineId: collected.id, what: 'ran_out', wanted: 3, available: 1 },
      { lineId: sent.id, what: 'ran_out', wanted: 1, available: 0 },
    ]);
    expect(cart.isOrderable).toBe(false);
  });

  it('does not promise one piece to two lines', async () => {
    const julia = await shop.shopper();
    await add(julia, { variantId: shop.green, way: pickup() });
    const cart = await add(julia, { variantId: shop.green, way: { method: 'in_store', locationId: shop.krakow } });
    expect(cart.lines.map((line: { stock: { isEnough: boolean } }) => line.stock.isEnough)).toEqual([false, false]);
  });

  it('refuses goods and places that do not exist, and ways a place does not offer', async () => {
    const julia = await shop.shopper();
    const ask = (more: object) =>
      julia.call('POST', '/api/shop/cart/lines', { variantId: shop.green, quantity: 1, way: home, ...more });
    expect(await ask({ variantId: randomUUID() })).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await ask({ way: { method: 'pickup', locationId: randomUUID() } })).toMatchObject({ status: 404 });
    expect(await ask({ way: { method: 'pickup', locationId: shop.warehouse } })).toMatchObject({
      status: 409,
      body: { code: 'not_offered' },
    });
    for (const quantity of [0, -1, 1.5, 10_001, '2', null]) expect((await ask({ quantity })).status).toBe(400);
    expect((await ask({ price: 1 })).status).toBe(400);
    expect(await julia.get('/api/shop/cart')).toMatchObject({ id: null });
  });

  it('refuses what is no longer sold, and shows it in carts that have it', async () => {
    const admin = await shop.staff('admin');
    const code = `old-${randomUUID().slice(0, 8)}`;
    const text = { en: 'Old lamp', pl: 'Stara lampa', ru: 'Старая лампа' };
    const saved = await admin.must('PUT', `/api/staff/products/${code}`, {
      version: 0,
      title: text,
      description: text,
      categoryCode: 'sofas',
      taxClass: 'standard',
      variants: [{ sku: code.toUpperCase() }],
    });
    const [{ id: variantId }] = saved.variants;
    const julia = await shop.shopper();
    const ask = () => julia.call('POST', '/api/shop/cart/lines', { variantId, quantity: 1, way: home });
    expect(await ask()).toMatchObject({ status: 409, body: { code: 'price_missing' } });
    await setPrices(server.ctx(), {
      market: 'PL',
      prices: [{ variantId, gross: { amount: 100, currency: 'PLN' } }],
      reason: 'a test',
    });
    expect((await ask()).status).toBe(200);
    await admin.must('PATCH', `/api/staff/products/${code}`, { version: saved.version, archived: true });
    const { body } = await julia.call('GET', '/api/shop/cart');
    expect(body).toMatchObject({
      lines: [{ price: null, stock: { word: 'discontinued', isEnough: false } }],
      changes: [{ what: 'not_sold' }],
      totals: { gross: { amount: 0 } },
      isOrderable: false,
    });
    expect(await ask()).toMatchObject({ status: 409, body: { code: 'archived' } });
  });

  it('of two changes to the same version one is kept; the other is shown the cart as it is', async () => {
    const julia = await shop.shopper();
    const { version, lines } = await add(julia);
    const change = (quantity: number) =>
      julia.call('PATCH', `/api/shop/cart/lines/${lines[0].id}`, { version, quantity });
    const answers = await Promise.all([change(2), change(3)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const [kept, refused] = [answers.find((one) => one.status === 200), answers.find((one) => one.status === 409)];
    expect(refused?.body).toMatchObject({
      code: 'version_conflict',
      cart: { lines: [{ quantity: kept?.body.lines[0].quantity }] },
    });
    expect(JSON.stringify(refused?.body)).not.toContain('subjectId');
  });

  it('takes what two tabs add at the same moment, also the very first goods, also on two servers', async () => {
    for (let round = 0; round < 5; round += 1) {
      const julia = await shop.shopper();
      const tabs = Array.from({ length: 6 }, (_, tab) => {
        julia.moveTo(tab % 2 ? second : server);
        return julia.call('POST', '/api/shop/cart/lines', { variantId: shop.blue, quantity: 1, way: home });
      });
      expect((await Promise.all(tabs)).map((answer) => answer.status)).toEqual(Array(6).fill(200));
      expect((await julia.get('/api/shop/cart')).lines).toMatchObject([{ quantity: 6 }]);
    }
  });

  it('an add that is sent twice under one key is done once; another body under it is refused', async () => {
    const julia = await shop.shopper();
    const key = { 'idempotency-key': randomUUID() };
    const body = { variantId: shop.blue, quantity: 1, way: home };
    const first = await julia.post('/api/shop/cart/lines', body, key);
    const again = await julia.post('/api/shop/cart/lines', body, key);
    expect(again).toMatchObject({ id: first.id, version: first.version, lines: [{ quantity: 1 }] });
    expect(await julia.call('POST', '/api/shop/cart/lines', { ...body, quantity: 2 }, key)).toMatchObject({
      status: 422,
    });
  });

  it('quantity 0 and DELETE take goods out; the empty cart is still a cart', async () => {
    const julia = await shop.shopper();
    await add(julia);
    const cart = await add(julia, { variantId: shop.green });
    const [blue, green] = cart.lines;
    const less = await julia.must('PATCH', `/api/shop/cart/lines/${blue.id}`, { version: cart.version, quantity: 0 });
    expect(less.lines.map((line: { id: string }) => line.id)).toEqual([green.id]);
    const none = await julia.must('DELETE', `/api/shop/cart/lines/${green.id}?version=${less.version}`);
    expect(none).toMatchObject({ id: cart.id, lines: [], totals: { gross: { amount: 0 } } });
    expect((await julia.call('DELETE', `/api/shop/cart/lines/${green.id}`)).status).toBe(400);
    expect((await julia.call('DELETE', `/api/shop/cart/lines/${green.id}?version=${none.version}`)).status).toBe(404);
  });

  it('is nobody else’s: lines, codes and staff routes of other people’s carts are not there', async () => {
    const [julia, eve] = [await shop.shopper(), await shop.shopper()];
    const cart = await add(julia);
    const line = `/api/shop/cart/lines/${cart.lines[0].id}`;
    expect(await eve.call('PATCH', line, { version: cart.version, quantity: 9 })).toMatchObject({
      status: 404,
      body: { code: 'not_found' },
    });
    expect((await eve.call('DELETE', `${line}?version=${cart.version}`)).status).toBe(404);
    await add(eve);
    expect((await eve.call('PATCH', line, { version: cart.version, quantity: 9 })).status).toBe(404);
    expect((await eve.get('/api/shop/cart')).id).not.toBe(cart.id);
    expect((await eve.call('GET', `/api/staff/carts/${cart.id}`)).status).toBe(401);
    expect((await shop.visitor().call('GET', '/api/shop/cart')).status).toBe(401);
    expect(await julia.get('/api/shop/cart')).toMatchObject({ version: cart.version, lines: [{ quantity: 1 }] });
  });
});

describe('prices in a cart', () => {
  it('a rise waits while the quote stands, then asks; a drop passes at once', async () => {
    const julia = await shop.shopper();
    const { id, lines } = await add(julia);
    await setPrice(400_000);
    expect(await julia.get('/api/shop/cart')).toMatchObject({
      lines: [
        { price: { quoted: { amount: listPrice }, current: { amount: 400_000 }, payable: { amount: listPrice } } },
      ],
      changes: [{ what: 'rose', oldUnit: { amount: listPrice }, newUnit: { amount: 400_000 }, mustAccept: false }],
      totals: { gross: { amount: listPrice } },
      isOrderable: true,
    });
    travelTo(new Date(tuesday.getTime() + 24 * 3_600_000 + 1_000));
    const risen = await julia.get('/api/shop/cart');
    expect(risen).toMatchObject({ id, mustAccept: true, isOrderable: false, totals: { gross: { amount: 400_000 } } });
    const accepted = await julia.post('/api/shop/cart/accept-terms', { version: risen.version });
    expect(accepted).toMatchObject({
      lines: [
        {
          id: lines[0].id,
          price: { quoted: { amount: 400_000 }, validUntil: expect.stringMatching(/^2026-11-26T13:02:0/) },
        },
      ],
      changes: [],
      isOrderable: true,
    });
    await setPrice(350_000);
    expect(await julia.get('/api/shop/cart')).toMatchObject({
      changes: [{ what: 'fell', oldUnit: { amount: 400_000 }, newUnit: { amount: 350_000 } }],
      totals: { gross: { amount: 350_000 } },
    });
    expect(await julia.call('POST', '/api/shop/cart/accept-terms', { version: risen.version })).toMatchObject({
      status: 409,
      body: { code: 'version_conflict' },
    });
  });

  it('accepting again and again does not lengthen a lower quote', async () => {
    const julia = await shop.shopper();
    const cart = await add(julia);
    await setPrice(400_000);
    const accepted = await julia.post('/api/shop/cart/accept-terms', { version: cart.version });
    expect(accepted.lines[0].price).toMatchObject({
      payable: { amount: listPrice },
      validUntil: cart.lines[0].price.validUntil,
    });
  });

  it('a code lowers what it is for; one that is wrong, ended or for other goods is refused and nothing changes', async () => {
    const julia = await shop.shopper();
    const { version } = await add(julia);
    const code = `VELVET${randomUUID().slice(0, 6)}`.toUpperCase();
    const name = { en: 'Velvet days', pl: 'Dni aksamitu', ru: 'Дни бархата' };
    const promotion = await savePromotion(server.ctx(), {
      market: 'PL',
      name,
      basisPoints: 1_000,
      variantIds: [shop.blue],
      code,
    });
    const use = (body: object) => julia.call('PUT', '/api/shop/cart/code', body);
    expect(await use({ version, code: 'NO-SUCH' })).toMatchObject({
      status: 409,
      body: { code: 'promotion_code_invalid' },
    });
    const used = (await use({ version, code: ` ${code.toLowerCase()} ` })).body;
    expect(used).toMatchObject({
      code: { code, isValid: true },
      totals: { discount: { amount: 38_690 }, gross: { amount: listPrice - 38_690 } },
    });

    const eve = await shop.shopper();
    const other = await add(eve, { variantId: shop.green });
    expect(await eve.call('PUT', '/api/shop/cart/code', { version: other.version, code })).toMatchObject({
      status: 409,
      body: { code: 'promotion_code_invalid' },
    });

    await endPromotion(server.ctx(), { promotionId: promotion.id, endsAt: 'now' });
    travelTo(new Date(tuesday.getTime() + 60_000));
    const ended = await julia.get('/api/shop/cart');
    expect(ended).toMatchObject({
      code: { code, isValid: false, detail: expect.any(String) },
      totals: { gross: { amount: listPrice } },
    });
    expect((await use({ version: ended.version, code: null })).body).toMatchObject({ code: null });
  });
});

describe('holds in a cart', () => {
  async function held() {
    const julia = await shop.shopper();
    const hold = await julia.post('/api/shop/holds', {
      variantId: shop.green,
      locationId: shop.krakow,
      contact: { name: 'Julia', email: `julia.${randomUUID()}@example.com` },
    });
    return { julia, hold, cart: await julia.get('/api/shop/cart') };
  }

  it('what is held is there, with its end and its stage, though nothing else is left', async () => {
    const { hold, cart } = await held();
    expect(cart).toMatchObject({
      lines: [
        {
          hold: { reservationId: hold.id, until: hold.until, stage: 'to_pick' },
          stock: { available: 1, isEnough: true },
          readyAt: expect.stringMatching(/^2026-11-24T14:02:0/),
        },
      ],
      changes: [],
      isOrderable: true,
    });
    const eve = await shop.shopper();
    const other = await add(eve, { variantId: shop.green, way: pickup() });
    expect(other.lines[0].stock).toMatchObject({ available: 0, isEnough: false });
  });

  it.each([
    [
      'another quantity',
      (julia: Person, line: string, version: number) => julia.must('PATCH', line, { version, quantity: 2 }),
    ],
    [
      'another way',
      (julia: Person, line: string, version: number) => julia.must('PATCH', line, { version, way: home }),
    ],
    [
      'taking it out',
      (julia: Person, line: string, version: number) => julia.must('DELETE', `${line}?version=${version}`),
    ],
  ])('%s gives the goods free at once and ends the store’s work', async (_, change) => {
    const { julia, hold, cart } = await held();
    await change(julia, `/api/shop/cart/lines/${cart.lines[0].id}`, cart.version);
    const eve = await shop.shopper();
    const other = await add(eve, { variantId: shop.green, way: pickup() });
    expect(other.lines[0].stock).toMatchObject({ available: 1, isEnough: true });
    await server.settle();
    const krakow = await shop.staff('krakow');
    const queue = await krakow.get(`/api/staff/fulfilments?locationId=${shop.krakow}&state=to_pick`);
    expect(queue.items.filter((item: { reservationId: string }) => item.reservationId === hold.id)).toEqual([]);
    expect(await reconcileStock(server.ctx())).toEqual([]);
  });

  it('a change that is refused keeps the hold', async () => {
    const { julia, hold, cart } = await held();
    const line = `/api/shop/cart/lines/${cart.lines[0].id}`;
    expect((await julia.call('PATCH', line, { version: cart.version - 1, quantity: 2 })).status).toBe(409);
    expect(
      (
        await julia.call('PATCH', line, {
          version: cart.version,
          way: { method: 'pickup', locationId: shop.warehouse },
        })
      ).status,
    ).toBe(409);
    expect((await julia.get('/api/shop/cart')).lines[0].hold.reservationId).toBe(hold.id);
  });

  it('taken out by its customer while the store hands it over: one of the two happened, and the books are right', async () => {
    const krakow = await shop.staff('krakow', second);
    for (let round = 0; round < 5; round += 1) {
      await restock(server.ctx(), { variantId: shop.green, locationId: shop.krakow }, 1);
      const { julia, hold, cart } = await held();
      const { items } = await krakow.get(`/api/staff/fulfilments?locationId=${shop.krakow}&state=to_pick`);
      const work = items.find((item: { reservationId: string }) => item.reservationId === hold.id);
      const [handed, removed] = await Promise.all([
        krakow.call('POST', `/api/staff/fulfilments/${work.id}/hand-over`, {
          payment: { method: 'cash', amount: { amount: listPrice, currency: 'PLN' } },
        }),
        julia.call('DELETE', `/api/shop/cart/lines/${cart.lines[0].id}?version=${cart.version}`),
      ]);
      const after = (await krakow.get(`/api/staff/fulfilments/${work.id}`)).fulfilment;
      expect([handed.status, after.state], JSON.stringify([handed.body, removed.body])).toEqual(
        handed.status === 200 ? [200, 'handed_over'] : [handed.status, 'cancelled'],
      );
      expect(handed.status).toBeLessThan(500);
      expect(removed.status).toBeLessThan(500);
      expect((await julia.get('/api/shop/cart')).lines).toEqual([]);
      expect(await reconcileStock(server.ctx())).toEqual([]);
    }
  });

  it('a hold whose time is up is told, and its price stays as quoted as long as it was promised', async () => {
    const { julia, hold } = await held();
    travelTo(new Date(Date.parse(hold.until) + 1_000));
    expect((await julia.get('/api/shop/cart')).lines[0]).toMatchObject({ hold: null });
    const { sweepExpired } = await import('../../modules/stock/index.ts');
    await sweepExpired(server.ctx());
    await server.settle();
    expect(await julia.get('/api/shop/cart')).toMatchObject({
      lines: [{ hold: null, holdEnded: { reason: 'expired' } }],
      changes: [{ what: 'hold_ended' }],
    });
  });
});

describe('a cart that goes on elsewhere', () => {
  const linkOf = async (who: Person, cartId: string, body: object = {}) =>
    (await who.post(`/api/shop/carts/${cartId}/handoff`, body)).token as string;

  it('is seen by whoever has the link, without a session and without anybody’s data', async () => {
    const julia = await shop.shopper();
    await julia.must('PUT', '/api/shop/chat/contact', { name: 'Julia Nowak', email: 'julia.nowak@example.com' });
    const cart = await add(julia);
    const token = await linkOf(julia, cart.id);
    const seen = await shop.visitor().get(`/api/shop/handoffs/${token}`);
    expect(seen).toMatchObject({
      isMine: false,
      handoff: { code: expect.any(String), lineId: null },
      cart: { id: cart.id, lines: [{ quantity: 1 }] },
    });
    expect(JSON.stringify(seen)).not.toMatch(/nowak|subjectId|customerId/i);
    expect((await julia.get(`/api/shop/handoffs/${token}`)).isMine).toBe(true);
    expect(await shop.visitor().call('GET', '/api/shop/handoffs/not-a-token')).toMatchObject({
      status: 409,
      body: { code: 'handoff_invalid' },
    });
    expect((await shop.visitor().call('POST', `/api/shop/handoffs/${token}/accept`)).status).toBe(401);
  });

  it('joins the cart of the one who follows it, or becomes it, once', async () => {
    const [julia, phone, tablet] = [await shop.shopper(), await shop.shopper(), await shop.shopper()];
    const cart = await add(julia);
    const token = await linkOf(julia, cart.id);
    await add(phone, { variantId: shop.green });
    const joined = await phone.post(`/api/shop/handoffs/${token}/accept`, undefined);
    expect(joined.lines.map((line: { variant: { sku: string } }) => line.variant.sku).sort()).toEqual([
      'LUND-BLUE',
      'LUND-GREEN',
    ]);
    const again = await phone.post(`/api/shop/handoffs/${token}/accept`, undefined);
    expect(again).toMatchObject({ id: joined.id, version: joined.version });
    expect(await julia.get('/api/shop/cart')).toMatchObject({ id: null });

    const taken = await tablet.post(`/api/shop/handoffs/${await linkOf(phone, joined.id)}/accept`, undefined);
    expect(taken.lines).toHaveLength(2);
    expect(taken.lines.map((line: { id: string }) => line.id).sort()).toEqual(
      joined.lines.map((line: { id: string }) => line.id).sort(),
    );
  });

  it('followed by two at once, on two servers, it goes to one of them whole', async () => {
    const julia = await shop.shopper();
    const token = await linkOf(julia, (await add(julia)).id);
    const [a, b] = [await shop.shopper(), await shop.shopper(second)];
    const answers = await Promise.all([a, b].map((one) => one.call('POST', `/api/shop/handoffs/${token}/accept`)));
    const carts = await Promise.all([a, b].map((one) => one.get('/api/shop/cart')));
    expect(carts.map((cart) => cart.lines.length).sort(), JSON.stringify(answers.map((one) => one.body))).toEqual([
      0, 1,
    ]);
  });

  it('a link to one held piece opens that piece only, and cannot carry off the rest', async () => {
    const julia = await shop.shopper();
    await add(julia);
    await julia.post('/api/shop/holds', {
      variantId: shop.green,
      locationId: shop.krakow,
      contact: { email: 'j@example.com' },
    });
    const cart = await julia.get('/api/shop/cart');
    const held = cart.lines.find((line: { hold: unknown }) => line.hold);
    const token = await linkOf(julia, cart.id, { lineId: held.id });
    const friend = await shop.shopper();
    const seen = await friend.get(`/api/shop/handoffs/${token}`);
    expect(seen.cart.lines.map((line: { id: string }) => line.id)).toEqual([held.id]);
    expect(seen.cart.totals.gross.amount).toBe(listPrice);
    expect(await friend.call('POST', `/api/shop/handoffs/${token}/accept`)).toMatchObject({
      status: 409,
      body: { code: 'not_offered' },
    });
    expect((await julia.get('/api/shop/cart')).lines).toHaveLength(2);
  });
});

describe('a cart that staff fill', () => {
  it('reaches the customer at the same price, and the line keeps who advised', async () => {
    const julia = await shop.shopper();
    const own = await add(julia);
    const words = `The green one, please. ${randomUUID()}`;
    await julia.post('/api/shop/chat/messages', { text: words, clientKey: randomUUID() });
    const agent = await shop.staff('agent');
    const threads = await agent.get('/api/staff/threads?view=all');
    const thread = threads.items.find((one: { lastWords: { text: string } | null }) => one.lastWords?.text === words);
    const filled = await agent.post('/api/staff/carts', {
      threadId: thread.id,
      lines: [
        { variantId: shop.green, quantity: 1, way: pickup() },
        { variantId: shop.blue, quantity: 1, way: home },
      ],
    });
    expect(filled).toMatchObject({
      cart: { id: own.id, lines: [{ quantity: 2 }, { quantity: 1 }] },
      customerId: expect.any(String),
    });
    expect(filled.credits).toMatchObject([{ advisedBy: expect.any(String) }, { advisedBy: expect.any(String) }]);
    const seen = await julia.get('/api/shop/cart');
    expect(seen).toMatchObject({
      id: own.id,
      lines: [{ quantity: 2 }, { variant: { sku: 'LUND-GREEN' }, price: { payable: { amount: listPrice } } }],
    });
    expect(JSON.stringify(seen)).not.toContain('advisedBy');
    expect(await agent.get(`/api/staff/carts/${own.id}`)).toMatchObject({
      cart: { id: own.id },
      customerId: filled.customerId,
    });
    const elsewhere = await agent.call('POST', '/api/staff/carts', {
      customerId: randomUUID(),
      lines: [{ variantId: shop.blue, quantity: 1, way: home }],
    });
    expect(elsewhere.status).toBe(404);
    expect((await julia.call('POST', '/api/staff/carts', { threadId: thread.id, lines: [] })).status).toBe(401);
  });

  it('is made for a customer who has none, all of it or nothing', async () => {
    const agent = await shop.staff('agent');
    const { customerId } = await agent.post('/api/staff/customers', { email: `new.${randomUUID()}@example.com` });
    const lines = [{ variantId: shop.blue, quantity: 1, way: home }];
    const broken = await agent.call('POST', '/api/staff/carts', {
      customerId,
      lines: [...lines, { ...lines[0], variantId: randomUUID() }],
    });
    expect(broken.status).toBe(404);
    const filled = await agent.call('POST', '/api/staff/carts', { customerId, lines });
    expect(filled).toMatchObject({ status: 201, body: { customerId, cart: { lines: [{ quantity: 1 }] } } });
  });
});
