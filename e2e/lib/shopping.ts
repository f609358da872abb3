import { randomUUID } from 'node:crypto';
import { type Browser, type BrowserContextOptions, expect, type Locator, type Page } from '@playwright/test';
import { type Goods, plentifulGoods } from './goods.ts';
import { mailTo, phone } from './people.ts';

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

/** The conversation, opened from the button on any page. */
export async function openChat(page: Page): Promise<Locator> {
  const panel = page.getByRole('dialog', { name: 'Chat with us' });
  if (!(await panel.isVisible())) await page.getByRole('link', { name: 'Chat', exact: true }).click();
  // Whether somebody is there decides what is asked for.
  await expect(panel.getByText(/^We are (here until|back)|^Nobody is here|usually an answer/).first()).toBeVisible();
  await expect(panel.locator('form[aria-busy="true"]')).toHaveCount(0);
  return panel;
}

/** Writes in the open conversation; out of hours the address for the answer is asked for first. */
export async function writeInChat(panel: Locator, text: string, email = newEmail()): Promise<void> {
  const address = panel.getByLabel('Your e-mail, for the answer');
  if ((await address.isVisible()) && (await address.inputValue()) === '') await address.fill(email);
  await panel.getByRole('textbox', { name: 'Your message' }).fill(text);
  await panel.getByRole('button', { name: 'Send' }).click();
}

/** Signs in by the code that is mailed, through the shop's own page. */
export async function signInByMail(page: Page, email: string): Promise<void> {
  const since = new Date().toISOString();
  await page.goto('/en/sign-in');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByRole('button', { name: 'Send the code' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Enter the code' })).toBeVisible();
  const mail = await mailTo(
    page.request,
    email,
    (one) => /\b\d{6}\b/.test(`${one.subject} ${one.text}`) && one.caughtAt >= since,
  );
  const code = /\b(\d{6})\b/.exec(`${mail.subject} ${mail.text}`)?.[1] ?? '';
  await page.getByRole('textbox', { name: 'Code' }).fill(code);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Account|^Hello/ })).toBeVisible();
}
