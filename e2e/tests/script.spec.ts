import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page } from '@playwright/test';
import { plentifulGoods, storeIn } from '../lib/goods.ts';
import { type Colleague, colleagueAt, desktop, staffApi } from '../lib/people.ts';
import { newEmail, openChat, shopperAt, writeInChat } from '../lib/shopping.ts';
import { test } from '../lib/test.ts';

const url = process.env.E2E_URL ?? '';

/** Runs where it is written into a page as markup; as text it only looks ugly. */
const script = (mark: string) => `${mark}<img src=x onerror="window.ran=1"><script>window.ran=1</script>`;

/** Fails as soon as something runs that somebody wrote. */
function guard(page: Page): Page {
  page.on('dialog', (dialog) => {
    void dialog.dismiss();
    throw new Error(`a dialog was opened: ${dialog.message()}`);
  });
  return page;
}

/** What was written stands there letter by letter; nothing of it became an element, nothing ran, and nothing could. */
async function expectText(page: Page, mark: string): Promise<void> {
  await expect(page.getByText(`${mark}<img src=x`).filter({ visible: true }).first(), page.url()).toBeVisible();
  for (const frame of page.frames()) {
    const made = await frame.evaluate(() => ({
      ran: (window as { ran?: unknown }).ran,
      pictures: document.querySelectorAll('img[src="x"]').length,
      scripts: [...document.scripts].filter((one) => one.textContent.trim() === 'window.ran=1').length,
    }));
    expect(made, page.url()).toEqual({ ran: undefined, pictures: 0, scripts: 0 });
  }
}

async function open(page: Page, address: string): Promise<void> {
  const answer = await page.goto(address);
  const policy = answer?.headers()['content-security-policy'] ?? '';
  const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
  expect(scripts, address).toContain("'self'");
  expect(scripts, address).not.toContain('unsafe-inline');
}

async function consoleOf(browser: Browser, who: Colleague): Promise<Page> {
  const context = await colleagueAt(browser, url, who, { ...desktop, locale: 'en-GB' });
  return guard(await context.newPage());
}

test('script in the name of a product stays text: in the shop, the cart, the chat, the Office and the Floor', async ({
  browser,
}) => {
  const admin = await staffApi(url);
  const mark = `Chair ${randomUUID().slice(0, 8)} `;
  const title = script(mark);
  const code = `script-${randomUUID().slice(0, 8)}`;
  const keyed = () => ({ 'idempotency-key': randomUUID() });
  const { items: categories } = await (await admin.get('/api/staff/categories')).json();
  const saved = await admin.put(`/api/staff/products/${code}`, {
    data: {
      version: 0,
      title: { en: title, pl: title, ru: title },
      description: { en: title, pl: title, ru: title },
      categoryCode: categories.at(-1).code,
      taxClass: 'standard',
      variants: [{ sku: code.toUpperCase() }],
    },
  });
  expect(saved.ok(), await saved.text()).toBe(true);
  const product = await saved.json();
  const variantId = product.variants[0].id;
  const price = { variantId, gross: { amount: 19_900, currency: 'PLN' }, taxClass: 'standard' };
  await admin.put('/api/staff/prices', { data: { market: 'PL', prices: [price], reason: 'new' }, headers: keyed() });
  const krakow = await storeIn(url, 'Kraków');
  const change = { variantId, locationId: krakow.id, kind: 'receive', delta: 5, reason: 'new' };
  await admin.post('/api/staff/stock/changes', { data: { changes: [change] }, headers: keyed() });

  const shopper = guard(await shopperAt(browser, url, desktop));
  await open(shopper, `/en/search?q=${code}`);
  await expectText(shopper, mark);
  await shopper.getByRole('main').getByRole('link', { name: mark }).first().click();
  await expect(shopper.getByRole('heading', { level: 1 })).toContainText(mark);
  await expectText(shopper, mark);
  await shopper.getByRole('button', { name: 'Add to cart' }).click();
  await expect(shopper.getByText(/^Added: /)).toBeVisible();
  await expectText(shopper, mark);

  const office = await consoleOf(browser, 'admin');
  await open(office, `/console/office/products?q=${code}`);
  await expectText(office, mark);
  await open(office, `/console/office/prices/${product.id}`);
  await expectText(office, mark);
  const floor = await consoleOf(browser, 'associate');
  await open(floor, `/console/floor/stock/${variantId}`);
  await expectText(floor, mark);
  // Out of the shop again.
  const off = await admin.patch(`/api/staff/products/${code}`, {
    data: { version: product.version, archived: true },
    headers: keyed(),
  });
  expect(off.ok(), await off.text()).toBe(true);
});

