import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { plentifulGoods, storeIn } from '../lib/goods.ts';
import { desktop, mailTo, phone, staffApi } from '../lib/people.ts';
import { newEmail, shopperAt, withCart } from '../lib/shopping.ts';
import { test } from '../lib/test.ts';

const url = process.env.E2E_URL ?? '';
const orderButton = 'Order with obligation to pay';

const field = (page: Page, label: string) => page.getByRole('textbox', { name: label, exact: true });

/** No wider than the screen: nobody scrolls sideways to pay. */
async function expectToFit(page: Page): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
}

async function toCheckout(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'To the checkout' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Checkout' })).toBeVisible();
}

async function writeContact(page: Page, email: string): Promise<void> {
  await field(page, 'E-mail').fill(email);
  await field(page, 'First and last name').fill('Zofia Łęcka');
}

async function writeAddress(page: Page): Promise<void> {
  await field(page, 'Street and number').fill('Długa 5');
  await field(page, 'Postcode').fill('31-146');
  await field(page, 'Town').fill('Kraków');
}

async function writeCard(page: Page, number: string): Promise<void> {
  await field(page, 'Card number').fill(number);
  await field(page, 'Expiry date').fill('12 / 39');
  await field(page, 'Security code').fill('123');
}

/** All that is paid, as the button's neighbour says it. */
const totalOf = (page: Page) =>
  page.getByRole('region', { name: 'Your order' }).getByRole('definition').last().innerText();

test('a guest buys on a phone: faults stand at their fields, a declined card costs nothing and loses nothing', async ({
  browser,
}) => {
  const page = await shopperAt(browser, url);
  const goods = await withCart(page, url);
  const email = newEmail();
  await toCheckout(page);
  await expect(page.getByRole('textbox').filter({ visible: true })).toHaveCount(8);

  // The line is too slow for the page's own checks: what the server says of a field stands at it all the same.
  await page.route('**/fieldChecks*', (route) => route.abort());
  await writeContact(page, 'zofia@example');
  await writeAddress(page);
  await field(page, 'Postcode').fill('3114');
  await writeCard(page, '4000 0000 0000 0002');
  await page.getByRole('button', { name: orderButton }).click();
  await expect(page.getByText('2 fields need another look')).toBeVisible();
  await expect(field(page, 'E-mail')).toBeFocused();
  await page.unroute('**/fieldChecks*');
  await expect(field(page, 'E-mail')).toHaveAccessibleDescription(/no complete e-mail address/);
  await expect(field(page, 'Postcode')).toHaveAccessibleDescription('A postcode has 5 digits, like 31-146.');
  await expect(field(page, 'Street and number')).toHaveValue('Długa 5');
  await expect(field(page, 'Card number')).toHaveValue('4000 0000 0000 0002');
  await expectToFit(page);

  await field(page, 'E-mail').fill(email);
  await field(page, 'Postcode').fill('31146');
  await field(page, 'Town').focus();
  await expect(field(page, 'Postcode')).toHaveValue('31-146');
  await expect(page.getByRole('region', { name: 'Your order' })).not.toContainText('standard rate');
  await page.getByRole('button', { name: orderButton }).click();
  await expect(page.getByText('Payment was not taken. Your cart and what you wrote are kept.')).toBeVisible();
  await expect(field(page, 'First and last name')).toHaveValue('Zofia Łęcka');
  await expect(field(page, 'E-mail')).toHaveValue(email);

  await writeCard(page, '4242424242424242');
  await expect(field(page, 'Card number')).toHaveValue('4242 4242 4242 4242');
  const total = await totalOf(page);
  await page.getByRole('button', { name: orderButton }).click();
  await expect(page.getByText(/Thank you/)).toBeInViewport();
  await expect(page.getByText(goods.title).first()).toBeVisible();
  await expect(page.getByText(total).first()).toBeVisible();
  await expectToFit(page);

  const mail = await mailTo(page.request, email, (one) => one.text?.includes('/orders/') ?? false);
  expect(mail.text).toContain(goods.title);
});

test('the link in the mail opens the order on another device, without an account', async ({ browser }) => {
  const page = await shopperAt(browser, url);
  const goods = await withCart(page, url);
  const email = newEmail();
  await toCheckout(page);
  await writeContact(page, email);
  await writeAddress(page);
  await writeCard(page, '4242424242424242');
  await page.getByRole('button', { name: orderButton }).click();
  const title = await page.getByRole('heading', { level: 1, name: /^Order / }).innerText();
  const mail = await mailTo(page.request, email, (one) => one.text?.includes('/orders/') ?? false);
  const link = /https?:\/\/\S+\/orders\/[^\s)>\]]+/.exec(mail.text ?? '')?.[0] ?? '';

  const elsewhere = await shopperAt(browser, url, desktop);
  await elsewhere.goto(link);
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(elsewhere.getByText(goods.title).first()).toBeVisible();
  const withoutToken = await elsewhere.goto(link.replace(/[?&]token=[^&]+/, ''));
  expect(withoutToken?.status()).toBe(404);
  await expect(elsewhere.locator('body')).not.toContainText('Zofia');
});

