/** How an account at Stripe is reached. */
export interface StripeConfig {
  secretKey: string;
  /** Signs what Stripe tells us. */
  webhookSecret: string;
  /** Where Stripe is; another address only for a simulator. */
  apiBase: string;
}

/** Where the page is on which customers pay; a simulator serves it itself. */
export function stripePage(config: Pick<StripeConfig, 'apiBase'> | undefined): string | undefined {
  if (!config) return undefined;
  const { origin } = new URL(config.apiBase);
  return origin === 'https://api.stripe.com' ? 'https://checkout.stripe.com' : origin;
}
