import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page } from '@playwright/test';
import { accessibilityFindings, layoutFindings } from '../lib/checks.ts';
import { plentifulGoods, storeIn } from '../lib/goods.ts';
import { colleagueAt, desktop, phone } from '../lib/people.ts';
import { newEmail, shopperAt } from '../lib/shopping.ts';
import { test } from '../lib/test.ts';

const url = process.env.E2E_URL ?? '';

/** Three pieces to collect in Kraków and to be paid there, on the page of the order. */
async function orderOfThree(browser: Browser): Promise<{ shopper: Page; id: string }> {
  const shopper = await shopperAt(browser, url);
  const [goods, store] = [await plentifulGoods(url), await storeIn(url, 'Kraków')];
  await shopper.request.post('/api/shop/session', { data: {} });
  const answer = await shopper.request.post('/api/shop/orders', {
    headers: { 'idempotency-key': randomUUID() },
    data: {
      from: { lines: [{ variantId: goods.variantId, quantity: 3, way: { method: 'pickup', locationId: store.id } }] },
      contact: { name: 'Zofia Łęcka', email: newEmail() },
      payment: { method: 'pay_in_store' },
    },
  });
  const { order, accessToken } = await answer.json();
  await shopper.goto(`/en/orders/${order.id}?token=${accessToken}`);
  await expect(shopper.getByRole('heading', { level: 1, name: `Order ${order.number}` })).toBeVisible();
  return { shopper, id: order.id };
}

test('a piece is cancelled on the page of the order, another is missing at the shelf, and the customer says what becomes of it', async ({
  browser,
}) => {
  const { shopper, id } = await orderOfThree(browser);
  await shopper.getByText('Cancel something of this order').click();
  await shopper.getByRole('combobox', { name: /^How many of/ }).selectOption('1');
  await shopper.getByRole('button', { name: 'Cancel what is ticked' }).click();
  await expect(shopper.getByText('It is cancelled. A mail says what is left of the order.')).toBeVisible();
  await expect(shopper.getByText('Now, after changes')).toBeVisible();

  const context = await colleagueAt(browser, url, 'associate', { ...phone, locale: 'en-GB' });
  const floor = await context.newPage();
  const store = await storeIn(url, 'Kraków');
  const { items } = await (await context.request.get(`/api/staff/floor/queue?locationId=${store.id}`)).json();
  const work = items.find((one: { orderId: string }) => one.orderId === id);
  await floor.goto(`/console/floor/work/${work.id}`);
  await floor.getByRole('button', { name: 'Take it', exact: true }).click();
  await floor.getByRole('button', { name: 'Missing or damaged' }).click();
  const sheet = floor.getByRole('dialog');
  await sheet.getByRole('radio', { name: 'Damaged' }).check();
  await sheet.getByRole('textbox', { name: 'Reason' }).fill('a scratch on the arm');
  await sheet.getByRole('button', { name: 'Confirm' }).click();
  await expect(floor.getByText(/^1 × .*: not there$/)).toBeVisible();
  expect(await accessibilityFindings(floor)).toEqual([]);
  expect(await layoutFindings(floor)).toEqual([]);

  await expect(shopper.getByRole('heading', { name: 'Something is missing: please choose' })).toBeVisible({
    timeout: 40_000,
  });
  expect(await accessibilityFindings(shopper)).toEqual([]);
  expect(await layoutFindings(shopper)).toEqual([]);
  await shopper.getByRole('button', { name: 'I do without it' }).click();
  await expect(shopper.getByText('Thank you, that is what we do.')).toBeVisible();
  await expect(floor.getByText(/^1 × .*: not there$/)).toBeHidden();
});

test('Office leaves a note for colleagues and cancels an order with a reason', async ({ browser }) => {
  const { id } = await orderOfThree(browser);
  const context = await colleagueAt(browser, url, 'admin', { ...desktop, locale: 'en-GB' });
  const office = await context.newPage();
  await office.goto(`/console/office/orders/${id}`);
  await office.getByRole('textbox', { name: 'For colleagues only' }).fill('She comes at five.');
  await office.getByRole('button', { name: 'Add the note' }).click();
  await expect(office.getByRole('list', { name: 'What happened' }).getByText('She comes at five.')).toBeVisible();
  await office.getByText('Cancel all or a part').click();
  await office.getByRole('checkbox', { name: /^3 ×/ }).check();
  await office.getByRole('textbox', { name: 'Reason' }).fill('she phoned');
  expect(await accessibilityFindings(office)).toEqual([]);
  await office.getByRole('button', { name: 'Cancel what is ticked' }).click();
  await expect(office.getByText('Cancelled').first()).toBeVisible();
});

