import { expect } from '@playwright/test';
import { collectedOrder } from '../lib/collectedOrder.ts';
import { plentifulGoods, storeIn } from '../lib/goods.ts';
import { colleagueAt, mailTo, phone, staffApi } from '../lib/people.ts';
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

test('no receipt and no sale: the thing, its condition, a phone, and a code that the shop then shows and takes', async ({
  browser,
}) => {
  const goods = await plentifulGoods(url);
  const admin = await staffApi(url);
  const policy = await (await admin.get('/api/staff/settings/returns')).json();
  const allowed = await admin.put('/api/staff/settings/returns', { data: { ...policy, blindReturns: true } });
  // Another test may have allowed it this very moment.
  expect([200, 409]).toContain(allowed.status());
  await admin.dispose();
  const context = await colleagueAt(browser, url, 'associate', { ...phone, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto('/console/floor/returns');
  await page.getByText('Without a receipt').click();
  await page.getByRole('textbox', { name: 'Last 4 digits of the card' }).fill('0001');
  await page.getByRole('button', { name: 'Find' }).last().click();
  await page.getByRole('link', { name: 'Take it back without a sale' }).click();
  await page.getByRole('textbox', { name: /^Scan it/ }).fill(goods.sku);
  await page.getByRole('button', { name: 'Find' }).click();
  const give = page.getByRole('button', { name: 'Take in, give the code' });
  await expect(give).toBeDisabled();
  await page.getByRole('textbox', { name: 'Phone' }).fill('+48 600 123 456');
  await give.click();
  await expect(page.getByRole('heading', { level: 1, name: /^Return R-\d+ is done$/ })).toBeVisible();
  const code = await page
    .getByRole('strong')
    .filter({ hasText: /^SC(-[0-9A-Z]{4}){3}$/ })
    .innerText();
  await context.close();
  const shopper = await shopperAt(browser, url);
  await shopper.goto('/en/credit');
  await shopper.getByRole('textbox', { name: 'Store credit code' }).fill(code.toLowerCase());
  await shopper.getByRole('button', { name: 'Show what is on it' }).click();
  await expect(shopper.getByText(code)).toBeVisible();
});
