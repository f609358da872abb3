import { type Browser, expect, type Page } from '@playwright/test';
import { type Goods, storeIn } from '../lib/goods.ts';
import { colleagueAt, phone } from '../lib/people.ts';
import { readQr } from '../lib/readQr.ts';
import { shopperAt, withCart, złoty } from '../lib/shopping.ts';
import { test } from '../lib/test.ts';

const url = process.env.E2E_URL ?? '';

interface Shown {
  shopper: Page;
  goods: Goods;
  code: string;
  link: string;
  total: string;
}

/** A shopper on her phone shows her cart for the counter. */
async function showAtCounter(browser: Browser): Promise<Shown> {
  const shopper = await shopperAt(browser, url);
  const goods = await withCart(shopper, url);
  const summary = shopper.getByRole('region', { name: 'Summary' });
  const total = await summary.getByRole('definition').first().innerText();
  await shopper.getByRole('link', { name: 'Go on in a store' }).click();
  await expect(shopper.getByRole('heading', { level: 1, name: 'Go on in a store' })).toBeVisible();
  const code = await shopper.getByRole('figure').locator('strong').innerText();
  const link = await shopper.getByRole('link', { name: /^http/ }).innerText();
  return { shopper, goods, code, link, total };
}

async function tillOf(browser: Browser): Promise<Page> {
  const context = await colleagueAt(browser, url, 'associate', { ...phone, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto('/console/floor/till');
  await expect(page.getByRole('heading', { level: 1, name: 'Till' })).toBeVisible();
  return page;
}

async function find(page: Page, text: string): Promise<void> {
  await page.getByRole('searchbox').fill(text);
  await page.getByRole('searchbox').press('Enter');
}

/** Takes the whole sum by card, and sees that it is sold. */
async function takePayment(till: Page): Promise<void> {
  await till.getByRole('button', { name: /^Pay · / }).click();
  await till.getByRole('button', { name: /is paid by card: finish$/ }).click();
  await expect(till.getByRole('heading', { name: 'Sold' })).toBeVisible();
}

test('the QR on her phone leads to her cart, and read at the till it opens that cart at the same price', async ({
  browser,
}) => {
  const { shopper, goods, code, link, total } = await showAtCounter(browser);
  expect(code).toMatch(/^[0-9A-Z]{2,3}-[0-9A-Z]{3,4}$/);
  const read = await readQr(shopper.getByRole('img', { name: /^QR code of your cart/ }));
  expect(read).toBe(link);

  // Somebody else's phone shows goods and prices, and nothing about her.
  const other = await shopperAt(browser, url);
  await other.goto(read);
  await expect(other.getByRole('heading', { level: 1, name: 'A cart, put together for you' })).toBeVisible();
  await expect(other.getByText(goods.title)).toBeVisible();
  await expect(other.getByText(total).first()).toBeVisible();

  // A scanner at the counter types what it reads.
  const till = await tillOf(browser);
  await till.evaluate((text) => {
    for (const key of [...text, 'Enter'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  }, read);
  await expect(till.getByText(`Cart ${code}: sold with its terms`)).toBeVisible();
  await expect(till.getByRole('list', { name: 'Goods' })).toContainText(goods.title);
  await expect(till.getByRole('list', { name: 'Goods' })).toContainText(złoty(goods.unit, 'short'));
});

test('at the till her code opens her cart; a discount within the limit is given, one above it refused; paid, it is done on her phone', async ({
  browser,
}) => {
  const { shopper, goods, code } = await showAtCounter(browser);
  const till = await tillOf(browser);
  await find(till, code.toLowerCase());
  const lines = till.getByRole('list', { name: 'Goods' });
  await expect(lines).toContainText(goods.title);
  await expect(till.getByRole('button', { name: `Pay · ${złoty(goods.unit, 'short')}` })).toBeVisible();

  await lines.getByRole('button', { name: 'Discount' }).click();
  const sheet = till.getByRole('dialog', { name: 'Discount' });
  const limit = Number(/\((\d+(?:\.\d+)?) % off/.exec(await sheet.innerText())?.[1]);
  expect(limit).toBeGreaterThan(0);
  await sheet.getByRole('textbox', { name: 'Percent off' }).fill(String(limit + 1));
  await sheet.getByRole('button', { name: 'Give the discount' }).click();
  await expect(sheet.getByText('This is above your limit.')).toBeVisible();
  await expect(sheet.getByText('At least three letters.')).toBeVisible();
  await sheet.getByRole('textbox', { name: 'Percent off' }).fill('2');
  await sheet.getByText('Small damage').click();
  await sheet.getByRole('button', { name: 'Give the discount' }).click();
  const lowered = goods.unit - Math.floor((goods.unit * 200) / 10_000);
  await expect(till.getByRole('button', { name: `Pay · ${złoty(lowered, 'short')}` })).toBeVisible();

  await takePayment(till);
  await expect(till.getByText(złoty(lowered, 'short'))).toBeVisible();
  await expect(shopper.getByText('Done: your cart went on at the counter.')).toBeVisible({ timeout: 20_000 });

  // Used up: said so, and nothing can be sold again.
  await till.getByRole('button', { name: 'New sale' }).click();
  await find(till, code);
  await expect(till.getByRole('main').getByText('It was handed over.')).toBeVisible();
  await expect(till.getByRole('button', { name: /^Pay · / })).toHaveCount(0);
});

test('a link that was used up says so, on her phone and on any other', async ({ browser }) => {
  const { shopper, code, link } = await showAtCounter(browser);
  const till = await tillOf(browser);
  await find(till, code);
  await takePayment(till);
  const other = await shopperAt(browser, url);
  for (const page of [other, shopper]) {
    await page.goto(link);
    await expect(page.getByText('This cart was ordered already.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Continue with this cart' })).toHaveCount(0);
  }
});

test('a cart shown in one store is not sold in another’s name: its goods are taken where the till stands', async ({
  browser,
}) => {
  const krakow = await storeIn(url, 'Kraków');
  const { code } = await showAtCounter(browser);
  const till = await tillOf(browser);
  await find(till, code);
  const sale = till.waitForRequest((request) => request.url().endsWith('/api/staff/sales'));
  await takePayment(till);
  expect((await sale).postDataJSON()).toMatchObject({ locationId: krakow.id, goods: { code } });
});
