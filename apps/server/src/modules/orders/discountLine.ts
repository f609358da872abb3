import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { taxInGross } from '../../kernel/money.ts';
import { emit } from '../../kernel/outbox.ts';
import type { Order } from './order.ts';
import { orderEvent } from './orderEvent.ts';
import { raiseVersion, readOrders } from './readOrders.ts';
import { recordChange } from './recordChange.ts';

/**
 * A line costs less than was agreed: pricing has granted it, the line carries it from now on. What it was placed at stays
 * readable. In the caller's transaction.
 *
 * @throws AppError not_found, invalid_amount
 */
export async function discountLine(
  ctx: Ctx,
  input: { orderId: string; lineId: string; newUnit: number; reason: string },
): Promise<Order> {
  return inTransaction(ctx, async (tx) => {
    await sql`select id from orders.order where id = ${input.orderId} for update`.execute(tx.db);
    const [before] = await readOrders(tx, sql`"order".id = ${input.orderId}`);
    const line = before?.lines.find((one) => one.id === input.lineId);
    if (!before || line?.state !== 'open') throw new AppError('not_found', { detail: 'There is no such line.' });
    const gross = input.newUnit * line.quantity;
    if (gross > line.gross.amount) throw new AppError('invalid_amount', { detail: 'That is more than was agreed.' });
    const { net, tax } = taxInGross(gross, line.taxRateBp);
    await sql`update orders.line set discount = unit * quantity - ${gross}::bigint, net = ${net}, tax = ${tax}, gross = ${gross}
      where id = ${line.id}`.execute(tx.db);
    const order = await raiseVersion(tx, before.id);
    const amount = { amount: line.gross.amount - gross, currency: before.currency };
    await recordChange(tx, { orderId: before.id, kind: 'discount', reason: input.reason, amount });
    await emit(tx, orderEvent(order, 'reduced', { by: amount.amount, cancelled: [] }));
    return order;
  });
}
