import { asSystem, type Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { closeCart } from '../../modules/carts/index.ts';
import { getOrder, type Order, transitionOrder } from '../../modules/orders/index.ts';
import {
  applyOutcome,
  authorise,
  claimRefund,
  failPayment,
  type Instrument,
  type Outcome,
  type Payment,
  performMovement,
} from '../../modules/payments/index.ts';
import { commitReservations, getReservations, releaseReservations } from '../../modules/stock/index.ts';
import { openWork } from './openWork.ts';

/**
 * Asks for the money and writes what came of it. The provider is called outside any transaction; the answer, the order's
 * state, the holds and the work are written in one. Safe to repeat: the payment's key is the provider's, and an answer
 * that is known changes nothing.
 */
export async function finishPayment(ctx: Ctx, payment: Payment, instrument: Instrument): Promise<Payment> {
  if (payment.state !== 'pending') return payment;
  const outcome = await authorise(ctx, payment, instrument);
  return settlePayment(ctx, payment, outcome);
}

/** Writes the provider's answer; unknown answers stay pending and are asked about again by the job. */
export async function settlePayment(ctx: Ctx, payment: Payment, outcome: Outcome): Promise<Payment> {
  const settled = await inTransaction(asSystem(ctx, 'payments'), async (tx) => {
    const applied = await applyOutcome(tx, { paymentId: payment.id, outcome });
    if (!applied.changed) return { payment: applied.payment, mustRefund: false };
    const order = await getOrder(tx, payment.orderId);
    if (outcome.result === 'declined') {
      await giveUp(tx, order, 'payment declined');
      return { payment: applied.payment, mustRefund: false };
    }
    const kept = applied.payment.coversOrder && (await keepGoods(tx, order));
    if (kept) await confirm(tx, order);
    return { payment: applied.payment, mustRefund: !kept };
  });
  // Money that came when the goods were gone goes back at once, and the refund shows on the order.
  if (settled.mustRefund) await giveBack(ctx, settled.payment);
  return settled.payment;
}

const reservationsOf = (order: Order) => [
  ...new Set(order.lines.flatMap((line) => (line.reservationId ? [line.reservationId] : []))),
];

/** The holds become the order's for good; false when a deadline passed meanwhile and they are not there any more. */
async function keepGoods(tx: Ctx, order: Order): Promise<boolean> {
  if (order.state === 'cancelled') return false;
  return (await commitReservations(tx, reservationsOf(order), undefined)).ok;
}

async function confirm(tx: Ctx, order: Order): Promise<void> {
  await transitionOrder(tx, { orderId: order.id, to: 'paid' });
  if (order.cartId) await closeCart(tx, { cartId: order.cartId, orderId: order.id });
  const reservations = await getReservations(tx, reservationsOf(order));
  await openWork(
    tx,
    order,
    [...reservations.values()].map((reservation) => ({
      method: order.lines.some((line) => line.reservationId === reservation.id && line.way.method === 'delivery')
        ? ('delivery' as const)
        : ('pickup' as const),
      locationId: reservation.lines[0]?.locationId ?? '',
      reservationId: reservation.id,
    })),
  );
}

/** Nothing held, nothing charged; the cart stays as it was, for another try. */
async function giveUp(tx: Ctx, order: Order, reason: string): Promise<void> {
  await releaseReservations(tx, reservationsOf(order), reason);
  if (order.state === 'placed') await transitionOrder(tx, { orderId: order.id, to: 'cancelled', reason });
}

/** A payment that the provider never heard of: the goods are free again and the order is off. */
export async function abandonPayment(ctx: Ctx, payment: Payment, reason: string): Promise<void> {
  await inTransaction(asSystem(ctx, 'payments'), async (tx) => {
    if (await failPayment(tx, payment.id, reason)) await giveUp(tx, await getOrder(tx, payment.orderId), reason);
  });
}

async function giveBack(ctx: Ctx, payment: Payment): Promise<void> {
  const system = asSystem(ctx, 'payments');
  const claimed = await claimRefund(system, {
    paymentId: payment.id,
    amount: payment.captured,
    key: `late:${payment.id}`,
    reason: 'the goods were gone when the money came',
  });
  if (claimed.ok) await performMovement(system, claimed.value);
}
