import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SmallShop, smallShop } from '../../test/smallShop.ts';
import type { TestServer } from '../../test/testServer.ts';
import { addLine, type Cart, createCart, getCart } from '../modules/carts/index.ts';
import { saveProduct } from '../modules/catalogue/index.ts';
import { setPrices } from '../modules/pricing/index.ts';
import { changeOnHand } from '../modules/stock/index.ts';
import { cartView } from './cartView.ts';
import { costOf, viewServer } from './viewServer.fixture.ts';

let server: TestServer;
let shop: SmallShop;
let variantIds: string[];

beforeAll(async () => {
  server = await viewServer();
  shop = await smallShop(server);
  variantIds = await manyGoods(50);
});
afterAll(() => server?.stop());

async function manyGoods(count: number): Promise<string[]> {
  const ctx = server.ctx();
  const name = { en: 'Cushion', pl: 'Poduszka', ru: 'Подушка' };
  const saved = await saveProduct(ctx, {
    code: 'cushion',
    title: name,
    description: name,
    categoryCode: 'sofas',
    taxClass: 'standard',
    options: [
      {
        code: 'colour',
        label: name,
        values: Array.from({ length: count }, (_, n) => ({
          code: `c${n}`,
          label: { en: `c${n}`, pl: `c${n}`, ru: `c${n}` },
        })),
      },
    ],
    variants: Array.from({ length: count }, (_, n) => ({ sku: `CUSHION-${n}`, options: { colour: `c${n}` } })),
  });
  if (!('variants' in saved)) throw new Error('not saved');
  const ids = saved.variants.map((variant) => variant.id);
  await setPrices(ctx, {
    market: 'PL',
    prices: ids.map((variantId, n) => ({ variantId, gross: { amount: 1_000 + n, currency: 'PLN' } })),
    reason: 'first price',
  });
  await changeOnHand(
    ctx,
    ids.flatMap((variantId) => [
      { variantId, locationId: shop.warehouse, kind: 'receive' as const, delta: 5, reason: 'delivery' },
      { variantId, locationId: shop.krakow, kind: 'receive' as const, delta: 5, reason: 'delivery' },
    ]),
  );
  return ids;
}

async function cartOf(lines: number): Promise<Cart> {
  const ctx = server.ctx();
  const now = ctx.clock.now();
  return createCart(ctx, {
    market: 'PL',
    currency: 'PLN',
    subjectId: ctx.newId(),
    lines: variantIds.slice(0, lines).map((variantId, n) => ({
      variantId,
      quantity: 1,
      way: n % 2 ? { method: 'delivery' } : { method: 'pickup', locationId: shop.krakow },
      terms: {
        unit: { amount: 1_000, currency: 'PLN' },
        quotedAt: now.toISOString(),
        validUntil: new Date(now.getTime() + 3_600_000).toISOString(),
        channel: 'web',
      },
    })),
  });
}

it('a cart of 50 lines costs as many statements as one of two', async () => {
  const ctx = server.ctx({ language: 'en' });
  const [two, fifty] = [await cartOf(2), await cartOf(50)];
  const small = await costOf(() => cartView(ctx, two, { postcode: '31-146' }));
  const large = await costOf(() => cartView(ctx, fifty, { postcode: '31-146' }));
  expect(large).toBe(small);
  expect(large).toBeLessThanOrEqual(16);
  const view = await cartView(ctx, fifty, { postcode: '31-146' });
  expect(view.lines).toHaveLength(50);
  expect(view.isOrderable).toBe(true);
  expect(view.totals.goods.amount).toBe(50 * 1_000);
  expect(view.lines.reduce((sum, line) => sum + (line.price?.gross.amount ?? 0), 0)).toBe(view.totals.goods.amount);
  expect(view.totals.net.amount + view.totals.tax.amount).toBe(view.totals.gross.amount);
});

it('a postcode nobody drives to leaves the goods priced and says so', async () => {
  const { saveDeliveryZones } = await import('../modules/settings/index.ts');
  const ctx = server.ctx({ language: 'en' });
  const money = { amount: 9_900, currency: 'PLN' };
  const name = { en: 'Kraków', pl: 'Kraków', ru: 'Краков' };
  await saveDeliveryZones(ctx, {
    market: 'PL',
    zones: [{ name, postcodePrefixes: ['31'], rate: money, freeFrom: null, daysMin: 1, daysMax: 2 }],
  });
  const cart = await cartOf(2);
  expect(await cartView(ctx, cart, { postcode: '00-950' })).toMatchObject({
    deliveryProblem: expect.any(String),
    totals: { goods: { amount: 2_000 }, delivery: null, gross: { amount: 2_000 } },
    isOrderable: false,
  });
  expect(await cartView(ctx, cart, { postcode: '31-146' })).toMatchObject({
    deliveryProblem: null,
    totals: { delivery: money },
  });
});

it('goods that are spread over two warehouses are not promised in one parcel that nobody can send', async () => {
  const ctx = server.ctx({ language: 'en' });
  const cart = await cartOf(2);
  const sent = cart.lines.find((line) => line.way.method === 'delivery');
  if (!sent) throw new Error('no line is sent');
  const more = await addLine(ctx, {
    ...sent,
    cartId: cart.id,
    version: cart.version,
    quantity: 5,
    advisedBy: undefined,
  });
  expect(more.ok).toBe(true);
  const view = await cartView(ctx, await getCart(ctx, cart.id));
  expect(view.lines.find((line) => line.id === sent.id)?.stock).toMatchObject({ available: 5, isEnough: false });
});
