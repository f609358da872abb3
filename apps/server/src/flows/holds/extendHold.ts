import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { once } from '../../kernel/idempotency.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { cartsOfLines, extendHold as extendCartHold } from '../../modules/carts/index.ts';
import { getLocation } from '../../modules/locations/index.ts';
import { extendReservation, type Reservation } from '../../modules/stock/index.ts';
import { readHoldContext } from './holdContext.ts';
import { type HoldLength, holdUntil } from './holdUntil.ts';
import { longerForCustomer } from './longerForCustomer.ts';
import { ownHold } from './ownHold.ts';

/**
 * Moves a hold's end to a later closing time; price and code go along. Staff: as far as their role may hold. A customer:
 * once, to the next opening day's closing.
 */
export async function extendHold(
  ctx: Ctx,
  input: { reservationId: string; length?: HoldLength },
): Promise<Result<{ until: string }, 'hold_limit_exceeded' | 'reservation_expired'>> {
  const reservation = await ownHold(ctx, input.reservationId);
  const location = await getLocation(ctx, reservation.lines[0]?.locationId ?? '');
  const byCustomer = ctx.actor.kind === 'shopper';
  const until = byCustomer
    ? moreOnce(longerForCustomer(reservation, location, ctx.clock.now()), reservation.state)
    : await holdUntil(ctx, { kind: 'agent_hold', location, length: input.length });
  if (!until.ok) return until;
  return once(ctx, 'holds.extend', async (tx) => {
    const extended = await extendReservation(
      tx,
      reservation.id,
      until.value,
      byCustomer ? { extendedByCustomer: true } : {},
    );
    if (!extended.ok) return extended;
    const end = extended.value.toISOString();
    const hold = readHoldContext(reservation.context);
    if (hold) {
      // The line may have moved into another cart since (a sign-in merges carts); its id stays.
      const cart = (await cartsOfLines(tx, [hold.lineId])).get(hold.lineId);
      if (cart) await extendCartHold(tx, { cartId: cart.id, lineId: hold.lineId, until: end });
    }
    if (ctx.actor.kind === 'staff')
      await audit(tx, {
        act: 'holds.extend',
        target: 'reservation',
        targetId: reservation.id,
        after: { until: end },
      });
    return ok({ until: end });
  });
}

function moreOnce(
  until: Date | undefined,
  state: Reservation['state'],
): Result<Date, 'hold_limit_exceeded' | 'reservation_expired'> {
  if (until) return ok(until);
  return state === 'held'
    ? refuse('hold_limit_exceeded', {
        detail: 'You have held it longer once already. Our staff may hold it for longer.',
      })
    : refuse('reservation_expired', { detail: 'The hold is no longer open.' });
}
