import { expect } from '@playwright/test';
import { accessibilityFindings } from '../lib/checks.ts';
import { colleagueAt } from '../lib/people.ts';
import { test } from '../lib/test.ts';

const url = process.env.E2E_URL ?? '';

test('a till gets a secret key that is shown once; a code of no store is told; revoked, the key is refused', async ({
  browser,
}) => {
  const context = await colleagueAt(browser, url, 'admin');
  const page = await context.newPage();
  await page.goto('/console/office/sources');
  await page.getByRole('button', { name: 'Add a source' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'What you call it' }).fill('Tills of a friend');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('tills-of-a-friend');
  await dialog.getByRole('combobox', { name: 'Channel' }).selectOption({ label: 'Stores' });
  await dialog.getByRole('button', { name: 'Save' }).click();

  const source = page.getByRole('listitem').filter({ hasText: 'Tills of a friend' });
  await source.getByRole('button', { name: 'Secret keys' }).click();
  await dialog.getByRole('button', { name: 'Make a secret key' }).click();
  const shown = dialog.getByText(/^tls_[\w-]{43}$/);
  await expect(shown).toBeVisible();
  const key = (await shown.textContent()) ?? '';
  expect(await accessibilityFindings(page)).toEqual([]);

  const send = async () =>
    (
      await fetch(`${url}/v1/track`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}` },
        body: JSON.stringify({
          event: 'Store Visited',
          anonymousId: 'door-of-a-friend',
          properties: { store: 'KRK1' },
        }),
      })
    ).status;
  expect(await send()).toBe(200);
  await dialog.getByRole('button', { name: 'Esc' }).click();
  await expect(async () => {
    await page.reload();
    await expect(source.getByText('Store code “KRK1” is not known')).toBeVisible({ timeout: 3_000 });
  }).toPass();

  await source.getByRole('button', { name: 'Secret keys' }).click();
  await expect(dialog.getByText(`tls_…${key.slice(-4)}`)).toBeVisible();
  await expect(shown).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Revoke' }).click();
  await dialog.getByRole('button', { name: 'Revoke for good?' }).click();
  await expect(dialog.getByText('revoked', { exact: true })).toBeVisible();
  await expect.poll(send, { timeout: 10_000 }).toBe(401);
  await context.close();
});
