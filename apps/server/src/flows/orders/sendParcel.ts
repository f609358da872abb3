import { type Ctx, mayActAt, staffIdOf } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { ok, type Refusal, type Result, refuse } from '../../kernel/result.ts';
import {
  createFulfilment,
  type Fulfilment,
  getFulfilment,
  markArrived,
  markShipped,
  type Parcel,
  type ParcelGiven,
  readParcel,
} from '../../modules/fulfilment/index.ts';
import { getLocation, pickupReadyAt } from '../../modules/locations/index.ts';
import { getOrder, moveLines, settleLines } from '../../modules/orders/index.ts';
import { bringReservation, consumeReservations } from '../../modules/stock/index.ts';
import { unless } from './cancelParts.ts';
import { whileItChanges } from './whileItChanges.ts';

/** What stands in the trail of a parcel: who has it, and its number there. */
export const labelOf = ({ carrier, trackingNumber }: Parcel): string | undefined =>
  [carrier, trackingNumber].filter(Boolean).join(' ') || undefined;

/**
 * A parcel left the house: out of the books here, with its number where it has one. One for the customer is their lines
 * done, and they hear of it; one for another store of ours is not, before it was received and collected there.
 *
 * @throws AppError not_found, wrong_location
 */
export async function sendParcel(
  ctx: Ctx,
  input: ParcelGiven & { fulfilmentId: string },
): Promise<Result<Fulfilment> | Refusal> {
  // Before the stock moves: a number that cannot be right is said while the parcel is still at hand.
  const parcel = readParcel(input);
  if (!parcel.ok) return parcel;
  return once(ctx, 'orders.sendParcel', async (tx): Promise<Result<Fulfilment> | Refusal> => {
    const work = await getFulfilment(tx, input.fulfilmentId);
    if (!mayActAt(tx.actor, work.locationId))
      throw new AppError('wrong_location', { detail: 'This is the work of another location.' });
    if (work.kind !== 'ship' || !work.orderId || !work.reservationId || work.state !== 'ready')
      return refuse('illegal_transition', { detail: 'Only a parcel that lies ready can be sent.', state: work.state });
    const consumed = await consumeReservations(tx, [work.reservationId]);
    if (!consumed.ok) return consumed;
    const sent = unless(await markShipped(tx, { id: work.id, parcel: parcel.value, label: labelOf(parcel.value) }));
    if (work.toLocationId) return ok(sent);
    const order = await getOrder(tx, work.orderId);
    const by = staffIdOf(tx.actor);
    const lineIds = order.lines
      .filter((line) => line.state === 'open' && line.reservationId === work.reservationId)
      .map((line) => line.id);
    // Delivery is done with the last of what was to be delivered.
    unless(await settleLines(tx, { orderId: order.id, lineIds, to: 'fulfilled', fulfilledBy: work.pickedBy ?? by }));
    return ok(sent);
  });
}

/**
 * What another store sent for a pickup here has come: on hand and promised to the same customer in one step, and work of
 * this store from now on. The customer hears of it when it lies ready.
 *
 * @throws AppError not_found, wrong_location
 */
export async function receiveParcel(ctx: Ctx, input: { fulfilmentId: string }): Promise<Result<Fulfilment> | Refusal> {
  return whileItChanges(() =>
    once(ctx, 'orders.receiveParcel', async (tx): Promise<Result<Fulfilment> | Refusal> => {
      const work = await getFulfilment(tx, input.fulfilmentId);
      const { toLocationId, orderId, reservationId } = work;
      if (!mayActAt(tx.actor, toLocationId ?? work.locationId))
        throw new AppError('wrong_location', { detail: 'It was sent to another store.' });
      if (!toLocationId || !orderId || !reservationId)
        return refuse('illegal_transition', { detail: 'This was not sent to a store.', state: work.state });
      const brought = await bringReservation(tx, { consumedId: reservationId, locationId: toLocationId });
      if (!brought.ok)
        return refuse('illegal_transition', { detail: 'It has not left where it comes from yet.', state: work.state });
      unless(await markArrived(tx, { id: work.id }));
      const order = await getOrder(tx, orderId);
      const open = order.lines.filter((line) => line.state === 'open' && line.reservationId === reservationId);
      unless(
        await moveLines(tx, {
          orderId,
          version: order.version,
          parts: open.map((line) => ({ lineId: line.id })),
          way: { method: 'pickup', locationId: toLocationId },
          reservationId: brought.value,
        }),
      );
      const location = await getLocation(tx, toLocationId);
      const { fulfilment } = await createFulfilment(tx, {
        kind: 'pickup',
        locationId: toLocationId,
        orderId,
        reservationId: brought.value,
        subjectId: work.subjectId ?? undefined,
        code: work.code,
        promisedAt: pickupReadyAt(location, tx.clock.now()),
        collector: work.collector,
        lines: work.lines.map(({ variantId, quantity, orderLineId }) => ({ variantId, quantity, orderLineId })),
      });
      return ok(fulfilment);
    }),
  );
}
