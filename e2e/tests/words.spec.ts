import { expect, test } from '@playwright/test';
import { suiteWorld } from '../lib/suite.ts';
import { sameSentences, textsOf } from '../lib/words.ts';
import { consolePlaces } from '../screens/consolePlaces.ts';
import { openPlace } from '../screens/open.ts';
import { shopPlaces } from '../screens/shopPlaces.ts';

/** Those with the most words of the server's: states, dates, problems, goods. */
const looked = [
  'shop-product',
  'shop-cart',
  'shop-checkout',
  'shop-order',
  'desk-thread',
  'floor-work',
  'floor-stock-everywhere',
  'office-order',
  'office-health',
];

/** What the retailer wrote once (numbers of the company, names of sources), a mail's subject as it went to the customer, and people's names. */
const known = /\(demo\)|^tills-[a-z-]+$|^Order V-\d+ confirmed$|<script>/;

test('no sentence of a screen stays English where Polish or Russian was asked for', async ({ browser }) => {
  const world = suiteWorld();
  const wrong: string[] = [];
  for (const place of [...shopPlaces, ...consolePlaces].filter((one) => looked.includes(one.name))) {
    const [english = [], ...others] = await Promise.all(
      (['en', 'pl', 'ru'] as const).map(async (language) => {
        const page = await openPlace(browser, place, { width: 1440, theme: 'light', language }, world);
        const texts = await textsOf(page);
        await page.context().close();
        return texts;
      }),
    );
    expect(english.length, place.name).toBeGreaterThan(5);
    for (const [index, texts] of others.entries())
      wrong.push(
        ...sameSentences(english, texts, known).map((text) => `${place.name} ${['pl', 'ru'][index]}: ${text}`),
      );
  }
  expect(wrong).toEqual([]);
});
