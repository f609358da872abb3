import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { carveLines, type LinePart } from './carveLines.ts';
import type { Order, OrderLine } from './order.ts';
import { orderEvent } from './orderEvent.ts';
import { raiseVersion, readOrders } from './readOrders.ts';
import { recordChange } from './recordChange.ts';
import { stateOfLines } from './states.ts';
import { refusalOf, type TransitionRefusal, transitionOrder } from './transitionOrder.ts';

export interface CancelledLines {
  orderId: string;
  /** The order must still be the one that was looked at. */
  version: number;
  parts: readonly LinePart[];
  reason: string;
  /** What was paid for the order so far, minor units: who took a part and paid for it owes nothing for what goes now. */
  received?: number | undefined;
}

/**
 * Takes lines, or pieces of them, off an order, in the caller's transaction. What was placed stays readable, what it is
 * worth now is less; delivery goes with the last of what was to be delivered. The order moves to where the rest puts it:
 * cancelled when nothing is left, completed when the rest is with the customer already.
 *
 * @throws AppError not_found, invalid_request
 */
export async function cancelLines(ctx: Ctx, input: CancelledLines): Promise<Result<Order, TransitionRefusal>> {
  return inTransaction(ctx, async (tx) => {
    await sql`select id from orders.order where id = ${input.orderId} for update`.execute(tx.db);
    const [before] = await readOrders(tx, sql`"order".id = ${input.orderId}`);
    if (!before) throw new AppError('not_found', { detail: 'There is no such order.' });
    if (before.version !== input.version) return refusalOf(before, 'cancelled', input.version);
    const named = before.lines.filter((line) => input.parts.some((part) => part.lineId === line.id));
    if (named.some((line) => line.state !== 'open'))
      return refuse('illegal_transition', {
        detail: 'A part of this is with the customer already, or was cancelled before.',
        state: before.state,
        legal: [],
      });
    const ids = await carveLines(tx, before, input.parts);
    await sql`update orders.line set state = 'cancelled' where order_id = ${before.id} and id = any (${ids}::uuid[])`.execute(
      tx.db,
    );
    await cancelDelivery(tx, before.id);
    const raised = await raiseVersion(tx, before.id);
    const amount = { amount: before.worth.gross.amount - raised.worth.gross.amount, currency: before.currency };
    const cancelled = raised.lines.filter((line) => ids.includes(line.id));
    const to = stateOfLines(
      raised.lines.filter((line) => line.kind === 'goods').map((line) => line.state),
      raised.paidAt !== null,
    );
    // A whole order that goes is one event; of a part its own is told, whatever state follows.
    if (to !== 'cancelled') {
      await recordChange(tx, {
        orderId: before.id,
        kind: 'cancelled_part',
        reason: input.reason,
        amount,
        facts: { lines: cancelled.map(({ variantId, quantity }) => ({ variantId, quantity })) },
      });
      await emit(
        tx,
        orderEvent(raised, 'reduced', { reason: input.reason, cancelled: cancelled.map(factsOf), by: amount.amount }),
      );
    }
    if (to === raised.state) return ok(raised);
    if (to === 'completed' && raised.paidAt === null && (input.received ?? 0) >= raised.worth.gross.amount) {
      const paid = await transitionOrder(tx, { orderId: before.id, to: 'paid' });
      if (!paid.ok) return paid;
    }
    return transitionOrder(tx, { orderId: before.id, to, reason: input.reason });
  });
}

const factsOf = (line: OrderLine) => ({
  lineId: line.id,
  variantId: line.variantId,
  quantity: line.quantity,
  gross: line.gross.amount,
});

async function cancelDelivery(tx: Ctx, orderId: string): Promise<void> {
  await sql`update orders.line d set state = 'cancelled' where d.order_id = ${orderId} and d.kind = 'delivery' and d.state = 'open'
    and not exists (select 1 from orders.line g where g.order_id = ${orderId} and g.kind = 'goods' and g.method = 'delivery' and g.state <> 'cancelled')`.execute(
    tx.db,
  );
}
