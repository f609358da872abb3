import { createServer } from 'node:http';
import { type Browser, chromium, type Page } from '@playwright/test';
import { chromiumPath } from '../e2e/lib/chromium.ts';
import { openDemo } from '../e2e/lib/demo.ts';
import { emailOf, phone, signInStaff } from '../e2e/lib/people.ts';
import { makeWorld, type World } from '../e2e/lib/world.ts';
import { keepNames } from '../e2e/screens/open.ts';
import { closedLoop, createClient, type Measured, median, round } from './lib/load.ts';
import { bareHttp } from './lib/references.ts';
import { atMost, finish, progress } from './lib/report.ts';

const rounds = 5;
const slowdown = 4;

interface Painted {
  largestPaintMs: number;
  layoutShift: number;
}

/** Pages as a phone with a four times slower processor draws them, the product page as the server renders it, and live updates. */
export async function run(): Promise<number> {
  progress('starting the demo retailer …');
  const demo = await openDemo();
  const browser = await chromium.launch({ executablePath: await chromiumPath() });
  try {
    const server = await demo.start();
    const world = await makeWorld(server.url);
    const pages: Record<string, string> = {
      home: '/pl',
      list: `/pl/c/${world.category.pl}`,
      product: `/pl/p/${world.product.slugs.pl}`,
      search: '/pl/search?q=zielona+sofa',
    };
    const client = createClient(server.url, 16);
    const rendered = async () => (await client.send({ path: pages.product ?? '' })).status === 200;
    for (let n = 0; n < 50; n += 1) await rendered();

    const html: Measured[] = [];
    const bare: Measured[] = [];
    const painted: Record<string, Painted[]> = Object.fromEntries(Object.keys(pages).map((name) => [name, []]));
    const barePage: Painted[] = [];
    const updates: number[] = [];
    for (let n = 1; n <= rounds; n += 1) {
      progress(`round ${n} of ${rounds}`);
      bare.push(await bareHttp(1, 1, 40_000));
      html.push(await closedLoop(1, 2, rendered));
      barePage.push(await paintBarePage(browser));
      for (const [name, path] of Object.entries(pages)) painted[name]?.push(await paint(browser, server.url + path));
      updates.push(await liveUpdate(browser, world));
    }
    client.close();
    const paintOf = (name: string) => round(median((painted[name] ?? []).map((one) => one.largestPaintMs)), 0);
    const shiftOf = (name: string) => round(median((painted[name] ?? []).map((one) => one.layoutShift)), 3);
    const names = Object.keys(pages);
    const worstPaint = Math.max(...names.map(paintOf));
    const worstShift = Math.max(...names.map(shiftOf));
    const productHtml = round(median(html.map((one) => one.p50Ms)));
    const barePaint = round(median(barePage.map((one) => one.largestPaintMs)), 0);
    const bareHttpMs = round(median(bare.map((one) => one.p50Ms)));
    return finish({
      bench: 'pages',
      figures: {
        productHtmlP50Ms: productHtml,
        ...Object.fromEntries(
          names.flatMap((name) => [
            [`${name}LargestPaintMs`, paintOf(name)],
            [`${name}LayoutShift`, shiftOf(name)],
          ]),
        ),
        liveUpdateMs: round(median(updates), 0),
        liveUpdateWorstMs: round(Math.max(...updates), 0),
      },
      references: { bareHttpP50Ms: bareHttpMs, barePageLargestPaintMs: barePaint },
      ratios: {
        productHtmlToBareHttp: round(productHtml / bareHttpMs),
        worstPaintToBarePage: round(worstPaint / barePaint),
      },
      aims: {
        productHtmlP50Ms: atMost(25, productHtml),
        worstLargestPaintMs: atMost(1_000, worstPaint),
        worstLayoutShift: atMost(0.05, worstShift),
        liveUpdateMs: atMost(1_000, round(median(updates), 0)),
      },
      checks: { failures: [...html, ...bare].reduce((sum, one) => sum + one.failures, 0) },
    });
  } finally {
    await browser.close();
    await demo.close();
  }
}

/** One first visit: nothing in the cache, the processor slowed down. */
async function paint(browser: Browser, url: string): Promise<Painted> {
  const context = await browser.newContext({ ...phone, locale: 'pl-PL' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(() => {
    const seen = { largestPaintMs: 0, layoutShift: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.largestPaintMs = entry.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) seen.layoutShift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(1_500);
  const seen = await page.evaluate(() => (window as unknown as { seen: Painted }).seen);
  await context.close();
  return seen;
}

/** The physical limit: a page of one heading, without scripts, from a bare server. */
async function paintBarePage(browser: Browser): Promise<Painted> {
  const server = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>bare</title><h1>Sofa</h1>'),
  );
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const seen = await paint(browser, `http://127.0.0.1:${port}/`);
  await new Promise((closed) => server.close(closed));
  return seen;
}

let answers = 0;

/** From the agent's reply, sent over the API, to its words on the shopper's screen. */
async function liveUpdate(browser: Browser, world: World): Promise<number> {
  const shopper = await browser.newContext({ ...phone, baseURL: world.url, storageState: world.shopper });
  const agent = await browser.newContext({ baseURL: world.url });
  await signInStaff(agent.request, emailOf('agent'));
  await keepNames(shopper);
  const page = await shopper.newPage();
  await page.goto('/en/chat', { waitUntil: 'load' });
  await page.waitForTimeout(1_500);
  answers += 1;
  const text = `Bench answer ${answers} ${Date.now()}`;
  const shown = waitForText(page, text);
  const sentAt = Date.now();
  const answer = await agent.request.post(`/api/staff/threads/${world.threadId}/messages`, {
    data: { text, clientKey: crypto.randomUUID() },
    headers: { 'idempotency-key': crypto.randomUUID() },
  });
  if (!answer.ok()) throw new Error(`the agent could not answer: ${answer.status()} ${await answer.text()}`);
  const shownAt = await shown;
  await Promise.all([shopper.close(), agent.close()]);
  return shownAt - sentAt;
}

function waitForText(page: Page, text: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (!document.body.textContent?.includes(wanted)) return false;
          resolve(Date.now());
          return true;
        };
        if (look()) return;
        const observer = new MutationObserver(() => {
          if (look()) observer.disconnect();
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    text,
  );
}
