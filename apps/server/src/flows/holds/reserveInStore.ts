import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { getLocation } from '../../modules/locations/index.ts';
import type { FlowParts } from '../parts.ts';
import { checkHoldable } from './checkHoldable.ts';
import { completeHold } from './completeHold.ts';
import { claimContact, type TypedContact } from './guestContact.ts';
import { type HoldRefusal, holdGoods } from './holdGoods.ts';
import { holdUntil } from './holdUntil.ts';
import { type Hold, readHold } from './readHolds.ts';

export interface ReserveInStore {
  variantId: string;
  locationId: string;
  quantity: number;
  /** How the shop tells a guest; not needed when the person is known. */
  contact?: TypedContact | undefined;
}

/**
 * A shopper reserves in a store, to try and pay there: no contract, no fee, to tonight's closing (or the next opening
 * day's). Somebody the shop can reach: signed in, or with an e-mail or phone.
 */
export async function reserveInStore(
  ctx: Ctx,
  parts: FlowParts,
  input: ReserveInStore,
): Promise<Result<Hold, HoldRefusal | 'hold_limit_exceeded' | 'not_offered'>> {
  const { actor } = ctx;
  if (actor.kind !== 'shopper') throw new AppError('session_required');
  const location = await getLocation(ctx, input.locationId);
  await checkHoldable(ctx, location, input.variantId);
  const until = await holdUntil(ctx, { kind: 'reserve_and_try', location, length: undefined });
  if (!until.ok) return until;
  const contact = await claimContact(ctx, actor.subjectId, input.contact);
  const held = await holdGoods(ctx, {
    subjectId: actor.subjectId,
    subjectIds: actor.subjectIds,
    variantId: input.variantId,
    quantity: input.quantity,
    locationId: location.id,
    purpose: 'reserve_and_try',
    until: until.value,
    near: location.point,
  }).catch(async (error: unknown) => {
    await contact.withdraw();
    throw error;
  });
  if (!held.ok) {
    await contact.withdraw();
    return held;
  }
  await contact.keep();
  await completeHold(ctx, parts, held.value);
  return ok(await readHold(ctx, parts, held.value.reservationId));
}
