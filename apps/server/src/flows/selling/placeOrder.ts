import { asSystem, type Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import type { Money } from '../../kernel/money.ts';
import { ok, Refusal, type Result, refuse } from '../../kernel/result.ts';
import { type Cart, closeCart, createCart, getCart, type Way } from '../../modules/carts/index.ts';
import { claimIdentifiers } from '../../modules/customers/index.ts';
import { closingOfOpeningDay, getLocations } from '../../modules/locations/index.ts';
import {
  type Address,
  type Contact,
  createOrder,
  getOrder,
  issueAccessToken,
  type Order,
} from '../../modules/orders/index.ts';
import { type Instrument, type Payment, startPayment } from '../../modules/payments/index.ts';
import { quotePrices } from '../../modules/pricing/index.ts';
import { getHoldLimit, type Market } from '../../modules/settings/index.ts';
import { commitReservations } from '../../modules/stock/index.ts';
import { finishPayment } from './finishPayment.ts';
import { homeMarket } from './market.ts';
import { openWork } from './openWork.ts';
import { type GoodsLine, type PricedGoods, priceGoods } from './priceGoods.ts';
import { type Part, takeStock } from './takeStock.ts';

export interface Checkout {
  /** A cart as the shopper saw it, or goods named here and now: the one-call checkout. */
  from: { cartId: string; version: number } | { lines: { variantId: string; quantity: number; way: Way }[] };
  contact: Contact & { email: string };
  deliveryAddress?: Address | undefined;
  couponCode?: string | undefined;
  /** What the shopper was shown: less may be charged, more never. */
  total?: Money | undefined;
  payment: { method: 'pay_in_store' } | { method: 'card'; instrument: Instrument };
}

export interface PlacedOrder {
  order: Order;
  /** The guest's way to the order, shown once. */
  accessToken: string;
  payment: Payment | undefined;
}

/** Longer than any provider takes to answer: until then nobody else gets the goods that are being paid for. */
const paymentDeadlineMinutes = 30;

/**
 * The checkout: stock first (it can refuse), then the order in one transaction, then money, outside any transaction. A
 * repeat under the same key gives the same order and never a second charge; a crash in between is finished or undone by
 * settlePayments.
 */
export async function placeOrder(ctx: Ctx, input: Checkout): Promise<Result<PlacedOrder> | Refusal> {
  if (ctx.actor.kind !== 'shopper') throw new AppError('session_required');
  const subjectId = ctx.actor.subjectId;
  const market = await homeMarket(ctx);
  const cart = await readGoods(ctx, input, market, subjectId);
  const lines: GoodsLine[] = cart.lines;
  if (lines.length === 0) return refuse('cart_empty', { detail: 'Put something into the cart first.' });
  if (lines.some((line) => line.way.method === 'delivery') && !input.deliveryAddress) {
    throw new AppError('invalid_request', {
      detail: 'An address is needed for what is delivered. Nothing was ordered.',
    });
  }
  if (input.payment.method === 'pay_in_store' && lines.some((line) => line.way.method === 'delivery')) {
    return refuse('not_offered', {
      detail: 'What is delivered is paid beforehand. Choose another means of payment, or pickup.',
    });
  }
  const goods = await priceGoods(ctx, {
    market,
    lines,
    couponCode: input.couponCode ?? cart.couponCode,
    postcode: input.deliveryAddress?.postcode,
  });
  if (!goods.ok) return goods;
  const asked = checkTerms(goods.value, input.total, market);
  if (asked) return asked;
  const parts = await takeStock(ctx, { cartId: cart.id, subjectId, market: market.code, lines });
  if (!parts.ok) return parts;

  const placed = await once(ctx, 'orders.place', (tx) =>
    writeOrder(tx, { input, market, cart, goods: goods.value, parts: parts.value, subjectId }),
  );
  if (placed instanceof Refusal) return placed;
  return answer(ctx, placed.orderId, placed.payment, input.payment);
}

async function answer(
  ctx: Ctx,
  orderId: string,
  payment: Payment | undefined,
  means: Checkout['payment'],
): Promise<Result<PlacedOrder> | Refusal> {
  const finished = payment && means.method === 'card' ? await finishPayment(ctx, payment, means.instrument) : payment;
  if (finished?.state === 'declined') {
    return refuse('payment_declined', {
      detail: 'No money was taken and the cart is kept. Try another card, or pay in the store.',
      reason: finished.declineReason,
    });
  }
  const [order, accessToken] = [
    await getOrder(asSystem(ctx, 'checkout'), orderId),
    await issueAccessToken(ctx, orderId),
  ];
  return ok({ order, accessToken, payment: finished });
}

type Goods = Pick<Cart, 'id' | 'couponCode'> & { version: number | undefined; lines: GoodsLine[] };

/** Goods named in the call become a cart of their own, so that hold, order and terms hang on the same things as always. */
async function readGoods(ctx: Ctx, input: Checkout, market: Market, subjectId: string): Promise<Goods> {
  if ('cartId' in input.from) {
    const cart = await getCart(ctx, input.from.cartId);
    if (cart.state === 'open' && cart.version !== input.from.version) {
      throw new AppError('version_conflict', {
        detail: 'The cart was changed elsewhere. Look at it again; nothing was ordered.',
        cart,
      });
    }
    return cart;
  }
  const quotes = await quotePrices(
    ctx,
    market.code,
    input.from.lines.map((line) => line.variantId),
  );
  const now = ctx.clock.now();
  const validUntil = new Date(now.getTime() + 3_600_000).toISOString();
  const cart = await createCart(
    ctx.idempotency ? { ...ctx, idempotency: { ...ctx.idempotency, key: `${ctx.idempotency.key}/cart` } } : ctx,
    {
      market: market.code,
      currency: market.currency,
      subjectId,
      lines: input.from.lines.map((line) => {
        const quote = quotes.get(line.variantId);
        if (!quote) throw new AppError('not_found', { detail: 'One of the goods is not sold here.' });
        return { ...line, terms: { unit: quote.unit, quotedAt: now.toISOString(), validUntil, channel: ctx.channel } };
      }),
    },
  );
  return cart;
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
  cart: Goods;
  goods: PricedGoods;
  parts: Part[];
  subjectId: string;
}

async function writeOrder(
  tx: Ctx,
  writing: Writing,
): Promise<{ orderId: string; payment: Payment | undefined } | Refusal> {
  const { input, market, cart, goods, parts } = writing;
  const byCard = input.payment.method === 'card' && goods.priced.totals.gross > 0;
  const now = tx.clock.now();
  const deadline = byCard ? new Date(now.getTime() + paymentDeadlineMinutes * 60_000) : await pickupDeadline(tx, parts);
  const committed = await commitReservations(
    tx,
    parts.map((part) => part.reservationId),
    deadline,
  );
  if (!committed.ok) return rollBack(committed);

  const reservationOf = new Map(parts.flatMap((part) => part.lineIds.map((lineId) => [lineId, part.reservationId])));
  const { order } = await createOrder(tx, {
    market: market.code,
    currency: market.currency,
    subjectId: writing.subjectId,
    cartId: cart.id,
    contact: input.contact,
    deliveryAddress: input.deliveryAddress,
    couponCode: input.couponCode ?? cart.couponCode,
    contractMadeAt: { place: 'distance' },
    lines: goods.orderLines.map((line) => ({
      ...line,
      reservationId: (line.cartLineId && reservationOf.get(line.cartLineId)) || null,
    })),
  });
  await claimIdentifiers(tx, contactClaims(writing.subjectId, input.contact));
  if (byCard) {
    const total = order.totals.gross;
    const payment = await startPayment(tx, {
      orderId: order.id,
      orderTotal: total,
      amount: total,
      provider: 'test_card',
      method: 'card',
      capture: 'at_once',
      key: `order:${order.id}`,
      subjectId: writing.subjectId,
    });
    if (!payment.ok) return rollBack(payment);
    return { orderId: order.id, payment: payment.value };
  }
  const closed = await closeCart(tx, { cartId: cart.id, orderId: order.id, version: cart.version });
  if (!closed.ok) return rollBack(closed);
  await openWork(tx, order, parts);
  return { orderId: order.id, payment: undefined };
}

/** A refusal inside the transaction must undo what was written before it. */
function rollBack(refusal: Refusal): never {
  throw new AppError(refusal.reason, refusal.details);
}

const contactClaims = (subjectId: string, contact: Checkout['contact']) => [
  { subjectId, kind: 'email' as const, value: contact.email, source: 'checkout' },
  ...(contact.phone ? [{ subjectId, kind: 'phone' as const, value: contact.phone, source: 'checkout' }] : []),
];

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