test('script in names, messages and notes stays text: for the shopper, at the Desk, on the Floor, in the Office and in mails', async ({
  browser,
}) => {
  const goods = await plentifulGoods(url);
  const krakow = await storeIn(url, 'Kraków');
  const [name, message, note] = ['Zofia', 'Hello', 'Bell'].map((word) => `${word} ${randomUUID().slice(0, 6)} `);
  if (!name || !message || !note) throw new Error('three marks are needed');
  const email = newEmail();
  const shopper = guard(await shopperAt(browser, url, desktop));
  await open(shopper, '/en');
  const panel = await openChat(shopper);
  await writeInChat(panel, script(message), email);
  await expect(panel.getByRole('log').getByText(/· sent/)).toBeVisible();
  await expectText(shopper, message);
  await shopper.request.put('/api/shop/chat/contact', { data: { name: script(name) } });
  const order = async (way: object, more: object) => {
    const answer = await shopper.request.post('/api/shop/orders', {
      data: {
        from: { lines: [{ variantId: goods.variantId, quantity: 1, way }] },
        contact: { name: script(name), email },
        ...more,
      },
      headers: { 'idempotency-key': randomUUID() },
    });
    expect(answer.status(), await answer.text()).toBe(201);
    return answer.json();
  };
  const card = { number: '4242424242424242', expiryMonth: 12, expiryYear: 2039, cvc: '123' };
  const sent = await order(
    { method: 'delivery' },
    {
      deliveryAddress: {
        name: script(name),
        line1: 'Długa 5',
        postcode: '31-146',
        city: 'Kraków',
        country: 'PL',
        note: script(note),
      },
      payment: { method: 'card', card },
    },
  );
  const collected = await order({ method: 'pickup', locationId: krakow.id }, { payment: { method: 'pay_in_store' } });

  await open(shopper, `/en/orders/${sent.order.id}?token=${sent.accessToken}`);
  await expectText(shopper, name);
  await expectText(shopper, note);

  const desk = await consoleOf(browser, 'agent');
  await open(desk, '/console/desk');
  await desk.getByRole('link', { name: name }).first().click();
  await expect(desk.getByRole('log')).toContainText(message);
  await expectText(desk, name);
  await expectText(desk, message);
  await desk.getByRole('textbox', { name: /^Write in / }).waitFor();

  const office = await consoleOf(browser, 'admin');
  await open(office, `/console/office/orders/${sent.order.id}`);
  await expectText(office, name);
  await expectText(office, note);

  const admin = await staffApi(url);
  const { items } = await (await admin.get(`/api/staff/fulfilments?locationId=${krakow.id}&limit=100`)).json();
  const work = items.find((one: { orderId: string }) => one.orderId === collected.order.id);
  const floor = await consoleOf(browser, 'associate');
  await open(floor, `/console/floor/work/${work.id}`);
  await expectText(floor, name);

  // The mail of the order, as its reader sees it.
  const mailbox = guard(await shopper.context().newPage());
  await mailbox.goto(`/mailbox?to=${encodeURIComponent(email)}`);
  await mailbox
    .getByRole('link', { name: new RegExp(sent.order.number) })
    .first()
    .click();
  await mailbox.waitForLoadState();
  for (const frame of mailbox.frames()) {
    expect(await frame.locator('img[src="x"]').count()).toBe(0);
  }
});
