import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page, request, test } from '@playwright/test';
import { accessibilityFindings, layoutFindings } from '../lib/checks.ts';
import { colleagueAt, desktop } from '../lib/people.ts';

const url = process.env.E2E_URL ?? '';

/**
 * A shopper asks in the chat about something that stands in a store; returns the conversation. Stories that hold run beside
 * each other, and the last piece in a store is held once: each asks for goods of its own.
 */
async function ask(text: string, which = 0): Promise<{ threadName: string; title: string }> {
  const shopper = await request.newContext({ baseURL: url, extraHTTPHeaders: { 'accept-language': 'en' } });
  await shopper.post('/api/shop/session', { data: { anonymousId: randomUUID() } });
  const found = await (await shopper.get('/api/shop/search?limit=60&near=Krak%C3%B3w')).json();
  const goods = found.items.filter(
    (one: { nearest?: { available: number } | null }) => (one.nearest?.available ?? 0) > 2,
  )[which];
  const threadName = `Zofia ${randomUUID().slice(0, 6)}`;
  await shopper.put('/api/shop/chat/contact', { data: { name: threadName } });
  const written = await shopper.post('/api/shop/chat/messages', {
    data: {
      text,
      clientKey: randomUUID(),
      context: { productId: goods.productId, variantId: goods.variantId },
    },
  });
  expect(written.status()).toBe(201);
  return { threadName, title: goods.title };
}

async function deskOf(browser: Browser, who: 'agent' | 'another agent'): Promise<Page> {
  const context = await colleagueAt(browser, url, who, { ...desktop, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto('/console/desk');
  await page.getByRole('link', { name: /Zofia/ }).first().waitFor();
  return page;
}

/** Opens a conversation and goes into the answer, by keys. */
async function answerIn(page: Page, threadName: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(threadName) }).click();
  const field = page.getByRole('textbox', { name: /^Write in Chat/ });
  await field.waitFor();
  await page.keyboard.press('r');
  await expect(field).toBeFocused();
}

test('an agent holds what was asked about in a store with at most five keys, from the open conversation', async ({
  browser,
}) => {
  const { threadName, title } = await ask('Is this one still to be had?');
  const page = await deskOf(browser, 'agent');
  await page.getByRole('link', { name: new RegExp(threadName) }).click();
  await expect(page.getByRole('region', { name: 'Stock' })).toContainText(title);
  const keys = ['h', 'Enter'];
  await page.keyboard.press(keys[0] ?? '');
  await expect(page.getByRole('button', { name: /^Hold until .*\d/ })).toBeFocused();
  await page.keyboard.press(keys[1] ?? '');
  await expect(page.getByRole('dialog')).toContainText(/Code .{7}/);
  expect(keys.length).toBeLessThanOrEqual(5);
  // Back in the answer, without the mouse; the confirmation stands in the conversation.
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: /^Write in Chat/ })).toBeFocused();
  await expect(page.getByRole('log')).toContainText('Held until');
});

test('a hold moves to the store the customer would rather go to, under the same code, and the customer reads so', async ({
  browser,
}) => {
  const { threadName } = await ask('Could I see it nearer to me?', 1);
  const page = await deskOf(browser, 'agent');
  await page.getByRole('link', { name: new RegExp(threadName) }).click();
  // The key holds what the panel shows.
  await page
    .getByRole('button', { name: /^Hold in / })
    .first()
    .waitFor();
  await page.keyboard.press('h');
  await page.getByRole('button', { name: /^Hold until .*\d/ }).press('Enter');
  const said = page.getByRole('dialog').getByText(/Code .{7}/);
  const code = /Code (\S{7})/.exec((await said.textContent()) ?? '')?.[1] ?? 'no code';
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Hold it in another store' });
  await expect(dialog.getByRole('combobox', { name: 'Store' })).toHaveValue(/./);
  await expect(dialog.getByRole('button', { name: 'Move' })).toBeEnabled();
  expect(await accessibilityFindings(page)).toEqual([]);
  expect(await layoutFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Move' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('log')).toContainText('Moved to another store, held until');
  await expect(page.getByText(code).first()).toBeVisible();
});

test('two agents see each other, and the later answer is held until it was read', async ({ browser }) => {
  const { threadName } = await ask('May I ask something?');
  const [one, two] = [await deskOf(browser, 'agent'), await deskOf(browser, 'another agent')];
  await answerIn(one, threadName);
  await answerIn(two, threadName);
  await one.keyboard.type('First answer');
  await expect(two.getByText(/is writing here/)).toBeVisible();
  await two.keyboard.type('Second answer');
  await one.keyboard.press('Control+Enter');
  await expect(one.getByText(/Nothing was sent yet/)).toBeVisible();
  await two.keyboard.press('Control+Enter');
  // Again, with nothing written: it need not wait.
  await one.keyboard.press('Control+Enter');
  await expect(two.getByRole('log')).toContainText('First answer');
  await expect(two.getByText(/somebody wrote after you had begun/)).toBeVisible({ timeout: 20_000 });
  await two.getByRole('button', { name: 'Send as it is' }).click();
  await expect(one.getByRole('log')).toContainText('Second answer');
});

test('a message taken back within its time never leaves, and its words are there again', async ({ browser }) => {
  const { threadName } = await ask('And this?');
  const page = await deskOf(browser, 'agent');
  await answerIn(page, threadName);
  await page.keyboard.type('Too early');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Undo (Z)' }).click();
  await expect(page.getByRole('textbox', { name: /^Write in Chat/ })).toHaveValue('Too early');
  await page.waitForTimeout(11_000);
  await expect(page.getByRole('log')).not.toContainText('Too early');
});
