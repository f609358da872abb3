import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { insertClosedThreads } from '../lib/manyThreads.ts';
import { type Colleague, colleagueAt } from '../lib/people.ts';
import { loadToTheEnd, longestTaskWhileScrolling } from '../lib/scrolling.ts';
import { goodsInKrakow, krakow, newShopper } from '../lib/shopper.ts';

const url = process.env.E2E_URL ?? '';
const mostRows = 60;
const longestTaskMs = 50;

async function pageOf(browser: Browser, who: Colleague, path: string): Promise<Page> {
  const page = await (await colleagueAt(browser, url, who)).newPage();
  await page.goto(`/console${path}`);
  return page;
}

/** The best of three: the first draws rows for the first time, and the machine is shared. */
async function expectLightScroll(browser: Browser, page: Page, list: Locator, rows: Locator): Promise<void> {
  await loadToTheEnd(page, list);
  const took: number[] = [];
  for (let tries = 0; tries < 3 && Math.min(Number.POSITIVE_INFINITY, ...took) > longestTaskMs; tries += 1)
    took.push(await longestTaskWhileScrolling(browser, page, list));
  expect(Math.min(...took), `tasks of ${took.map(Math.round).join(', ')} ms`).toBeLessThanOrEqual(longestTaskMs);
  const count = await rows.count();
  expect(count).toBeGreaterThan(5);
  expect(count).toBeLessThanOrEqual(mostRows);
}

test('three hundred conversations scroll lightly on the Desk', async ({ browser }) => {
  const databaseUrl = process.env.E2E_DATABASE_URL;
  test.skip(!databaseUrl, 'E2E_DATABASE_URL says where the rows go');
  await insertClosedThreads(databaseUrl ?? '', 320);
  const page = await pageOf(browser, 'agent', '/desk?view=closed');
  const rows = page.getByRole('region', { name: 'Inbox' }).getByRole('listitem');
  await expect(rows.first()).toBeVisible();
  const list = page.locator('div:has(> ul[aria-label="Closed"])');
  await expectLightScroll(browser, page, list, rows);
  expect(Number(await rows.last().getAttribute('aria-setsize'))).toBeGreaterThanOrEqual(300);
});

for (const [what, path, least] of [
  ['orders', '/office/orders', 200],
  ['versions in all places', '/office/stock', 100],
  ['products', '/office/products', 100],
  ['prices', '/office/prices', 100],
] as const) {
  test(`hundreds of ${what} scroll lightly in the Office`, async ({ browser }) => {
    const page = await pageOf(browser, 'admin', path);
    const grid = page.getByRole('grid');
    await expect(grid.getByRole('row').nth(3)).toBeVisible();
    expect(Number(await grid.getAttribute('aria-rowcount'))).toBeGreaterThan(least);
    await expectLightScroll(browser, page, grid.locator('..'), grid.getByRole('row'));
  });
}

test('a ledger of a hundred movements is read a page at a time', async ({ browser }) => {
  const shopper = await newShopper(url);
  const goods = await goodsInKrakow(shopper.api);
  const store = await krakow(shopper.api);
  const page = await pageOf(browser, 'admin', '/office');
  for (let n = 0; n < 60; n += 1) {
    const change = {
      variantId: goods.variantId,
      locationId: store.id,
      kind: 'receive',
      delta: 1,
      reason: `Delivery ${n}`,
    };
    const headers = { 'idempotency-key': randomUUID() };
    const answer = await page.request.post('/api/staff/stock/changes', { data: { changes: [change] }, headers });
    expect(answer.status()).toBe(200);
  }
  await page.goto(`/console/office/stock/${goods.variantId}/${store.id}`);
  const rows = page.getByRole('row').filter({ hasText: 'Delivery' });
  await expect(page.getByText('Delivery 59')).toBeVisible();
  await page.getByRole('button', { name: 'Earlier movements' }).click();
  await expect(page.getByText('Delivery 3', { exact: false }).first()).toBeVisible();
  expect(await rows.count()).toBeLessThanOrEqual(mostRows);
  await page.getByRole('button', { name: 'Later movements' }).click();
  await expect(page.getByText('Delivery 59')).toBeVisible();
});

test('the Floor keeps in the page what is seen of its work, and the pick list only for paper', async ({ browser }) => {
  const page = await pageOf(browser, 'associate', '/floor');
  await expect(page.getByRole('region', { name: 'Today' }).getByRole('listitem').first()).toBeVisible();
  expect(await page.locator('tr, [role="row"]').count()).toBe(0);
  expect(await page.getByRole('listitem').count()).toBeLessThanOrEqual(mostRows);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await page.locator('tr').count()).toBeGreaterThan(0);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.locator('tr')).toHaveCount(0);
});
