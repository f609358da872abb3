import { expect, type Page, test } from '@playwright/test';
import { accessibilityFindings, contrastFindings, type Finding, layoutFindings } from '../lib/checks.ts';
import { countScripts, type ScriptSizes } from '../lib/countScripts.ts';
import { suiteWorld } from '../lib/suite.ts';
import { consolePlaces } from '../screens/consolePlaces.ts';
import { openPlace, settled } from '../screens/open.ts';
import type { Language } from '../screens/places.ts';
import { consolePatterns, shopPatterns } from '../screens/routes.ts';
import { shopPlaces } from '../screens/shopPlaces.ts';

const places = [...shopPlaces, ...consolePlaces];

test('every route of the shop and the console is looked at', async () => {
  const known = new Set(places.map((place) => place.pattern));
  expect([...shopPatterns(), ...(await consolePatterns())].filter((pattern) => !known.has(pattern))).toEqual([]);
});

for (const place of places) {
  const budget = place.area === 'shop' ? 130 : 350;

  test(`${place.name} can be used by everyone, fits a phone and a desk, and loads at most ${budget} KB of scripts`, async ({
    browser,
  }) => {
    const world = suiteWorld();
    const open = (width: 390 | 1440, language: Language) =>
      openPlace(browser, place, { width, theme: 'light', language }, world);

    const scripts = countScripts(browser);
    let kilobytes: ScriptSizes | undefined;
    const found: Finding[] = [];
    const look = async (page: Page, seenAs: string, findings: (page: Page) => Promise<Finding[]>) => {
      for (const { rule, where, what } of await findings(page)) found.push({ rule: `${seenAs}: ${rule}`, where, what });
    };
    for (const [width, language] of [
      [390, 'pl'],
      [390, 'ru'],
      [1440, 'en'],
    ] as const) {
      const page = await open(width, language);
      kilobytes ??= await scripts.kilobytes();
      await look(page, `${width} ${language}`, layoutFindings);
      if (language === 'ru') {
        await page.setViewportSize({ width: 1440, height: 900 });
        await look(page, `1440 ${language}`, layoutFindings);
      } else {
        await look(page, `${width} ${language}`, accessibilityFindings);
        await page.emulateMedia({ colorScheme: 'dark' });
        await settled(page);
        await look(page, `${width} ${language} dark`, contrastFindings);
      }
      await page.context().close();
    }
    expect(found).toEqual([]);
    expect(kilobytes?.first).toBeGreaterThan(0);
    expect(kilobytes?.first).toBeLessThanOrEqual(budget);
    expect(kilobytes?.charts).toBeLessThanOrEqual(place.area === 'insight' || place.name === 'office-price' ? 200 : 0);
  });
}
