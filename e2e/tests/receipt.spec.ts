import { expect } from '@playwright/test';
import { plentifulGoods, storeIn } from '../lib/goods.ts';
import { mailTo, phone, staffApi } from '../lib/people.ts';
import { newEmail } from '../lib/shopping.ts';
import { soldWithReceipt } from '../lib/soldWithReceipt.ts';
import { test } from '../lib/test.ts';

const url = process.env.E2E_URL ?? '';

async function sell(): Promise<{ email: string; token: string }> {
  const [goods, admin, store] = [await plentifulGoods(url), await staffApi(url), await storeIn(url, 'Gdańsk')];
  await admin.post('/api/staff/stock/changes', {
    data: {
      changes: [
        { variantId: goods.variantId, locationId: store.id, kind: 'receive', delta: 2, reason: 'delivered for a test' },
      ],
    },
    headers: { 'idempotency-key': crypto.randomUUID() },
  });
  const email = newEmail();
  const token = await soldWithReceipt(admin, { variantId: goods.variantId, storeId: store.id, email });
  return { email, token };
}

test('without JavaScript a receipt from the till is read, printed without the shop around it, and kept by one press', async ({
  browser,
}) => {
  const { email, token } = await sell();
  const context = await browser.newContext({ ...phone, baseURL: url, locale: 'en-GB', javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/receipt?token=${token}`);
  await expect(page.getByRole('heading', { name: /^Receipt V-/ })).toBeVisible();
  await expect(page.getByText('Paid by card')).toBeVisible();
  const tick = page.getByRole('checkbox', { name: /Send me news/ });
  await expect(tick).not.toBeChecked();

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Total, VAT included')).toBeVisible();
  for (const around of ['banner', 'contentinfo'] as const) await expect(page.getByRole(around)).toBeHidden();
  await expect(page.getByRole('button', { name: 'This is not mine' })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });

  await tick.check();
  await page.getByRole('button', { name: 'Yes, keep it with my account' }).click();
  await expect(page.getByText('Kept with your account')).toBeVisible();
  await expect(page.getByRole('button', { name: 'This is not mine' })).toHaveCount(0);
  const mail = await mailTo(await staffApi(url), email);
  expect(mail.text).not.toContain('/orders/');
  await context.close();
});

test('who never bought anything says so with one press, and the receipt is closed', async ({ browser }) => {
  const { token } = await sell();
  const context = await browser.newContext({ ...phone, baseURL: url, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(`/en/receipt?token=${token}`);
  await page.getByRole('button', { name: 'This is not mine' }).click();
  await expect(page.getByRole('heading', { name: 'Thank you for telling us' })).toBeVisible();
  await page.goto(`/en/receipt?token=${token}`);
  await expect(page.getByRole('heading', { name: 'This receipt is not to be opened' })).toBeVisible();
  await context.close();
});
