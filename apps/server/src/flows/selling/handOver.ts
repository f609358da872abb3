import { type Ctx, mayActAt } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import type { Money } from '../../kernel/money.ts';
import { ok, Refusal, type Result, refuse } from '../../kernel/result.ts';
import { cartsOfLines, removeLine } from '../../modules/carts/index.ts';
import { type Fulfilment, getFulfilment, markHandedOver } from '../../modules/fulfilment/index.ts';
import {
  createOrder,
  discountLine,
  getOrder,
  type Order,
  settleLines,
  transitionOrder,
} from '../../modules/orders/index.ts';
import { paymentsOf, recordStorePayment } from '../../modules/payments/index.ts';
import { grantManualDiscount } from '../../modules/pricing/index.ts';
import { getHomeMarket, getIdLimit } from '../../modules/settings/index.ts';
import { membersByIds } from '../../modules/staff/index.ts';
import { consumeReservations, getReservations } from '../../modules/stock/index.ts';
import { readHoldContext } from '../holds/holdContext.ts';
import { forReceipt } from '../receipts/forReceipt.ts';
import { type DiscountAsked, grantDiscount } from './grantDiscount.ts';
import { keepTheRest, type Pieces } from './keepTheRest.ts';
import { isOfWork, owedNow, receivedOf } from './owedNow.ts';
import { priceGoods } from './priceGoods.ts';

export interface StoreMoney {
  method: 'cash' | 'card_terminal';
  amount: Money;
  /** The number on the terminal's slip. */
  terminalRef?: string | undefined;
  /** Of the card, as printed on the slip. */
  cardLast4?: string | undefined;
}

export interface HandOver {
  fulfilmentId: string;
  /** Needed where something is still to be paid. */
  payment?: StoreMoney | undefined;
  discount?: DiscountAsked | undefined;
  /** Somebody else came: their name as said, nothing of their document. */
  collectedBy?: string | undefined;
  /** A document was looked at and fits. Needed above the amount of the policy. */
  idSeen?: boolean | undefined;
  /** Where the receipt goes, when the customer left no address. */
  receiptTo?: string | undefined;
  /** Only these pieces of an order's pickup leave now; the rest stays as it is. All of it unless said. */
  pieces?: readonly Pieces[] | undefined;
}

/**
 * The customer is here and takes the goods. For a hold this is the moment of the contract: order, payment at the lower
 * of quoted and current price, goods out of the books, all in one transaction. For an order it hands over its part and
 * takes what is still owed: all of it, or the pieces that are there. Of two associates the first wins, and the second is
 * told who that was and when.
 */
export async function handOver(ctx: Ctx, input: HandOver): Promise<Result<Order> | Refusal> {
  if (ctx.actor.kind !== 'staff') throw new AppError('not_allowed');
  const work = await getFulfilment(ctx, input.fulfilmentId);
  if (!mayActAt(ctx.actor, work.locationId))
    throw new AppError('wrong_location', { detail: 'It is handed over where it lies.' });
  const atStore: Ctx = { ...ctx, channel: 'store', locationId: work.locationId };
  const done = await once(atStore, 'selling.handOver', async (tx) => {
    const outcome = work.kind === 'hold' ? await handOverHold(tx, work, input) : await handOverOrder(tx, work, input);
    // A refusal must undo what was written before it: thrown, so that nothing is half done.
    if (outcome instanceof Refusal) throw new AppError(outcome.reason, outcome.details);
    return { orderId: outcome };
  });
  return ok(await getOrder(ctx, done.orderId));
}

