import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectFocusKept, expectFocusOn, press, scan, tabAndEnter, tabTo, unmarkedStops } from '../lib/keyboard.ts';
import { type Colleague, colleagueAt, emailOf } from '../lib/people.ts';
import { type Goods, goodsInKrakow, holdInKrakow, newShopper, type Shopper } from '../lib/shopper.ts';

const url = process.env.E2E_URL ?? '';

async function floorOf(browser: Browser, who: Colleague = 'associate'): Promise<Page> {
  const page = await (await colleagueAt(browser, url, who)).newPage();
  await page.goto('/console/floor');
  await expect(page.getByText('Connected')).toBeVisible();
  return page;
}

/** A hold that waits in Kraków to be put aside. */
async function heldGoods(): Promise<{ shopper: Shopper; goods: Goods; code: string }> {
  const shopper = await newShopper(url);
  const goods = await goodsInKrakow(shopper.api);
  const { code } = await holdInKrakow(shopper, goods);
  return { shopper, goods, code };
}

async function findByTyping(page: Page, words: string): Promise<void> {
  await press(page, '/');
  await expectFocusOn(page, /^Scan or type/);
  // A person's speed: what comes faster is a scanner's.
  await page.keyboard.type(words, { delay: 70 });
  await press(page, 'Enter');
}

test('a hold goes from the list to the customer’s hands by keys alone', async ({ browser }) => {
  const { code } = await heldGoods();
  const page = await floorOf(browser);
  await findByTyping(page, code);
  await expect(page.getByRole('heading', { level: 1, name: code })).toBeVisible();
  await expectFocusKept(page, 'finding by code');
  await tabAndEnter(page, /^Take it$/);
  await expect(page.getByText('You are picking')).toBeVisible();
  await expectFocusOn(page, /^Where does it lie/);
  await page.keyboard.type('Bay 4', { delay: 70 });
  await press(page, 'Enter');
  await expect(page.getByText(/^Lies ready: Bay 4/)).toBeVisible();
  await expectFocusOn(page, /^Hand over$/);
  await press(page, 'Enter');
  await expect(page.getByText('To pay', { exact: true })).toBeVisible();
  await expectFocusKept(page, 'beginning to hand over');
  // Cash, exactly: arrows choose, as in every group of choices.
  await tabTo(page, /^Card terminal$/, { role: 'radio' });
  await press(page, 'ArrowDown');
  await tabAndEnter(page, /^Exact$/);
  await tabAndEnter(page, /in cash: hand over$/);
  await expect(page.getByRole('heading', { name: 'Handed over' })).toBeVisible();
  await expectFocusOn(page, /^Next$/);
  await press(page, 'Enter');
  await expect(page).toHaveURL(/stage=ready/);
  await expectFocusKept(page, 'the next customer');
});

test('what is not found is said so, and taken back when it turns up, by keys alone', async ({ browser }) => {
  const { code } = await heldGoods();
  const page = await floorOf(browser);
  await findByTyping(page, code);
  await expect(page.getByRole('heading', { level: 1, name: code })).toBeVisible();
  await tabTo(page, /^Take it$/);
  await tabAndEnter(page, /^More$/, { back: true });
  await expect(page.getByRole('dialog', { name: code })).toBeVisible();
  await tabAndEnter(page, /^Not found$/);
  await expect(page.getByRole('dialog', { name: 'Where did you look?' })).toBeVisible();
  await tabTo(page, /^Not on the shelf/, { role: 'radio' });
  await press(page, 'Space');
  await tabAndEnter(page, /^Not found$/, { role: 'button' });
  await expect(page.getByText(/^Not found: Not on the shelf/)).toBeVisible();
  await expectFocusKept(page, 'not found');
  await tabAndEnter(page, /^Found after all$/);
  await expect(page.getByText(/^Fetch it and put it aside/)).toBeVisible();
  await expectFocusKept(page, 'the reversal');
  // A step taken by mistake is taken back as well.
  await tabAndEnter(page, /^Take it$/);
  await expect(page.getByText('You are picking')).toBeVisible();
  await tabTo(page, /^Where does it lie/);
  await tabAndEnter(page, /^More$/, { back: true });
  await tabAndEnter(page, /^Take it back$/);
  await expect(page.getByRole('dialog', { name: 'Take back this step' })).toBeVisible();
  await tabTo(page, /^Tapped by mistake/, { role: 'radio' });
  await press(page, 'Space');
  await tabAndEnter(page, /^Take it back$/, { role: 'button' });
  await expect(page.getByText(/^Fetch it and put it aside/)).toBeVisible();
  await expectFocusKept(page, 'taking back');
});

