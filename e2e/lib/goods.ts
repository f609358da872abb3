import { randomInt, randomUUID } from 'node:crypto';
import { request } from '@playwright/test';
import { staffApi } from './people.ts';
import { dearest } from './shopper.ts';

export interface Goods {
  variantId: string;
  title: string;
  sku: string;
  /** Address of its page in English, with this variant chosen. */
  path: string;
  /** As the shop sells it now, in minor units. */
  unit: number;
}

// biome-ignore lint/suspicious/noExplicitAny: what the server answers is read here as a stranger reads it.
type Json = any;

export async function storeIn(url: string, city: string): Promise<{ id: string; name: string }> {
  const api = await request.newContext({ baseURL: url });
  const { items } = await (await api.get('/api/shop/locations')).json();
  await api.dispose();
  return items.find((one: Json) => one.address.city === city);
}

const free = 30;

/**
 * Goods of a test's own, more or less: picked at random, and counted anew, so that Kraków and everything that sends have
 * plenty, whatever other tests took.
 */
export async function plentifulGoods(url: string): Promise<Goods> {
  const admin = await staffApi(url);
  const { items } = await (await admin.get('/api/shop/search?limit=60&near=Krak%C3%B3w')).json();
  const sold = items.filter(
    (one: Json) => one.price && one.price.unit.amount <= dearest && one.delivery && one.nearest,
  );
  const item = sold[randomInt(sold.length)];
  const { items: locations } = await (await admin.get('/api/staff/locations')).json();
  const { items: levels } = await (await admin.get(`/api/staff/stock?variantIds=${item.variantId}`)).json();
  const wanted = locations.filter((one: Json) => one.kind !== 'store' || one.address?.city === 'Kraków');
  const changes = wanted.map((location: Json) => {
    const level = levels.find((one: Json) => one.locationId === location.id);
    return {
      variantId: item.variantId,
      locationId: location.id,
      kind: 'count',
      counted: (level?.reserved ?? 0) + free,
      reason: 'counted for a test',
    };
  });
  const answer = await admin.post('/api/staff/stock/changes', {
    data: { changes },
    headers: { 'idempotency-key': randomUUID() },
  });
  if (!answer.ok()) throw new Error(`the shelf could not be filled: ${answer.status()} ${await answer.text()}`);
  await admin.dispose();
  return {
    variantId: item.variantId,
    title: item.title,
    sku: item.sku,
    path: `/en/p/${item.slug}?variant=${item.sku}`,
    unit: item.price.unit.amount,
  };
}