async function handOverHold(tx: Ctx, work: Fulfilment, input: HandOver): Promise<string | Refusal> {
  const reservationId = work.reservationId ?? '';
  const consumed = await consumeReservations(tx, [reservationId]);
  if (!consumed.ok) return (await whoWasFirst(tx, work.id)) ?? consumed;
  const reservation = (await getReservations(tx, [reservationId])).get(reservationId);
  const hold = reservation && readHoldContext(reservation.context);
  const cart = hold && (await cartsOfLines(tx, [hold.lineId])).get(hold.lineId);
  const line = cart?.lines.find((candidate) => candidate.id === hold?.lineId);
  if (!reservation || !hold || !cart || !line)
    throw new AppError('not_found', { detail: 'The cart of this hold is gone.' });

  const discounted = input.discount
    ? await grantDiscount(tx, { line, ownerId: cart.id, asked: input.discount })
    : ok(line);
  if (!discounted.ok) return discounted;
  const market = await getHomeMarket(tx);
  const goods = await priceGoods(tx, {
    market,
    lines: [{ ...discounted.value, way: { method: 'in_store', locationId: work.locationId }, reservationId }],
  });
  if (!goods.ok) return goods;
  const total: Money = { amount: goods.value.priced.totals.gross, currency: market.currency };
  const wrong = checkMoney(input.payment, total) ?? (await checkId(tx, total, input));
  if (wrong) return wrong;

  const { order } = await createOrder(tx, {
    market: market.code,
    currency: market.currency,
    ...(await forReceipt(tx, { subjectId: reservation.subjectId, receiptTo: input.receiptTo })),
    contractMadeAt: { place: 'on_premises', locationId: work.locationId },
    lines: goods.value.orderLines,
  });
  const handed = await markHandedOver(tx, { ...proofOf(input), id: work.id, orderId: order.id });
  if (!handed.ok) return handed;
  const paid = await payAndSettle(tx, order, work, input.payment);
  if (paid) return paid;
  await removeLine({ ...tx, idempotency: undefined }, { cartId: cart.id, version: cart.version, lineId: line.id });
  return order.id;
}

async function handOverOrder(tx: Ctx, work: Fulfilment, input: HandOver): Promise<string | Refusal> {
  if (!work.orderId) throw new AppError('internal', { detail: 'a pickup without an order' });
  if (input.pieces) {
    const parted = await keepTheRest(tx, work, input.pieces);
    if (!parted.ok) return (await whoWasFirst(tx, work.id)) ?? parted;
  }
  if (work.reservationId) {
    const consumed = await consumeReservations(tx, [work.reservationId]);
    if (!consumed.ok) return (await whoWasFirst(tx, work.id)) ?? consumed;
  }
  const order = await getOrder(tx, work.orderId);
  const received = receivedOf((await paymentsOf(tx, [order.id])).get(order.id) ?? []);
  const asked = input.discount ? await discountOrder(tx, order, work, input.discount) : ok(undefined);
  if (!asked.ok) return asked;
  const off = asked.value?.off ?? 0;
  const owed: Money = { amount: Math.max(0, owedNow(order, received, work) - off), currency: order.currency };
  const worth = order.lines.filter((line) => isOfWork(line, work)).reduce((sum, line) => sum + line.gross.amount, -off);
  const wrong =
    checkMoney(input.payment, owed) ?? (await checkId(tx, { amount: worth, currency: order.currency }, input));
  if (wrong) return wrong;
  const handed = await markHandedOver(tx, { ...proofOf(input), id: work.id, orderId: order.id });
  if (!handed.ok) return handed;
  const cheaper = asked.value
    ? await discountLine(tx, { orderId: order.id, ...asked.value, reason: input.discount?.reason ?? '' })
    : order;
  const refused = await payAndSettle(tx, cheaper, work, owed.amount > 0 ? input.payment : undefined);
  return refused ?? order.id;
}

