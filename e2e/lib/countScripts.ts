import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';

export interface ScriptSizes {
  /** What the screen needs before it can be used. */
  first: number;
  /** The library of charts, which comes after the screen stands. */
  charts: number;
}

/** Scripts that the browser's next context loads on its first visit, in KB of gzip, whatever the server compresses with. */
export function countScripts(browser: Browser): { kilobytes(): Promise<ScriptSizes> } {
  const bodies: Promise<{ isCharts: boolean; bytes: number }>[] = [];
  let isCounting = true;
  browser.once('context', (context) =>
    context.on('response', (response) => {
      if (!isCounting || response.request().resourceType() !== 'script' || !response.ok()) return;
      const isCharts = /\/echarts-/.test(response.url());
      bodies.push(response.body().then((body) => ({ isCharts, bytes: gzipSync(body).length })));
    }),
  );
  return {
    async kilobytes() {
      // What comes later may be cut off by the end of the visit.
      isCounting = false;
      const sizes = await Promise.all(bodies);
      const sum = (charts: boolean) =>
        sizes.reduce((all, { isCharts, bytes }) => (isCharts === charts ? all + bytes : all), 0);
      return { first: Math.round(sum(false) / 102.4) / 10, charts: Math.round(sum(true) / 102.4) / 10 };
    },
  };
}
