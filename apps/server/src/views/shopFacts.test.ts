import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../test/person.ts';
import { type SmallShop, smallShop } from '../../test/smallShop.ts';
import { type TestServer, testServer } from '../../test/testServer.ts';
import { archiveProduct, importProducts } from '../modules/catalogue/index.ts';
import { ensureSource } from '../modules/journeys/index.ts';
import { importPrices, savePromotion } from '../modules/pricing/index.ts';
import { changeOnHand } from '../modules/stock/index.ts';

let server: TestServer;
let shop: SmallShop;
let guest: Person;
let base: string;
// A Tuesday, 14:02 in Warsaw.
const tuesday = new Date('2026-11-24T13:02:00Z');
const text = (en: string) => ({ en, pl: en, ru: en });

beforeAll(async () => {
  server = await testServer();
  server.clock.travelTo(tuesday);
  shop = await smallShop(server);
  guest = shop.visitor();
  base = await server.app.listen({ port: 0, host: '127.0.0.1' });
  await server.live.start();
});
afterAll(() => server?.stop());

/** A stool of 100 PLN for ninety days, which a promotion of ten percent reduces. */
async function addStool(code: string) {
  const [saved] = await importProducts(server.ctx(), [
    {
      code,
      title: text(`Stool ${code}`),
      description: text('A stool.'),
      categoryCode: 'sofas',
      taxClass: 'standard',
      measures: { widthCm: 40, depthCm: 41, heightCm: 42 },
      variants: [{ sku: code.toUpperCase() }],
    },
  ]);
  const variantId = saved?.variants[0]?.id ?? '';
  await importPrices(server.ctx(), [
    {
      variantId,
      market: 'PL',
      gross: { amount: 10_000, currency: 'PLN' },
      validFrom: new Date(tuesday.getTime() - 90 * 86_400_000),
    },
  ]);
  return { productId: saved?.id ?? '', variantId, version: saved?.version ?? 1 };
}

describe('a list', () => {
  const skus = (found: { items: { sku: string }[] }) => found.items.map((item) => item.sku).sort();

  it('of what one store has now names what it has, not what could be ordered there', async () => {
    expect(skus(await guest.get('/api/shop/search?availableAt=KRK'))).toEqual(['LUND-GREEN']);
    expect(skus(await guest.get('/api/shop/search?availableAt=WAW'))).toEqual([]);
    expect(await guest.call('GET', '/api/shop/search?availableAt=NOWHERE')).toMatchObject({ status: 404 });
    // A warehouse is no store to be had from.
    expect(await guest.call('GET', '/api/shop/search?availableAt=LDZ')).toMatchObject({ status: 404 });
  });

  it('is narrowed by what is paid, and by what may be announced as reduced', async () => {
    const stool = await addStool('stool');
    expect(skus(await guest.get('/api/shop/search?price=-500'))).toEqual(['STOOL']);
    expect(skus(await guest.get('/api/shop/search?price=500-'))).not.toContain('STOOL');
    expect(skus(await guest.get('/api/shop/search?reduced=true'))).toEqual([]);
    await savePromotion(server.ctx(), {
      market: 'PL',
      name: text('Ten off'),
      basisPoints: 1_000,
      variantIds: [stool.variantId],
    });
    const reduced = await guest.get('/api/shop/search?reduced=true');
    expect(reduced.items).toMatchObject([
      {
        sku: 'STOOL',
        size: { widthCm: 40, depthCm: 41, heightCm: 42 },
        price: { unit: { amount: 9_000 }, reduction: { percentOff: 10, lowest30Days: { amount: 10_000 } } },
      },
    ]);
    // The price that counts is the one that is paid.
    expect(skus(await guest.get('/api/shop/search?price=-90'))).toEqual(['STOOL']);
  });
});

describe('a product', () => {
  it('says until when a reservation made now would last, on the clock of each store', async () => {
    const page = await guest.get('/api/shop/products/lund-sofa');
    expect(page.reservedUntil).toHaveLength(2);
    // 20:00 in Warsaw is 19:00 in Greenwich; shoppers reserve until closing.
    for (const { until } of page.reservedUntil) expect(until).toBe('2026-11-24T19:00:00.000Z');
  });

  it('that is no longer sold is gone for good, and off the site map', async () => {
    const { productId, version } = await addStool('old-stool');
    const page = await guest.get(`/api/shop/products/${productId}`);
    const addresses = async () =>
      (await guest.get('/api/shop/product-addresses')).items.map((item: { slugs: { en: string } }) => item.slugs.en);
    expect(await addresses()).toContain(page.slug);
    await archiveProduct(server.ctx(), { code: 'old-stool', version, archived: true });
    await server.settle();
    expect(await guest.call('GET', `/api/shop/products/${page.slug}`)).toMatchObject({
      status: 410,
      body: { code: 'no_longer_sold' },
    });
    expect(await addresses()).not.toContain(page.slug);
    expect(await guest.call('GET', '/api/shop/products/never-was')).toMatchObject({ status: 404 });
  });

  it('addresses come page by page, none twice and none left out', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: { slugs: { en: string } }[]; nextCursor: string | null } = await guest.get(
        `/api/shop/product-addresses?limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      seen.push(...page.items.map((item) => item.slugs.en));
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toContain('lund-sofa');
  });
});

it('delivery says where it goes and what it costs to whoever asks', async () => {
  expect((await guest.get('/api/shop/delivery-zones')).zones).toMatchObject([
    { rate: { amount: 9_900, currency: 'PLN' }, freeFrom: { amount: 500_000 }, daysMin: 2, daysMax: 4 },
  ]);
});

it('the key of the shop’s tracker is public, and none where nothing is tracked', async () => {
  expect(await guest.get('/api/shop/tracking')).toEqual({ writeKey: null });
  const { writeKey } = await ensureSource(server.ctx(), { name: 'web' });
  expect(await guest.get('/api/shop/tracking')).toEqual({ writeKey });
});

describe('who looks at a product', () => {
  it('hears at once that its stock changed, and nothing of how, of whom, or of other goods', async () => {
    const stool = await addStool('heard-stool');
    const request = get(`${base}/api/shop/stock/live?variants=${shop.green},not-an-id`, { agent: false });
    request.on('error', () => undefined);
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    response.setEncoding('utf8');
    let heard = '';
    response.on('data', (chunk: string) => {
      heard += chunk;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const receive = (variantId: string) =>
      changeOnHand(server.ctx(), [
        { variantId, locationId: shop.krakow, kind: 'receive', delta: 1, reason: 'delivery' },
      ]);
    await receive(stool.variantId);
    await server.settle();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(heard).not.toContain('event:');
    await receive(shop.green);
    await receive(shop.green);
    await server.settle();
    const began = Date.now();
    while (!heard.includes('event: stock') && Date.now() - began < 40_000)
      await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 400));
    // Twice in a moment is told once or twice, never with contents.
    expect(heard.match(/event: stock/g)?.length).toBeLessThanOrEqual(2);
    expect(heard).toContain('event: stock\ndata: {}');
    expect(heard).not.toContain(shop.krakow);
    request.destroy();
  });
});