/** A discount by hand on what an order still costs: on its one kind of goods here, and before it is paid. */
async function discountOrder(
  tx: Ctx,
  order: Order,
  work: Fulfilment,
  asked: DiscountAsked,
): Promise<Result<{ lineId: string; newUnit: number; off: number }> | Refusal> {
  if (order.paidAt !== null)
    return refuse('already_paid', {
      detail: 'It is paid already, so nothing can be taken off here. Nothing was handed over.',
    });
  const [line, ...more] = order.lines.filter((one) => isOfWork(one, work));
  if (!line || more.length > 0)
    return refuse('not_offered', {
      detail: 'A discount by hand is for one kind of goods. Nothing was handed over; sell them at the till instead.',
    });
  const unit = Math.floor(line.gross.amount / line.quantity);
  const granted = await grantManualDiscount(tx, {
    lineId: line.id,
    orderOrCartId: order.id,
    unit: { amount: unit, currency: order.currency },
    ...asked,
  });
  if (!granted.ok) return granted;
  const newUnit = granted.value.unit;
  return ok({ lineId: line.id, newUnit, off: line.gross.amount - newUnit * line.quantity });
}

/** The second of two associates learns who was first; undefined where nobody was. */
async function whoWasFirst(tx: Ctx, workId: string): Promise<Refusal | undefined> {
  const now = await getFulfilment(tx, workId);
  if (now.state !== 'handed_over') return undefined;
  const by = now.doneBy ? (await membersByIds(tx, [now.doneBy])).get(now.doneBy) : undefined;
  return refuse('already_handed_over', {
    detail: 'A colleague has handed it over already. Nothing was changed.',
    by: now.doneBy,
    byName: by?.name ?? null,
    at: now.doneAt,
    collectedBy: now.collectedBy,
  });
}

function checkMoney(payment: StoreMoney | undefined, owed: Money): Refusal | undefined {
  if (owed.amount <= 0 && !payment) return undefined;
  if (payment && payment.amount.amount === owed.amount && payment.amount.currency === owed.currency) return undefined;
  return refuse('payment_incomplete', {
    detail: payment
      ? 'The amount is not what is to be paid. Nothing was recorded; take this amount.'
      : 'Take the payment first; nothing was handed over.',
    toPay: owed,
  });
}

/** Dear goods go only to whom they belong: a document is looked at, and nothing of it is kept. */
async function checkId(tx: Ctx, worth: Money, input: HandOver): Promise<Refusal | undefined> {
  if (input.idSeen) return undefined;
  const above = await getIdLimit(tx);
  if (above === null || worth.amount <= above) return undefined;
  return refuse('id_check_required', {
    detail: 'Look at an ID that fits the name, and say so. Nothing was handed over.',
    above: { amount: above, currency: worth.currency },
  });
}

const proofOf = (input: HandOver) => ({
  collectedBy: input.collectedBy?.trim() || undefined,
  idSeen: input.idSeen ?? false,
});

/** Money, then the lines, then the order, which completes when the last of its goods is out. */
async function payAndSettle(
  tx: Ctx,
  order: Order,
  work: Fulfilment,
  payment: StoreMoney | undefined,
): Promise<Refusal | undefined> {
  if (payment && order.totals.gross.amount > 0) {
    const recorded = await recordStorePayment(tx, {
      orderId: order.id,
      orderTotal: order.totals.gross,
      amount: payment.amount,
      method: payment.method,
      locationId: work.locationId,
      key: `handover:${work.id}`,
      subjectId: order.subjectId ?? undefined,
      terminalRef: payment.terminalRef,
      cardLast4: payment.cardLast4,
    });
    if (!recorded.ok) return recorded;
  }
  const received = receivedOf((await paymentsOf(tx, [order.id])).get(order.id) ?? []);
  // Of a part the rest is paid when it is fetched.
  if (order.paidAt === null && received >= order.worth.gross.amount) {
    const paid = await transitionOrder(tx, { orderId: order.id, to: 'paid' });
    if (!paid.ok) return paid;
  }
  const lineIds = order.lines.filter((line) => isOfWork(line, work)).map((line) => line.id);
  const by = tx.actor.kind === 'staff' ? tx.actor.staffId : null;
  const settled = await settleLines(tx, {
    orderId: order.id,
    lineIds,
    to: 'fulfilled',
    handedOverBy: by,
    fulfilledBy: work.pickedBy ?? by,
  });
  return settled.ok ? undefined : settled;
}
