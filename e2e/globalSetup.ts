import { openDemo } from './lib/demo.ts';
import { makeSuiteWorld } from './lib/suite.ts';

/**
 * One demo retailer for all browser tests, or the one that already runs at E2E_URL; a test that stops servers or moves
 * the clock opens one of its own.
 */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.E2E_URL) {
    await makeSuiteWorld(process.env.E2E_URL);
    return undefined;
  }
  const demo = await openDemo();
  const server = await demo.start();
  process.env.E2E_URL = server.url;
  // For rows by the hundred, which no test can wait for people to make.
  process.env.E2E_DATABASE_URL = demo.engines.databaseUrl;
  await makeSuiteWorld(server.url);
  return () => demo.close();
}