test('a customer is found by name, and the list is walked by arrows, by keys alone', async ({ browser }) => {
  const { shopper, code } = await heldGoods();
  const page = await floorOf(browser);
  await findByTyping(page, shopper.name);
  await expect(page.getByRole('heading', { name: 'Holds and pickups here' })).toBeVisible();
  await expectFocusKept(page, 'finding by name');
  await tabTo(page, new RegExp(code));
  await press(page, 'Enter');
  await expect(page.getByRole('heading', { level: 1, name: code })).toBeVisible();
  await press(page, 't');
  await expect(page).toHaveURL(/\/floor(\?|$)/);
  await press(page, '1');
  await expect(page).toHaveURL(/stage=aside/);
  const rows = page.getByRole('region', { name: 'Today' }).getByRole('listitem').getByRole('link');
  await expect(rows.first()).toBeVisible();
  await tabTo(page, /(Hold|Pickup|Parcel).*(by|late)/, { role: 'link' });
  await press(page, 'ArrowDown', 'ArrowUp', 'Enter');
  await expect(page).toHaveURL(/floor\/work/);
  await expectFocusKept(page, 'opening from the list');
});

test('a sale is scanned, changed, discounted with a reason and paid by keys alone', async ({ browser }) => {
  const page = await floorOf(browser, 'manager');
  const goods = await goodsInKrakow((await newShopper(url)).api);
  const { sku } = goods;
  await press(page, 's');
  await expect(page.getByRole('heading', { name: 'Till' })).toBeVisible();
  await scan(page, sku);
  const lines = page.getByRole('list', { name: 'Goods' });
  await expect(lines).toContainText(goods.title);
  await tabAndEnter(page, /^One more$/);
  await expect(page.getByRole('status', { name: /^Pieces of/ })).toHaveText('2');
  await expectFocusOn(page, /^One more$/);
  await tabAndEnter(page, /^One less$/, { back: true });
  await expect(page.getByRole('status', { name: /^Pieces of/ })).toHaveText('1');
  await tabAndEnter(page, /^Discount$/, { role: 'button' });
  await expect(page.getByRole('dialog', { name: 'Discount' })).toBeVisible();
  await tabTo(page, /^Percent off$/, { role: 'textbox' });
  await page.keyboard.type('5');
  await tabTo(page, /^Display piece$/, { role: 'radio' });
  await press(page, 'Space');
  await tabAndEnter(page, /^Give the discount$/);
  await expect(page.getByRole('dialog')).toBeHidden();
  await expectFocusOn(page, /^Discount$/);
  await expect(page.getByText(/^−/).first()).toBeVisible();
  await press(page, 'p');
  await expect(page.getByText('How is it paid?')).toBeVisible();
  await expectFocusKept(page, 'going to pay');
  await tabAndEnter(page, /paid by card: finish$/);
  await expect(page.getByRole('heading', { name: 'Sold' })).toBeVisible();
  await expectFocusOn(page, /^New sale$/);
  await press(page, 'Enter');
  await expect(page.getByText('Scan the first piece')).toBeVisible();
  await expectFocusKept(page, 'a new sale');
});

