import type { Ctx } from '../../kernel/context.ts';
import { askProvider, builtInProviders, type Providers } from './askProvider.ts';
import type { Outcome } from './provider.ts';
import type { Unresolved } from './readPayments.ts';

/**
 * Asks the provider what became of a step that was never answered, outside any transaction. undefined: it never arrived;
 * an authorisation is then given up (failPayment), a capture, void or refund is performed again under its key.
 */
export async function askAgain(
  ctx: Ctx,
  unresolved: Unresolved,
  providers: Providers = builtInProviders,
): Promise<Outcome | undefined> {
  return askProvider(ctx, providers, unresolved.payment.provider, (provider) =>
    provider.lookUp(ctx, unresolved.movement.key),
  );
}