test('two of three are handed over at the counter, and the third waits under the same number', async ({ browser }) => {
  const { id } = await orderOfThree(browser);
  const context = await colleagueAt(browser, url, 'associate', { ...phone, locale: 'en-GB' });
  const store = await storeIn(url, 'Kraków');
  const { items } = await (await context.request.get(`/api/staff/floor/queue?locationId=${store.id}`)).json();
  const work = items.find((one: { orderId: string }) => one.orderId === id);
  const ready = await context.request.post(`/api/staff/fulfilments/${work.id}/ready`, { data: { place: 'bay 9' } });
  expect(ready.ok()).toBe(true);
  const floor = await context.newPage();
  await floor.goto(`/console/floor/work/${work.id}`);
  await floor.getByRole('button', { name: 'Hand over', exact: true }).click();
  await floor.getByRole('checkbox', { name: 'Only a part of it leaves now' }).check();
  await floor.getByRole('button', { name: /^One less/ }).click();
  await floor.getByRole('radio', { name: 'Card terminal' }).check();
  if (work.worth.amount > 0 && (await floor.getByRole('checkbox', { name: /^I looked at an ID/ }).isVisible()))
    await floor.getByRole('checkbox', { name: /^I looked at an ID/ }).check();
  expect(await accessibilityFindings(floor)).toEqual([]);
  expect(await layoutFindings(floor)).toEqual([]);
  await floor.getByRole('button', { name: /by card: hand over$/ }).click();
  await expect(floor.getByText(`The rest of ${work.code} stays here, as it was.`)).toBeVisible();

  await floor.goto(`/console/floor/find?q=${work.code}`);
  await expect(floor.getByText(/^Ready: bay 9\. To pay/)).toBeVisible();
  expect(await accessibilityFindings(floor)).toEqual([]);
});

test('a parcel leaves with its number, a wrong one is put right, and the customer sees where it is', async ({
  browser,
}) => {
  const shopper = await shopperAt(browser, url);
  const goods = await plentifulGoods(url);
  await shopper.request.post('/api/shop/session', { data: {} });
  const name = 'Zofia Łęcka';
  const answer = await shopper.request.post('/api/shop/orders', {
    headers: { 'idempotency-key': randomUUID() },
    data: {
      from: { lines: [{ variantId: goods.variantId, quantity: 1, way: { method: 'delivery' } }] },
      contact: { name, email: newEmail() },
      deliveryAddress: { name, line1: 'Długa 5', postcode: '31-146', city: 'Kraków', country: 'PL' },
      payment: { method: 'card', card: { number: '4242424242424242', expiryMonth: 12, expiryYear: 2039, cvc: '123' } },
    },
  });
  const { order, accessToken } = await answer.json();
  const context = await colleagueAt(browser, url, 'admin', { ...desktop, locale: 'en-GB' });
  const office = await context.newPage();
  const { work } = await (await context.request.get(`/api/staff/orders/${order.id}/page`)).json();
  const packed = await context.request.post(`/api/staff/fulfilments/${work[0].id}/ready`, {
    data: { place: 'dock 2' },
  });
  expect(packed.ok(), await packed.text()).toBe(true);
  await office.goto(`/console/office/orders/${order.id}`);
  await office.locator('summary', { hasText: 'Hand over to the carrier' }).click();
  await office.getByRole('combobox', { name: 'Carrier' }).fill('DPD');
  await office.keyboard.press('Escape');
  await office.getByRole('textbox', { name: 'Tracking number' }).fill('0000123456789');
  expect(await accessibilityFindings(office)).toEqual([]);
  await office.getByRole('button', { name: 'Hand over to the carrier' }).click();
  await expect(office.getByText('DPD 0000123456789').first()).toBeVisible();
  await office.getByText('Put the number right').click();
  await office.getByRole('textbox', { name: 'Tracking number' }).fill('0000123456780');
  await office.getByRole('button', { name: 'Save the number' }).click();
  await expect(office.getByText('DPD 0000123456780').first()).toBeVisible();

  await shopper.goto(`/en/orders/${order.id}?token=${accessToken}`);
  await expect(shopper.getByText('0000123456780').first()).toBeVisible();
  expect(await accessibilityFindings(shopper)).toEqual([]);
  expect(await layoutFindings(shopper)).toEqual([]);
});
