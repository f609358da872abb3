import { audit } from '../../kernel/audit.ts';
import { type Ctx, mayActAt } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { ok, type Refusal, type Result, refuse } from '../../kernel/result.ts';
import {
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
      const order = await getOrder(tx, work.orderId);
      const holds = work.reservationId ? await getReservations(tx, [work.reservationId]) : undefined;
      const hold = work.reservationId ? holds?.get(work.reservationId) : undefined;
      if (hold?.state === 'held' || hold?.state === 'committed')
        unless(
          await releaseLines(
            tx,
            [{ reservationId: hold.id, variantId: at.variantId, quantity: input.quantity }],
            input.what,
          ),
        );
      await correctShelf(tx, work.locationId, input);
      unless(
        await reduceFulfilment(tx, {
          id: work.id,
          version: work.version,
          lines: [{ orderLineId: at.orderLineId, quantity: input.quantity }],
          reason: input.reason,
          emptied: 'not_found',
        }),
      );
      const moved = unless(
        await moveLines(tx, {
          orderId: order.id,
          version: order.version,
          parts: [{ lineId: at.orderLineId, quantity: input.quantity }],
          way: order.lines.find((line) => line.id === at.orderLineId)?.way ?? {
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
        orderLineId: moved.lineIds[0] ?? at.orderLineId,
        variantId: at.variantId,
        quantity: input.quantity,
        what: input.what,
        reason: input.reason,
        subjectId: order.subjectId,
      });
      const goods = [{ variantId: at.variantId, quantity: input.quantity }];
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
      return ok(shortage);
    }),
  );
}

/** Damaged pieces are there and cannot be sold; the others are not there. No shelf holds less than nothing. */
async function correctShelf(tx: Ctx, locationId: string, input: ShortLine): Promise<void> {
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
