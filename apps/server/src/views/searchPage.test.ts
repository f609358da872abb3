import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../../test/person.ts';
import { type SmallShop, smallShop } from '../../test/smallShop.ts';
import type { TestServer } from '../../test/testServer.ts';
import { importProducts } from '../modules/catalogue/index.ts';
import { importPrices, savePromotion } from '../modules/pricing/index.ts';
import { changeOnHand } from '../modules/stock/index.ts';
import { searchPage } from './searchPage.ts';
import { costOf, viewServer } from './viewServer.fixture.ts';

let server: TestServer;
let shop: SmallShop;
let guest: Person;
let lamps: { id: string; sku: string }[];
// A Tuesday.
const tuesday = new Date('2026-11-24T13:02:00Z');
const text = (en: string, pl = en, ru = en) => ({ en, pl, ru });

beforeAll(async () => {
  server = await viewServer();
  server.clock.travelTo(tuesday);
  shop = await smallShop(server);
  guest = shop.visitor();
  lamps = await sixtyLamps();
});
afterAll(() => server?.stop());

/** Lamps of 100, 200, … PLN; the first stands in Kraków. */
async function sixtyLamps() {
  const ctx = server.ctx();
  const saved = await importProducts(
    ctx,
    Array.from({ length: 60 }, (_, n) => ({
      code: `lamp-${n}`,
      title: text(`Lamp ${n}`, `Lampa ${n}`, `Лампа ${n}`),
      description: text('A lamp.', 'Lampa.', 'Лампа.'),
      categoryCode: 'sofas',
      taxClass: 'standard',
      measures: { widthCm: 10 + n },
      options: [
        {
          code: 'colour',
          label: text('Colour'),
          values: [{ code: 'brass', label: text('brass', 'mosiądz', 'латунь'), hex: '#B08D57' }],
        },
      ],
      variants: [{ sku: `LAMP-${n}`, options: { colour: 'brass' } }],
    })),
  );
  const variants = saved.flatMap((product) => product.variants);
  const since = new Date(tuesday.getTime() - 90 * 86_400_000);
  await importPrices(
    ctx,
    variants.map(({ id }, n) => ({
      variantId: id,
      market: 'PL',
      gross: { amount: (n + 1) * 10_000, currency: 'PLN' },
      validFrom: since,
    })),
  );
  const [first] = variants;
  if (!first) throw new Error('no lamp');
  await changeOnHand(ctx, [
    { variantId: first.id, locationId: shop.krakow, kind: 'receive', delta: 4, reason: 'delivery' },
  ]);
  return variants;
}

it('a hit says what it costs, in which colours there is more, and where and when it can be had', async () => {
  const found = await guest.get('/api/shop/search?query=lund%20sofa&near=Krak%C3%B3w&colour=green');
  expect(found).toMatchObject({
    total: 1,
    items: [
      {
        sku: 'LUND-GREEN',
        title: 'Lund sofa',
        optionsText: 'green, velvet',
        colours: [
          { valueCode: 'green', hex: '#0F5D4A' },
          { valueCode: 'blue', hex: '#2C6FA6' },
        ],
        price: { unit: { amount: 386_900, currency: 'PLN' }, reduction: null },
        delivery: null,
        nearest: {
          locationId: shop.krakow,
          name: 'Kraków',
          available: 1,
          word: 'few_left',
          readyAt: expect.stringMatching(/^2026-11-24T14:02/),
        },
        word: 'few_left',
      },
    ],
  });
  expect(found.items[0].nearest.distanceKm).toBeLessThan(15);
  const colours = found.facets.find((facet: { code: string }) => facet.code === 'colour');
  expect(colours.values.find((value: { value: string }) => value.value === 'green')).toMatchObject({
    label: 'green',
    selected: true,
    count: 1,
  });
});

it('the blue one is sent from the warehouse, with the day it can be there', async () => {
  const { items } = await guest.get('/api/shop/search?query=lund&colour=blue&near=Warszawa');
  // Two working days after Tuesday.
  expect(items).toMatchObject([{ sku: 'LUND-BLUE', delivery: '2026-11-26', nearest: null, word: 'in_stock' }]);
});

