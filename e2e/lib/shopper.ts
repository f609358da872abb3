import { randomUUID } from 'node:crypto';
import { type APIRequestContext, request } from '@playwright/test';
import { staffApi } from './people.ts';

export interface Goods {
  productId: string;
  variantId: string;
  title: string;
  sku: string;
}

export interface Shopper {
  api: APIRequestContext;
  name: string;
}

const read = async <T>(answer: Awaited<ReturnType<APIRequestContext['get']>>): Promise<T> => {
  if (!answer.ok())
    throw new Error(`${answer.url()} answered ${answer.status()}: ${(await answer.text()).slice(0, 400)}`);
  const text = await answer.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
};

/** Somebody new in the shop, with a session and a name nobody else has. */
export async function newShopper(url: string): Promise<Shopper> {
  const api = await request.newContext({ baseURL: url, extraHTTPHeaders: { 'accept-language': 'en' } });
  await read(await api.post('/api/shop/session', { data: { anonymousId: randomUUID() } }));
  // Letters only: what has digits is looked for as a number.
  const family = randomUUID()
    .slice(0, 8)
    .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '');
  return { api, name: `Zofia ${family.charAt(0).toUpperCase()}${family.slice(1)}` };
}

interface Found {
  items: (Omit<Goods, 'sku'> & {
    price: { unit: { amount: number } } | null;
    delivery: unknown;
    nearest: { available: number; city: string } | null;
  })[];
}

/** Two pieces of dearer goods are worth more than the limit from which a store looks at an ID: a test of its own. */
export const dearest = 240_000;

/** Goods that can be delivered and of which Kraków has six more than it had: no test takes them from another. */
export async function goodsInKrakow(api: APIRequestContext): Promise<Goods> {
  const { items } = await read<Found>(await api.get('/api/shop/search?limit=60&near=Krak%C3%B3w'));
  const fitting = items.filter(
    ({ price, delivery, nearest }) => price && price.unit.amount <= dearest && delivery && nearest?.city === 'Kraków',
  );
  const one = fitting[Math.floor(Math.random() * fitting.length)];
  if (!one) throw new Error('the demo has no goods in Kraków');
  const manager = await staffApi(process.env.E2E_URL ?? '', 'manager');
  const locationId = (await krakow(api)).id;
  const changes = [{ variantId: one.variantId, locationId, kind: 'receive', delta: 6, reason: 'Came in' }];
  const headers = { 'idempotency-key': randomUUID() };
  await read(await manager.post('/api/staff/stock/changes', { data: { changes }, headers }));
  const stock = await read<{ variant: { sku: string } }>(
    await manager.get(`/api/staff/variants/${one.variantId}/stock`),
  );
  await manager.dispose();
  return { ...one, sku: stock.variant.sku };
}

/** Asks in the chat about goods. */
export async function askAbout({ api, name }: Shopper, goods: Goods, text: string): Promise<void> {
  await read(await api.put('/api/shop/chat/contact', { data: { name } }));
  const context = { productId: goods.productId, variantId: goods.variantId };
  await read(await api.post('/api/shop/chat/messages', { data: { text, clientKey: randomUUID(), context } }));
}

/** Puts goods into the cart, to be delivered. */
export async function putIntoCart({ api }: Shopper, goods: Goods): Promise<void> {
  const data = { variantId: goods.variantId, quantity: 1, way: { method: 'delivery' } };
  await read(await api.post('/api/shop/cart/lines', { data, headers: { 'idempotency-key': randomUUID() } }));
}

export async function krakow(api: APIRequestContext): Promise<{ id: string; code: string; name: string }> {
  const { items } = await read<{ items: { id: string; code: string; name: string; address: { city: string } }[] }>(
    await api.get('/api/shop/locations'),
  );
  const found = items.find((one) => one.address.city === 'Kraków');
  if (!found) throw new Error('the demo has no store in Kraków');
  return found;
}

/** Reserves goods in Kraków; the store has its task when this returns. */
export async function holdInKrakow(shopper: Shopper, goods: Goods): Promise<{ id: string; code: string }> {
  const { api, name } = shopper;
  return read(
    await api.post('/api/shop/holds', {
      data: {
        variantId: goods.variantId,
        locationId: (await krakow(api)).id,
        contact: { name, email: `${name.replace(' ', '.').toLowerCase()}@example.com` },
      },
      headers: { 'idempotency-key': randomUUID() },
    }),
  );
}
