import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { colleagueAt, desktop, staffApi } from '../lib/people.ts';
import { newEmail, openChat, shopperAt, signInByMail, writeInChat } from '../lib/shopping.ts';
import { test } from '../lib/test.ts';

const url = process.env.E2E_URL ?? '';
const words = (what: string) => `${what} ${randomUUID().slice(0, 8)}`;

test('the conversation goes on after a reload: what was written stands there once, what was begun is kept', async ({
  browser,
}) => {
  const page = await shopperAt(browser, url);
  await page.goto('/en');
  const panel = await openChat(page);
  const asked = words('Do you have it in green?');
  await writeInChat(panel, asked);
  await expect(panel.getByRole('log').getByText(asked)).toHaveCount(1);
  await expect(panel.getByRole('log').getByText(/· sent/)).toBeVisible();
  await panel.getByRole('textbox', { name: 'Your message' }).fill('And in bl');
  await page.reload();
  const again = await openChat(page);
  await expect(again.getByRole('log').getByText(asked)).toHaveCount(1);
  await expect(again.getByRole('textbox', { name: 'Your message' })).toHaveValue('And in bl');
});

test('signed in by the mailed code on another device, it is the same conversation, nothing twice, live on both', async ({
  browser,
}) => {
  const [here, there] = [await shopperAt(browser, url), await shopperAt(browser, url, desktop)];
  const email = newEmail();
  await here.goto('/en');
  const asked = words('First, on the phone');
  let panel = await openChat(here);
  await writeInChat(panel, asked, email);
  await expect(panel.getByRole('log').getByText(asked)).toHaveCount(1);
  await signInByMail(here, email);
  panel = await openChat(here);
  await expect(panel.getByRole('log').getByText(asked)).toHaveCount(1);

  await signInByMail(there, email);
  const other = await openChat(there);
  await expect(other.getByRole('log').getByText(asked)).toHaveCount(1);
  const answered = words('Then, at the desk');
  await writeInChat(other, answered, email);
  await expect(panel.getByRole('log').getByText(answered)).toHaveCount(1, { timeout: 25_000 });
  await expect(other.getByRole('log').getByText(answered)).toHaveCount(1);
  await expect(other.getByRole('log').getByText(asked)).toHaveCount(1);
});

test('a number given in the chat and proven by its code is known there, at the desk, and on another device', async ({
  browser,
}) => {
  const page = await shopperAt(browser, url);
  await page.goto('/en');
  const panel = await openChat(page);
  const asked = words('Will it fit the lift?');
  await writeInChat(panel, asked);
  await expect(panel.getByRole('log').getByText(/· sent/)).toBeVisible();
  await panel.getByText('Give your phone number').click();
  const field = panel.getByRole('textbox', { name: 'Phone number' });
  await field.fill('123');
  await field.press('Enter');
  await expect(panel.getByRole('alert')).toHaveText('Please check the number.');
  const number = `512${String(Date.now()).slice(-6)}`;
  await field.fill(number);
  await panel.getByRole('button', { name: 'Send a code' }).click();
  const code = panel.getByRole('textbox', { name: `Code from the message to ${number}` });
  await expect(code).toBeFocused();
  const texted = async () => {
    const { items } = await (await page.request.get(`/api/dev/texts?to=%2B48${number}&limit=1`)).json();
    return /\b(\d{6})\b/.exec(items[0]?.body ?? '')?.[1];
  };
  await expect.poll(texted).toMatch(/^\d{6}$/);
  await code.fill((await texted()) ?? '');
  await code.press('Enter');
  await expect(panel.getByText(`We know you by +48${number}`)).toBeVisible();
  await expect(panel.getByRole('log').getByText(asked)).toHaveCount(1);

  const desk = await (await colleagueAt(browser, url, 'agent', { ...desktop, locale: 'en-GB' })).newPage();
  await desk.goto('/console/desk');
  await desk.getByText(asked).first().click();
  await expect(desk.getByText('Proven to be this person')).toBeVisible();

  const other = await shopperAt(browser, url, desktop);
  await other.goto('/en/sign-in');
  const first = await texted();
  await other.getByRole('textbox', { name: 'E-mail or phone number' }).fill(`+48 ${number}`);
  await other.getByRole('button', { name: 'Send the code' }).click();
  await expect(other.getByRole('heading', { level: 1, name: 'Enter the code' })).toBeVisible();
  await expect.poll(texted).not.toBe(first);
  await other.getByRole('textbox', { name: 'Code' }).fill((await texted()) ?? '');
  await other.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(other.getByText(`Phone, confirmed: +48${number}`)).toBeVisible();
  await expect((await openChat(other)).getByRole('log').getByText(asked)).toHaveCount(1);
});

