import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { askProvider, type Providers, providersOf } from './askProvider.ts';
import type { Claimed } from './claimMovement.ts';
import { settleMovement } from './settleMovement.ts';

/**
 * Does with the provider what was claimed, outside any transaction, and writes the answer. Repeating it is safe: the
 * provider knows the key, and a settled step is not settled again.
 */
export async function performMovement(
  ctx: Ctx,
  claimed: Claimed,
  providers: Providers = providersOf(ctx),
): Promise<Claimed> {
  const { movement, payment } = claimed;
  if (movement.state !== 'pending') return claimed;
  if (movement.kind === 'authorise')
    throw new AppError('internal', { detail: 'An authorisation needs its instrument: use authorise().' });
  const act = movement.kind;
  const request = { key: movement.key, providerRef: payment.providerRef ?? '', amount: movement.amount };
  const outcome = await askProvider(ctx, providers, payment.provider, (provider) => provider[act](ctx, request));
  return settleMovement(ctx, { movementId: movement.id, outcome });
}
