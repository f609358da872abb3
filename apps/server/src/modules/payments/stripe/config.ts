/** How an account at Stripe is reached. */
export interface StripeConfig {
  secretKey: string;
  /** Signs what Stripe tells us. */
  webhookSecret: string;
  /** Where Stripe is; another address only for a simulator. */
  apiBase: string;
}