test('stock of all stores is looked up, received, counted and held by keys alone', async ({ browser }) => {
  const page = await floorOf(browser, 'manager');
  const shopper = await newShopper(url);
  const goods = await goodsInKrakow(shopper.api);
  const { sku } = goods;
  await press(page, 'i');
  await expect(page.getByRole('heading', { name: 'Stock of all stores' })).toBeVisible();
  await tabTo(page, /^Goods: words/);
  await page.keyboard.type(sku.toLowerCase(), { delay: 70 });
  await press(page, 'Enter');
  await tabTo(page, new RegExp(goods.title), { role: 'link' });
  await press(page, 'Enter');
  await expect(page.getByRole('heading', { name: 'Your store' })).toBeVisible();
  await expectFocusKept(page, 'opening goods');
  await tabAndEnter(page, /^Receive or correct$/);
  await tabTo(page, /^Pieces$/);
  await page.keyboard.type('2');
  await tabTo(page, /^Reason/);
  await page.keyboard.type('Delivery note 7', { delay: 70 });
  await tabAndEnter(page, /^Save$/);
  await expect(page.getByText(/^Saved: /)).toBeVisible();
  await expectFocusOn(page, /^Receive or correct$/);
  await tabAndEnter(page, /^Ledger$/);
  await expect(page.getByRole('dialog')).toContainText('Delivery note 7');
  await press(page, 'Escape');
  await expectFocusOn(page, /^Ledger$/);
  await tabAndEnter(page, /^Hold$/, { back: true });
  await expect(page.getByRole('dialog', { name: 'For whom?' })).toBeVisible();
  await tabTo(page, /^Phone, e-mail/);
  const address = `${shopper.name.replace(' ', '.').toLowerCase()}@example.com`;
  await page.keyboard.type(address, { delay: 60 });
  await press(page, 'Enter');
  await tabAndEnter(page, /^Make a customer with/);
  await tabAndEnter(page, /^Go on without$/);
  await expect(page.getByRole('dialog', { name: /^Hold in/ })).toBeVisible();
  await tabAndEnter(page, /^Hold it$/);
  await expect(page.getByText(/^Held: /)).toBeVisible();
  await expectFocusKept(page, 'holding');
});

test('a manager reads the day, and a device of the store changes hands by PIN, by keys alone', async ({ browser }) => {
  const page = await floorOf(browser, 'manager');
  await press(page, 'd');
  await expect(page.getByRole('heading', { name: 'The store’s day' })).toBeVisible();
  await tabAndEnter(page, /^Day before$/);
  await expectFocusOn(page, /^Day before$/);
  await tabAndEnter(page, /^More$/, { back: true });
  await tabAndEnter(page, /^Device and PIN$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Device and PIN' })).toBeVisible();
  await expectFocusKept(page, 'going to the device');
  await tabTo(page, /^New PIN$/);
  await page.keyboard.type('4826', { delay: 80 });
  await press(page, 'Enter');
  await expect(page.getByText('Your PIN is set.')).toBeVisible();
  await tabTo(page, /^Name of the device$/);
  await page.keyboard.type('Till 9', { delay: 70 });
  await press(page, 'Enter');
  await expect(page.getByText(/^Till 9, a device of/)).toBeVisible();
  await expectFocusKept(page, 'registering the device');
  // Away with the focus from a field, then lock.
  await tabTo(page, /^Set the PIN$|^Revoke$/);
  await press(page, 'l');
  await expect(page.getByRole('heading', { name: 'Who works here?' })).toBeVisible();
  const me = emailOf('manager').split(/[.@]/)[0] ?? '';
  await tabTo(page, new RegExp(`^${me}`, 'i'), { role: 'button' });
  await press(page, 'Enter');
  await expect(page.getByRole('heading', { name: /^PIN of/ })).toBeVisible();
  await page.keyboard.type('4826', { delay: 80 });
  await press(page, 'Enter');
  // In the language of whoever it is now.
  await expect(page.getByText(/^(Connected|Połączono)$/)).toBeVisible();
  await expect(page).toHaveURL(/floor\/device/);
});

test('every stop of Tab on the Floor can be seen', async ({ browser }) => {
  const { code, goods } = await heldGoods();
  const page = await floorOf(browser, 'manager');
  const { sku } = goods;
  for (const look of [
    async () => {
      await press(page, '1');
      await expect(page).toHaveURL(/stage=aside/);
    },
    async () => {
      await findByTyping(page, code);
      await expect(page.getByRole('heading', { level: 1, name: code })).toBeVisible();
    },
    async () => {
      await press(page, 's');
      await expect(page.getByRole('heading', { name: 'Till' })).toBeVisible();
      await scan(page, sku);
      await expect(page.getByRole('list', { name: 'Goods' })).toContainText(goods.title);
    },
    () => page.goto(`/console/floor/stock/${goods.variantId}?q=${encodeURIComponent(sku)}`),
    () => page.goto('/console/floor/device'),
    () => page.goto('/console/floor/day'),
  ]) {
    await look();
    await expect(page.getByText('Connected')).toBeVisible();
    await expect(page.locator('main').getByRole('heading', { level: 1 }).last()).toBeVisible();
    await expect(page.locator('main').getByRole('status', { name: /^(Loading|Reading)/ })).toHaveCount(0);
    const { stops, unmarked } = await unmarkedStops(page);
    expect(stops, page.url()).toBeGreaterThan(6);
    expect(unmarked, page.url()).toEqual([]);
  }
});
