import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import type { ServerProcess } from '../../demo/julia/servers.ts';
import { type Demo, openDemo } from '../lib/demo.ts';
import { plentifulGoods } from '../lib/goods.ts';
import { colleagueAt, desktop, staffApi } from '../lib/people.ts';
import { addToCart, newEmail, openChat, shopperAt, writeInChat } from '../lib/shopping.ts';
import { test } from '../lib/test.ts';

// A demo of this file's own: its server dies, and its days pass.
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let demo: Demo;
let server: ServerProcess;
test.beforeAll(async () => {
  // A demo takes its time to load beside other work.
  test.setTimeout(240_000);
  demo = await openDemo();
  server = await demo.start();
});
test.afterAll(async () => {
  await demo?.close();
});

test('the server dies while people talk: what is written meanwhile waits, both sides come back by themselves, and it arrives once', async ({
  browser,
}) => {
  const shopper = await shopperAt(browser, server.url, desktop);
  await shopper.goto('/en');
  const name = `Zofia ${randomUUID().slice(0, 6)}`;
  const panel = await openChat(shopper);
  await writeInChat(panel, 'Are you there?');
  await expect(panel.getByRole('log').getByText(/· sent/)).toBeVisible();
  await shopper.request.put('/api/shop/chat/contact', { data: { name } });
  const agent = await (await colleagueAt(browser, server.url, 'agent', { ...desktop, locale: 'en-GB' })).newPage();
  await agent.goto('/console/desk');
  await agent.getByRole('link', { name: new RegExp(name) }).click();
  await expect(agent.getByRole('log')).toContainText('Are you there?');

  await server.kill();
  await expect(agent.getByText(/^No connection to the server\./)).toBeVisible();
  await writeInChat(panel, 'While it was dark');
  await expect(panel.getByRole('log').getByText('sending…')).toBeVisible();

  const { port } = new URL(server.url);
  server = await demo.start({ PORT: port, PUBLIC_URL: server.url });
  await expect(panel.getByRole('log').getByText('sending…')).toHaveCount(0, { timeout: 40_000 });
  await expect(panel.getByRole('log').getByText('While it was dark')).toHaveCount(1);
  await expect(agent.getByRole('log').getByText('While it was dark')).toHaveCount(1, { timeout: 40_000 });
  await expect(agent.getByText(/^No connection to the server\./)).toHaveCount(0);
  const { messages } = await (await shopper.request.get('/api/shop/chat')).json();
  expect(messages.filter((one: { text: string | null }) => one.text === 'While it was dark')).toHaveLength(1);

  await agent.getByRole('textbox', { name: /^Write in / }).fill('The light is back.');
  await agent.keyboard.press('Control+Enter');
  await expect(panel.getByRole('log').getByText('The light is back.')).toHaveCount(1, { timeout: 25_000 });
});

test('a price that rose past its promise is never charged unseen: accepted in the cart, or shown at the button before the second press', async ({
  browser,
}) => {
  const goods = await plentifulGoods(server.url);
  const waiting = await shopperAt(browser, server.url, desktop);
  await addToCart(waiting, goods);
  const buyer = await shopperAt(browser, server.url, desktop);
  await addToCart(buyer, goods);
  await buyer.getByRole('link', { name: 'To the checkout' }).click();
  const field = (label: string) => buyer.getByRole('textbox', { name: label, exact: true });
  await field('E-mail').fill(newEmail());
  await field('First and last name').fill('Zofia Łęcka');
  await field('Street and number').fill('Długa 5');
  await field('Postcode').fill('31-146');
  await field('Town').fill('Kraków');
  await field('Card number').fill('4242424242424242');
  await field('Expiry date').fill('12 / 39');
  await field('Security code').fill('123');
  await expect(buyer.getByRole('region', { name: 'Your order' })).not.toContainText('standard rate');

  const admin = await staffApi(server.url);
  const raised = await admin.put('/api/staff/prices', {
    data: {
      market: 'PL',
      prices: [{ variantId: goods.variantId, gross: { amount: goods.unit * 2, currency: 'PLN' } }],
      reason: 'new season',
    },
    headers: { 'idempotency-key': randomUUID() },
  });
  expect(raised.ok(), await raised.text()).toBe(true);
  await server.travelTo(new Date(Date.now() + 26 * 3_600_000));

  await waiting.reload();
  await expect(waiting.getByRole('heading', { name: 'Changed since you were here' })).toBeVisible();
  await expect(waiting.getByText(/: was .*, now /)).toBeVisible();
  await expect(waiting.getByRole('link', { name: 'To the checkout' })).toHaveCount(0);
  await waiting.getByRole('button', { name: 'Accept the new prices' }).click();
  await expect(waiting.getByRole('link', { name: 'To the checkout' })).toBeVisible();

  const before = await buyer.getByRole('region', { name: 'Your order' }).getByRole('definition').last().innerText();
  await buyer.getByRole('button', { name: 'Order with obligation to pay' }).click();
  await expect(buyer.getByText(/It costs more than was shown: .* now\. Nothing was ordered\./)).toBeVisible();
  await expect(buyer.getByRole('region', { name: 'Your order' }).getByRole('definition').last()).not.toHaveText(before);
  await expect(field('First and last name')).toHaveValue('Zofia Łęcka');
  await field('Card number').fill('4242424242424242');
  await field('Expiry date').fill('12 / 39');
  await field('Security code').fill('123');
  await buyer.getByRole('button', { name: 'Order with obligation to pay' }).click();
  await expect(buyer.getByText(/Thank you/)).toBeVisible();
});
