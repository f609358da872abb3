import { expect, test } from '@playwright/test';
import { accessibilityFindings, layoutFindings } from '../lib/checks.ts';
import { makeWorld, type World } from '../lib/world.ts';
import { consolePlaces } from '../screens/consolePlaces.ts';
import { openPlace } from '../screens/open.ts';
import { consolePatterns, shopPatterns } from '../screens/routes.ts';
import { shopPlaces } from '../screens/shopPlaces.ts';

const places = [...shopPlaces, ...consolePlaces];
let world: World;
test.beforeAll(async () => {
  world = await makeWorld(process.env.E2E_URL ?? '');
});

test('every route of the shop and the console is looked at', async () => {
  const known = new Set(places.map((place) => place.pattern));
  expect([...shopPatterns(), ...(await consolePatterns())].filter((pattern) => !known.has(pattern))).toEqual([]);
});

for (const place of places) {
  test(`${place.name} can be used by everyone: axe, widths and text, on a phone and a desk, light and dark`, async ({
    browser,
  }) => {
    for (const [width, theme, language] of [
      [390, 'light', 'pl'],
      [390, 'dark', 'ru'],
      [1440, 'light', 'en'],
      [1440, 'dark', 'pl'],
    ] as const) {
      const page = await openPlace(browser, place, { width, theme, language }, world);
      expect(await accessibilityFindings(page), `${width} ${theme} ${language}: axe`).toEqual([]);
      expect(await layoutFindings(page), `${width} ${theme} ${language}: layout`).toEqual([]);
      await page.context().close();
    }
  });
}
