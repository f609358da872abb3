import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { accessibilityFindings } from '../lib/checks.ts';
import { plentifulGoods } from '../lib/goods.ts';
import { colleagueAt, phone } from '../lib/people.ts';
import { addToCart, shopperAt } from '../lib/shopping.ts';
import { test } from '../lib/test.ts';

const url = process.env.E2E_URL ?? '';

test('words that the Office publishes stand beside the box of the checkout, and the earlier ones stay to be read', async ({
  browser,
}) => {
  const page = await (await colleagueAt(browser, url, 'admin')).newPage();
  await page.goto('/console/office/privacy');
  await page.getByRole('button', { name: 'Consents' }).click();
  const shown = page.getByRole('group').filter({ hasText: /Checkout · .*shown now/ });
  await shown.getByText(/Checkout · /).click();
  await shown.getByRole('button', { name: 'Write new words' }).click();
  const dialog = page.getByRole('dialog', { name: 'New words: Checkout' });
  const publish = dialog.getByRole('button', { name: 'Publish' });
  await expect(dialog.getByRole('textbox', { name: 'In English' })).toBeFocused();
  await expect(publish).toBeDisabled();
  const mark = randomUUID().slice(0, 8);
  const words = `Write to me about news, ${mark}.`;
  await dialog.getByRole('textbox', { name: 'In English' }).fill(words);
  await dialog.getByRole('textbox', { name: 'In Polish' }).fill(`Piszcie do mnie o nowościach, ${mark}.`);
  await dialog.getByRole('textbox', { name: 'In Russian' }).fill(`Пишите мне о новинках, ${mark}.`);
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await accessibilityFindings(page)).toEqual([]);
  await publish.click();
  await expect(page.getByText('checkout-2 is shown from now on')).toBeVisible();
  await expect(page.getByText(/Checkout · checkout-1/)).toBeVisible();
  await expect(shown).toContainText('checkout-2');

  const shopper = await shopperAt(browser, url, phone);
  await addToCart(shopper, await plentifulGoods(url));
  await shopper.getByRole('link', { name: 'To the checkout' }).click();
  await expect(shopper.getByRole('checkbox', { name: words })).not.toBeChecked();
});
