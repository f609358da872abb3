import { gzipSync } from 'node:zlib';
import { type Browser, expect, test } from '@playwright/test';
import { makeWorld, type World } from '../lib/world.ts';
import { consolePlaces } from '../screens/consolePlaces.ts';
import { openPlace } from '../screens/open.ts';
import type { Place } from '../screens/places.ts';
import { shopPlaces } from '../screens/shopPlaces.ts';

let world: World;
test.beforeAll(async () => {
  world = await makeWorld(process.env.E2E_URL ?? '');
});

/** Scripts a browser loads on the first visit of a screen, in KB of gzip, whatever the server compresses with. */
async function scriptKilobytes(browser: Browser, place: Place): Promise<number> {
  let bytes = 0;
  const waiting: Promise<void>[] = [];
  browser.once('context', (context) =>
    context.on('response', (response) => {
      if (response.request().resourceType() !== 'script' || !response.ok()) return;
      waiting.push(
        response.body().then((body) => {
          bytes += gzipSync(body).length;
        }),
      );
    }),
  );
  const page = await openPlace(browser, place, { width: 390, theme: 'light', language: 'pl' }, world);
  await page.waitForTimeout(500);
  await Promise.all(waiting);
  await page.context().close();
  return Math.round(bytes / 102.4) / 10;
}

for (const place of [...shopPlaces, ...consolePlaces]) {
  const budget = place.area === 'shop' ? 130 : 350;
  test(`${place.name} loads at most ${budget} KB of scripts first`, async ({ browser }) => {
    const kilobytes = await scriptKilobytes(browser, place);
    expect(kilobytes).toBeGreaterThan(0);
    expect(kilobytes).toBeLessThanOrEqual(budget);
  });
}
