import { randomInt, randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { accessibilityFindings } from '../lib/checks.ts';
import { colleagueAt } from '../lib/people.ts';
import { test } from '../lib/test.ts';

const url = process.env.E2E_URL ?? '';

test('two entries of one person are joined with a key, the page says why, and they are two again', async ({
  browser,
}) => {
  const context = await colleagueAt(browser, url, 'admin');
  // One telephone, one name in its long and its short form.
  const phone = `+48606${String(randomInt(1_000_000)).padStart(6, '0')}`;
  const familyName = `Sowińska-${randomUUID().slice(0, 4)}`;
  const keyed = () => ({ 'idempotency-key': randomUUID() });
  for (const givenName of ['Magdalena', 'Magda']) {
    const made = await context.request.post('/api/staff/customers', {
      data: { givenName, familyName, phone },
      headers: keyed(),
    });
    expect(made.ok()).toBe(true);
  }
  const page = await context.newPage();
  await page.goto('/console/office/matches');
  await expect(page.getByText(/customers compared/)).toBeVisible();
  // The page that is open shows what the comparing found.
  await page.getByRole('button', { name: 'Compare all' }).click();
  const line = page.getByRole('list', { name: 'Pairs' }).getByRole('button', { name: new RegExp(familyName) });
  await line.click();
  const pair = page.getByRole('region', { name: new RegExp(familyName) });
  await expect(pair.getByRole('heading', { name: /likely one person/ })).toBeVisible();
  await expect(pair.getByText('the same name, written otherwise')).toBeVisible();
  await expect(pair.getByText(phone.slice(3))).toHaveCount(0);
  await page.keyboard.press('m');
  await expect(line).toHaveCount(0);

  await page.goto(`/console/office/customers?q=${encodeURIComponent(familyName)}`);
  await page.getByText(familyName).first().click();
  await expect(page.getByRole('heading', { name: new RegExp(familyName), level: 1 })).toBeVisible();
  const apart = page.getByRole('button', { name: 'Take apart' });
  await expect(apart).toHaveCount(1);
  await page.getByRole('textbox', { name: 'Write a note' }).fill('Measures at home before she buys.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Measures at home' })).toBeVisible();
  expect(await accessibilityFindings(page)).toEqual([]);
  await apart.click();
  await expect(apart).toHaveCount(0);
  await expect(page.getByText(/taken apart/)).toBeVisible();
  await page.goto(`/console/office/customers?q=${encodeURIComponent(familyName)}`);
  await expect(page.getByText(familyName)).toHaveCount(2);
});
