import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findFreePort } from '../../apps/server/src/engines/freePort.ts';
import { startServer } from '../../demo/julia/servers.ts';
import { openStripe, type StripeSimulator } from '../../demo/stripe/simulator.ts';

/** A second server of the suite's shop, which takes money by a simulated Stripe and by bank transfer. */
export async function openStripeShop(): Promise<{ url: string; stripe: StripeSimulator; close(): Promise<void> }> {
  const stripe = await openStripe();
  const dataDir = await mkdtemp(join(tmpdir(), 'throughline-stripe-'));
  const port = String(await findFreePort());
  const server = await startServer(resolve(import.meta.dirname, '../../.build/server.mjs'), {
    PORT: port,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    THROUGHLINE_DATA: dataDir,
    DATABASE_URL: process.env.E2E_DATABASE_URL ?? '',
    THROUGHLINE_ROLE: 'api',
    THROUGHLINE_CLOCK: 'controllable',
    THROUGHLINE_STRIPE_SECRET_KEY: stripe.secretKey,
    THROUGHLINE_STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
    THROUGHLINE_STRIPE_API_BASE: stripe.url,
    THROUGHLINE_BANK_ACCOUNT: 'PL61109010140000071219812874',
    LOG_LEVEL: 'error',
  });
  stripe.state.webhookUrl = `${server.url}/webhooks/stripe/default`;
  return {
    url: server.url,
    stripe,
    async close() {
      await server.stop();
      await stripe.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
