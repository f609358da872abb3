import { v5 } from 'uuid';
import { type Ctx, mayActAt } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { ok, type Refusal, type Result, refuse } from '../../kernel/result.ts';
import { createFulfilment, type Fulfilment, getFulfilment, reduceFulfilment } from '../../modules/fulfilment/index.ts';
import { closingOfOpeningDay, getLocation, pickupReadyAt } from '../../modules/locations/index.ts';
import { getOrder, moveLines, type Order, recordChange } from '../../modules/orders/index.ts';
import { paymentsOf } from '../../modules/payments/index.ts';
import { getHoldLimit } from '../../modules/settings/index.ts';
import { alternativesFor } from '../../modules/sourcing/index.ts';
import { commitReservations, getReservations, releaseReservations } from '../../modules/stock/index.ts';
import { checkWays } from '../carts/quoteGoods.ts';
import type { FlowParts } from '../parts.ts';
import { reserveAnew } from '../selling/reserveAnew.ts';
import { unless } from './cancelParts.ts';
import { noteInThread, tellPickupChanged } from './tellCustomer.ts';

export interface PickupMove {
  orderId: string;
  token?: string | undefined;
  fulfilmentId: string;
  locationId: string;
  reason?: string | undefined;
}

const movable = ['to_pick', 'picking', 'ready', 'not_found'];
/** Names the owner of a hold that a move takes: the same for every try to bring this work to that store. */
const moveNamespace = '6f1f3e0a-94b5-4a3e-8a53-1f2a5b7a9d10';

/**
 * Another store for a pickup, at the same price: taken there first, and only then let go here, so that nobody ends with
 * nothing. The old store's work ends with a word, the new one's begins.
 *
 * @throws AppError not_found, wrong_location
 */
export async function movePickup(ctx: Ctx, parts: FlowParts, input: PickupMove): Promise<Result<Order> | Refusal> {
  const found = await readPickup(ctx, input);
  if (!found.ok) return found;
  const { order, work } = found.value;
  if (work.locationId === input.locationId) return ok(order);
  const offered = await checkWays(ctx, [{ method: 'pickup', locationId: input.locationId }]);
  if (!offered.ok) return offered;
  const location = await getLocation(ctx, input.locationId);
  const lines = work.lines.map(({ variantId, quantity }) => ({ variantId, quantity }));
  const now = ctx.clock.now();
  const held = await reserveAnew(ctx, `move:${work.id}:${input.locationId}`, {
    owner: { kind: 'cart_part', id: v5(`${work.id}:${input.locationId}`, moveNamespace) },
    subjectId: order.subjectId ?? undefined,
    purpose: 'pickup',
    expiresAt: new Date(now.getTime() + 10 * 60_000),
    lines: lines.map((line) => ({ ...line, locationId: input.locationId, allowDisplay: true })),
    context: { movedFrom: work.id },
  });
  if (!held.ok) {
    const [first] = lines;
    return refuse('insufficient_stock', {
      ...held.details,
      detail: `${location.name} does not have all of it free. Nothing was changed; it stays where it is.`,
      alternatives: first
        ? await alternativesFor(ctx, { ...first, market: order.market, near: location.point, except: location.id })
        : [],
    });
  }
  const { reservationId } = held.value;
  try {
    const moved = await once(ctx, 'orders.movePickup', async (tx) => {
      const done = await bring(tx, parts, { input, reservationId });
      return { orderId: done.id };
    });
    return ok(await getOrder(ctx, moved.orderId, input.token));
  } catch (error) {
    await inTransaction(ctx, (tx) => releaseReservations(tx, [reservationId], 'superseded'));
    throw error;
  }
}

/** Throws what is refused in here, so that nothing of it stays. */
async function bring(
  tx: Ctx,
  parts: FlowParts,
  { input, reservationId }: { input: PickupMove; reservationId: string },
): Promise<Order> {
  const { order, work } = unless(await readPickup(tx, input));
  const [location, days] = [await getLocation(tx, input.locationId), await getHoldLimit(tx, 'pickup', 'shopper')];
  const now = tx.clock.now();
  const deadline = order.paidAt === null ? closingOfOpeningDay(location, now, days) : undefined;
  if (work.reservationId) await releaseReservations(tx, [work.reservationId], 'moved');
  unless(await commitReservations(tx, [reservationId], deadline));
  unless(
    await reduceFulfilment(tx, {
      id: work.id,
      lines: work.lines.flatMap((line) =>
        line.orderLineId ? [{ orderLineId: line.orderLineId, quantity: line.quantity }] : [],
      ),
      reason: `moved to ${location.name}`,
    }),
  );
  const lineIds = work.lines.flatMap((line) => line.orderLineId ?? []);
  const moved = unless(
    await moveLines(tx, {
      orderId: order.id,
      version: order.version,
      parts: lineIds.map((lineId) => ({ lineId })),
      way: { method: 'pickup', locationId: input.locationId },
      reservationId,
    }),
  );
  const { fulfilment } = await createFulfilment(tx, {
    kind: 'pickup',
    locationId: input.locationId,
    orderId: order.id,
    reservationId,
    subjectId: order.subjectId ?? undefined,
    code: work.code,
    promisedAt: pickupReadyAt(location, now),
    collector: work.collector,
    lines: work.lines.map(({ variantId, quantity, orderLineId }) => ({ variantId, quantity, orderLineId })),
  });
  await recordChange(tx, {
    orderId: order.id,
    kind: 'moved',
    reason: input.reason,
    facts: { fromLocationId: work.locationId, toLocationId: input.locationId },
  });
  await tellPickupChanged(tx, parts, {
    order: moved.order,
    work: fulfilment,
    what: 'store',
    keepUntil: deadline?.toISOString() ?? null,
  });
  await noteInThread(tx, moved.order, 'moved');
  return moved.order;
}

/** A pickup that its customer may change, or that staff of its store, of the new one, or of the contact centre may. */
export async function readPickup(
  ctx: Ctx,
  input: { orderId: string; token?: string | undefined; fulfilmentId: string; locationId?: string },
): Promise<Result<{ order: Order; work: Fulfilment }> | Refusal> {
  const order = await getOrder(ctx, input.orderId, input.token);
  const work = await getFulfilment(ctx, input.fulfilmentId);
  if (work.orderId !== order.id) throw new AppError('not_found', { detail: 'This is not of this order.' });
  const { actor } = ctx;
  if (actor.kind === 'staff' && actor.role !== 'agent') {
    const mine =
      mayActAt(actor, work.locationId) || (input.locationId !== undefined && mayActAt(actor, input.locationId));
    if (!mine) throw new AppError('wrong_location', { detail: 'Neither store is yours.' });
  }
  if (work.kind !== 'pickup' || !movable.includes(work.state))
    return refuse('not_changeable', {
      detail: 'It was collected, is sent, or is off. Nothing was changed.',
      state: work.state,
    });
  const payments = (await paymentsOf(ctx, [order.id])).get(order.id) ?? [];
  if (payments.some((payment) => payment.state === 'pending'))
    return refuse('payment_pending', { detail: 'The payment is being checked. Wait a minute and try again.' });
  const hold = work.reservationId
    ? (await getReservations(ctx, [work.reservationId])).get(work.reservationId)
    : undefined;
  if (hold && hold.state !== 'committed' && hold.state !== 'held')
    return refuse('not_changeable', { detail: 'Its time is over. Nothing was changed.', state: hold.state });
  return ok({ order, work });
}
