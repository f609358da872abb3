import { mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { accessibilityFindings, layoutFindings } from '../lib/checks.ts';
import { chromiumPath } from '../lib/chromium.ts';
import { openDemo } from '../lib/demo.ts';
import { makeWorld } from '../lib/world.ts';
import { consolePlaces } from './consolePlaces.ts';
import { openPlace } from './open.ts';
import { type Place, type View, viewsOf } from './places.ts';
import { consolePatterns, shopPatterns } from './routes.ts';
import { shopPlaces } from './shopPlaces.ts';

/**
 * `npm run screens [-- name …]`: a picture of every screen the routers have, as its people see it, into .build/screens;
 * each place also run through axe at every width and theme, and every picture through the checks of layout. Exits 1
 * where a route has no picture or a screen a finding.
 */
const asked = process.argv.slice(2);
const places = [...shopPlaces, ...consolePlaces];
const known = new Set(places.map((place) => place.pattern));
const missing = [...shopPatterns(), ...(await consolePatterns())].filter((pattern) => !known.has(pattern));
for (const pattern of missing) console.error(`No picture: ${pattern} is in a router and not in e2e/screens.`);

const folder = resolve(import.meta.dirname, '../../.build/screens');
if (asked.length === 0) await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const demo = await openDemo();
const browser = await chromium.launch({ executablePath: await chromiumPath() });
let found = 0;
let taken = 0;
try {
  const server = await demo.start();
  const world = await makeWorld(server.url);
  const work = places
    .filter((place) => asked.length === 0 || asked.some((name) => place.name.startsWith(name)))
    .flatMap((place) => viewsOf(place).map((view) => ({ place, view })));
  const total = work.length;
  await Promise.all(
    [1, 2].map(async () => {
      for (let next = work.shift(); next; next = work.shift()) {
        found += await picture(next.place, next.view, world);
        taken += 1;
        if (taken % 25 === 0) console.log(`${taken} of ${total}`);
      }
    }),
  );
} finally {
  await browser.close();
  await demo.close();
}
console.log(`${taken} pictures in ${folder}; ${found} findings; ${missing.length} routes without a picture.`);
process.exit(found > 0 || missing.length > 0 ? 1 : 0);

async function picture(place: Place, view: View, world: Awaited<ReturnType<typeof makeWorld>>): Promise<number> {
  const name = `${place.name}-${view.width}-${view.theme}-${view.language}`;
  try {
    const page = await openPlace(browser, place, view, world);
    await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true, animations: 'disabled' });
    // What axe looks at is the same in every language.
    const axe = view.language === 'en' ? await accessibilityFindings(page) : [];
    const findings = [...axe, ...(await layoutFindings(page))];
    for (const { rule, where, what } of findings) console.error(`${name}: ${rule}: ${where}: ${what}`);
    await page.context().close();
    return findings.length;
  } catch (error) {
    console.error(`${name}: ${String(error).split('\n')[0]}`);
    return 1;
  }
}
