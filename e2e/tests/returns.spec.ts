import { expect } from '@playwright/test';
import { collectedOrder } from '../lib/collectedOrder.ts';
import { plentifulGoods, staffApi, storeIn } from '../lib/goods.ts';
import { colleagueAt, mailTo, phone } from '../lib/people.ts';
import { newEmail, shopperAt, złoty } from '../lib/shopping.ts';
import { test } from '../lib/test.ts';

const url = process.env.E2E_URL ?? '';

test('what was sold in another store comes back at this counter: one search, one tap, the money, the protocol', async ({
  browser,
}) => {
  const goods = await plentifulGoods(url);
  const admin = await staffApi(url);
  const elsewhere = await storeIn(url, 'Gdańsk');
  const keyed = () => ({ 'idempotency-key': crypto.randomUUID() });
  const level = { variantId: goods.variantId, locationId: elsewhere.id };
  await admin.post('/api/staff/stock/changes', {
    data: { changes: [{ ...level, kind: 'receive', delta: 3, reason: 'delivered for a test' }] },
    headers: keyed(),
  });
  const sold = await admin.post('/api/staff/sales', {
    data: {
      locationId: elsewhere.id,
      goods: { lines: [{ variantId: goods.variantId, quantity: 2 }] },
      payment: { method: 'card_terminal', amount: { amount: goods.unit * 2, currency: 'PLN' } },
    },
    headers: keyed(),
  });
  expect(sold.ok(), await sold.text()).toBe(true);
  const { number } = await sold.json();
  await admin.dispose();

  const context = await colleagueAt(browser, url, 'associate', { ...phone, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto('/console/floor/returns');
  const search = page.getByRole('searchbox', { name: /^Order, receipt/ });
  await search.fill(number);
  await search.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: number })).toBeVisible();
  await expect(page.getByText(new RegExp(elsewhere.name))).toBeVisible();
  await page.getByRole('button', { name: 'Take back' }).click();
  await page.getByRole('button', { name: `Give back ${złoty(goods.unit, 'short')}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Return R-\d+ is done$/ })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Customer’s signature')).toBeVisible();
  await expect(page.getByText(number)).toBeVisible();
});

test('a guest withdraws by the link in the order: two steps, an acknowledgement with the time, and the page for the parcel', async ({
  browser,
}) => {
  const goods = await plentifulGoods(url);
  const associate = await staffApi(url, 'associate');
  const krakow = await storeIn(url, 'Kraków');
  const email = newEmail('ewa');
  const order = await collectedOrder(url, associate, {
    variantId: goods.variantId,
    quantity: 1,
    storeId: krakow.id,
    email,
    name: 'Ewa Nowak',
  });
  await associate.dispose();
  const page = await shopperAt(browser, url);
  await page.goto(`/en/orders/${order.orderId}?token=${order.token}`);
  await page.getByRole('main').getByRole('link', { name: 'Withdraw from contract here' }).click();
  await expect(page.getByRole('textbox', { name: 'Order number' })).toHaveValue(order.number);
  await expect(page.getByRole('textbox', { name: 'Your name' })).toHaveValue('Ewa Nowak');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText(`I withdraw from the contract of sale ${order.number}.`)).toBeVisible();
  await page.getByRole('button', { name: 'Confirm withdrawal' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'We have received your withdrawal' })).toBeVisible();
  const mail = await mailTo(page.request, email, (one) => one.subject.includes(`withdrawal: ${order.number}`));
  expect(mail.text).toMatch(/W-\d{6}/);
  expect(mail.text).toMatch(/\d{1,2}:\d{2}/);
  await page.getByRole('link', { name: 'Page for the parcel' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Return R-\d+$/ })).toBeVisible();
  await expect(page.getByText(goods.title)).toBeVisible();
  await page.goto(`/pl/withdrawal?id=${order.orderId}&token=${order.token}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Odstąp od umowy tutaj' })).toBeVisible();
});