test('a chat that was refused the line, as when a sign-in beside it changes the cookie, hears the answer all the same', async ({
  browser,
}) => {
  const page = await shopperAt(browser, url, desktop);
  await page.goto('/en');
  const panel = await openChat(page);
  await writeInChat(panel, words('Is it there?'));
  await expect(panel.getByRole('log').getByText(/· sent/)).toBeVisible();
  const { threadId } = await (await page.request.get('/api/shop/chat')).json();
  await page.route('**/api/shop/live', (route) => route.fulfill({ status: 401, json: {} }), { times: 1 });
  await page.reload();
  const again = await openChat(page);
  await expect(again.getByRole('log').getByText(/· sent/)).toBeVisible();
  const answer = words('It is.');
  const agent = await staffApi(url, 'agent');
  const posted = await agent.post(`/api/staff/threads/${threadId}/messages`, {
    data: { clientKey: randomUUID(), text: answer },
  });
  expect(posted.status()).toBe(201);
  await expect(again.getByRole('log').getByText(answer)).toBeVisible();
});

test('a message written without a connection says that it waits, and arrives exactly once when the line is back', async ({
  browser,
}) => {
  const page = await shopperAt(browser, url, desktop);
  await page.goto('/en');
  const panel = await openChat(page);
  await writeInChat(panel, words('Before'));
  await expect(panel.getByRole('log').getByText(/· sent/)).toBeVisible();
  await page.context().setOffline(true);
  const waiting = words('In the tunnel');
  await writeInChat(panel, waiting);
  await expect(panel.getByText('waiting for a connection; it is sent by itself')).toBeVisible();
  await page.context().setOffline(false);
  await expect(panel.getByText('waiting for a connection; it is sent by itself')).toHaveCount(0, { timeout: 20_000 });
  await expect(panel.getByRole('log').getByText(waiting)).toHaveCount(1);
  // On its way it waits no longer, and is not there yet.
  const arrived = async () => {
    const { messages } = await (await page.request.get('/api/shop/chat')).json();
    return messages.filter((one: { text: string | null }) => one.text === waiting).length;
  };
  await expect.poll(arrived).toBeGreaterThan(0);
  expect(await arrived()).toBe(1);
});

test('what an agent has begun to answer is there again after a reload, and is the customer’s alone to be sent', async ({
  browser,
}) => {
  const shopper = await shopperAt(browser, url, desktop);
  await shopper.goto('/en');
  const name = words('Zofia');
  const panel = await openChat(shopper);
  await shopper.request.put('/api/shop/chat/contact', { data: { name } });
  await writeInChat(panel, words('Is somebody there?'));
  await expect(panel.getByRole('log').getByText(/· sent/)).toBeVisible();

  const agent = await (await colleagueAt(browser, url, 'agent', { ...desktop, locale: 'en-GB' })).newPage();
  await agent.goto('/console/desk');
  await agent.getByRole('link', { name: new RegExp(name) }).click();
  const field = agent.getByRole('textbox', { name: /^Write in / });
  await field.fill('Good day, I am looking');
  await agent.reload();
  await expect(agent.getByRole('textbox', { name: /^Write in / })).toHaveValue('Good day, I am looking');
  await expect(panel.getByRole('log')).not.toContainText('Good day');
  await agent.getByRole('textbox', { name: /^Write in / }).press('Control+Enter');
  await expect(panel.getByRole('log').getByText('Good day, I am looking')).toHaveCount(1, { timeout: 25_000 });
});
