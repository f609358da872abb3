import { expect } from '@playwright/test';
import { accessibilityFindings } from '../lib/checks.ts';
import { colleagueAt } from '../lib/people.ts';
import { test } from '../lib/test.ts';

const url = process.env.E2E_URL ?? '';

test('a rule of channels is written, tried, looked at ahead, saved, and applied to what is kept', async ({
  browser,
}) => {
  const context = await colleagueAt(browser, url, 'admin');
  const page = await context.newPage();
  await page.goto('/console/office/sources');
  await page.getByRole('link', { name: 'How visits come about' }).click();
  const rules = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Change: / }) });
  await expect(rules.first()).toBeVisible();
  const before = await rules.count();

  await page.getByRole('button', { name: 'Add a rule' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Name' }).fill('Podcasts');
  await form.getByRole('textbox', { name: 'Values' }).fill('podcast-*\nradio');
  await form.getByRole('combobox', { name: 'Then the visit came by' }).selectOption({ label: 'Ads' });
  expect(await accessibilityFindings(page)).toEqual([]);
  await form.getByRole('button', { name: 'Done' }).click();
  await expect(rules.first()).toContainText('utm_source is podcast-* or radio');
  await expect(page.getByText('Not saved yet')).toBeVisible();

  await page.getByRole('textbox', { name: 'Address of the page' }).fill('https://velora.example/?utm_source=podcast-7');
  await page.getByRole('button', { name: 'Try', exact: true }).click();
  await expect(page.getByText('Ads, by rule 1')).toBeVisible();
  await page.getByRole('button', { name: 'Look at the last 30 days' }).click();
  await expect(page.getByText('Nothing would change.')).toBeVisible();
  // Whoever puts an ad rule over all referrers sees what that would do.
  await page.getByRole('button', { name: 'Change: Podcasts' }).click();
  await form.getByRole('combobox', { name: 'What' }).selectOption({ label: 'referrer' });
  await form.getByRole('textbox', { name: 'Values' }).fill('*');
  await form.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Look at the last 30 days' }).click();
  await expect(page.getByText(/pages and events would have come another way/)).toBeVisible();
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Down: Podcasts' }).click();
  await expect(rules.nth(1)).toContainText('Podcasts');
  await page.getByRole('button', { name: 'Remove: Podcasts' }).click();
  await expect(rules).toHaveCount(before);

  await page.getByRole('button', { name: 'Change: Any other campaign' }).click();
  await form.getByRole('textbox', { name: 'Name' }).fill('Campaigns of ours');
  await form.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Save the rules' }).click();
  await expect(page.getByText('The rules hold from the next event on')).toBeVisible();
  await page.getByRole('button', { name: 'Judge history anew' }).click();
  await expect(page.getByText(/^Done .* came another way/)).toBeVisible({ timeout: 30_000 });
});
