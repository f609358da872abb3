import { randomUUID } from 'node:crypto';
import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test';
import { type Goods, plentifulGoods } from './goods.ts';
import { phone } from './people.ts';

export const newEmail = (name = 'zofia'): string => `${name}.${randomUUID().slice(0, 8)}@example.com`;

/** A browser of somebody who is new here and has answered the question about cookies; a phone unless said otherwise. */
export async function shopperAt(browser: Browser, url: string, options: BrowserContextOptions = phone): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, locale: 'en-GB', ...options });
  await context.addCookies([{ name: 'tl_consent', value: 'necessary', url }]);
  return context.newPage();
}

/** Opens the page of the goods and puts them into the cart; ends on the cart. */
export async function addToCart(page: Page, goods: Goods): Promise<void> {
  await page.goto(goods.path);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Cart');
  await expect(page.getByText(`Added: ${goods.title}`)).toBeVisible();
}

/** A cart with something of the test's own in it, to be delivered. */
export async function withCart(page: Page, url: string): Promise<Goods> {
  const goods = await plentifulGoods(url);
  await addToCart(page, goods);
  return goods;
}

/** As the shop writes it in English. */
export const złoty = (minor: number, style: 'short' | 'exact' = 'exact'): string => {
  const whole = style === 'short' && minor % 100 === 0;
  return `${(minor / 100).toLocaleString('en', { minimumFractionDigits: whole ? 0 : 2, maximumFractionDigits: 2 })} zł`;
};
