import { defineConfig } from 'vitest/config';
import { LongestFirst } from './apps/server/test/longestFirst.ts';

export default defineConfig({
  test: {
    include: [
      'apps/*/src/**/*.test.ts',
      'apps/*/app/**/*.test.ts',
      'apps/*/test/**/*.test.ts',
      'packages/*/src/**/*.test.ts',
      'demo/**/*.test.ts',
      'bench/**/*.test.ts',
    ],
    globalSetup: ['apps/server/test/globalSetup.ts'],
    pool: 'forks',
    // Every file brings databases of its own; reading the server's sources once a worker saves minutes.
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // A shared build machine may pause for seconds in the middle of a race; a fault fails twice.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
