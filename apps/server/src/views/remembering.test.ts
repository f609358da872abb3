import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SmallShop, smallShop } from '../../test/smallShop.ts';
import { type TestServer, testServer } from '../../test/testServer.ts';
import { getProduct, saveCategory, saveProduct } from '../modules/catalogue/index.ts';
import { setArchived } from '../modules/locations/index.ts';
import { quotePrices, setPrices } from '../modules/pricing/index.ts';
import { changeOnHand } from '../modules/stock/index.ts';

/** So long another server may show what was (ADR 9). */
const boundMs = 3_000;
/** What the test itself takes: a request, a poll. */
const slackMs = 1_500;

// Servers that answer only: no relay runs anywhere, so nobody is ever notified. That is the worst case.
let one: TestServer;
let other: TestServer;
let shop: SmallShop;
let price = 300_000;

beforeAll(async () => {
  one = await testServer({ running: true, config: { role: 'api' } });
  other = await testServer({ running: true, config: { role: 'api' }, sharing: one });
  shop = await smallShop(one);
});
afterAll(async () => {
  await other?.stop();
  await one?.stop();
});

interface Page {
  title: string;
  categories: { name: string }[];
  variants: {
    id: string;
    price: { unit: { amount: number } };
    ways: { places: { code: string; available: number }[] };
  }[];
}

const page = async (server: TestServer, language = 'en') =>
  (
    await server.app.inject({
      url: '/api/shop/products/lund-sofa',
      headers: { 'accept-language': language },
    })
  ).json() as Page;
const greenOn = async (server: TestServer) => (await page(server)).variants.find(({ id }) => id === shop.green);
const priceOn = async (server: TestServer) => (await greenOn(server))?.price.unit.amount;

async function changePrice(): Promise<number> {
  price += 100;
  await setPrices(one.ctx(), {
    market: 'PL',
    prices: [{ variantId: shop.green, gross: { amount: price, currency: 'PLN' } }],
    reason: 'a test',
  });
  return price;
}

/** Milliseconds until `look` says so; fails after the bound. */
async function within(look: () => Promise<boolean>): Promise<void> {
  const since = performance.now();
  while (!(await look())) {
    const waited = performance.now() - since;
    expect(waited, 'the other server still shows what was').toBeLessThan(boundMs + slackMs);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function remembering(server: TestServer): Promise<void> {
  await within(async () => server.base.memory.isAwake());
  await page(server);
}

/** A connection that no server knows of. */
async function asOperator<T>(act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: one.databaseUrl });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

describe('what is remembered to be shown', () => {
  it('is the new price at once where it was set, and within three seconds on another server', async () => {
    await remembering(one);
    await remembering(other);
    const now = await changePrice();
    expect(await priceOn(one)).toBe(now);
    await within(async () => (await priceOn(other)) === now);
  });

  it('is the new title, the new name of a category, and no store that was closed', async () => {
    await remembering(other);
    const product = await getProduct(one.ctx({ language: 'en' }), 'lund-sofa');
    await saveProduct(one.ctx(), {
      ...product,
      slug: product.slugs,
      title: { ...product.title, en: 'Lund sofa, renewed' },
      categoryCode: 'sofas',
      pictures: [],
      variants: product.variants.map(({ sku, options }) => ({
        sku,
        options: Object.fromEntries(options.map(({ code, valueCode }) => [code, valueCode])),
      })),
    });
    expect((await page(one)).title).toBe('Lund sofa, renewed');
    await within(async () => (await page(other)).title === 'Lund sofa, renewed');

    await saveCategory(one.ctx(), { code: 'sofas', name: { en: 'Settees', pl: 'Sofy', ru: 'Диваны' } });
    await within(async () => (await page(other)).categories[0]?.name === 'Settees');

    await setArchived(one.ctx(), { locationId: shop.warszawa, archived: true, reason: 'a test' });
    await within(async () => (await greenOn(other))?.ways.places.some(({ code }) => code === 'WAW') === false);
  });

  it('is never stock: a unit taken on one server is gone on the other in the same moment', async () => {
    await remembering(other);
    const freeOn = async (server: TestServer) =>
      (await greenOn(server))?.ways.places.find(({ code }) => code === 'KRK')?.available;
    const before = (await freeOn(other)) ?? 0;
    await changeOnHand(one.ctx(), [
      { variantId: shop.green, locationId: shop.krakow, kind: 'receive', delta: 5, reason: 'delivery' },
    ]);
    expect(await freeOn(other)).toBe(before + 5);
  });

  it('does not wait for a transaction that stays open, as the relay must', async () => {
    await remembering(other);
    await asOperator(async (client) => {
      await client.query('begin');
      await client.query('select pg_current_xact_id()');
      const now = await changePrice();
      await within(async () => (await priceOn(other)) === now);
      await client.query('rollback');
    });
  });

  it('binds nobody: a quote in a transaction is the price of that moment, whatever is remembered', async () => {
    await remembering(other);
    const now = await changePrice();
    const quotes = await quotePrices(other.ctx(), 'PL', [shop.green]);
    expect(quotes.get(shop.green)?.unit.amount).toBe(now);
    const person = await shop.shopper(other);
    const cart = await person.post('/api/shop/cart/lines', {
      variantId: shop.green,
      quantity: 1,
      way: { method: 'delivery' },
    });
    expect(JSON.stringify(cart)).toContain(String(now));
  });

  it('is nothing while changes cannot be followed, and is believed again after', async () => {
    await remembering(other);
    const cut = await asOperator((client) =>
      client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'throughline-memory' and datname = current_database()`,
      ),
    );
    expect(cut.rowCount).toBe(2);
    await within(async () => !other.base.memory.isAwake());
    const now = await changePrice();
    expect(await priceOn(other)).toBe(now);
    await remembering(one);
    await remembering(other);
    const later = await changePrice();
    await within(async () => (await priceOn(other)) === later);
  });
});
