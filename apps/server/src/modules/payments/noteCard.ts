import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { askProvider, type Providers, providersOf } from './askProvider.ts';
import type { Payment } from './payment.ts';

/**
 * Asks for the last four digits of the card where the news of the payment came without them, outside any transaction and
 * after the payment was settled: a customer without a receipt is found by them, and nothing waits for them. Where the
 * provider does not answer, the sale is found by other means.
 */
export async function noteCard(ctx: Ctx, payment: Payment, providers: Providers = providersOf(ctx)): Promise<void> {
  const { providerRef } = payment;
  if (payment.method !== 'card' || !providerRef || !providers.get(payment.provider)?.cardOf) return;
  if (payment.state !== 'captured' && payment.state !== 'authorised') return;
  const { rows } = await sql`
    select 1 from payments.payment where id = ${payment.id} and card_last4 is null`.execute(ctx.db);
  if (rows.length === 0) return;
  const last4 = await askProvider(ctx, providers, payment.provider, async (provider) =>
    provider.cardOf?.(ctx, providerRef),
  );
  if (typeof last4 !== 'string') return;
  await sql`
    update payments.payment set card_last4 = ${last4} where id = ${payment.id} and card_last4 is null`.execute(ctx.db);
}
