import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';

/** Scripts that the browser's next context loads on its first visit, in KB of gzip, whatever the server compresses with. */
export function countScripts(browser: Browser): { kilobytes(): Promise<number> } {
  const bodies: Promise<number>[] = [];
  browser.once('context', (context) =>
    context.on('response', (response) => {
      if (response.request().resourceType() !== 'script' || !response.ok()) return;
      bodies.push(response.body().then((body) => gzipSync(body).length));
    }),
  );
  return {
    async kilobytes() {
      const sizes = await Promise.all(bodies);
      return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 102.4) / 10;
    },
  };
}
