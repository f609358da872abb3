import { openStripe } from './simulator.ts';

/** `npm run stripe`: the simulator beside a server of development; prints the settings that server needs. */
const shop = process.env.SHOP_URL ?? 'http://localhost:4000';
const stripe = await openStripe({
  port: Number(process.env.STRIPE_PORT ?? 4242),
  webhookUrl: `${shop}/webhooks/stripe/default`,
});
process.stdout.write(`A simulated Stripe is at ${stripe.url}, and tells ${shop}. Start the server with:
THROUGHLINE_STRIPE_SECRET_KEY=${stripe.secretKey} THROUGHLINE_STRIPE_WEBHOOK_SECRET=${stripe.webhookSecret} THROUGHLINE_STRIPE_API_BASE=${stripe.url} npm start
`);
