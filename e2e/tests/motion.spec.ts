import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test';
import { colleagueAt, desktop, phone } from '../lib/people.ts';

const url = process.env.E2E_URL ?? '';

/** LOOK: what moves takes 120 to 180 ms; the browser's clock may round it up. */
const longestMs = 200;
/** What turns or breathes while one waits has no end, so no length. */
const waits = /spin|pulse|loader|skeleton|breath|shimmer|blink/i;

interface Motion {
  what: string;
  ms: number;
}

/** Watches from the first paint on: every transition and animation that begins, with its length. */
const watchMotion = () => {
  const seen: Motion[] = [];
  (globalThis as unknown as { __motions: Motion[] }).__motions = seen;
  const note = (event: Event) => {
    const name = (event as AnimationEvent).animationName ?? (event as TransitionEvent).propertyName;
    const element = event.target as Element;
    for (const animation of element.getAnimations?.() ?? []) {
      const timing = animation.effect?.getComputedTiming();
      const called =
        'animationName' in animation
          ? String(animation.animationName)
          : String((animation as CSSTransition).transitionProperty);
      if (called !== name || !timing) continue;
      const ms = Number(timing.duration);
      const endless = timing.iterations === Number.POSITIVE_INFINITY;
      seen.push({ what: `${endless ? 'endless ' : ''}${called} of ${element.tagName} .${element.className}`, ms });
    }
  };
  for (const kind of ['transitionrun', 'animationstart']) addEventListener(kind, note, true);
};

const motions = (page: Page): Promise<Motion[]> =>
  page.evaluate(() => (globalThis as unknown as { __motions: Motion[] }).__motions);

/** What the styles of everything in the page would do when touched. */
const styledMotions = (page: Page): Promise<Motion[]> =>
  page.evaluate(() => {
    const inMs = (text: string) =>
      Math.max(...text.split(',').map((one) => Number.parseFloat(one) * (/ms/.test(one) ? 1 : 1_000)));
    return [...document.querySelectorAll('*')].flatMap((element) => {
      const style = getComputedStyle(element);
      const endless = style.animationIterationCount === 'infinite' ? 'endless ' : '';
      return [
        { what: `transition of ${element.tagName} .${element.className}`, ms: inMs(style.transitionDuration) },
        ...(style.animationName === 'none'
          ? []
          : [
              {
                what: `${endless}${style.animationName} of ${element.tagName} .${element.className}`,
                ms: inMs(style.animationDuration),
              },
            ]),
      ];
    });
  });

/** Drawers, menus, dialogs, notices, the chat: everything that opens. */
async function openEverything(browser: Browser, motion: BrowserContextOptions): Promise<Motion[]> {
  const all: Motion[] = [];
  const look = async (page: Page) => {
    all.push(...(await styledMotions(page)));
  };
  const finish = async (page: Page) => {
    all.push(...(await motions(page)));
    await page.context().close();
  };
  const shop = await (await browser.newContext({ baseURL: url, ...phone, ...motion })).newPage();
  await shop.addInitScript(watchMotion);
  await shop.goto('/en/search?q=sofa');
  await shop.getByRole('button', { name: 'Reject' }).click();
  await shop.locator('summary[aria-label="Menu"]').click();
  await look(shop);
  await shop.keyboard.press('Escape');
  await shop.getByRole('link', { name: /^Chat/ }).click();
  await expect(shop.getByRole('dialog')).toBeVisible();
  await look(shop);
  await finish(shop);

  const desk = await (await colleagueAt(browser, url, 'agent', { ...desktop, ...motion })).newPage();
  await desk.addInitScript(watchMotion);
  await desk.goto('/console/desk');
  const first = desk.getByRole('region', { name: 'Inbox' }).getByRole('listitem').getByRole('link').first();
  await first.click();
  await expect(desk.getByRole('log')).toBeVisible();
  await look(desk);
  await desk.keyboard.press('a');
  await expect(desk.getByRole('dialog')).toBeVisible();
  await look(desk);
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('dialog')).toBeHidden();
  await desk.getByRole('button', { name: 'Snooze' }).click();
  await expect(desk.getByRole('menuitem').first()).toBeVisible();
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('Control+k');
  await expect(desk.getByRole('dialog')).toBeVisible();
  await look(desk);
  await finish(desk);

  const floor = await (await colleagueAt(browser, url, 'associate', { ...phone, ...motion })).newPage();
  await floor.addInitScript(watchMotion);
  await floor.goto('/console/floor');
  await expect(floor.getByRole('heading', { name: 'Today' })).toBeVisible();
  await floor.getByRole('button', { name: 'More' }).click();
  await expect(floor.getByRole('dialog')).toBeVisible();
  await look(floor);
  await floor.keyboard.press('Escape');
  // An answer to a scan stands over everything for a moment.
  await floor.getByRole('searchbox').fill('K0-0000');
  await floor.keyboard.press('Enter');
  await expect(floor.getByText(/K0-?0000|Unknown|not found/i).first()).toBeVisible();
  await look(floor);
  await finish(floor);
  return all;
}

const longer = (all: Motion[], ms: number) => [
  ...new Set(all.filter((one) => one.ms > ms).map((one) => `${Math.round(one.ms)} ms: ${one.what.slice(0, 140)}`)),
];

test('nothing moves for whoever asked for less motion', async ({ browser }) => {
  const all = await openEverything(browser, { reducedMotion: 'reduce' });
  expect(longer(all, 1)).toEqual([]);
});

test('what moves is over in the time of a glance, and only what waits goes on', async ({ browser }) => {
  const all = await openEverything(browser, { reducedMotion: 'no-preference' });
  const lasting = all.filter((one) => !(one.what.startsWith('endless') || waits.test(one.what)));
  expect(all.filter((one) => one.ms > 1).length, 'nothing moves at all: the test sees nothing').toBeGreaterThan(0);
  expect(longer(lasting, longestMs)).toEqual([]);
});