test('a guest orders for pickup in a store and pays there: no address, no card, nothing charged', async ({
  browser,
}) => {
  const page = await shopperAt(browser, url);
  await withCart(page, url);
  const krakow = await storeIn(url, 'Kraków');
  await page.getByLabel(/^How to get/).selectOption(`pickup:${krakow.id}`);
  await expect(page.getByRole('heading', { level: 2, name: 'To collect: Kraków' })).toBeVisible();
  await toCheckout(page);
  await expect(field(page, 'Street and number')).toHaveCount(0);
  await writeContact(page, newEmail());
  await page.getByRole('button', { name: orderButton }).click();
  await expect(page.getByText('Choose how you pay.')).toBeVisible();
  await page.getByText('In the store, when you collect it').click();
  await page.getByRole('button', { name: orderButton }).click();
  await expect(page.getByText(/Thank you/)).toBeVisible();
  await expect(page.getByText(/in the store/i).first()).toBeVisible();
  await expect(
    page
      .getByText(/Kraków/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
});

test('the way is changed in the cart and in the checkout, and days, fields and sum follow at once', async ({
  browser,
}) => {
  const page = await shopperAt(browser, url, desktop);
  await withCart(page, url);
  const krakow = await storeIn(url, 'Kraków');
  const way = page.getByLabel(/^How to get/);
  await expect(page.getByRole('heading', { level: 2, name: /^Delivered/ })).toBeVisible();
  await way.selectOption(`pickup:${krakow.id}`);
  await expect(page.getByRole('heading', { level: 2, name: 'To collect: Kraków' })).toBeVisible();
  await expect(page.getByText('Total with VAT and delivery')).toHaveCount(0);
  await way.selectOption('delivery');
  await expect(page.getByRole('heading', { level: 2, name: /^Delivered/ })).toBeVisible();
  await expect(page.getByText('Total with VAT and delivery')).toBeVisible();

  await toCheckout(page);
  await expect(field(page, 'Town')).toBeVisible();
  // Two stores are in sight, the others behind a word.
  if (await page.getByText('More stores').isVisible()) await page.getByText('More stores').click();
  await page.getByRole('radio', { name: /Collect in Kraków/ }).check();
  await expect(field(page, 'Town')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Your order' })).toContainText('Collect in Kraków');
  await page
    .getByRole('radio', { name: /To the building entrance/ })
    .first()
    .check();
  await expect(field(page, 'Town')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Your order' })).not.toContainText('Collect in');
});

test('a code lowers the sum in the cart and in the order; a wrong one says so and changes nothing', async ({
  browser,
}) => {
  const page = await shopperAt(browser, url, desktop);
  await withCart(page, url);
  const summary = page.getByRole('region', { name: 'Summary' });
  const before = await summary.getByRole('definition').last().innerText();
  await summary.getByText('I have a code').click();
  await summary.getByRole('textbox', { name: 'Code', exact: true }).fill('NO-SUCH');
  await summary.getByRole('button', { name: 'Use it' }).click();
  await expect(summary.getByRole('alert')).toContainText('Nothing was changed');
  await expect(summary.getByRole('textbox', { name: 'Code', exact: true })).toHaveValue('NO-SUCH');
  await expect(summary.getByRole('definition').last()).toHaveText(before);
  await summary.getByRole('textbox', { name: 'Code', exact: true }).fill('welcome5');
  await summary.getByRole('button', { name: 'Use it' }).click();
  await expect(summary.getByText('Code WELCOME5').first()).toBeVisible();
  await expect(summary.getByRole('definition').last()).not.toHaveText(before);
  const lowered = await summary.getByRole('definition').last().innerText();
  await summary.getByRole('button', { name: 'Take it off' }).click();
  await expect(summary.getByRole('definition').last()).toHaveText(before);

  await summary.getByText('I have a code').click();
  await summary.getByRole('textbox', { name: 'Code', exact: true }).fill('WELCOME5');
  await summary.getByRole('button', { name: 'Use it' }).click();
  await expect(summary.getByRole('definition').last()).toHaveText(lowered);
  await toCheckout(page);
  expect(await totalOf(page)).toBe(lowered);
});

test('pressed twice, “order and pay” makes one order and one payment', async ({ browser }) => {
  const page = await shopperAt(browser, url, desktop);
  await withCart(page, url);
  const email = newEmail();
  await toCheckout(page);
  await writeContact(page, email);
  await writeAddress(page);
  await writeCard(page, '4242424242424242');
  await field(page, 'Town').focus();
  // As two presses that come before anything could answer: of one form, and of the form in a tab that was left open.
  const other = await page.context().newPage();
  await other.goto('/en/checkout');
  await writeContact(other, email);
  await writeAddress(other);
  await writeCard(other, '4242424242424242');
  await Promise.all([
    page.getByRole('button', { name: orderButton }).dblclick(),
    other.getByRole('button', { name: orderButton }).dblclick(),
  ]);
  // One shows the order; the other shows it too, or the emptied cart that says what became of it.
  for (const one of [page, other]) {
    const order = one.getByRole('heading', { level: 1, name: /^Order / });
    await expect(order.or(one.getByText(/ordered in another tab, once/))).toBeVisible();
  }
  const admin = await staffApi(url);
  const found = await (await admin.get(`/api/staff/orders?q=${encodeURIComponent(email)}&limit=10`)).json();
  expect(found.items).toHaveLength(1);
});

test('a price that rose since it was put into the cart is said, and the promised one is what is paid', async ({
  browser,
}) => {
  const page = await shopperAt(browser, url, desktop);
  const goods = await plentifulGoods(url);
  await page.goto(goods.path);
  const admin = await staffApi(url);
  const setPrice = (amount: number) =>
    admin.put('/api/staff/prices', {
      data: {
        market: 'PL',
        prices: [{ variantId: goods.variantId, gross: { amount, currency: 'PLN' } }],
        reason: 'new season',
      },
      headers: { 'idempotency-key': randomUUID() },
    });
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText(`Added: ${goods.title}`)).toBeVisible();
  const before = await page.getByRole('region', { name: 'Summary' }).getByRole('definition').first().innerText();
  expect((await setPrice(goods.unit * 2)).ok()).toBe(true);
  await page.reload();
  // Within its promise the old price counts, and both are said.
  await expect(page.getByRole('heading', { name: 'Changed since you were here' })).toBeVisible();
  await expect(page.getByText(/the price rose to .*; you pay .* as quoted/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Summary' }).getByRole('definition').first()).toHaveText(before);
  await setPrice(goods.unit);
});

test('without JavaScript one finds, adds, changes and removes goods, and answers the question about cookies', async ({
  browser,
}) => {
  const goods = await plentifulGoods(url);
  const context = await browser.newContext({ ...phone, baseURL: url, locale: 'en-GB', javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/en/search?q=${goods.sku}`);
  await page.getByRole('button', { name: 'Reject' }).click();
  await expect(page).toHaveURL(/\/en\/search\?q=/);
  await expect(page.getByRole('button', { name: 'Reject' })).toHaveCount(0);

  // The store is chosen by a form, too.
  await page.locator('summary[aria-label="Menu"]').click();
  await page.getByText('Choose your store', { exact: true }).filter({ visible: true }).click();
  await page
    .getByRole('button', { name: /^Kraków/ })
    .filter({ visible: true })
    .click();
  await expect(page).toHaveURL(/\/en\/search\?q=/);
  await page.locator('summary[aria-label="Menu"]').click();
  await expect(page.getByText('Kraków').filter({ visible: true }).first()).toBeVisible();

  await page.goto(`/en/search?q=${goods.sku}`);
  await page.getByRole('main').getByRole('link', { name: goods.title }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(goods.title);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText(`Added: ${goods.title}`)).toBeVisible();
  await page.getByRole('button', { name: /^One more/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2 pieces');
  await page.getByRole('textbox', { name: /^Quantity of/ }).fill('3');
  await page.getByRole('textbox', { name: /^Quantity of/ }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('3 pieces');
  await page.getByRole('button', { name: /^Remove/ }).click();
  await expect(page.getByText(/Removed: /)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('3 pieces');
  await context.close();
});

test('on a phone the question about cookies covers neither the chat nor the cart', async ({ browser }) => {
  const context = await browser.newContext({ ...phone, baseURL: url, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto('/en');
  await expect(page.getByRole('button', { name: 'Reject' })).toBeVisible();
  await page.getByRole('link', { name: /^Cart/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Cart');
  await page.getByRole('link', { name: 'Chat', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Chat with us' })).toBeVisible();
  await page.getByRole('button', { name: 'Close the chat' }).click();
  // The end of the page comes out from under it.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const lowest = await page.getByRole('contentinfo').boundingBox();
  const banner = await page.getByRole('region', { name: 'Cookies' }).boundingBox();
  expect((lowest?.y ?? 0) + (lowest?.height ?? 0)).toBeLessThanOrEqual((banner?.y ?? 0) + 1);
  await context.close();
});
