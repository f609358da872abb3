import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectFocusKept, expectFocusOn, focused, press, tabAndEnter, tabTo, unmarkedStops } from '../lib/keyboard.ts';
import { colleagueAt } from '../lib/people.ts';
import { askAbout, type Goods, goodsInKrakow, newShopper, putIntoCart, type Shopper } from '../lib/shopper.ts';

const url = process.env.E2E_URL ?? '';

async function deskWithQuestion(
  browser: Browser,
  options: { withCart?: boolean } = {},
): Promise<{ page: Page; shopper: Shopper; goods: Goods }> {
  const shopper = await newShopper(url);
  const goods = await goodsInKrakow(shopper.api);
  if (options.withCart) await putIntoCart(shopper, goods);
  await askAbout(shopper, goods, 'May I ask about this one?');
  const page = await (await colleagueAt(browser, url, 'agent')).newPage();
  await page.goto('/console/desk');
  await page.getByRole('link', { name: /Zofia/ }).first().waitFor();
  return { page, shopper, goods };
}

/** From anywhere outside of a field into the conversation, and on to its words. */
async function openConversation(page: Page, name: string): Promise<void> {
  await press(page, '/');
  await expectFocusOn(page, /^Search names/);
  await page.keyboard.type(name);
  await expect(page.getByRole('link', { name: new RegExp(name) })).toBeVisible();
  await expect(page.getByRole('list').getByRole('link')).toHaveCount(1);
  await press(page, 'ArrowDown');
  await expectFocusOn(page, new RegExp(name));
  await press(page, 'Enter');
  await expect(page.getByRole('log')).toContainText('May I ask about this one?');
}

const answer = (page: Page) => page.getByRole('textbox', { name: /^Write in Chat/ });

