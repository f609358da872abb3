import { defineConfig } from '@playwright/test';
import { chromiumPath } from './lib/chromium.ts';

const onCi = process.env.CI !== undefined;

export default defineConfig({
  testDir: './tests',
  globalSetup: './globalSetup.ts',
  // People wait more than they click: two cores are half idle with two at a time.
  workers: 3,
  fullyParallel: true,
  // A shared build machine may pause for seconds; a fault fails twice.
  retries: onCi ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  outputDir: '../.build/e2e',
  use: {
    launchOptions: { executablePath: await chromiumPath() },
    locale: 'en-GB',
    timezoneId: 'Europe/Warsaw',
    // A test that hangs says where.
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    screenshot: 'only-on-failure',
    // Recording each step costs as much as the step.
    trace: 'on-first-retry',
  },
});
