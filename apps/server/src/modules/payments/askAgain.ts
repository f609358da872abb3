import type { Ctx } from '../../kernel/context.ts';
import { askProvider, type Providers, providersOf } from './askProvider.ts';
import type { Outcome } from './provider.ts';
import type { Unresolved } from './readPayments.ts';

/**
 * Asks the provider what became of a step that was never answered, outside any transaction. undefined: it never arrived;
 * an authorisation is then given up (failPayment), a capture, void or refund is performed again under its key.
 */
export async function askAgain(
  ctx: Ctx,
  unresolved: Unresolved,
  providers: Providers = providersOf(ctx),
): Promise<Outcome | undefined> {
  return askProvider(ctx, providers, unresolved.payment.provider, (provider) =>
    provider.lookUp(ctx, questionOf(unresolved)),
  );
}

/** Takes back what the customer was asked to do and has not done, outside any transaction; undefined: nothing to take back. */
export async function stopAction(
  ctx: Ctx,
  unresolved: Unresolved,
  providers: Providers = providersOf(ctx),
): Promise<Outcome | undefined> {
  return askProvider(ctx, providers, unresolved.payment.provider, async (provider) => {
    const question = questionOf(unresolved);
    return provider.stop ? provider.stop(ctx, question) : provider.lookUp(ctx, question);
  });
}

const questionOf = ({ movement, payment }: Unresolved) => ({
  key: movement.key,
  kind: movement.kind,
  amount: movement.amount,
  providerRef: payment.providerRef,
  until: payment.action?.until ?? null,
});
