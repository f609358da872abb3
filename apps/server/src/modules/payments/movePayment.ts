import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { type Providers, providersOf } from './askProvider.ts';
import { type Claim, type Claimed, claimCapture, claimRefund, claimVoid } from './claimMovement.ts';
import { performMovement } from './performMovement.ts';

/*
 * Claim, ask, settle, for acts that are about nothing but the payment. The step may still be `pending` afterwards (no
 * answer) or `failed` (the provider refused). Not to be called inside a transaction; flows that have one claim in it and
 * perform after it.
 */

/** @throws AppError not_found, idempotency_key_reused */
export async function capturePayment(
  ctx: Ctx,
  input: Claim,
  providers: Providers = providersOf(ctx),
): Promise<Result<Claimed, 'illegal_transition'>> {
  const claimed = await claimCapture(ctx, input);
  return claimed.ok ? ok(await performMovement(ctx, claimed.value, providers)) : claimed;
}

/** @throws AppError not_found, idempotency_key_reused */
export async function voidPayment(
  ctx: Ctx,
  input: Omit<Claim, 'amount'>,
  providers: Providers = providersOf(ctx),
): Promise<Result<Claimed, 'illegal_transition'>> {
  const claimed = await claimVoid(ctx, input);
  return claimed.ok ? ok(await performMovement(ctx, claimed.value, providers)) : claimed;
}

/** @throws AppError not_found, idempotency_key_reused */
export async function refundPayment(
  ctx: Ctx,
  input: Claim,
  providers: Providers = providersOf(ctx),
): Promise<Result<Claimed, 'refund_exceeds_payment'>> {
  const claimed = await claimRefund(ctx, input);
  return claimed.ok ? ok(await performMovement(ctx, claimed.value, providers)) : claimed;
}
