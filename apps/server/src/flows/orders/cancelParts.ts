import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Money } from '../../kernel/money.ts';
import { Refusal, type Result } from '../../kernel/result.ts';
import {
  fulfilmentsOfOrders,
  reduceFulfilment,
  settleShortage,
  shortagesOfOrders,
} from '../../modules/fulfilment/index.ts';
import { cancelLines, type LinePart, type Order } from '../../modules/orders/index.ts';
import { type Claimed, paymentsOf } from '../../modules/payments/index.ts';
import { getReservations, releaseLines } from '../../modules/stock/index.ts';
import { claimRefunds } from '../money/refundOrder.ts';
import type { FlowParts } from '../parts.ts';
import { receivedOf } from '../selling/owedNow.ts';
import { workOf } from './cancelPolicy.ts';
import { tellCancelled } from './tellCustomer.ts';

export interface CancelledParts {
  order: Order;
  /** To be performed after the transaction. */
  refunds: Claimed[];
  refund: Money | null;
}

/** `withdrawn`: the acknowledgement of the declaration tells of it, so nothing else is sent. */
export type WhyCancelled = 'by_customer' | 'by_store' | 'not_collected' | 'withdrawn';

/**
 * Takes parts off an order, in the caller's transaction: exactly these pieces are on sale again, the store's work for them
 * ends, the order is worth less, what was paid for them is set aside to be given back, and the customer is told. Whoever
 * calls has asked whether it may be. Stock, then work, then order, then money: the order in which everybody takes them.
 *
 * @throws AppError version_conflict when the order was changed since it was read (try again), and what a step refuses
 */
export async function cancelParts(
  tx: Ctx,
  parts: FlowParts,
  input: { order: Order; lines: readonly LinePart[]; why: WhyCancelled; reason: string },
): Promise<CancelledParts> {
  const { order } = input;
  const works = (await fulfilmentsOfOrders(tx, [order.id])).get(order.id) ?? [];
  const taken = input.lines.flatMap(({ lineId, quantity }) => {
    const line = order.lines.find((candidate) => candidate.id === lineId);
    return line?.variantId ? [{ line, variantId: line.variantId, quantity: quantity ?? line.quantity }] : [];
  });
  const holds = await getReservations(tx, [...new Set(taken.flatMap(({ line }) => line.reservationId ?? []))]);
  unless(
    await releaseLines(
      tx,
      taken.flatMap(({ line, variantId, quantity }) => {
        const hold = line.reservationId ? holds.get(line.reservationId) : undefined;
        // What has run out is written off by itself.
        return hold?.state === 'held' || hold?.state === 'committed'
          ? [{ reservationId: hold.id, variantId, quantity }]
          : [];
      }),
      input.why,
    ),
  );
  for (const work of works) {
    const lines = taken.filter(({ line }) => workOf(line.id, works)?.id === work.id);
    if (lines.length === 0 || work.state === 'cancelled') continue;
    unless(
      await reduceFulfilment(tx, {
        id: work.id,
        version: work.version,
        lines: lines.map(({ line, quantity }) => ({ orderLineId: line.id, quantity })),
        reason: input.why,
      }),
    );
  }
  const left = unless(
    await cancelLines(tx, {
      orderId: order.id,
      version: order.version,
      parts: input.lines,
      reason: input.reason,
      received: receivedOf((await paymentsOf(tx, [order.id])).get(order.id) ?? []),
    }),
  );
  for (const shortage of (await shortagesOfOrders(tx, [order.id])).get(order.id) ?? []) {
    const line = left.lines.find((one) => one.id === shortage.orderLineId);
    if (shortage.state !== 'settled' && line?.state === 'cancelled')
      unless(await settleShortage(tx, { id: shortage.id, choice: 'refund', subjectId: order.subjectId }));
  }
  const refund = await refundFor(tx, order, left);
  const refunds = refund
    ? unless(
        await claimRefunds(tx, {
          orderId: order.id,
          amount: refund,
          key: `cancel:${order.id}:${left.version}`,
          reason: input.reason,
        }),
      )
    : [];
  if (input.why !== 'withdrawn')
    await tellCancelled(tx, parts, {
      before: order,
      after: left,
      goods: taken.map(({ variantId, quantity }) => ({ variantId, quantity })),
      why: input.why,
      refund,
    });
  return { order: left, refunds, refund };
}

/**
 * Of a paid order what the cancelled part cost, as far as it was not given back before; of one that was paid in part what
 * is more than it is worth now.
 */
async function refundFor(tx: Ctx, before: Order, after: Order): Promise<Money | null> {
  const payments = (await paymentsOf(tx, [before.id])).get(before.id) ?? [];
  const kept = payments
    .filter((payment) => payment.coversOrder)
    .reduce((sum, payment) => sum + payment.refundable.amount, 0);
  const cancelled = before.worth.gross.amount - after.worth.gross.amount;
  const amount = before.paidAt === null ? kept - after.worth.gross.amount : Math.min(cancelled, kept);
  return amount > 0 ? { amount, currency: before.currency } : null;
}

/** Throws what is refused in here, so that nothing of it stays. */
export function unless<T>(result: Result<T>): T {
  if (result instanceof Refusal) throw new AppError(result.reason, result.details);
  return result.value;
}
