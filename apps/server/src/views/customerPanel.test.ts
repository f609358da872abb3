import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { restock, type SmallShop, smallShop } from '../../test/smallShop.ts';
import type { TestServer } from '../../test/testServer.ts';
import { readAudit } from '../kernel/audit.ts';
import { costOf, viewServer } from './viewServer.fixture.ts';

let server: TestServer;
let shop: SmallShop;
const tuesday = new Date('2026-11-24T13:02:00Z');

beforeAll(async () => {
  server = await viewServer();
  server.clock.travelTo(tuesday);
  shop = await smallShop(server);
});
afterAll(() => server?.stop());

/** Julia has written, has a hold, a cart and a pickup that waits to be paid in the store. */
async function julia() {
  await restock(server.ctx(), { variantId: shop.green, locationId: shop.krakow }, 2);
  const email = `julia.${randomUUID()}@example.com`;
  const shopper = await shop.shopper();
  await shopper.must('PUT', '/api/shop/chat/contact', { name: 'Julia', email });
  await shopper.post('/api/shop/chat/messages', { text: 'Is it still there?', clientKey: randomUUID() });
  const order = await shopper.post('/api/shop/orders', {
    from: { lines: [{ variantId: shop.green, quantity: 1, way: { method: 'pickup', locationId: shop.krakow } }] },
    contact: { name: 'Julia', email, phone: '+48600100200' },
    payment: { method: 'pay_in_store' },
  });
  const hold = await shopper.post('/api/shop/holds', { variantId: shop.green, locationId: shop.krakow });
  await server.settle();
  const agent = await shop.staff('agent');
  const found = await agent.get(`/api/staff/customers?query=${encodeURIComponent(email)}`);
  return { shopper, agent, email, order, hold, customerId: found.items[0].id as string };
}

it('an agent sees who it is, how sure we are, and all that is going on', async () => {
  const { agent, email, order, hold, customerId } = await julia();
  const panel = await agent.get(`/api/staff/customers/${customerId}/panel`);
  expect(panel).toMatchObject({
    customer: {
      id: customerId,
      name: 'Julia',
      verified: false,
      isMasked: false,
      email: { value: email, state: 'claimed' },
    },
    holds: [{ id: hold.id, code: hold.code, stage: 'to_pick', locationName: 'Kraków', lines: [{ sku: 'LUND-GREEN' }] }],
    orders: [
      {
        number: order.order.number,
        state: 'placed',
        isPaid: false,
        total: { amount: 386_900 },
        goods: [{ title: 'Lund sofa', quantity: 1 }],
        parts: [{ kind: 'pickup', stage: 'to_pick', locationName: 'Kraków' }],
      },
    ],
    cart: { lines: [{ hold: { reservationId: hold.id } }] },
    thread: { state: 'waiting' },
    value: { orders: 0, gross: [], isComplete: true },
  });
  expect(panel.customer.identifiers.map((one: { kind: string }) => one.kind).sort()).toEqual(['email', 'phone']);
  expect(panel.timeline.length).toBeGreaterThan(3);
  expect(panel.timeline.length).toBeLessThanOrEqual(20);
  expect(JSON.stringify(panel.timeline)).not.toContain('Is it still there?');
});

it('on the floor contacts are masked until somebody asks, and that somebody is written down', async () => {
  const { email, customerId } = await julia();
  const url = `/api/staff/customers/${customerId}/panel`;
  const looks = async () =>
    (await readAudit(server.ctx(), { target: 'customer', targetId: customerId, limit: 50 })).items.filter(
      (line) => line.act === 'customers.contact.viewed',
    );
  for (const role of ['krakow', 'manager', 'admin'] as const) {
    const body = JSON.stringify(await (await shop.staff(role)).get(url));
    expect(body).not.toContain(email);
    expect(body).not.toContain('600100200');
    expect(body).toContain('"isMasked":true');
  }
  expect(await looks()).toEqual([]);
  const revealed = await (await shop.staff('krakow')).get(`${url}?reveal=true`);
  expect(revealed.customer).toMatchObject({
    isMasked: false,
    email: { value: email },
    phone: { value: '+48600100200' },
  });
  expect(await looks()).toMatchObject([{ role: 'associate' }]);
});

it('counts what was paid, each currency by itself, and leaves open what is not', async () => {
  const { customerId, order, agent } = await julia();
  const krakow = await shop.staff('krakow');
  const queue = await krakow.get(`/api/staff/fulfilments?locationId=${shop.krakow}&state=to_pick`);
  const work = queue.items.find((item: { orderId: string | null }) => item.orderId === order.order.id);
  await krakow.post(`/api/staff/fulfilments/${work.id}/hand-over`, {
    payment: { method: 'cash', amount: { amount: 386_900, currency: 'PLN' } },
  });
  const panel = await agent.get(`/api/staff/customers/${customerId}/panel`);
  expect(panel).toMatchObject({ orders: [], value: { orders: 1, gross: [{ amount: 386_900, currency: 'PLN' }] } });
});

it('is for staff only; nobody is found under an unknown id; a busy customer costs no more statements', async () => {
  const { shopper, agent, customerId } = await julia();
  expect((await shopper.call('GET', `/api/staff/customers/${customerId}/panel`)).status).toBe(401);
  expect((await agent.call('GET', `/api/staff/customers/${randomUUID()}/panel`)).status).toBe(404);
  const once = await costOf(() => agent.get(`/api/staff/customers/${customerId}/panel`));
  for (let n = 0; n < 3; n += 1) {
    await shopper.post('/api/shop/cart/lines', {
      variantId: shop.blue,
      quantity: 1,
      way: {
        method: n % 2 ? 'delivery' : 'pickup',
        ...(n % 2 ? {} : { locationId: [shop.krakow, shop.warszawa][n / 2] }),
      },
    });
  }
  const more = await costOf(() => agent.get(`/api/staff/customers/${customerId}/panel`));
  // A line to be sent asks where from: two statements, for any number of them.
  expect(more).toBeLessThanOrEqual(once + 2);
});
