import { randomUUID } from 'node:crypto';
import { type APIRequestContext, type APIResponse, request } from '@playwright/test';

// biome-ignore lint/suspicious/noExplicitAny: what the server answers is read here as a stranger reads it.
type Json = any;

export interface CollectedOrder {
  orderId: string;
  number: string;
  token: string;
  lineId: string;
  email: string;
}

/** An order of a guest, made online, that was collected and paid in cash in a store. */
export async function collectedOrder(
  url: string,
  staff: APIRequestContext,
  goods: { variantId: string; quantity: number; storeId: string; email: string; name: string },
): Promise<CollectedOrder> {
  const guest = await request.newContext({ baseURL: url, extraHTTPHeaders: { 'accept-language': 'en' } });
  await post(guest, '/api/shop/session', {});
  const { order, accessToken } = await post(guest, '/api/shop/orders', {
    from: {
      lines: [
        { variantId: goods.variantId, quantity: goods.quantity, way: { method: 'pickup', locationId: goods.storeId } },
      ],
    },
    contact: { name: goods.name, email: goods.email },
    payment: { method: 'pay_in_store' },
  });
  await guest.dispose();
  const { items } = await read(await staff.get(`/api/staff/fulfilments?locationId=${goods.storeId}&limit=100`));
  const work = items.find((one: Json) => one.orderId === order.id);
  await post(staff, `/api/staff/fulfilments/${work.id}/take`, {});
  await post(staff, `/api/staff/fulfilments/${work.id}/ready`, { place: 'bay 1' });
  await post(staff, `/api/staff/fulfilments/${work.id}/hand-over`, {
    idSeen: true,
    payment: { method: 'cash', amount: order.totals.gross },
  });
  const line = order.lines.find((one: Json) => one.kind === 'goods');
  return { orderId: order.id, number: order.number, token: accessToken, lineId: line.id, email: goods.email };
}

/** One piece of an order is announced to come back by post; gives the id of the return. */
export async function announcedReturn(api: APIRequestContext, order: CollectedOrder): Promise<string> {
  const it = await post(api, `/api/shop/orders/${order.orderId}/returns`, {
    token: order.token,
    lines: [{ orderLineId: order.lineId, quantity: 1, reason: 'does_not_fit' }],
  });
  return it.id;
}

const post = async (api: APIRequestContext, url: string, data: object): Promise<Json> =>
  read(await api.post(url, { data, headers: { 'idempotency-key': randomUUID() } }));

async function read(answer: APIResponse): Promise<Json> {
  if (!answer.ok())
    throw new Error(`${answer.url()} answered ${answer.status()}: ${(await answer.text()).slice(0, 600)}`);
  return answer.json();
}
