import { expect, type Page } from '@playwright/test';
import { accessibilityFindings } from '../lib/checks.ts';
import { desktop, phone } from '../lib/people.ts';
import { newEmail, shopperAt, withCart } from '../lib/shopping.ts';
import { openStripeShop } from '../lib/stripeShop.ts';
import { test } from '../lib/test.ts';

test.skip(!process.env.E2E_DATABASE_URL, 'needs a second server on the suite’s own database');

let shop: Awaited<ReturnType<typeof openStripeShop>>;
test.beforeAll(async () => {
  shop = await openStripeShop();
});
test.afterAll(() => shop?.close());

const field = (page: Page, label: string) => page.getByRole('textbox', { name: label, exact: true });
const orderButton = 'Order with obligation to pay';

async function fillCheckout(page: Page, means: string): Promise<void> {
  await page.getByRole('link', { name: 'To the checkout' }).click();
  await field(page, 'E-mail').fill(newEmail());
  await field(page, 'First and last name').fill('Zofia Łęcka');
  await field(page, 'Street and number').fill('Długa 5');
  await field(page, 'Postcode').fill('31-146');
  await field(page, 'Town').fill('Kraków');
  await page.getByRole('radio', { name: means }).check();
  // What is delivered is reckoned anew for the address; its total is pale until then.
  await expect(page.getByRole('region', { name: 'Your order' })).toHaveAttribute('aria-busy', 'false');
}

test('BLIK on a phone: to the bank’s page, back without paying, again with the code, and the order is paid', async ({
  browser,
}) => {
  const page = await shopperAt(browser, shop.url, phone);
  await withCart(page, shop.url);
  await fillCheckout(page, 'BLIK');
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.getByRole('button', { name: orderButton }).click();
  await page.getByRole('button', { name: 'Back to the shop' }).click();
  await expect(page.getByText('You have not paid')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Checkout' })).toBeVisible();

  await page.goto(`${shop.url}/en/cart`);
  await fillCheckout(page, 'BLIK');
  await page.getByRole('button', { name: orderButton }).click();
  await page.getByRole('textbox', { name: 'BLIK code' }).fill('777123');
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText(/Thank you. Your order .* is placed/)).toBeVisible();
  await expect(page.getByText(/^paid /)).toBeVisible();
  await page.context().close();
});

test('who closes the bank’s page is told not to pay again, and led back to it; a transfer says where to send what', async ({
  browser,
}) => {
  const page = await shopperAt(browser, shop.url, desktop);
  await withCart(page, shop.url);
  await fillCheckout(page, 'Card, now');
  await page.getByRole('button', { name: orderButton }).click();
  await expect(page.getByRole('heading', { name: 'Simulated payment page' })).toBeVisible();
  await page.goto(`${shop.url}/en/checkout`);
  await expect(page.getByText('We are checking your payment')).toBeVisible();
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.getByRole('link', { name: 'Go to the payment page' }).click();
  await page.getByRole('button', { name: 'Decline' }).click();
  await expect(page.getByRole('alert')).toHaveText(/Nothing was taken/);
  await page.goto(`${shop.url}/en/checkout`);
  await page.getByRole('link', { name: 'go back to the cart' }).click();
  await expect(page.getByText('You have not paid')).toBeVisible();

  await page.goto(`${shop.url}/en/cart`);
  await fillCheckout(page, 'Bank transfer');
  await page.getByRole('button', { name: orderButton }).click();
  await expect(page.getByText('We wait for your transfer')).toBeVisible();
  await expect(page.getByText('PL61 1090 1014 0000 0712 1981 2874')).toBeVisible();
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.context().close();
});
