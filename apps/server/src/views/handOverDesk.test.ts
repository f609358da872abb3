import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Person } from '../../test/person.ts';
import { restock, type SmallShop, smallShop } from '../../test/smallShop.ts';
import type { TestServer } from '../../test/testServer.ts';
import { setPrices } from '../modules/pricing/index.ts';
import { sweepExpired } from '../modules/stock/index.ts';
import { viewServer } from './viewServer.fixture.ts';

let server: TestServer;
let shop: SmallShop;
let krakow: Person;
let moments = 0;
const tuesday = new Date('2026-11-24T13:02:00Z');

beforeAll(async () => {
  server = await viewServer();
  server.clock.travelTo(tuesday);
  shop = await smallShop(server);
  krakow = await shop.staff('krakow');
});
afterAll(() => server?.stop());
beforeEach(async () => {
  server.clock.travelTo(tuesday);
  await setPrice(386_900);
  await restock(server.ctx(), { variantId: shop.green, locationId: shop.krakow }, 2);
});

async function setPrice(amount: number): Promise<void> {
  moments += 1;
  const ctx = server.ctx();
  const at = new Date(ctx.clock.now().getTime() + moments);
  await setPrices(
    { ...ctx, clock: { now: () => at } },
    { market: 'PL', prices: [{ variantId: shop.green, gross: { amount, currency: 'PLN' } }], reason: 'a test' },
  );
}

async function held() {
  const julia = await shop.shopper();
  const email = `julia.${randomUUID()}@example.com`;
  const hold = await julia.post('/api/shop/holds', {
    variantId: shop.green,
    locationId: shop.krakow,
    contact: { name: 'Julia', email, phone: '+48600100200' },
  });
  const { items } = await krakow.get(`/api/staff/fulfilments?locationId=${shop.krakow}&state=to_pick`);
  const work = items.find((item: { reservationId: string }) => item.reservationId === hold.id);
  return { julia, hold, email, workId: work.id as string };
}

const scan = (who: Person, code: string, more = '') =>
  who.get(`/api/staff/handoffs/${encodeURIComponent(code)}${more}`);
const payment = (amount: number) => ({ payment: { method: 'cash', amount: { amount, currency: 'PLN' } } });

it('a hold that nobody has put aside yet: goods, person, what to take', async () => {
  const { hold, email, workId } = await held();
  const seen = await scan(krakow, hold.code);
  expect(seen).toMatchObject({
    verdict: 'held_not_put_aside',
    say: 'Held for this customer but not put aside yet: fetch it from the shelf. To pay: 3,869\u00a0zł.',
    code: hold.code,
    location: { name: 'Kraków' },
    fulfilmentId: workId,
    lines: [
      {
        quantity: 1,
        variant: { sku: 'LUND-GREEN' },
        quotedUnit: { amount: 386_900 },
        currentUnit: { amount: 386_900 },
      },
    ],
    customer: { name: 'Julia', email: { masked: expect.stringContaining('•••') } },
    toPay: { amount: 386_900, currency: 'PLN' },
    keepUntil: hold.until,
    putAsideBy: null,
  });
  expect(JSON.stringify(seen)).not.toContain(email);
  expect(JSON.stringify(seen)).not.toContain('600100200');
});

it('ready: the bay, who put it aside, and the lower of quoted and list price, though the list rose', async () => {
  const { hold, workId } = await held();
  await krakow.post(`/api/staff/fulfilments/${workId}/ready`, { place: 'bay 4' });
  await setPrice(429_900);
  const seen = await scan(krakow, hold.code.toLowerCase().replace('-', ' '));
  expect(seen).toMatchObject({
    verdict: 'ready',
    say: 'Ready: bay 4. To pay: 3,869\u00a0zł.',
    place: 'bay 4',
    putAsideBy: { name: 'Test krakow' },
    lines: [{ quotedUnit: { amount: 386_900 }, currentUnit: { amount: 429_900 } }],
    toPay: { amount: 386_900 },
    payableUntil: hold.until,
  });
  const order = await krakow.post(`/api/staff/fulfilments/${workId}/hand-over`, payment(seen.toPay.amount));
  expect(order.totals.gross.amount).toBe(386_900);
  expect(await scan(krakow, hold.code)).toMatchObject({
    verdict: 'already_collected',
    toPay: null,
    handedOver: { at: expect.any(String), by: { name: 'Test krakow' } },
  });
});

it('what it says is what hand-over takes, also when the list fell', async () => {
  const { hold, workId } = await held();
  await setPrice(300_000);
  const { toPay } = await scan(krakow, hold.code);
  expect(toPay).toEqual({ amount: 300_000, currency: 'PLN' });
  await krakow.post(`/api/staff/fulfilments/${workId}/hand-over`, payment(toPay.amount));
});

it('in the wrong store only the right store’s name is told', async () => {
  const { hold } = await held();
  const seen = await scan(await shop.staff('warszawa'), hold.code);
  expect(seen).toMatchObject({
    verdict: 'wrong_location',
    say: 'The goods wait in Kraków, 252 km from here, not here.',
    location: { name: 'Kraków' },
    customer: null,
    lines: [],
    toPay: null,
    fulfilmentId: null,
  });
  const admin = await shop.staff('admin');
  expect(await scan(admin, hold.code)).toMatchObject({ verdict: 'held_not_put_aside' });
  expect(await scan(admin, hold.code, `?locationId=${shop.warszawa}`)).toMatchObject({ verdict: 'wrong_location' });
  expect(await krakow.call('GET', `/api/staff/handoffs/${hold.code}?locationId=${shop.warszawa}`)).toMatchObject({
    status: 403,
    body: { code: 'wrong_location' },
  });
});

