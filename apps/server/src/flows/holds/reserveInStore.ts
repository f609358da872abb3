import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { claimIdentifiers, contactOf, customersOf, nameCustomer } from '../../modules/customers/index.ts';
import { getLocation } from '../../modules/locations/index.ts';
import type { FlowParts } from '../parts.ts';
import { checkHoldable } from './checkHoldable.ts';
import { completeHold } from './completeHold.ts';
import { type HoldRefusal, holdGoods } from './holdGoods.ts';
import { holdUntil } from './holdUntil.ts';
import { type Hold, readHold } from './readHolds.ts';

export interface ReserveInStore {
  variantId: string;
  locationId: string;
  quantity: number;
  /** How the shop tells a guest; not needed when the person is known. */
  contact?: { name?: string | undefined; email?: string | undefined; phone?: string | undefined } | undefined;
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
  await keepContact(ctx, actor.subjectId, input.contact);
  const until = await holdUntil(ctx, { kind: 'reserve_and_try', location, length: undefined });
  if (!until.ok) return until;
  const held = await holdGoods(ctx, {
    subjectId: actor.subjectId,
    subjectIds: actor.subjectIds,
    variantId: input.variantId,
    quantity: input.quantity,
    locationId: location.id,
    purpose: 'reserve_and_try',
    until: until.value,
    near: location.point,
  });
  if (!held.ok) return held;
  await completeHold(ctx, parts, held.value);
  return ok(await readHold(ctx, parts, held.value.reservationId));
}

/** What a guest types is a claim: enough to be told, and nothing else. */
async function keepContact(ctx: Ctx, subjectId: string, contact: ReserveInStore['contact']): Promise<void> {
  const claims = [
    ...(contact?.email ? [{ kind: 'email' as const, value: contact.email }] : []),
    ...(contact?.phone ? [{ kind: 'phone' as const, value: contact.phone }] : []),
  ];
  const customerId = (await customersOf(ctx, [subjectId])).get(subjectId);
  if (!customerId) throw new AppError('session_required');
  if (claims.length === 0) {
    const known = await contactOf(ctx, customerId);
    if (known.email || known.phone) return;
    throw new AppError('invalid_request', {
      detail: 'Leave an e-mail or a phone number, so that the store can tell you. Nothing was reserved.',
    });
  }
  await claimIdentifiers(
    ctx,
    claims.map((claim) => ({ ...claim, subjectId, source: 'reserve' })),
  );
  if (contact?.name) await nameCustomer(ctx, { customerId, givenName: contact.name, source: 'reserve' });
}
