import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { carveLines, type LinePart } from './carveLines.ts';
import type { Address, Order, Way } from './order.ts';
import { orderEvent } from './orderEvent.ts';
import { raiseVersion, readOrders } from './readOrders.ts';
import { refusalOf, type TransitionRefusal } from './transitionOrder.ts';

export interface MovedLines {
  orderId: string;
  version: number;
  parts: readonly LinePart[];
  way: Way;
  /** The hold that has them now; null: nothing is held for them at present. */
  reservationId: string | null;
  /** Where to, when what was to be collected is now sent. */
  deliveryAddress?: Address | undefined;
}

/**
 * Lines, or pieces of them, are to be had in another way: from another store, sent home, or nobody has them at present.
 * Prices stay as they were agreed. Gives the order and the lines as they are after it.
 *
 * @throws AppError not_found, invalid_request
 */
export async function moveLines(
  ctx: Ctx,
  input: MovedLines,
): Promise<Result<{ order: Order; lineIds: string[] }, TransitionRefusal>> {
  return inTransaction(ctx, async (tx) => {
    await sql`select id from orders.order where id = ${input.orderId} for update`.execute(tx.db);
    const [before] = await readOrders(tx, sql`"order".id = ${input.orderId}`);
    if (!before) throw new AppError('not_found', { detail: 'There is no such order.' });
    if (before.version !== input.version) return refusalOf(before, before.state, input.version);
    if (input.parts.some((part) => before.lines.some((line) => line.id === part.lineId && line.state !== 'open')))
      return refuse('illegal_transition', {
        detail: 'A part of this is with the customer already, or was cancelled before.',
        state: before.state,
        legal: [],
      });
    const lineIds = await carveLines(tx, before, input.parts);
    const { way } = input;
    await sql`update orders.line set method = ${way.method}, location_id = ${way.method === 'delivery' ? null : way.locationId}::uuid,
      reservation_id = ${input.reservationId}::uuid where order_id = ${before.id} and id = any (${lineIds}::uuid[])`.execute(
      tx.db,
    );
    if (input.deliveryAddress)
      await sql`update orders.order set delivery_address = ${JSON.stringify(input.deliveryAddress)}::jsonb where id = ${before.id}`.execute(
        tx.db,
      );
    const order = await raiseVersion(tx, before.id);
    await emit(tx, orderEvent(order, 'moved', { lineIds, to: way, state: order.state }));
    return ok({ order, lineIds });
  });
}