it('without words it is the product list, page by page, nothing twice and nothing missing', async () => {
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: { items: { sku: string }[]; nextCursor: string | null; facets: unknown[] } = await guest.get(
      `/api/shop/search?limit=25${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    if (cursor) expect(page.facets).toEqual([]);
    seen.push(...page.items.map((item) => item.sku));
    cursor = page.nextCursor;
  }
  expect(seen).toHaveLength(61);
  expect(new Set(seen).size).toBe(61);
});

it('sorts by price either way, page by page', async () => {
  const first = await guest.get('/api/shop/search?query=lamp&sort=price_desc&limit=2');
  expect(first.items.map((item: { sku: string }) => item.sku)).toEqual(['LAMP-59', 'LAMP-58']);
  const next = await guest.get(`/api/shop/search?query=lamp&sort=price_desc&limit=2&cursor=${first.nextCursor}`);
  expect(next.items.map((item: { sku: string }) => item.sku)).toEqual(['LAMP-57', 'LAMP-56']);
  expect((await guest.get('/api/shop/search?query=lamp&sort=price_asc&limit=1')).items[0].sku).toBe('LAMP-0');
});

it('shows the lowest price of 30 days wherever it shows a reduction', async () => {
  const lamp = lamps[9];
  if (!lamp) throw new Error('no lamp');
  await savePromotion(server.ctx(), {
    market: 'PL',
    name: text('Light week'),
    basisPoints: 2_000,
    variantIds: [lamp.id],
  });
  server.clock.travelTo(new Date(tuesday.getTime() + 60_000));
  const { items } = await guest.get('/api/shop/search?query=LAMP-9');
  expect(items).toMatchObject([
    {
      sku: 'LAMP-9',
      price: { unit: { amount: 80_000 }, reduction: { percentOff: 20, lowest30Days: { amount: 100_000 } } },
    },
  ]);
});

it('finds only what stands in a store near there when asked to', async () => {
  const near = await guest.get('/api/shop/search?availableNear=true&near=Wieliczka');
  expect(near.items.map((item: { sku: string }) => item.sku).sort()).toEqual(['LAMP-0', 'LUND-GREEN']);
  expect(near.items.every((item: { nearest: { name: string } }) => item.nearest.name === 'Kraków')).toBe(true);
  expect(await guest.get('/api/shop/search?availableNear=true&near=Warszawa')).toMatchObject({ items: [], total: 0 });
  expect(await guest.call('GET', '/api/shop/search?availableNear=true')).toMatchObject({
    status: 400,
    body: { code: 'invalid_request' },
  });
});

it('measures and other facets narrow, one value or many', async () => {
  expect((await guest.get('/api/shop/search?query=lamp&range=widthCm:10-12')).total).toBe(3);
  expect((await guest.get('/api/shop/search?query=lamp&range=widthCm:68-')).total).toBe(2);
  expect((await guest.get('/api/shop/search?filter=fabric:velvet&filter=colour:green')).items).toMatchObject([
    { sku: 'LUND-GREEN' },
  ]);
  expect((await guest.get('/api/shop/search?colour=green&colour=brass&limit=100')).total).toBe(61);
  const emptied = await guest.get('/api/shop/search?query=lund&colour=brass');
  expect(emptied).toMatchObject({ items: [], relaxations: [{ filter: 'colour', total: 1 }] });
});

it('mends a typo and names the word nothing was found with; a question is answered as one', async () => {
  expect(await guest.get('/api/shop/search?query=lundd%20sofa')).toMatchObject({
    correctedQuery: 'lund sofa',
    items: [{ title: 'Lund sofa' }],
  });
  const dropped = await guest.get('/api/shop/search?query=sofa%20xylophone');
  expect(dropped).toMatchObject({ droppedWords: ['xylophone'] });
  expect(await guest.get('/api/shop/search?query=opening%20hours')).toMatchObject({
    intent: { intent: 'opening_hours', exclusive: true },
  });
});

it('takes any text as text: script, quotes, SQL, nothing, far too much', async () => {
  const nasty = [
    '<script>alert(1)</script>',
    "'; drop table catalogue.product; --",
    '%',
    '\\',
    '"',
    '🛋️',
    'a'.repeat(300),
    '   ',
    '\u0000',
    'sofa & | ! ( )',
    '-1',
    'null',
  ];
  for (const query of nasty) {
    const answer = await guest.call(
      'GET',
      `/api/shop/search?query=${encodeURIComponent(query)}&near=${encodeURIComponent(query.slice(0, 90))}`,
    );
    // NUL is no text: PostgreSQL cannot keep it, so it is refused at the edge.
    if (query.includes('\u0000')) {
      expect([query, answer.status]).toEqual([query, 400]);
      continue;
    }
    expect([query, answer.status]).toEqual([query, 200]);
    expect(String(answer.headers['content-type'])).toContain('application/json');
  }
  expect((await guest.get('/api/shop/search?query=lund')).total).toBe(1);
  for (const broken of [
    'limit=0',
    'limit=101',
    'limit=x',
    'sort=cheapest',
    'unknown=1',
    'range=widthCm:a-b',
    'filter=colour',
    'cursor=nonsense',
    `query=${'a'.repeat(301)}`,
    'cursor=nonsense&sort=price_asc',
    'cursor=Wy0xXQ&sort=price_asc',
  ]) {
    expect([broken, (await guest.call('GET', `/api/shop/search?${broken}`)).status]).toEqual([broken, 400]);
  }
  expect((await guest.call('GET', '/api/shop/search?category=no-such')).status).toBe(404);
});

it('50 hits cost as many statements as one', async () => {
  const ctx = server.ctx({ language: 'en' });
  const cost = (limit: number) => costOf(() => searchPage(ctx, { query: 'lamp', limit, near: 'Kraków' }));
  expect(await cost(50)).toBe(await cost(1));
  expect(await cost(50)).toBeLessThanOrEqual(8);
});
