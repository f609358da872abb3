import { expect } from '@playwright/test';
import { accessibilityFindings } from '../lib/checks.ts';
import { colleagueAt } from '../lib/people.ts';
import { test } from '../lib/test.ts';

const url = process.env.E2E_URL ?? '';
const receipts = Array.from({ length: 300 }, (_, n) => `P${n};2025-03-${10 + (n % 20)} 12:00;K${n % 40};LAMP;1;99,50`);
const file = ['Order ID;Sold at;Card;SKU;Quantity;Price', ...receipts, 'P900;tomorrow;K2;RUG;1;450,00'].join('\n');

test('sales of the tills before us are looked at, put right, and brought in', async ({ browser }) => {
  const context = await colleagueAt(browser, url, 'admin');
  const page = await context.newPage();
  await page.goto('/console/office/sources');
  await page.getByRole('link', { name: 'History' }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'tills-before.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });

  await expect(page.getByText('300 events')).toBeVisible();
  await expect(page.getByText('1 row cannot be used')).toBeVisible();
  await expect(page.getByText('“tomorrow” is no time')).toBeVisible();
  await page.locator('summary').first().click();
  await expect(page.getByText('"order_id": "P0"')).toBeVisible();
  expect(await accessibilityFindings(page)).toEqual([]);

  const mapping = page.getByRole('textbox', { name: 'How rows become events' });
  const guessed = await mapping.inputValue();
  const start = page.getByRole('button', { name: 'Bring it in' });
  await mapping.fill('{');
  await expect(start).toBeDisabled();
  await page.getByRole('button', { name: 'Show what comes of it' }).click();
  await expect(page.getByRole('alert')).toHaveText('This is no JSON.');
  await mapping.fill(guessed.replace('"store"', '"shop"'));
  await page.getByRole('button', { name: 'Show what comes of it' }).click();
  await expect(page.getByRole('alert')).toContainText('/channel');
  await mapping.fill(guessed.replace('"Card"', '{ "column": "Card", "prefix": "card-" }'));
  await page.getByRole('button', { name: 'Show what comes of it' }).click();
  await expect(page.getByRole('cell', { name: 'card-K0' }).first()).toBeVisible();

  await start.click();
  await expect(page.getByText('300 events brought in')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('1 row left out')).toBeVisible();
  await expect(page.getByText('the file is deleted')).toBeVisible();
  const report = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Rows left out (CSV)' }).click();
  expect((await report).suggestedFilename()).toBe('not-imported.csv');
  expect(await accessibilityFindings(page)).toEqual([]);
});
