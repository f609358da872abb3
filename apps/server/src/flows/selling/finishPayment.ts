import { asSystem, type Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { closeCart } from '../../modules/carts/index.ts';
import { getOrder, lockOrder, type Order, transitionOrder } from '../../modules/orders/index.ts';
import {
  applyOutcome,
  authorise,
  type Claimed,
  claimRefund,
  failPayment,
  getPayment,
  type Instrument,
  lateRefundKey,
  type Outcome,
  type Payment,
  performMovement,
} from '../../modules/payments/index.ts';
import { commitReservations, getReservations, lockHolds, releaseReservations } from '../../modules/stock/index.ts';
import { releaseCredit } from '../money/payByCredit.ts';
import { openWork } from './openWork.ts';
import type { Part } from './takeStock.ts';

export interface Finished {
  payment: Payment;
  /** The order as it is now, when this call changed it. */
  order: Order | undefined;
  /** The money came when the goods were gone, and goes back. */
  isGivenBack: boolean;
}

/**
 * Asks for the money and writes what came of it. The provider is called outside any transaction; the answer, the order's
 * state, the holds and the work are written in one. Safe to repeat: the payment's key is the provider's, and an answer
 * that is known changes nothing. `known` spares looking up what the caller has just written.
 */
export async function finishPayment(
  ctx: Ctx,
  payment: Payment,
  instrument: Instrument,
  known?: Known,
): Promise<Finished> {
  if (payment.state !== 'pending') return { payment, order: undefined, isGivenBack: false };
  const outcome = await authorise(ctx, payment, instrument);
  return settlePayment(ctx, payment, outcome, known);
}

interface Known {
  order: Order;
  parts: readonly Work[];
}
type Work = Pick<Part, 'method' | 'locationId' | 'reservationId'> & { isFresh?: boolean };

/**
 * Writes what the provider said, whoever heard it first: the answer to our call, a webhook, the settling job, on any
 * server, once or more. Unknown answers stay pending and are asked about again. Holds are locked before the order, and the
 * order before its payment, as everywhere.
 */
export async function settlePayment(ctx: Ctx, payment: Payment, outcome: Outcome, known?: Known): Promise<Finished> {
  const settled = await inTransaction(asSystem(ctx, 'payments'), async (tx): Promise<Settled> => {
    const order = known?.order ?? (await getOrder(tx, payment.orderId));
    const isNews = known !== undefined || isOpen(await getPayment(tx, payment.id));
    // What is given free is locked before the order and its money, as by everybody who takes more than one of them. Money
    // that came binds the holds, and no level need wait for that; where they are gone, a deadlock is tried again.
    const isOver = outcome.result === 'declined' || outcome.result === 'expired';
    if (isNews && isOver) await lockHolds(tx, reservationsOf(order));
    const isKept = outcome.result === 'approved' && isNews && (await keepGoods(tx, order));
    if (!known && outcome.result !== 'unknown') await lockOrder(tx, order.id);
    const applied = await applyOutcome(tx, { paymentId: payment.id, outcome });
    if (!applied.changed) return { payment: applied.payment, order: undefined, refund: undefined };
    if (outcome.result !== 'approved') {
      await giveUp(tx, order, outcome.result === 'declined' ? 'payment declined' : 'not paid in time');
      return { payment: applied.payment, order: undefined, refund: undefined };
    }
    if (isKept && applied.payment.coversOrder)
      return { payment: applied.payment, order: await confirm(tx, order, known?.parts), refund: undefined };
    // Money that came when the goods were gone goes back, and that it must is written with it: nothing can come between.
    await giveUp(tx, order, goodsGone);
    return { payment: applied.payment, order: undefined, refund: await claimGivingBack(tx, applied.payment) };
  });
  if (settled.refund) await performMovement(asSystem(ctx, 'payments'), settled.refund);
  return { payment: settled.payment, order: settled.order, isGivenBack: settled.refund !== undefined };
}

interface Settled extends Pick<Finished, 'payment' | 'order'> {
  refund: Claimed | undefined;
}

/** Still to be heard of: not answered, or given up and perhaps paid after all. */
const isOpen = (payment: Payment) => payment.state === 'pending' || payment.state === 'failed';

/** What is held for an order's lines. */
export const reservationsOf = (order: Order) => [
  ...new Set(order.lines.flatMap((line) => (line.reservationId ? [line.reservationId] : []))),
];

/** The holds become the order's for good; false when a deadline passed meanwhile and they are not there any more. */
async function keepGoods(tx: Ctx, order: Order): Promise<boolean> {
  if (order.state === 'cancelled') return false;
  return (await commitReservations(tx, reservationsOf(order), undefined)).ok;
}

async function confirm(tx: Ctx, order: Order, parts: readonly Work[] | undefined): Promise<Order> {
  const paid = await transitionOrder(tx, { orderId: order.id, to: 'paid' });
  if (!paid.ok) throw new AppError(paid.reason, paid.details);
  if (order.cartId) await closeCart(tx, { cartId: order.cartId, orderId: order.id });
  await openWork(tx, paid.value, parts ?? (await partsOf(tx, order)));
  return paid.value;
}

/** An order's parts by where they come from, as its holds say. */
export async function partsOf(tx: Ctx, order: Order): Promise<Work[]> {
  const reservations = await getReservations(tx, reservationsOf(order));
  return [...reservations.values()].map((reservation) => ({
    method: order.lines.some((line) => line.reservationId === reservation.id && line.way.method === 'delivery')
      ? 'delivery'
      : 'pickup',
    locationId: reservation.lines[0]?.locationId ?? '',
    reservationId: reservation.id,
  }));
}

/** Nothing held, nothing charged; the cart stays as it was, for another try. */
async function giveUp(tx: Ctx, order: Order, reason: string): Promise<void> {
  // Who was sent a link may try another card until it ends; the goods stay theirs as long.
  if (order.state === 'placed' && order.payBy && new Date(order.payBy) > tx.clock.now()) {
    const kept = await commitReservations(tx, reservationsOf(order), new Date(order.payBy));
    if (kept.ok) return;
  }
  await releaseReservations(tx, reservationsOf(order), reason);
  if (order.state !== 'placed') return;
  await transitionOrder(tx, { orderId: order.id, to: 'cancelled', reason });
  await releaseCredit(tx, order.id, reason);
}

/** A payment that the provider never heard of: the goods are free again and the order is off. */
export async function abandonPayment(ctx: Ctx, payment: Payment, reason: string): Promise<void> {
  await inTransaction(asSystem(ctx, 'payments'), async (tx) => {
    const order = await getOrder(tx, payment.orderId);
    await lockHolds(tx, reservationsOf(order));
    await lockOrder(tx, order.id);
    if (await failPayment(tx, payment.id, reason)) await giveUp(tx, await getOrder(tx, payment.orderId), reason);
  });
}

const goodsGone = 'the goods were gone when the money came';

async function claimGivingBack(tx: Ctx, payment: Payment): Promise<Claimed> {
  const claimed = await claimRefund(tx, {
    paymentId: payment.id,
    amount: payment.captured,
    key: lateRefundKey(payment.id),
    reason: goodsGone,
  });
  if (!claimed.ok) throw new AppError(claimed.reason, claimed.details);
  return claimed.value;
}
