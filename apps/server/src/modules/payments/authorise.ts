import type { Ctx } from '../../kernel/context.ts';
import { askProvider, type Providers, providersOf } from './askProvider.ts';
import type { Payment } from './payment.ts';
import type { Instrument, Outcome } from './provider.ts';

/**
 * Asks the provider for the money, outside any transaction. Nothing is written here: the flow applies the answer
 * (applyOutcome) together with what follows from it. Safe to repeat: the payment's key is the provider's.
 */
export async function authorise(
  ctx: Ctx,
  payment: Payment,
  instrument: Instrument,
  providers: Providers = providersOf(ctx),
): Promise<Outcome> {
  return askProvider(ctx, providers, payment.provider, (provider) =>
    provider.authorise(ctx, {
      key: payment.key,
      orderId: payment.orderId,
      amount: payment.amount,
      capture: payment.captureMode === 'at_once',
      instrument,
      startedAt: payment.createdAt,
    }),
  );
}
