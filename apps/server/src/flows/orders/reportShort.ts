import { audit } from '../../kernel/audit.ts';
import { asSystem, type Ctx, mayActAt } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { ok, type Refusal, type Result, refuse } from '../../kernel/result.ts';
import {
  type Fulfilment,
  fulfilmentsOfReservations,
  getFulfilment,
  openShortage,
  reduceFulfilment,
  type Shortage,
  type ShortageKind,
} from '../../modules/fulfilment/index.ts';
import { getOrder, moveLines, recordChange } from '../../modules/orders/index.ts';
import { availability, changeOnHand, getReservations, releaseLines } from '../../modules/stock/index.ts';
import type { FlowParts } from '../parts.ts';
import { unless } from './cancelParts.ts';
import { tellShort } from './tellCustomer.ts';
import { whileItChanges } from './whileItChanges.ts';

export interface ShortLine {
  fulfilmentId: string;
  variantId: string;
  quantity: number;
  what: ShortageKind;
  reason: string;
}

/**
 * Pieces of an order are not where they should be, or not fit to be given away. In one transaction: the shelf's figure is
 * corrected, the hold gives up exactly these pieces, the work goes on without them (or to its own queue when nothing is
 * left), and what becomes of them waits for a choice. Nothing is ever sent from elsewhere without somebody choosing it.
 *
 * @throws AppError not_found, wrong_location, invalid_request
 */
export async function reportShort(ctx: Ctx, parts: FlowParts, input: ShortLine): Promise<Result<Shortage> | Refusal> {
  return whileItChanges(() =>
    once(ctx, 'orders.reportShort', async (tx): Promise<Result<Shortage> | Refusal> => {
      const work = await getFulfilment(tx, input.fulfilmentId);
      if (!mayActAt(tx.actor, work.locationId))
        throw new AppError('wrong_location', { detail: 'This is the work of another location.' });
      if (!work.orderId || !['to_pick', 'picking', 'ready'].includes(work.state))
        return refuse('illegal_transition', { detail: 'This is not being picked for an order.', state: work.state });
      const at = work.lines.find((line) => line.variantId === input.variantId && line.quantity >= input.quantity);
      if (!at?.orderLineId) throw new AppError('invalid_request', { detail: 'There are not so many of these in it.' });
      return ok(await writeShort(tx, parts, { ...input, work, orderId: work.orderId, orderLineId: at.orderLineId }));
    }),
  );
}

/** The pieces leave hold, work and line together, and the customer is asked. A count has corrected the shelf already. */
async function writeShort(
  tx: Ctx,
  parts: FlowParts,
  input: Omit<ShortLine, 'fulfilmentId'> & { work: Fulfilment; orderId: string; orderLineId: string },
): Promise<Shortage> {
  const { work, orderId, orderLineId, variantId } = input;
  const order = await getOrder(tx, orderId);
  const holds = work.reservationId ? await getReservations(tx, [work.reservationId]) : undefined;
  const hold = work.reservationId ? holds?.get(work.reservationId) : undefined;
  if (hold?.state === 'held' || hold?.state === 'committed')
    unless(await releaseLines(tx, [{ reservationId: hold.id, variantId, quantity: input.quantity }], input.what));
  if (input.what !== 'count') await correctShelf(tx, work.locationId, input);
  unless(
    await reduceFulfilment(tx, {
      id: work.id,
      version: work.version,
      lines: [{ orderLineId, quantity: input.quantity }],
      reason: input.reason,
      emptied: 'not_found',
    }),
  );
  const moved = unless(
    await moveLines(tx, {
      orderId: order.id,
      version: order.version,
      parts: [{ lineId: orderLineId, quantity: input.quantity }],
      way: order.lines.find((line) => line.id === orderLineId)?.way ?? {
        method: 'pickup',
        locationId: work.locationId,
      },
      reservationId: null,
    }),
  );
  const shortage = await openShortage(tx, {
    fulfilmentId: work.id,
    locationId: work.locationId,
    orderId: order.id,
    orderLineId: moved.lineIds[0] ?? orderLineId,
    variantId,
    quantity: input.quantity,
    what: input.what,
    reason: input.reason,
    subjectId: order.subjectId,
  });
  const goods = [{ variantId, quantity: input.quantity }];
  await recordChange(tx, {
    orderId: order.id,
    kind: 'short',
    reason: input.reason,
    facts: { what: input.what, lines: goods, locationId: work.locationId },
  });
  await audit(tx, {
    act: 'orders.short',
    target: 'order',
    targetId: order.id,
    after: { goods },
    reason: input.reason,
  });
  await tellShort(tx, parts, { order: moved.order, locationId: work.locationId, shortageId: shortage.id, goods });
  return shortage;
}

/** Damaged pieces are there and cannot be sold; the others are not there. No shelf holds less than nothing. */
async function correctShelf(tx: Ctx, locationId: string, input: Omit<ShortLine, 'fulfilmentId'>): Promise<void> {
  const [level] = await availability(tx, { variantIds: [input.variantId], locationIds: [locationId] });
  const delta = -Math.min(input.quantity, level?.onHand ?? 0);
  if (delta === 0) return;
  unless(
    await changeOnHand({ ...tx, idempotency: undefined }, [
      {
        variantId: input.variantId,
        locationId,
        kind: input.what === 'damaged' ? 'damage' : 'adjust',
        delta,
        reason: `${input.what}: ${input.reason}`,
      },
    ]),
  );
}

/**
 * A count or damage left less than an order was promised, and nobody has fetched its goods yet: the pieces that lack are
 * short, its customer hears of it before they set out, and chooses. What lies ready lies there whatever the shelf's count
 * says. Asked anew how things stand, so a repeat changes nothing.
 */
export async function shortByCount(ctx: Ctx, parts: FlowParts, reservationId: string): Promise<void> {
  const system = asSystem(ctx, 'stock count');
  await whileItChanges(() =>
    inTransaction(system, async (tx) => {
      const reservation = (await getReservations(tx, [reservationId])).get(reservationId);
      const lines = (await fulfilmentsOfReservations(tx, [reservationId])).get(reservationId)?.lines ?? [];
      if (!reservation?.atRisk) return;
      for (const line of lines) {
        const work = (await fulfilmentsOfReservations(tx, [reservationId])).get(reservationId);
        if (!work?.orderId || !line.orderLineId || (work.state !== 'to_pick' && work.state !== 'picking')) return;
        const [level] = await availability(tx, { variantIds: [line.variantId], locationIds: [work.locationId] });
        const lacking = level ? level.reserved - (level.onHand - level.damaged) : 0;
        const quantity = Math.min(line.quantity, lacking);
        if (quantity <= 0) continue;
        const { orderId } = work;
        const { variantId, orderLineId } = line;
        const reason = 'a count found less than was promised';
        await writeShort(tx, parts, { work, orderId, orderLineId, variantId, quantity, what: 'count', reason });
      }
    }),
  );
}