test('an agent finds, reads, answers, takes back, notes, hands on, puts off and closes a conversation by keys alone', async ({
  browser,
}) => {
  const { page, shopper } = await deskWithQuestion(browser);
  await openConversation(page, shopper.name);
  // An answer, taken back, sent for good.
  await press(page, 'r');
  await expect(answer(page)).toBeFocused();
  await page.keyboard.type('Of course');
  await press(page, 'Control+Enter');
  await expect(page.getByText(/Nothing was sent yet/)).toBeVisible();
  await press(page, 'Escape');
  await expectFocusKept(page, 'leaving the answer');
  await press(page, 'z');
  await expect(answer(page)).toHaveValue('Of course');
  await expect(answer(page)).toBeFocused();
  await tabAndEnter(page, /^Send in chat/);
  await expect(answer(page)).toHaveValue('');
  await expectFocusKept(page, 'sending with the button');
  await expect(answer(page)).toBeFocused();
  await press(page, 'Control+Enter');
  await expect(page.getByText(/Nothing was sent yet/)).toBeHidden();
  // A macro, then a note.
  await page.keyboard.type('/');
  await expect(page.getByRole('listbox', { name: 'Macros' })).toBeVisible();
  await press(page, 'ArrowDown', 'Enter');
  await expect(answer(page)).not.toHaveValue(/^\/?$/);
  await expect(answer(page)).toBeFocused();
  await press(page, 'Control+A', 'Delete', 'Escape', 'n');
  await expect(page.getByRole('textbox', { name: 'Only colleagues see this' })).toBeFocused();
  await page.keyboard.type('Asks for a friend');
  await press(page, 'Control+Enter');
  await expect(page.getByRole('log')).toContainText('Asks for a friend');
  await press(page, 'Escape');
  // Taken, put off, brought back, handed on, closed.
  await press(page, 't');
  await expect(page.getByRole('region', { name: 'Conversation' })).toContainText('yours');
  await tabTo(page, /^Snooze$/, { back: true });
  await press(page, 'Enter');
  await expect(page.getByRole('menuitem', { name: /Tomorrow/ })).toBeVisible();
  await press(page, 'ArrowDown');
  await expect.poll(async () => (await focused(page)).role).toBe('menuitem');
  await press(page, 'End', 'Enter');
  await expect(page.getByText(/^put off until/)).toBeVisible();
  await expectFocusOn(page, /^Snooze$/);
  await press(page, 'a');
  await expect(page.getByRole('combobox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Nobody');
  await press(page, 'Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('region', { name: 'Conversation' })).toContainText('Unassigned');
  await expectFocusOn(page, /^Snooze$/);
  await press(page, 'e');
  await expect(page.getByText('Closed.')).toBeVisible();
  await expectFocusKept(page, 'closing the conversation');
});

test('an agent looks up stock, holds it, sends a card and the cart by keys alone', async ({ browser }) => {
  const { page, shopper, goods } = await deskWithQuestion(browser, { withCart: true });
  await openConversation(page, shopper.name);
  const stock = page.getByRole('region', { name: 'Stock' });
  await expect(stock).toContainText(goods.title);
  await press(page, 'h');
  await expect(page.getByRole('button', { name: /^Hold until .*\d/ })).toBeFocused();
  await press(page, 'Enter');
  await expect(page.getByRole('dialog')).toContainText(/Code .{7}/);
  await expectFocusOn(page, /Back to the conversation/);
  await press(page, 'Enter');
  await expect(answer(page)).toBeFocused();
  await press(page, 'Escape', 's');
  await expectFocusOn(page, /^Stock: /);
  await page.keyboard.type('lund');
  await expect(stock.getByRole('listitem').first()).toContainText(/lund/i);
  await press(page, 'Enter');
  await expect(stock.getByRole('button', { name: 'Send as card' })).toBeVisible();
  await expectFocusKept(page, 'choosing goods');
  await tabAndEnter(page, /^Send as card$/);
  await expect(page.getByRole('log')).toContainText('Card:');
  await expectFocusKept(page, 'sending a card');
  await press(page, 'r');
  await tabAndEnter(page, /^Cart link$/);
  await expect(answer(page)).toHaveValue(/\/h\//);
  await expect(answer(page)).toBeFocused();
});

test('an agent logs a call, goes through the customer’s panel and the palette, and signs out by keys alone', async ({
  browser,
}) => {
  const { page, shopper } = await deskWithQuestion(browser);
  await openConversation(page, shopper.name);
  // The panel beside the conversation can be reached and read.
  await tabTo(page, /^Stock: /);
  await expectFocusKept(page, 'going to the panel');
  await press(page, 'Escape', 'c');
  await expect(page.getByRole('textbox', { name: 'Number' })).toBeFocused();
  await press(page, 'Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expectFocusKept(page, 'leaving the call');
  await press(page, 'c');
  const phone = `+48 600 ${Math.floor(100 + Math.random() * 900)} ${Math.floor(100 + Math.random() * 900)}`;
  await page.keyboard.type(phone);
  await expect(page.getByRole('radio', { name: /Somebody new/ })).toBeVisible();
  await tabTo(page, /^What was said/);
  await page.keyboard.type('Asked for the hours');
  await press(page, 'Control+Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('log')).toContainText('Asked for the hours');
  await expectFocusKept(page, 'logging a call');
  await press(page, 'Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect.poll(async () => (await focused(page)).role).toMatch(/box/);
  await page.keyboard.type('snoozed');
  await expect(page.getByRole('dialog').getByRole('button').first()).toContainText('Snoozed');
  await press(page, 'Enter');
  await expect(page).toHaveURL(/view=snoozed/);
  await expect(page.getByRole('dialog')).toBeHidden();
  await expectFocusKept(page, 'an act of the palette');
  await press(page, '?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await press(page, 'Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expectFocusKept(page, 'the list of keys');
  await tabTo(page, /^Your account: /, { back: true });
  await press(page, 'Enter');
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
  await press(page, 'ArrowDown');
  await expect.poll(async () => (await focused(page)).role).toBe('menuitem');
  await press(page, 'End', 'Enter');
  await expect(page).toHaveURL(/sign-in/);
  await tabTo(page, /e-mail/i);
});

test('every stop of Tab on the Desk can be seen', async ({ browser }) => {
  const { page, shopper } = await deskWithQuestion(browser, { withCart: true });
  await openConversation(page, shopper.name);
  const { stops, unmarked } = await unmarkedStops(page);
  expect(stops).toBeGreaterThan(20);
  expect(unmarked).toEqual([]);
});
