import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { plentifulGoods, storeIn } from '../lib/goods.ts';
import { colleagueAt, desktop, staffApi } from '../lib/people.ts';
import { openChat, shopperAt, writeInChat } from '../lib/shopping.ts';
import { test } from '../lib/test.ts';

const url = process.env.E2E_URL ?? '';

test('with five tabs open and live, a sixth and a seventh load and buy, and an answer reaches all of them', async ({
  browser,
}) => {
  const goods = await plentifulGoods(url);
  const first = await shopperAt(browser, url, desktop);
  const context = first.context();
  const name = `Zofia ${randomUUID().slice(0, 6)}`;
  const tabs: Page[] = [first];
  for (let more = 0; more < 4; more += 1) tabs.push(await context.newPage());
  for (const tab of tabs) {
    await tab.goto(goods.path);
    await openChat(tab);
  }
  await first.request.put('/api/shop/chat/contact', { data: { name } });
  const asked = `Is it still there? ${randomUUID().slice(0, 6)}`;
  await writeInChat(await openChat(first), asked);
  // What one tab wrote stands in the others.
  for (const tab of tabs) await expect(tab.getByRole('log').getByText(asked)).toHaveCount(1);

  // Browsers allow six connections to a server: were each tab to keep one or two, nothing more would load.
  for (const late of ['sixth', 'seventh']) {
    const tab = await context.newPage();
    await tab.goto(goods.path, { timeout: 8_000 });
    await tab.getByRole('button', { name: 'Add to cart' }).click();
    await expect(tab.getByText(`Added: ${goods.title}`), `the ${late} tab`).toBeVisible({ timeout: 8_000 });
    tabs.push(tab);
  }

  const agents = await colleagueAt(browser, url, 'agent', { ...desktop, locale: 'en-GB' });
  const desks: Page[] = [];
  for (let more = 0; more < 5; more += 1) desks.push(await agents.newPage());
  for (const desk of desks) await desk.goto('/console/desk');
  const desk = desks.at(-1) ?? first;
  await desk.getByRole('link', { name: new RegExp(name) }).click();
  await desk.getByRole('textbox', { name: /^Write in / }).fill('Yes, it is.');
  await desk.keyboard.press('Control+Enter');
  for (const tab of tabs.slice(0, 5))
    await expect(tab.getByRole('log').getByText('Yes, it is.')).toHaveCount(1, { timeout: 25_000 });
  await expect((desks[0] ?? desk).getByRole('link', { name: new RegExp(name) })).toContainText('Yes, it is.');
});

test('a stock that changes anywhere is seen in every tab: at once in two, soon in the others, and at once when those close', async ({
  browser,
}) => {
  const goods = await plentifulGoods(url);
  const krakow = await storeIn(url, 'Kraków');
  const admin = await staffApi(url);
  const count = async (counted: number) => {
    const answer = await admin.post('/api/staff/stock/changes', {
      data: {
        changes: [
          { variantId: goods.variantId, locationId: krakow.id, kind: 'count', counted, reason: 'counted for a test' },
        ],
      },
      headers: { 'idempotency-key': randomUUID() },
    });
    expect(answer.ok()).toBe(true);
  };
  const first = await shopperAt(browser, url, desktop);
  const tabs = [first, await first.context().newPage(), await first.context().newPage()];
  for (const tab of tabs) {
    await tab.goto(goods.path);
    await tab.getByText('Stock in all stores').click();
  }
  const plenty = (tab: Page) =>
    tab
      .getByRole('listitem')
      .filter({ has: tab.getByRole('link', { name: 'Kraków', exact: true }) })
      .getByText(/^In stock/);
  for (const tab of tabs) await expect(plenty(tab)).toBeVisible();
  await count(2);
  for (const tab of tabs.slice(0, 2)) await expect(plenty(tab)).toHaveCount(0, { timeout: 8_000 });
  await expect(plenty(tabs[2] ?? first)).toHaveCount(0, { timeout: 25_000 });
  await tabs[0]?.close();
  await count(30);
  for (const tab of tabs.slice(1)) await expect(plenty(tab)).toBeVisible({ timeout: 8_000 });
});

test('a store sells one at the till, and product page, Desk and Floor that are open show it by themselves', async ({
  browser,
}) => {
  const goods = await plentifulGoods(url);
  const krakow = await storeIn(url, 'Kraków');
  const admin = await staffApi(url);
  const keyed = () => ({ headers: { 'idempotency-key': randomUUID() } });
  const { levels } = await (await admin.get(`/api/staff/variants/${goods.variantId}/stock`)).json();
  const { onHand, available } = levels.find((one: { locationId: string }) => one.locationId === krakow.id);
  const two = { variantId: goods.variantId, locationId: krakow.id, kind: 'count', reason: 'counted for a test' };
  await admin.post('/api/staff/stock/changes', {
    data: { changes: [{ ...two, counted: onHand - available + 3 }] },
    ...keyed(),
  });

  const shopper = await shopperAt(browser, url, desktop);
  await shopper.goto(goods.path);
  await shopper.getByText('Stock in all stores').click();
  const inShop = shopper
    .getByRole('listitem')
    .filter({ has: shopper.getByRole('link', { name: 'Kraków', exact: true }) });

  const desk = await (await colleagueAt(browser, url, 'agent', { ...desktop, locale: 'en-GB' })).newPage();
  await desk.goto('/console/desk');
  await desk.getByRole('navigation', { name: /inbox/i }).or(desk.getByRole('list')).getByRole('link').first().click();
  await desk.getByRole('textbox', { name: /^Write in / }).waitFor();
  await desk.keyboard.press('Escape');
  await desk.getByLabel(/^Stock: /).fill(goods.sku);
  const onDesk = desk.getByRole('region', { name: 'Stock' });
  await onDesk.getByRole('listitem').first().getByRole('button').first().click();
  const deskLine = onDesk.getByRole('listitem').filter({ hasText: 'Kraków' });

  const floor = await (await colleagueAt(browser, url, 'associate', { ...desktop, locale: 'en-GB' })).newPage();
  await floor.goto(`/console/floor/stock/${goods.variantId}`);
  const onFloor = floor.getByText(/^Free \d+$/).first();

  await expect(inShop).toContainText('In stock');
  await expect(deskLine).toContainText('3 free');
  await expect(onFloor).toHaveText('Free 3');

  const sold = await admin.post('/api/staff/sales', {
    data: {
      locationId: krakow.id,
      goods: { lines: [{ variantId: goods.variantId, quantity: 1 }] },
      payment: { method: 'cash', amount: { amount: goods.unit, currency: 'PLN' } },
    },
    ...keyed(),
  });
  expect(sold.ok(), await sold.text()).toBe(true);
  // How fast is measured by the benchmark of pages, not here.
  await expect(inShop).toContainText('Only 2 left');
  await expect(deskLine).toContainText('2 free');
  await expect(onFloor).toHaveText('Free 2');
});
