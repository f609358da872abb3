import { asSystem, type Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { onceTelling, outcomeUnderKey } from '../../kernel/idempotency.ts';
import type { Money } from '../../kernel/money.ts';
import { ok, type Refusal, type Result, refuse } from '../../kernel/result.ts';
import { closeCart, getCart, type Way } from '../../modules/carts/index.ts';
import { getVariants } from '../../modules/catalogue/index.ts';
import { closingOfOpeningDay, getLocations } from '../../modules/locations/index.ts';
import {
  type Address,
  type Contact,
  createOrder,
  getOrder,
  issueAccessToken,
  type Order,
  type OrderDelivery,
  transitionOrder,
} from '../../modules/orders/index.ts';
import { type Payment, startPayment } from '../../modules/payments/index.ts';
import { quotePrices } from '../../modules/pricing/index.ts';
import { getHoldLimit, getHomeMarketAndZones, type Market } from '../../modules/settings/index.ts';
import { commitReservations, releaseReservations } from '../../modules/stock/index.ts';
import { checkWays as checkPlaces } from '../carts/quoteGoods.ts';
import { choosePayment, type Means, type PaymentPlan } from '../money/choosePayment.ts';
import { type CreditShown, creditShare, payByCredit } from '../money/payByCredit.ts';
import { finishPayment } from './finishPayment.ts';
import { openWork } from './openWork.ts';
import { type GoodsLine, type PricedGoods, priceGoods } from './priceGoods.ts';
import { laterThanShown, promiseDelivery } from './promiseDelivery.ts';
import { type Part, paymentDeadlineMinutes, takeStock } from './takeStock.ts';

export interface Checkout {
  /** A cart as the shopper saw it, or goods named here and now: the one-call checkout. */
  from: { cartId: string; version: number } | { lines: { variantId: string; quantity: number; way: Way }[] };
  contact: Contact & { email: string };
  deliveryAddress?: Address | undefined;
  /** One of the methods offered for that address; the usual one unless said. */
  deliveryMethodId?: string | undefined;
  couponCode?: string | undefined;
  /** What the shopper was shown: less may be charged, more never. */
  total?: Money | undefined;
  /** 'YYYY-MM-DD': by when it was said to be delivered; earlier is fine, later is asked about first. */
  deliveredBy?: string | undefined;
  payment: Means;
  /** Pays this much of it before the means of payment pays the rest. */
  storeCredit?: CreditShown | undefined;
}

export interface PlacedOrder {
  order: Order;
  /** The guest's way to the order, shown once. */
  accessToken: string;
  payment: Payment | undefined;
  /** The same request was answered before. */
  isRepeat: boolean;
}

const beingOrdered = 'This cart is being ordered in another tab or window. Nothing was charged here.';

/**
 * The checkout: stock first (it can refuse), then the order in one transaction, then money, outside any transaction. A
 * repeat under the same key gives the same order and never a second charge; a crash in between is finished or undone by
 * settlePayments.
 */
export async function placeOrder(ctx: Ctx, input: Checkout): Promise<Result<PlacedOrder> | Refusal> {
  if (ctx.actor.kind !== 'shopper') throw new AppError('session_required');
  const subjectId = ctx.actor.subjectId;
  const { market, zones } = await getHomeMarketAndZones(ctx);
  const plan = choosePayment(ctx, input.payment, market.currency);
  if (!plan.ok) return plan;
  // A repeat of what was placed already is not refused because its own goods are gone from the shelf.
  const earlierOr = async (refusal: Refusal): Promise<Result<PlacedOrder> | Refusal> => {
    const placed = await outcomeUnderKey<Placed>(ctx, 'orders.place');
    return placed ? answer(ctx, placed, undefined, plan.value) : refusal;
  };
  const goods = await readGoods(ctx, input);
  const impossible = checkWays(goods.lines, input);
  if (impossible) return impossible;
  // What is held was promised already; what is not is promised now, so its store must hand out goods, and be open yet.
  const offered = await checkPlaces(
    ctx,
    goods.lines.filter((line) => !line.reservationId).map((line) => line.way),
  );
  if (!offered.ok) return earlierOr(offered);
  const couponCode = input.couponCode ?? goods.couponCode;
  const known = await readSold(ctx, market, goods.lines);
  const priced = await priceGoods(ctx, {
    market,
    known: { ...known, zones },
    lines: goods.lines,
    couponCode,
    postcode: input.deliveryAddress?.postcode,
    deliveryMethodId: input.deliveryMethodId,
  });
  if (!priced.ok) return earlierOr(priced);
  const asked = checkTerms(priced.value, input.total, market);
  if (asked) return earlierOr(asked);
  const parts = await takeStock(ctx, { ownerKey: goods.ownerKey, subjectId, market: market.code, lines: goods.lines });
  // Taken already, and bound to a payment: by this very cart in another tab.
  if (!parts.ok && parts.reason === 'reservation_not_held')
    return earlierOr(refuse('already_exists', { detail: beingOrdered }));
  if (!parts.ok) return earlierOr(parts);

  const delivery = await promiseDelivery(ctx, priced.value.delivery, parts.value);
  const later = laterThanShown(delivery, input.deliveredBy);
  if (later) {
    await giveBack(ctx, parts.value);
    return earlierOr(later);
  }
  // What is written is kept at hand: only a repeat of the request has to look it up.
  let fresh: Written | undefined;
  const { outcome: placed, isRepeat } = await onceTelling(ctx, 'orders.place', async (tx) => {
    fresh = await writeOrder(tx, {
      input,
      market,
      goods,
      couponCode,
      priced: priced.value,
      parts: parts.value,
      delivery,
      subjectId,
      plan: plan.value,
    });
    return { orderId: fresh.order.id, payment: fresh.payment };
  }).catch(async (error: unknown) => {
    await giveBack(ctx, parts.value);
    throw error;
  });
  return answer(ctx, placed, isRepeat ? undefined : fresh, plan.value);
}

/** What is kept under the key of the request. */
interface Placed {
  orderId: string;
  payment: Payment | undefined;
}

async function answer(
  ctx: Ctx,
  placed: Placed,
  fresh: Written | undefined,
  plan: PaymentPlan | undefined,
): Promise<Result<PlacedOrder> | Refusal> {
  const order = fresh?.order ?? (await getOrder(asSystem(ctx, 'checkout'), placed.orderId));
  const finished =
    placed.payment && plan
      ? await finishPayment(ctx, placed.payment, plan.instrumentFor(order), fresh)
      : { payment: placed.payment, order, isGivenBack: false };
  if (finished.payment?.state === 'declined') {
    return refuse('payment_declined', {
      detail: 'No money was taken and the cart is kept. Try another card, or pay in the store.',
      reason: finished.payment.declineReason,
    });
  }
  if (finished.isGivenBack) {
    return refuse('reservation_expired', {
      detail:
        'The goods were gone when the money came, so it goes back at once. Nothing was ordered; the cart is kept.',
    });
  }
  return ok({
    order: finished.order ?? (await getOrder(asSystem(ctx, 'checkout'), placed.orderId)),
    accessToken: fresh?.accessToken ?? (await issueAccessToken(ctx, placed.orderId)),
    payment: finished.payment,
    isRepeat: fresh === undefined,
  });
}

/** What is held was promised before it was taken off sale; everything else must be on sale. @throws AppError archived */
async function readSold(ctx: Ctx, market: Market, lines: readonly GoodsLine[]) {
  const variantIds = [...new Set(lines.map((line) => line.variantId))];
  const [quotes, variants] = [await quotePrices(ctx, market.code, variantIds), await getVariants(ctx, variantIds)];
  const gone = lines.find((line) => !line.reservationId && variants.get(line.variantId)?.archived);
  if (gone) {
    throw new AppError('archived', {
      detail: 'One of the goods is no longer sold. Nothing was ordered.',
      variantId: gone.variantId,
    });
  }
  return { quotes, variants };
}

/** The order could not be written: what was taken for it is free again at once, not only when its time is up. */
async function giveBack(ctx: Ctx, parts: readonly Part[]): Promise<void> {
  const taken = parts.filter((part) => part.isFresh).map((part) => part.reservationId);
  await inTransaction(ctx, (tx) => releaseReservations(tx, taken, 'superseded'));
}

function checkWays(lines: readonly GoodsLine[], input: Checkout): Refusal | undefined {
  if (lines.length === 0) return refuse('cart_empty', { detail: 'Put something into the cart first.' });
  if (!lines.some((line) => line.way.method === 'delivery')) return undefined;
  if (!input.deliveryAddress) {
    throw new AppError('invalid_request', {
      detail: 'An address is needed for what is delivered. Nothing was ordered.',
    });
  }
  if (input.payment.method !== 'pay_in_store') return undefined;
  return refuse('not_offered', {
    detail: 'What is delivered is paid beforehand. Choose another means of payment, or pickup.',
  });
}

/** What is ordered: a cart's lines, or goods named in the call, which need no cart of their own. */
interface Goods {
  /** Names the owner of the holds: the same for every try of the same thing. */
  ownerKey: string;
  cart: { id: string; version: number } | undefined;
  couponCode: string | null;
  lines: GoodsLine[];
}

async function readGoods(ctx: Ctx, input: Checkout): Promise<Goods> {
  if ('cartId' in input.from) {
    const cart = await getCart(ctx, input.from.cartId);
    if (cart.state === 'open' && cart.version !== input.from.version) {
      throw new AppError('version_conflict', {
        // Not the cart itself: it names colleagues and their reasons. GET /api/shop/cart shows it as its owner may see it.
        detail: 'The cart was changed elsewhere. Look at it again; nothing was ordered.',
        version: cart.version,
      });
    }
    return { ownerKey: cart.id, cart, couponCode: cart.couponCode, lines: cart.lines };
  }
  const unpriced = { terms: undefined, discountByHand: null, reservationId: null, advisedBy: null, heldBy: null };
  return {
    ownerKey: ctx.idempotency?.key ?? ctx.newId(),
    cart: undefined,
    couponCode: null,
    lines: input.from.lines.map((line) => ({ ...line, ...unpriced, id: ctx.newId() })),
  };
}

function checkTerms(goods: PricedGoods, shown: Money | undefined, market: Market): Refusal | undefined {
  const total: Money = { amount: goods.priced.totals.gross, currency: market.currency };
  const rose = shown ? shown.currency !== total.currency || total.amount > shown.amount : goods.risen.length > 0;
  if (!rose) return undefined;
  return refuse('terms_changed', {
    detail: 'It costs more than you were shown. Nothing was ordered; look at the new total and order again.',
    total,
    lines: goods.risen,
  });
}

interface Writing {
  input: Checkout;
  market: Market;
  goods: Goods;
  couponCode: string | null;
  priced: PricedGoods;
  parts: Part[];
  delivery: OrderDelivery | undefined;
  subjectId: string;
  plan: PaymentPlan | undefined;
}

export interface Written {
  order: Order;
  accessToken: string;
  payment: Payment | undefined;
  parts: Part[];
}

/** Throws what is refused in here, so that nothing of it stays. */
async function writeOrder(tx: Ctx, writing: Writing): Promise<Written> {
  const { input, market, goods, priced, parts } = writing;
  const total: Money = { amount: priced.priced.totals.gross, currency: market.currency };
  const byCredit = creditShare(input.storeCredit, total);
  const rest = total.amount - byCredit;
  if (rest > 0 && input.payment.method === 'store_credit')
    throw new AppError('payment_incomplete', {
      detail: 'The store credit does not pay all of it. Nothing was ordered; choose how you pay the rest.',
      toPay: { amount: rest, currency: total.currency },
      total,
    });
  // What costs nothing, or is paid from a credit, is paid by nobody else.
  const plan = rest > 0 ? writing.plan : undefined;
  await bindHolds(tx, parts, { deadlineMinutes: plan?.deadlineMinutes, ofCart: goods.cart !== undefined });
  const reservationOf = new Map(parts.flatMap((part) => part.lineIds.map((lineId) => [lineId, part.reservationId])));
  const { order, accessToken } = await createOrder(tx, {
    market: market.code,
    currency: market.currency,
    subjectId: writing.subjectId,
    cartId: goods.cart?.id,
    contact: input.contact,
    deliveryAddress: input.deliveryAddress,
    delivery: writing.delivery,
    couponCode: writing.couponCode,
    contractMadeAt: { place: 'distance' },
    lines: priced.orderLines.map((line) => ({
      ...line,
      reservationId: (line.cartLineId && reservationOf.get(line.cartLineId)) || null,
      // Goods named in the call have no line in a cart.
      cartLineId: goods.cart ? line.cartLineId : null,
    })),
  });
  if (byCredit > 0 && input.storeCredit) await payByCredit(tx, order, input.storeCredit.code, byCredit);
  if (byCredit > 0 && rest === 0) return paidByCredit(tx, { goods, parts, order, accessToken });
  if (plan) {
    const payment = await startPayment(tx, {
      orderId: order.id,
      orderTotal: total,
      amount: { amount: rest, currency: total.currency },
      provider: plan.provider,
      method: plan.method,
      capture: 'at_once',
      key: `order:${order.id}`,
      subjectId: writing.subjectId,
      isFirst: byCredit === 0,
    });
    if (!payment.ok) throw new AppError(payment.reason, payment.details);
    if (plan.isAwaited) await closeTheCart(tx, goods, order.id);
    return { order, accessToken, payment: payment.value, parts };
  }
  await closeTheCart(tx, goods, order.id);
  await openWork(tx, order, parts);
  return { order, accessToken, payment: undefined, parts };
}

/** Nothing is left to pay: the order is paid and its work begins at once. */
async function paidByCredit(
  tx: Ctx,
  { goods, parts, order, accessToken }: { goods: Goods; parts: Part[]; order: Order; accessToken: string },
): Promise<Written> {
  await closeTheCart(tx, goods, order.id);
  // Paid goods wait for their customer without a deadline of the payment's.
  const kept = await commitReservations(
    tx,
    parts.map((part) => part.reservationId),
    undefined,
  );
  if (!kept.ok) throw new AppError(kept.reason, kept.details);
  const paid = await transitionOrder(tx, { orderId: order.id, to: 'paid' });
  if (!paid.ok) throw new AppError(paid.reason, paid.details);
  await openWork(tx, paid.value, parts);
  return { order: paid.value, accessToken, payment: undefined, parts };
}

async function closeTheCart(tx: Ctx, goods: Goods, orderId: string): Promise<void> {
  if (!goods.cart) return;
  const closed = await closeCart(tx, { cartId: goods.cart.id, orderId, version: goods.cart.version });
  if (closed.ok) return;
  throw new AppError(closed.reason, {
    detail: 'The cart was changed or ordered elsewhere. Look at it again; nothing was ordered.',
  });
}

/**
 * Before money is asked for, nobody else may get the goods, the shopper's own other tab among them: it would take them
 * anew while this one pays, and the money would have to go back. So what was taken just now for a cart is bound as well;
 * what was named in one call is held under its key, which no other call has. Pickups to be paid in the store wait for
 * their customer.
 */
async function bindHolds(
  tx: Ctx,
  parts: readonly Part[],
  { deadlineMinutes, ofCart }: { deadlineMinutes: number | undefined; ofCart: boolean },
): Promise<void> {
  const deadline =
    deadlineMinutes === undefined
      ? await pickupDeadline(tx, parts)
      : new Date(tx.clock.now().getTime() + deadlineMinutes * 60_000);
  const bind = (isFresh: boolean) => {
    const ids = parts.filter((part) => part.isFresh === isFresh).map((part) => part.reservationId);
    return ids.length > 0 ? commitReservations(tx, ids, deadline) : ok(undefined);
  };
  const held = await bind(false);
  if (!held.ok) throw new AppError(held.reason, held.details);
  // Their hold lasts until the answer of a card, and no longer.
  if (deadlineMinutes !== undefined && deadlineMinutes <= paymentDeadlineMinutes && !ofCart) return;
  const fresh = await bind(true);
  if (!fresh.ok) throw new AppError('already_exists', { detail: beingOrdered });
}

/** Unpaid pickups wait for their customer to closing time of the last day the shop keeps them. */
async function pickupDeadline(tx: Ctx, parts: readonly Part[]): Promise<Date | undefined> {
  const locations = await getLocations(
    tx,
    parts.map((part) => part.locationId),
  );
  const days = await getHoldLimit(tx, 'pickup', 'shopper');
  const ends = [...locations.values()].map((location) => closingOfOpeningDay(location, tx.clock.now(), days));
  return ends.sort((a, b) => b.getTime() - a.getTime())[0];
}
