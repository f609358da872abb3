import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { once } from '../../kernel/idempotency.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { closingOfOpeningDay, getLocation } from '../locations/index.ts';
import { getHoldLimit } from '../settings/index.ts';
import { commitReservations, getReservations } from '../stock/index.ts';
import type { Fulfilment } from './fulfilment.ts';
import { byActor, type MoveRefusal, moveFulfilment } from './moveFulfilment.ts';
import { getFulfilment } from './readFulfilments.ts';

/** It lies at `place` and waits; the event makes the customer hear of it, once. */
export async function markReady(
  ctx: Ctx,
  input: { id: string; place: string },
): Promise<Result<Fulfilment, MoveRefusal | 'reservation_expired'>> {
  return once(ctx, 'fulfilment.ready', async (tx) => {
    const kept = await keepFromNow(tx, input.id);
    if (!kept.ok) return kept;
    return moveFulfilment(tx, {
      id: input.id,
      to: 'ready',
      happened: 'ready',
      place: input.place,
      set: sql`, picked_by = coalesce(f.picked_by, ${byActor(tx)}::uuid), keep_until = greatest(f.keep_until, ${kept.value ?? null}::timestamptz)`,
    });
  });
}

/**
 * A pickup waits for its customer to closing time of the last day the shop keeps it, counted from now: a store that was
 * slow takes nothing off the customer's days. Where it is still to be paid its hold lives as long.
 */
async function keepFromNow(tx: Ctx, id: string): Promise<Result<Date | undefined, 'reservation_expired'>> {
  const work = await getFulfilment(tx, id);
  if (work.kind !== 'pickup') return ok(undefined);
  const [location, days] = [await getLocation(tx, work.locationId), await getHoldLimit(tx, 'pickup', 'shopper')];
  const until = closingOfOpeningDay(location, tx.clock.now(), days);
  const hold = work.reservationId
    ? (await getReservations(tx, [work.reservationId])).get(work.reservationId)
    : undefined;
  if (hold?.state !== 'committed' || !hold.expiresAt || hold.expiresAt >= until) return ok(until);
  const bound = await commitReservations(tx, [hold.id], until);
  return bound.ok ? ok(until) : bound;
}