it('a hold that ran out, before and after it is written off', async () => {
  const { hold } = await held();
  server.clock.travelTo(new Date(Date.parse(hold.until) + 60_000));
  expect(await scan(krakow, hold.code)).toMatchObject({
    verdict: 'expired',
    say: 'The hold ended Tue 24 Nov, 20:00. 2 free here: hold it again or sell it at today’s price.',
    toPay: null,
  });
  await sweepExpired(server.ctx());
  await server.settle();
  expect(await scan(krakow, hold.code)).toMatchObject({ verdict: 'expired' });
});

it('a hold that its customer gave free, and one that was not found', async () => {
  const [a, b] = [await held(), await held()];
  await a.julia.must('DELETE', `/api/shop/holds/${a.hold.id}`);
  expect(await scan(krakow, a.hold.code)).toMatchObject({ verdict: 'cancelled' });
  await krakow.post(`/api/staff/fulfilments/${b.workId}/not-found`, { reason: 'not on the shelf' });
  expect(await scan(krakow, b.hold.code)).toMatchObject({ verdict: 'not_found' });
});

it('an order by its number, with or without the letter: still prepared, ready, collected', async () => {
  const julia = await shop.shopper();
  const { order } = await julia.post('/api/shop/orders', {
    from: { lines: [{ variantId: shop.green, quantity: 1, way: { method: 'pickup', locationId: shop.krakow } }] },
    contact: { name: 'Julia Guest', email: `g.${randomUUID()}@example.com` },
    payment: { method: 'pay_in_store' },
  });
  const first = await scan(krakow, order.number);
  expect(first).toMatchObject({
    verdict: 'not_ready',
    kind: 'pickup',
    orderId: order.id,
    customer: { name: 'Julia Guest' },
    toPay: { amount: 386_900 },
  });
  expect(await scan(krakow, order.number.replace('V-', ''))).toMatchObject({ verdict: 'not_ready', orderId: order.id });
  await krakow.post(`/api/staff/fulfilments/${first.fulfilmentId}/ready`, { place: 'bay 2' });
  expect(await scan(krakow, order.number.toLowerCase())).toMatchObject({ verdict: 'ready', place: 'bay 2' });
  expect(await scan(await shop.staff('warszawa'), order.number)).toMatchObject({
    verdict: 'wrong_location',
    customer: null,
  });
  await krakow.post(`/api/staff/fulfilments/${first.fulfilmentId}/hand-over`, payment(386_900));
  expect(await scan(krakow, order.number)).toMatchObject({ verdict: 'already_collected', toPay: null });
});

it('an order of which nothing is collected here, or nothing at all any more', async () => {
  const julia = await shop.shopper();
  const body = (way: object, variantId: string) => ({
    from: { lines: [{ variantId, quantity: 1, way }] },
    contact: { name: 'Julia Guest', email: `g.${randomUUID()}@example.com` },
    deliveryAddress: { name: 'Julia Guest', line1: 'Długa 1', postcode: '31-146', city: 'Kraków', country: 'PL' },
    payment: {
      method: 'card',
      card: { number: '4242 4242 4242 4242', expiryMonth: 12, expiryYear: 2030, cvc: '123' },
    },
  });
  const sent = await julia.post('/api/shop/orders', body({ method: 'delivery' }, shop.blue));
  expect(await scan(krakow, sent.order.number)).toMatchObject({ verdict: 'unknown', customer: null, orderId: null });
  const paid = await julia.post('/api/shop/orders', body({ method: 'pickup', locationId: shop.krakow }, shop.green));
  expect(await scan(krakow, paid.order.number)).toMatchObject({
    verdict: 'not_ready',
    toPay: { amount: 0, currency: 'PLN' },
  });
  const work = await scan(krakow, paid.order.number);
  await krakow.post(`/api/staff/fulfilments/${work.fulfilmentId}/ready`, { place: 'bay 7' });
  expect((await scan(krakow, paid.order.number)).say).toBe('Ready: bay 7. It is paid.');
});

it('the code of a whole cart opens the cart, to be sold here', async () => {
  const julia = await shop.shopper();
  const cart = await julia.post('/api/shop/cart/lines', {
    variantId: shop.green,
    quantity: 1,
    way: { method: 'pickup', locationId: shop.krakow },
  });
  const { code } = await julia.post(`/api/shop/carts/${cart.id}/handoff`, {});
  expect(await scan(krakow, code)).toMatchObject({
    verdict: 'cart',
    cart: { id: cart.id, lines: [{ quantity: 1 }], totals: { gross: { amount: 386_900 } } },
  });
  await krakow.post('/api/staff/sales', { locationId: shop.krakow, goods: { code }, ...payment(386_900) });
  expect(await scan(krakow, code)).toMatchObject({ verdict: 'already_collected', cart: null });
});

it('a code of nothing is unknown, whatever is typed; it is for the floor only, in the reader’s language', async () => {
  for (const code of ['ZZ-ZZZZ', 'V-999999', '123', 'U', '<script>', '💥', "'; --", '%', 'a'.repeat(40)]) {
    expect(await scan(krakow, code)).toMatchObject({ verdict: 'unknown', location: null, customer: null });
  }
  expect(
    (await krakow.call('GET', '/api/staff/handoffs/ZZ-ZZZZ', undefined, { 'accept-language': 'pl' })).body.say,
  ).toBe('Nic nie znaleziono pod tym kodem. Sprawdź go i wpisz jeszcze raz.');
  expect((await (await shop.staff('agent')).call('GET', '/api/staff/handoffs/ZZ-ZZZZ')).status).toBe(403);
  expect((await (await shop.shopper()).call('GET', '/api/staff/handoffs/ZZ-ZZZZ')).status).toBe(401);
});
