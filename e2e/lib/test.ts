import { test as base } from '@playwright/test';

/** Browsers that a test opened are closed with it: their pages would go on listening to the server beside the next one. */
export const test = base.extend<{ tidy: undefined }>({
  tidy: [
    async ({ browser }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
