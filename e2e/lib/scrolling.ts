import type { Browser, Locator, Page } from '@playwright/test';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string };
}

/**
 * Scrolls a list to its end and back in steps of half its height, a frame each, and says how long the longest task of the
 * page took, in ms of its own time: what the machine did meanwhile for others does not count.
 */
export async function longestTaskWhileScrolling(browser: Browser, page: Page, list: Locator): Promise<number> {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  await list.evaluate(async (box) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const step = Math.max(box.clientHeight / 2, 100);
    for (let at = 0; at < Math.min(box.scrollHeight, step * 60); at += step) {
      box.scrollTop = at;
      await frame();
    }
    for (let at = box.scrollTop; at > 0; at -= step * 3) {
      box.scrollTop = at;
      await frame();
    }
  });
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const mains = new Set(
    traceEvents
      .filter((event) => event.name === 'thread_name' && event.args?.name === 'CrRendererMain')
      .map((event) => `${event.pid} ${event.tid}`),
  );
  const tasks = traceEvents.filter((event) => event.ph === 'X' && mains.has(`${event.pid} ${event.tid}`));
  if (tasks.length === 0) throw new Error('the trace has no tasks of the page');
  return Math.max(...tasks.map((task) => (task.tdur ?? task.dur ?? 0) / 1_000));
}

/** Scrolls until no more rows come. */
export async function loadToTheEnd(page: Page, list: Locator): Promise<number> {
  let height = 0;
  for (let tries = 0; tries < 60; tries += 1) {
    const next = await list.evaluate((box) => {
      box.scrollTop = box.scrollHeight;
      return box.scrollHeight;
    });
    await page.waitForTimeout(250);
    if (next === height && tries > 2) break;
    height = next;
  }
  return height;
}
