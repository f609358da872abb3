import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { World } from '../lib/world.ts';
import { contextFor, type Place, type View } from './places.ts';

/** Opens a place as its person, in a language and theme, and waits until nothing loads any more. */
export async function openPlace(browser: Browser, place: Place, view: View, world: World): Promise<Page> {
  const context = await browser.newContext(contextFor(place, view, world));
  // The console keeps a colleague's language on the device; a shop has it in its address.
  await context.addInitScript((language) => localStorage.setItem('language', language), view.language);
  await keepNames(context);
  const page = await context.newPage();
  // Asked on the first page, and above what is looked at on all others.
  if (place.name !== 'shop-home')
    await context.addCookies([{ name: 'tl_consent', value: 'necessary', url: world.url }]);
  const answer = await page.goto(place.address(world, view.language));
  if (answer?.status() !== (place.status ?? 200)) throw new Error(`${page.url()} answered ${answer?.status()}`);
  await settled(page);
  return page;
}

/** tsx keeps names of functions by a helper of its own, which a function evaluated in the page then misses. */
export async function keepNames(context: BrowserContext): Promise<void> {
  await context.addInitScript('globalThis.__name = (made) => made');
}

/** What is drawn is what was asked for: no skeletons, fonts there, pictures loaded. A live stream never ends, so "no network" is no sign. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.readyState === 'complete' &&
      document.querySelector('[aria-busy="true"], [data-loading="true"], .mantine-Skeleton-root') === null &&
      (document.querySelector('main')?.textContent ?? '').trim().length > 0,
    undefined,
    { timeout: 15_000 },
  );
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(
      [...document.images]
        .filter((picture) => !picture.complete && picture.loading !== 'lazy')
        .map((picture) => new Promise((done) => picture.addEventListener('load', done, { once: true }))),
    );
    // Colours on their way from one theme to the other are neither.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(ending.map((one) => one.finished.catch(() => undefined)));
  });
}
