import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { accessibilityFindings } from '../lib/checks.ts';
import { colleagueAt } from '../lib/people.ts';
import { test } from '../lib/test.ts';

const url = process.env.E2E_URL ?? '';

test('money nobody awaited is read from a statement and sent back; a webhook is tested, sent again, and gets another secret', async ({
  browser,
}) => {
  const context = await colleagueAt(browser, url, 'admin');
  const page = await context.newPage();
  await page.goto('/console/office/money');
  const title = `for the lamp ${randomUUID().slice(0, 8)}`;
  await page.getByRole('button', { name: 'Upload a statement' }).click();
  const csv = `Id;Date;Amount;Title;Payer;Account\n${randomUUID()};2026-11-20;49,00;${title};Ewa Lis;PL27114020040000300201355387\n`;
  const upload = page.getByRole('dialog');
  await upload.locator('input[type=file]').setInputFiles({
    name: 'statement.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(csv),
  });
  await upload.getByRole('button', { name: 'Import', exact: true }).click();
  const line = page.getByRole('listitem').filter({ hasText: title });
  await expect(line).toContainText('no order named');
  expect(await accessibilityFindings(page)).toEqual([]);
  await line.getByRole('button', { name: 'Sent back' }).click();
  const decision = page.getByRole('dialog');
  await decision.getByRole('textbox', { name: 'Reason' }).fill('not ours');
  await decision.getByRole('button', { name: 'Save' }).click();
  await expect(line).toHaveCount(0);

  await page.goto('/console/office/webhooks');
  const endpoint = page.getByRole('listitem').filter({ hasText: 'hooks.example.com' }).first();
  await endpoint.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(page.getByText('A test is being sent')).toBeVisible();
  const sent = page.getByRole('listitem').filter({ hasText: 'webhooks.test' }).first();
  await sent.getByRole('button', { name: 'Send again' }).click();
  await expect(page.getByText('It is being sent again')).toBeVisible();
  await endpoint.getByRole('button', { name: 'New secret' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('For 24 hours');
  expect(await accessibilityFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'New secret' }).click();
  await expect(dialog.locator('code')).toHaveText(/^whsec_/);
  await page.keyboard.press('Escape');
  await expect(endpoint).toContainText('both secrets until');
});
