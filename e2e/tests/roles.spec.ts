import { randomUUID } from 'node:crypto';
import { expect, type Page, request } from '@playwright/test';
import { demoPassword } from '../../demo/load/signIns.ts';
import { plentifulGoods, storeIn } from '../lib/goods.ts';
import { type Colleague, colleagueAt, desktop, emailOf, staffApi } from '../lib/people.ts';
import { newEmail } from '../lib/shopping.ts';
import { test } from '../lib/test.ts';

const url = process.env.E2E_URL ?? '';

/** A colleague's browser, and what went wrong in it that nobody was told of. */
async function consoleOf(
  browser: Parameters<typeof colleagueAt>[0],
  who: Colleague,
): Promise<{ page: Page; faults: string[] }> {
  const context = await colleagueAt(browser, url, who, { ...desktop, locale: 'en-GB' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  return { page, faults };
}

const areasOf = (page: Page) => page.getByRole('navigation', { name: 'Areas' }).getByRole('link');

test('an agent begins at the Desk and sees nothing else; other areas say whose they are', async ({ browser }) => {
  const { page, faults } = await consoleOf(browser, 'agent');
  await page.goto('/console');
  await expect(page).toHaveURL(/\/console\/desk/);
  await expect(areasOf(page)).toHaveText(['Desk']);
  for (const [address, area, roles] of [
    ['/console/office/products', 'Office', 'Store manager, Administrator'],
    ['/console/insight/sales', 'Insight', 'Store manager, Administrator'],
    ['/console/floor/till', 'Floor', 'Associate, Store manager, Administrator'],
  ] as const) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1, name: `${area} is not open to you` })).toBeVisible();
    await expect(page.getByText(`Your role is Agent; ${area} is for: ${roles}.`)).toBeVisible();
  }
  await page.getByRole('link', { name: 'To my work' }).click();
  await expect(page).toHaveURL(/\/console\/desk/);
  expect(faults).toEqual([]);
});

test('an associate works on the Floor of the own store: no other store, no other area, no work of another store', async ({
  browser,
}) => {
  const goods = await plentifulGoods(url);
  const admin = await staffApi(url);
  const gdansk = await storeIn(url, 'Gdańsk');
  await admin.post('/api/staff/stock/changes', {
    data: {
      changes: [{ variantId: goods.variantId, locationId: gdansk.id, kind: 'receive', delta: 3, reason: 'for a test' }],
    },
    headers: { 'idempotency-key': randomUUID() },
  });
  const shopper = await request.newContext({ baseURL: url });
  await shopper.post('/api/shop/session', { data: { anonymousId: randomUUID() } });
  const name = `Zofia ${randomUUID().slice(0, 8)}`;
  const way = { method: 'pickup', locationId: gdansk.id };
  const ordered = await shopper.post('/api/shop/orders', {
    data: {
      from: { lines: [{ variantId: goods.variantId, quantity: 1, way }] },
      contact: { name, email: newEmail() },
      payment: { method: 'pay_in_store' },
    },
    headers: { 'idempotency-key': randomUUID() },
  });
  const { order } = await ordered.json();
  const { items } = await (await admin.get(`/api/staff/fulfilments?locationId=${gdansk.id}&limit=100`)).json();
  const elsewhere = items.find((one: { orderId: string }) => one.orderId === order.id);

  const { page, faults } = await consoleOf(browser, 'associate');
  await page.goto('/console');
  await expect(page).toHaveURL(/\/console\/floor/);
  const header = page.getByRole('banner');
  await expect(header.getByText('Kraków')).toBeVisible();
  // One store is no choice.
  await expect(header.getByRole('button', { name: 'Kraków' })).toHaveCount(0);
  await page.getByRole('button', { name: 'More' }).click();
  const menu = page.getByRole('dialog');
  await expect(menu.getByRole('link', { name: 'Device and PIN' })).toBeVisible();
  for (const area of ['Desk', 'Office', 'Insight'])
    await expect(menu.getByRole('link', { name: area, exact: true })).toHaveCount(0);

  await page.goto(`/console/floor/work/${elsewhere.id}`);
  await expect(page.getByText(/There is nothing here any more|belongs to another store/)).toBeVisible();
  await expect(page.getByText(name)).toHaveCount(0);
  await page.goto('/console/office/orders');
  await expect(page.getByRole('heading', { level: 1, name: 'Office is not open to you' })).toBeVisible();
  expect(faults).toEqual([]);
});

