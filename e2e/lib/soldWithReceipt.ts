import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { mailTo } from './people.ts';

/** One piece sold at the counter to nobody we know; gives the token of the receipt that was mailed. */
export async function soldWithReceipt(
  staff: APIRequestContext,
  sale: { variantId: string; storeId: string; email: string },
): Promise<string> {
  const goods = { lines: [{ variantId: sale.variantId, quantity: 1 }] };
  const { totals } = await post(staff, '/api/staff/floor/quote', { locationId: sale.storeId, goods });
  await post(staff, '/api/staff/sales', {
    locationId: sale.storeId,
    goods,
    receiptTo: sale.email,
    payment: { method: 'card_terminal', amount: totals.gross },
  });
  const mail = await mailTo(staff, sale.email);
  const token = /\/receipt\?token=([\w-]+)/.exec(mail.text ?? '')?.[1];
  if (!token) throw new Error(`the mail to ${sale.email} has no receipt in it`);
  return token;
}

async function post(api: APIRequestContext, url: string, data: object) {
  const answer = await api.post(url, { data, headers: { 'idempotency-key': randomUUID() } });
  if (!answer.ok()) throw new Error(`${url} answered ${answer.status()}: ${(await answer.text()).slice(0, 600)}`);
  return answer.json();
}
