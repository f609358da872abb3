import { audit } from '../../kernel/audit.ts';
import { type Ctx, mayActAt } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { ok, type Refusal, type Result, refuse } from '../../kernel/result.ts';
import { fulfilmentsOfOrders } from '../../modules/fulfilment/index.ts';
import { getOrder, type LinePart, type Order } from '../../modules/orders/index.ts';
import { paymentsOf } from '../../modules/payments/index.ts';
import { performRefunds } from '../money/refundOrder.ts';
import type { FlowParts } from '../parts.ts';
import { cancelParts } from './cancelParts.ts';
import { whyNotCancel } from './cancelPolicy.ts';
import { noteInThread } from './tellCustomer.ts';
import { whileItChanges } from './whileItChanges.ts';

export interface Cancellation {
  orderId: string;
  /** A guest's way to the order. */
  token?: string | undefined;
  /** Everything that can still be cancelled, unless said. */
  lines?: readonly LinePart[] | undefined;
  reason?: string | undefined;
}

const tooLate = {
  over: 'It is with you already, or was cancelled before.',
  sent: 'The parcel is on its way; send it back when it comes.',
  handed_over: 'It was collected already.',
  ready: 'It lies ready already. Write to us or tell the store; it takes a minute.',
  delivery: 'Delivery goes with the goods.',
};

/**
 * Cancels an order or a part of it: by its customer until it is picked, by staff with a reason until it has left the
 * house. All of what was asked or nothing. Money goes back to where it came from, after the transaction.
 *
 * @throws AppError not_found, wrong_location, invalid_request
 */
export async function cancelOrder(ctx: Ctx, parts: FlowParts, input: Cancellation): Promise<Result<Order> | Refusal> {
  const by = ctx.actor.kind === 'staff' ? 'staff' : 'customer';
  const done = await whileItChanges(() =>
    once(ctx, 'orders.cancel', async (tx) => {
      const order = await getOrder(tx, input.orderId, input.token);
      const lines = await checkLines(tx, order, input, by);
      if (!lines.ok) return lines;
      const reason = input.reason ?? 'the customer changed their mind';
      const cancelled = await cancelParts(tx, parts, {
        order,
        lines: lines.value,
        why: by === 'staff' ? 'by_store' : 'by_customer',
        reason,
      });
      if (by === 'staff')
        await audit(tx, {
          act: 'orders.cancel',
          target: 'order',
          targetId: order.id,
          before: { worth: order.worth.gross.amount },
          after: { worth: cancelled.order.worth.gross.amount, refund: cancelled.refund?.amount ?? 0 },
          reason,
        });
      await noteInThread(tx, order, 'cancelled');
      return ok({ refunds: cancelled.refunds });
    }),
  );
  if (!done.ok) return done;
  await performRefunds(ctx, done.value.refunds);
  return ok(await getOrder(ctx, input.orderId, input.token));
}

async function checkLines(
  tx: Ctx,
  order: Order,
  input: Cancellation,
  by: 'customer' | 'staff',
): Promise<Result<readonly LinePart[]> | Refusal> {
  const [works, payments] = [
    (await fulfilmentsOfOrders(tx, [order.id])).get(order.id) ?? [],
    (await paymentsOf(tx, [order.id])).get(order.id) ?? [],
  ];
  if (payments.some((payment) => payment.state === 'pending'))
    return refuse('payment_pending', {
      detail: 'The payment is being checked. Wait a minute and try again; nothing was changed.',
    });
  if (by === 'staff' && tx.actor.kind === 'staff' && tx.actor.role !== 'agent') {
    const foreign = works.find((work) => !mayActAt(tx.actor, work.locationId) && work.state !== 'cancelled');
    if (foreign && !input.lines)
      throw new AppError('wrong_location', { detail: 'A part of it lies in another store.' });
  }
  const open = order.lines.filter((line) => line.kind === 'goods' && line.state === 'open');
  const asked: readonly LinePart[] =
    input.lines ?? open.filter((line) => !whyNotCancel(line, works, by)).map((line) => ({ lineId: line.id }));
  if (asked.length === 0) {
    const [first] = open;
    const why = first ? whyNotCancel(first, works, by) : 'over';
    return refuse('not_cancellable', { detail: `${tooLate[why ?? 'over']} Nothing was changed.`, why: why ?? 'over' });
  }
  for (const part of asked) {
    const line = order.lines.find((candidate) => candidate.id === part.lineId);
    if (!line) throw new AppError('not_found', { detail: 'A line is not of this order.' });
    const why = whyNotCancel(line, works, by);
    if (why) return refuse('not_cancellable', { detail: `${tooLate[why]} Nothing was changed.`, why, lineId: line.id });
    if (part.quantity !== undefined && part.quantity > line.quantity)
      throw new AppError('invalid_request', { detail: `There are only ${line.quantity} of these on the order.` });
  }
  return ok(asked);
}
