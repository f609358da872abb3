import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '../src/kernel/context.ts';
import { getProducts, getVariants } from '../src/modules/catalogue/index.ts';
import { createSmartLink, getSmartLink } from '../src/modules/engagement/index.ts';
import { listLocations } from '../src/modules/locations/index.ts';
import { waysToGet } from '../src/modules/sourcing/index.ts';
import { availability } from '../src/modules/stock/index.ts';
import { restock, type SmallShop, smallShop } from './smallShop.ts';
import { type TestServer, testServer } from './testServer.ts';

/**
 * The three things that usually break Julia's story (DESIGN, 1). Each test stands beside a naive version of what it
 * protects, as most shops have it, and asserts that this one fails: else the test would prove nothing.
 */
let server: TestServer;
let second: TestServer;
let shop: SmallShop;
beforeAll(async () => {
  server = await testServer();
  second = await testServer({ sharing: server });
  for (const one of [server, second]) one.clock.travelTo(new Date('2026-11-24T13:02:00Z'));
  shop = await smallShop(server);
  await createSmartLink(server.ctx(), {
    slug: 'green-lund',
    target: { variantId: shop.green },
    campaign: { source: 'meta', medium: 'retargeting', name: 'green-lund' },
    label: 'the green Lund',
  });
});
afterAll(async () => {
  await second.stop();
  await server.stop();
});
beforeEach(async () => {
  await restock(server.ctx(), { variantId: shop.green, locationId: shop.krakow }, 1);
  await restock(server.ctx(), { variantId: shop.blue, locationId: shop.warehouse }, 10);
});

async function canBeHad(ctx: Ctx, variantId: string | undefined): Promise<boolean> {
  const ways = variantId ? (await waysToGet(ctx, { variantIds: [variantId], market: 'PL' })).get(variantId) : undefined;
  return ways !== undefined && (ways.delivery !== undefined || ways.places.some((place) => place.available > 0));
}

describe('1. the ad leads where nothing can be bought', () => {
  /** Naive: an ad's link is a fixed address of a product page, which shows its first variant, in stock or not. */
  async function naiveLanding(ctx: Ctx, slug: string): Promise<string | undefined> {
    const link = await getSmartLink(ctx, slug);
    const variantId = link && 'variantId' in link.target ? link.target.variantId : '';
    const wanted = (await getVariants(ctx, [variantId])).get(variantId);
    const product = (await getProducts(ctx, [wanted?.productId ?? ''])).get(wanted?.productId ?? '');
    return product?.variants[0]?.id;
  }

  it('a smart link leads to that very item where it can be had, and says so when it is gone everywhere', async () => {
    const visitor = shop.visitor();
    const here = await visitor.get('/api/shop/links/green-lund');
    expect(here).toMatchObject({ outcome: 'available', variantId: shop.green, locationName: 'Kraków' });
    await restock(server.ctx(), { variantId: shop.green, locationId: shop.krakow }, 0);
    const gone = await visitor.get('/api/shop/links/green-lund');
    expect(gone).toMatchObject({
      outcome: 'alternative',
      variantId: shop.blue,
      wantedVariantId: shop.green,
      say: expect.stringContaining('gone'),
    });
    expect(await canBeHad(server.ctx(), gone.variantId)).toBe(true);
    const followed = await visitor.call('GET', '/go/green-lund');
    expect(followed.status).toBe(302);
    expect(String(followed.headers.location)).toMatch(/variant=LUND-BLUE.*utm_medium=retargeting.*instead=alternative/);
    await restock(server.ctx(), { variantId: shop.blue, locationId: shop.warehouse }, 0);
    expect(await visitor.get('/api/shop/links/green-lund')).toMatchObject({ outcome: 'category', path: '/c/sofas' });
  });

  it('a fixed address would lead to a page where nothing can be bought', async () => {
    await restock(server.ctx(), { variantId: shop.green, locationId: shop.krakow }, 0);
    expect(await canBeHad(server.ctx(), await naiveLanding(server.ctx(), 'green-lund'))).toBe(false);
  });
});

describe('2. the agent cannot see the stores’ stock', () => {
  /** Naive: the contact centre looks at what the web shop can send. */
  async function naiveStock(ctx: Ctx, variantId: string): Promise<number> {
    const shipping = new Set((await listLocations(ctx, { capability: 'ship' })).map((location) => location.id));
    const levels = await availability(ctx, { variantIds: [variantId] });
    return levels
      .filter((level) => shipping.has(level.locationId))
      .reduce((sum, level) => sum + level.availableToShip, 0);
  }

  it('the agent sees every store’s stock beside the conversation, with what may be collected when', async () => {
    const agent = await shop.staff('agent');
    const stock = await agent.get(`/api/staff/variants/${shop.green}/stock?near=Krak%C3%B3w`);
    expect(stock.levels[0]).toMatchObject({ locationId: shop.krakow, available: 1, readyAt: expect.any(String) });
  });

  it('looking at the web shop’s stock would find nothing', async () => {
    expect(await naiveStock(server.ctx(), shop.green)).toBe(0);
  });
});

describe('3. the hold is lost between contact centre and store, and the last sofa is sold', () => {
  const sale = () => ({
    locationId: shop.krakow,
    goods: { lines: [{ variantId: shop.green, quantity: 1 }] },
    payment: { method: 'cash', amount: { amount: 386_900, currency: 'PLN' } },
  });

  it('what an agent holds cannot be sold at the till, nor on the web, on any server', async () => {
    const agent = await shop.staff('agent');
    const customer = await agent.post('/api/staff/customers', { phone: '+48600000118', language: 'pl' });
    await agent.post('/api/staff/holds', {
      person: { customerId: customer.customerId ?? customer.id },
      variantId: shop.green,
      locationId: shop.krakow,
    });
    const till = await shop.staff('krakow', second);
    expect(await till.call('POST', '/api/staff/sales', sale())).toMatchObject({
      status: 409,
      body: { heldForOthers: 1 },
    });
    const shopper = await shop.shopper(second);
    expect(
      (
        await shopper.call('POST', '/api/shop/holds', {
          variantId: shop.green,
          locationId: shop.krakow,
          contact: { email: 'a@example.com' },
        })
      ).status,
    ).toBe(409);
  });

  it('a hold that is a note in the conversation would be sold over', async () => {
    // Naive: the agent writes the store a message. Nothing takes the stock, so the till is right to sell it.
    const agent = await shop.staff('agent');
    const customer = await agent.post('/api/staff/customers', { phone: '+48600000119', language: 'pl' });
    const thread = await agent.post('/api/staff/threads', { customerId: customer.customerId ?? customer.id });
    await agent.post(`/api/staff/threads/${thread.id}/messages`, {
      text: 'Kraków: please put the green Lund aside for her until Saturday',
      internal: true,
      clientKey: 'a-note-to-the-store',
    });
    const till = await shop.staff('krakow', second);
    expect((await till.call('POST', '/api/staff/sales', sale())).status).toBe(201);
  });
});
