import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { once } from '../../kernel/idempotency.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { cartsOfLines, extendHold as extendCartHold } from '../../modules/carts/index.ts';
import { getLocation } from '../../modules/locations/index.ts';
import { extendReservation } from '../../modules/stock/index.ts';
import { readHoldContext } from './holdContext.ts';
import { type HoldLength, holdUntil } from './holdUntil.ts';
import { ownHold } from './ownHold.ts';

/** Moves a hold's end to a later closing time, within what the actor's role may hold; price and code go along. */
export async function extendHold(
  ctx: Ctx,
  input: { reservationId: string; length: HoldLength },
): Promise<Result<{ until: string }, 'hold_limit_exceeded' | 'reservation_expired'>> {
  const reservation = await ownHold(ctx, input.reservationId);
  const location = await getLocation(ctx, reservation.lines[0]?.locationId ?? '');
  const kind = ctx.actor.kind === 'shopper' ? 'reserve_and_try' : 'agent_hold';
  const until = await holdUntil(ctx, { kind, location, length: input.length });
  if (!until.ok) return until;
  return once(ctx, 'holds.extend', async (tx) => {
    const extended = await extendReservation(tx, reservation.id, until.value);
    if (!extended.ok) return extended;
    const hold = readHoldContext(reservation.context);
    if (hold) {
      // The line may have moved into another cart since (a sign-in merges carts); its id stays.
      const cart = (await cartsOfLines(tx, [hold.lineId])).get(hold.lineId);
      if (cart) await extendCartHold(tx, { cartId: cart.id, lineId: hold.lineId, until: until.value.toISOString() });
    }
    if (ctx.actor.kind === 'staff')
      await audit(tx, {
        act: 'holds.extend',
        target: 'reservation',
        targetId: reservation.id,
        after: { until: until.value.toISOString() },
      });
    return ok({ until: until.value.toISOString() });
  });
}