test('a manager has every area, and is told that people and settings are the administrator’s', async ({ browser }) => {
  const { page, faults } = await consoleOf(browser, 'manager');
  await page.goto('/console');
  await expect(page).toHaveURL(/\/console\/floor/);
  await page.goto('/console/office');
  await expect(areasOf(page)).toHaveText(['Floor', 'Desk', 'Office', 'Insight']);
  const pages = page.getByRole('navigation', { name: 'Office' });
  await expect(pages.getByRole('link', { name: 'Orders' })).toBeVisible();
  for (const name of ['People', 'Settings']) {
    await expect(pages.getByRole('link', { name })).toHaveCount(0);
    await page.goto(`/console/office/${name.toLowerCase()}`);
    await expect(page.getByRole('heading', { level: 1, name: `${name} is not open to you` })).toBeVisible();
  }
  expect(faults).toEqual([]);
});

test('an administrator has everything', async ({ browser }) => {
  const { page, faults } = await consoleOf(browser, 'admin');
  await page.goto('/console');
  await expect(page).toHaveURL(/\/console\/office/);
  await expect(areasOf(page)).toHaveText(['Office', 'Desk', 'Floor', 'Insight']);
  const pages = page.getByRole('navigation', { name: 'Office' });
  for (const name of ['People', 'Settings']) {
    await pages.getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await expect(page.getByText('is not open to you')).toHaveCount(0);
  }
  expect(faults).toEqual([]);
});

/** As a person does: all tests sign in from one address, and told that there were too many tries, one tries again later. */
async function pressSignIn(page: Page, leadsTo: RegExp): Promise<void> {
  test.setTimeout(150_000);
  await expect(async () => {
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(leadsTo, { timeout: 5_000 });
  }).toPass({ timeout: 90_000, intervals: [5_000] });
}

test('who is not signed in signs in first and is then where they wanted to go', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: url, ...desktop, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto('/console/office/stock?q=sofa');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await page.getByRole('textbox', { name: 'E-mail' }).fill(emailOf('manager'));
  await page.getByLabel('Password', { exact: true }).fill('not this');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveValue(emailOf('manager'));
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await pressSignIn(page, /\/console\/office\/stock\?.*q=sofa/);
});

test('after the sign-in nobody is led to another site', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: url, ...desktop, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto('/console/sign-in?to=//evil.example');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(emailOf('manager'));
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await pressSignIn(page, new RegExp(`^${url}/console/(floor|office|desk)`));
});

test('on a registered device of the store a PIN changes the colleague, and what lay on the till stays', async ({
  browser,
}) => {
  const api = await staffApi(url, 'associate');
  const set = await api.put('/api/staff/me/pin', {
    data: { pin: '4071' },
    headers: { 'idempotency-key': randomUUID() },
  });
  expect(set.ok(), await set.text()).toBe(true);
  const me = await (await api.get('/api/staff/me')).json();
  const goods = await plentifulGoods(url);

  const { page } = await consoleOf(browser, 'manager');
  await page.goto('/console/floor/device');
  await page.getByRole('textbox', { name: 'Name of the device' }).fill(`till ${randomUUID().slice(0, 4)}`);
  await page.getByRole('button', { name: 'Register it for Kraków' }).click();
  await expect(page.getByText(/, a device of Kraków$/)).toBeVisible();
  await page.goto('/console/floor/till');
  await expect(page.getByRole('heading', { level: 1, name: 'Till' })).toBeVisible();
  // A scanner types what it reads.
  await page.evaluate((sku) => {
    for (const key of [...sku, 'Enter'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  }, goods.sku);
  await expect(page.getByRole('list', { name: 'Goods' })).toContainText(goods.title);

  await page.getByRole('button', { name: 'Lock' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Who works here?' })).toBeVisible();
  await page.getByRole('button', { name: me.name }).click();
  await page.keyboard.type('9182');
  await page.getByRole('button', { name: 'Go on' }).last().click();
  await expect(page.getByRole('alert')).toContainText('This is not the PIN.');
  await page.keyboard.type('4071');
  await page.getByRole('button', { name: 'Go on' }).last().click();
  await expect(page.getByRole('banner').getByText(me.name)).toBeVisible();
  // In the colleague's own language now.
  const lines = page.getByRole('list', { name: /^(Goods|Towary)$/ });
  await expect(lines.locator(`a[href$="${goods.variantId}"]`)).toBeVisible();
});
