import { type Ctx, mayActAt } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { ok, Refusal, type Result, refuse } from '../../kernel/result.ts';
import { changePromise, type Fulfilment } from '../../modules/fulfilment/index.ts';
import { closingOfOpeningDay, getLocation, type Location } from '../../modules/locations/index.ts';
import { type Order, recordChange } from '../../modules/orders/index.ts';
import { getHoldLimit, type HoldRole } from '../../modules/settings/index.ts';
import { commitReservations, getReservations } from '../../modules/stock/index.ts';
import type { FlowParts } from '../parts.ts';
import { unless } from './cancelParts.ts';
import { readPickup } from './changePickup.ts';
import { noteInThread, tellPickupChanged } from './tellCustomer.ts';

export interface LongerPickup {
  orderId: string;
  token?: string | undefined;
  fulfilmentId: string;
  /** Closing time of the n-th opening day from today. */
  days: number;
}

const roleOf = (ctx: Ctx): HoldRole => (ctx.actor.kind === 'staff' ? ctx.actor.role : 'shopper');

/** The days until which somebody may have it kept, as closing times of that store. */
export async function pickupEnds(ctx: Ctx, location: Location): Promise<{ days: number; until: string }[]> {
  const limit = await getHoldLimit(ctx, 'pickup', roleOf(ctx));
  const now = ctx.clock.now();
  const ends = Array.from({ length: limit + 1 }, (_, days) => ({
    days,
    until: closingOfOpeningDay(location, now, days).toISOString(),
  }));
  return ends.filter((end, place) => end.until !== ends[place + 1]?.until);
}

/**
 * "I come on Friday": a pickup is kept longer, up to what the role may. It never ends earlier by this: who asks for less
 * than was promised loses nothing.
 *
 * @throws AppError not_found, wrong_location
 */
export async function keepLonger(
  ctx: Ctx,
  parts: FlowParts,
  input: LongerPickup,
): Promise<Result<Fulfilment> | Refusal> {
  if (ctx.actor.kind === 'system') throw new AppError('not_allowed');
  const limit = await getHoldLimit(ctx, 'pickup', roleOf(ctx));
  if (input.days > limit)
    return refuse('hold_limit_exceeded', {
      detail: `You may have it kept ${limit} opening days. Nothing was changed.`,
      limit,
    });
  return once(ctx, 'orders.keepLonger', async (tx) => {
    const found = await readPickup(tx, input);
    if (found instanceof Refusal) return found;
    const { order, work } = found.value;
    if (tx.actor.kind === 'staff' && tx.actor.role !== 'agent' && !mayActAt(tx.actor, work.locationId))
      throw new AppError('wrong_location', { detail: 'It lies in another store.' });
    const location = await getLocation(tx, work.locationId);
    const until = closingOfOpeningDay(location, tx.clock.now(), input.days);
    const hold = work.reservationId
      ? (await getReservations(tx, [work.reservationId])).get(work.reservationId)
      : undefined;
    // What is paid for has no end of its own; what is not lives as long as it is kept.
    if (hold?.expiresAt && hold.expiresAt < until) unless(await commitReservations(tx, [hold.id], until));
    const kept = await changePromise(tx, { id: work.id, keepUntil: until });
    await recordChange(tx, { orderId: order.id, kind: 'kept_longer', facts: { until: kept.keepUntil } });
    await tellPickupChanged(tx, parts, { order, work: kept, what: 'date', keepUntil: kept.keepUntil });
    await noteInThread(tx, order, 'kept_longer');
    return ok(kept);
  });
}

/** Who comes for it, as the customer says: a name and nothing else. */
export async function nameCollector(
  ctx: Ctx,
  parts: FlowParts,
  input: { orderId: string; token?: string | undefined; fulfilmentId: string; collector: string | null },
): Promise<Result<Fulfilment> | Refusal> {
  return once(ctx, 'orders.nameCollector', async (tx) => {
    const found = await readPickup(tx, input);
    if (found instanceof Refusal) return found;
    const { order, work }: { order: Order; work: Fulfilment } = found.value;
    const named = await changePromise(tx, { id: work.id, collector: input.collector?.trim() || null });
    await recordChange(tx, { orderId: order.id, kind: 'collector', facts: { isSet: named.collector !== null } });
    if (named.collector)
      await tellPickupChanged(tx, parts, { order, work: named, what: 'collector', keepUntil: named.keepUntil });
    await noteInThread(tx, order, 'collector');
    return ok(named);
  });
}
