import { expect, type Page, test } from '@playwright/test';
import { expectAlive, expectFocusKept, press, tabAndEnter, tabTo, unmarkedStops } from '../lib/keyboard.ts';

const url = process.env.E2E_URL ?? '';

test.use({ baseURL: url, viewport: { width: 1440, height: 900 } });

/** Consent is asked of somebody new and stands over the page: settled first, by keys. */
async function arrive(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expectAlive(page.getByRole('main'));
  const banner = page.getByRole('button', { name: 'Reject' });
  if (!(await banner.isVisible())) return;
  await expectAlive(banner);
  await banner.focus();
  await press(page, 'Enter');
  await expect(banner).toBeHidden();
  // The page is drawn anew with the answer, and the focus goes to where its content begins.
  await expectFocusKept(page, 'answering about cookies');
}

test('a shopper searches by suggestions, filters, chooses, buys and pays by keys alone', async ({ page }) => {
  await arrive(page, '/en');
  await tabTo(page, /^Search/, { role: 'combobox' });
  await page.keyboard.type('nida', { delay: 30 });
  await expect(page.getByRole('option').first()).toBeVisible();
  await press(page, 'ArrowDown');
  await expect(page.getByRole('option', { selected: true })).toBeVisible();
  await expect(page.getByRole('combobox', { name: /^Search/ })).toHaveAttribute('aria-activedescendant', /./);
  await press(page, 'Enter');
  await expect(page).not.toHaveURL(/\/en$/);
  await expectFocusKept(page, 'taking a suggestion');

  await page.goto('/en/search?q=sofa');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await tabTo(page, /velvet|linen|leather/i);
  await press(page, 'Space');
  await expect(page).toHaveURL(/f\./);
  await expectFocusKept(page, 'a filter');
  await tabTo(page, /^(Lund|Nida|Tilda|Borne|Alma) sofa/, { role: 'link' });
  await press(page, 'Enter');
  await expect(page).toHaveURL(/\/p\//);
  await expectFocusKept(page, 'opening goods');
});

test('pictures, cart and checkout are worked by keys alone', async ({ page }) => {
  const found = await (
    await page.request.get('/api/shop/search?limit=60', { headers: { 'accept-language': 'en' } })
  ).json();
  const goods = found.items.find((one: { delivery: unknown; price: unknown }) => one.delivery && one.price);
  await arrive(page, `/en/p/${goods.slug}?variant=${goods.variantId}`);
  await tabTo(page, /^Picture 1 of/);
  await press(page, 'ArrowRight');
  await expectFocusKept(page, 'looking at pictures');
  await tabAndEnter(page, /^Add to cart$/);
  await expect(page).toHaveURL(/\/cart/);
  await expect(page.getByRole('status').filter({ hasText: 'Added' })).toBeVisible();
  await expectFocusKept(page, 'putting it into the cart');
  await tabAndEnter(page, /^To the checkout$/);
  await expect(page).toHaveURL(/checkout/);
  await expectFocusKept(page, 'going to the checkout');
  const type = async (label: RegExp, text: string) => {
    await tabTo(page, label);
    await page.keyboard.type(text);
  };
  await type(/^E-mail/, 'zofia.lecka@example');
  await press(page, 'Tab');
  await expect(page.getByText('This is no complete e-mail address')).toBeVisible();
  await press(page, 'Shift+Tab');
  // Coming back by Tab chooses all of it: what is typed takes its place.
  await page.keyboard.type('zofia.lecka@example.com');
  await type(/^First and last name/, 'Zofia Łęcka');
  await type(/^Street/, 'Długa 5');
  await type(/^Postcode/, '31146');
  await type(/^Town/, 'Kraków');
  await type(/^Card number/, '4242424242424242');
  await type(/^Expiry/, '1229');
  await type(/^Security/, '123');
  await press(page, 'Enter');
  await expect(page).toHaveURL(/\/orders\//, { timeout: 20_000 });
  await expectFocusKept(page, 'ordering');
});

test('every stop of Tab in the shop can be seen', async ({ page }) => {
  for (const path of ['/en/search?q=sofa', '/en/p/lund-sofa', '/en/chat']) {
    await arrive(page, path);
    const { stops, unmarked } = await unmarkedStops(page);
    expect(stops, path).toBeGreaterThan(10);
    expect(unmarked, path).toEqual([]);
  }
});
