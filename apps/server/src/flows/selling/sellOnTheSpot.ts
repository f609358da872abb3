import { type Ctx, mayActAt } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import type { Money } from '../../kernel/money.ts';
import { ok, Refusal, type Result, refuse } from '../../kernel/result.ts';
import { closeCart, findHandoffByCode } from '../../modules/carts/index.ts';
import { spendCredit } from '../../modules/credits/index.ts';
import { subjectsOf } from '../../modules/customers/index.ts';
import { createFulfilment } from '../../modules/fulfilment/index.ts';
import { createOrder, getOrder, type Order, settleLines, transitionOrder } from '../../modules/orders/index.ts';
import { recordStorePayment } from '../../modules/payments/index.ts';
import { getHomeMarket } from '../../modules/settings/index.ts';
import { alternativesFor } from '../../modules/sourcing/index.ts';
import { consumeReservations, holdsOnLevel, releaseReservations } from '../../modules/stock/index.ts';
import { forReceipt } from '../receipts/forReceipt.ts';
import { type DiscountAsked, grantDiscount } from './grantDiscount.ts';
import type { StoreMoney } from './handOver.ts';
import { type GoodsLine, priceGoods } from './priceGoods.ts';
import { reserveAnew } from './reserveAnew.ts';

export interface SaleOnTheSpot {
  locationId: string;
  /** Goods scanned here, or a cart that was handed over by its code; discounts by hand on either. */
  goods:
    | { lines: { variantId: string; quantity: number; discount?: DiscountAsked | undefined }[] }
    | { code: string; discounts?: { variantId: string; discount: DiscountAsked }[] | undefined };
  customerId?: string | undefined;
  /** For goods scanned here; a cart brings its own. */
  couponCode?: string | undefined;
  /** Where the receipt goes, when the customer left no address. */
  receiptTo?: string | undefined;
  payment?: StoreMoney | undefined;
  /** Taken from a store credit before the rest. */
  storeCredit?: CreditSpent | undefined;
}

export interface CreditSpent {
  code: string;
  amount: Money;
}

/** What a sale is paid with; together exactly its total. */
export type SaleMoney = Pick<SaleOnTheSpot, 'payment' | 'storeCredit'>;
/** Asked once the total is known, inside the sale's transaction. */
export type MoneyFor = (tx: Ctx, total: Money) => Promise<SaleMoney | Refusal>;

/** A till reserves for as long as the act takes; if we die in between, the goods are free again by themselves. */
const tillMinutes = 5;

/**
 * A sale at the counter: goods that are free here and now leave with the buyer. What is held for somebody else is
 * refused with the reason and what can be had instead.
 */
export async function sellOnTheSpot(ctx: Ctx, input: SaleOnTheSpot): Promise<Result<Order> | Refusal> {
  if (ctx.actor.kind !== 'staff') throw new AppError('not_allowed');
  if (!mayActAt(ctx.actor, input.locationId))
    throw new AppError('wrong_location', { detail: 'You can sell only where you work.' });
  const atStore: Ctx = { ...ctx, channel: 'store', locationId: input.locationId };
  const basket = await readBasket(atStore, input);
  if (basket instanceof Refusal) return basket;
  const taken = await takeFromShelf(atStore, input.locationId, basket.lines);
  if (taken instanceof Refusal) return taken;

  const done = await once(atStore, 'selling.sale', async (tx) => {
    const outcome = await writeSale(tx, input, basket, taken, async () => input);
    if (outcome instanceof Refusal) throw new AppError(outcome.reason, outcome.details);
    return { orderId: outcome };
  }).catch(async (error: unknown) => {
    // Nothing was sold: what was taken from the shelf is free again at once, not only when the till's hold runs out.
    if (taken) await inTransaction(atStore, (tx) => releaseReservations(tx, [taken], 'superseded'));
    throw error;
  });
  return ok(await getOrder(ctx, done.orderId));
}

export interface Basket {
  subjectId: string | undefined;
  cart: { id: string; version: number } | undefined;
  couponCode: string | null;
  lines: (GoodsLine & { discount?: DiscountAsked | undefined })[];
}

/** What is on the counter: of a code, the cart behind it; else the goods named, without a quote. */
export async function readBasket(
  ctx: Ctx,
  input: Pick<SaleOnTheSpot, 'locationId' | 'goods' | 'customerId' | 'couponCode'>,
): Promise<Basket | Refusal> {
  const way = { method: 'in_store' as const, locationId: input.locationId };
  if ('code' in input.goods) {
    const found = await findHandoffByCode(ctx, { code: input.goods.code, locationId: input.locationId });
    if (!found.ok) return found;
    const { cart } = found.value;
    const { discounts = [] } = input.goods;
    const astray = discounts.find((one) => !cart.lines.some((line) => line.variantId === one.variantId));
    if (astray)
      throw new AppError('not_found', { detail: 'What the discount is for is not in this cart. Nothing was sold.' });
    if (cart.state !== 'open')
      return refuse('cart_closed', { detail: 'This cart was ordered already.', orderId: cart.orderId });
    return {
      subjectId: cart.subjectId,
      cart,
      couponCode: cart.couponCode,
      lines: cart.lines.map((line) => ({
        ...line,
        way,
        discount: discounts.find((one) => one.variantId === line.variantId)?.discount,
      })),
    };
  }
  const subjectId = input.customerId ? (await subjectsOf(ctx, input.customerId))[0] : undefined;
  if (input.customerId && !subjectId)
    throw new AppError('not_found', { detail: 'There is no such customer. Nothing was sold.' });
  return {
    subjectId,
    cart: undefined,
    couponCode: input.couponCode ?? null,
    lines: input.goods.lines.map((line) => ({
      id: ctx.newId(),
      variantId: line.variantId,
      quantity: line.quantity,
      way,
      terms: undefined,
      discountByHand: null,
      reservationId: null,
      advisedBy: ctx.actor.kind === 'staff' ? ctx.actor.staffId : null,
      heldBy: null,
      discount: line.discount,
    })),
  };
}

/** undefined: everything in the basket was held already, for this very customer. */
export async function takeFromShelf(
  ctx: Ctx,
  locationId: string,
  lines: Basket['lines'],
): Promise<string | undefined | Refusal> {
  const open = lines.filter((line) => !line.reservationId);
  if (open.length === 0) return undefined;
  const held = await reserveAnew(ctx, 'till', {
    owner: { kind: 'till', id: ctx.newId() },
    subjectId: undefined,
    purpose: 'till',
    expiresAt: new Date(ctx.clock.now().getTime() + tillMinutes * 60_000),
    lines: open.map(({ variantId, quantity }) => ({ variantId, locationId, quantity, allowDisplay: true })),
    context: {},
  });
  if (held.ok) return held.value.reservationId;
  const shortfall = held.details.shortfall as Shortfall[] | undefined;
  return shortfall?.[0] ? explainShortage(ctx, locationId, shortfall) : held;
}

interface Shortfall {
  variantId: string;
  requested: number;
}

/** Why it cannot be sold although it stands there: somebody was promised it. Who it is stays unsaid. */
export async function explainShortage(ctx: Ctx, locationId: string, shortfall: readonly Shortfall[]) {
  const [first] = shortfall;
  if (!first) throw new AppError('internal', { detail: 'a shortage of nothing' });
  const market = await getHomeMarket(ctx);
  const holds = await holdsOnLevel(ctx, { variantId: first.variantId, locationId });
  const until = holds.map((hold) => hold.expiresAt?.toISOString() ?? null);
  return refuse('insufficient_stock', {
    detail:
      holds.length > 0
        ? 'What stands here is held for another customer, so it cannot be sold. Nothing was charged.'
        : 'There is not enough of it here. Nothing was charged.',
    shortfall,
    heldForOthers: holds.length,
    heldUntil: until[0] ?? null,
    alternatives: await alternativesFor(ctx, {
      variantId: first.variantId,
      quantity: first.requested,
      market: market.code,
      except: locationId,
    }),
  });
}

export async function writeSale(
  tx: Ctx,
  input: Omit<SaleOnTheSpot, 'payment' | 'storeCredit' | 'goods'>,
  basket: Basket,
  taken: string | undefined,
  moneyFor: MoneyFor,
): Promise<string | Refusal> {
  const reservationIds = [
    ...new Set([
      ...(taken ? [taken] : []),
      ...basket.lines.flatMap((line) => (line.reservationId ? [line.reservationId] : [])),
    ]),
  ];
  const consumed = await consumeReservations(tx, reservationIds);
  if (!consumed.ok) return consumed;
  const lines: GoodsLine[] = [];
  for (const line of basket.lines) {
    const discounted = line.discount
      ? await grantDiscount(tx, { line, ownerId: basket.cart?.id ?? line.id, asked: line.discount })
      : ok(line);
    if (!discounted.ok) return discounted;
    lines.push({ ...discounted.value, reservationId: line.reservationId ?? taken ?? null });
  }
  const market = await getHomeMarket(tx);
  const goods = await priceGoods(tx, { market, lines, couponCode: basket.couponCode });
  if (!goods.ok) return goods;
  const total: Money = { amount: goods.value.priced.totals.gross, currency: market.currency };
  const money = await moneyFor(tx, total);
  if (money instanceof Refusal) return money;
  const wrong = checkMoney(money, total);
  if (wrong) return wrong;
  if (basket.cart) {
    const closing = { cartId: basket.cart.id, version: basket.cart.version, orderId: tx.newId() };
    const closed = await closeCart(tx, closing);
    if (!closed.ok) return closed;
    return writeOrder(tx, input, money, basket, goods.value.orderLines, market, closing.orderId, reservationIds);
  }
  return writeOrder(tx, input, money, basket, goods.value.orderLines, market, tx.newId(), reservationIds);
}

function checkMoney({ payment, storeCredit }: SaleMoney, total: Money): Refusal | undefined {
  const parts = [storeCredit, payment].flatMap((part) => (part ? [part.amount] : []));
  const sum = parts.reduce((all, part) => all + part.amount, 0);
  if (sum === total.amount && parts.every((part) => part.currency === total.currency && part.amount >= 0))
    return undefined;
  return refuse('payment_incomplete', {
    detail: 'The amount is not what is to be paid. Nothing was sold; take this amount.',
    toPay: { amount: Math.max(0, total.amount - (storeCredit?.amount.amount ?? 0)), currency: total.currency },
    total,
  });
}

async function writeOrder(
  tx: Ctx,
  input: Pick<SaleOnTheSpot, 'locationId' | 'receiptTo'>,
  money: SaleMoney,
  basket: Basket,
  orderLines: Parameters<typeof createOrder>[1]['lines'],
  market: { code: string; currency: string },
  orderId: string,
  reservationIds: readonly string[],
): Promise<string | Refusal> {
  const { order } = await createOrder(tx, {
    id: orderId,
    market: market.code,
    currency: market.currency,
    ...(await forReceipt(tx, { subjectId: basket.subjectId, receiptTo: input.receiptTo })),
    cartId: basket.cart?.id,
    contractMadeAt: { place: 'on_premises', locationId: input.locationId },
    lines: orderLines,
  });
  const refused = await takeMoney(tx, order, input.locationId, money);
  if (refused) return refused;
  const paid = await transitionOrder(tx, { orderId: order.id, to: 'paid' });
  if (!paid.ok) return paid;
  await createFulfilment(tx, {
    kind: 'handover',
    locationId: input.locationId,
    orderId: order.id,
    reservationId: reservationIds[0],
    subjectId: order.subjectId ?? undefined,
    code: order.number,
    state: 'handed_over',
    lines: order.lines.flatMap((line) =>
      line.variantId ? [{ variantId: line.variantId, quantity: line.quantity, orderLineId: line.id }] : [],
    ),
  });
  const by = tx.actor.kind === 'staff' ? tx.actor.staffId : null;
  const lineIds = order.lines.filter((line) => line.kind === 'goods').map((line) => line.id);
  const settled = await settleLines(tx, {
    orderId: order.id,
    lineIds,
    to: 'fulfilled',
    handedOverBy: by,
    fulfilledBy: by,
  });
  return settled.ok ? order.id : settled;
}

/** The credit first: it can refuse, and nothing of the sale stays when it does. */
async function takeMoney(tx: Ctx, order: Order, locationId: string, money: SaleMoney): Promise<Refusal | undefined> {
  const paid = {
    orderId: order.id,
    orderTotal: order.totals.gross,
    locationId,
    subjectId: order.subjectId ?? undefined,
  };
  const { payment, storeCredit } = money;
  if (storeCredit && storeCredit.amount.amount > 0) {
    const key = `sale:${order.id}:credit`;
    const spent = await spendCredit(tx, { ...storeCredit, key, orderId: order.id, locationId });
    if (!spent.ok) return spent;
    const recorded = await recordStorePayment(tx, {
      ...paid,
      amount: storeCredit.amount,
      method: 'store_credit',
      key,
      terminalRef: spent.value.id,
    });
    if (!recorded.ok) return recorded;
  }
  if (payment && payment.amount.amount > 0) {
    const recorded = await recordStorePayment(tx, {
      ...paid,
      amount: payment.amount,
      method: payment.method,
      key: `sale:${order.id}`,
      terminalRef: payment.terminalRef,
      cardLast4: payment.cardLast4,
    });
    if (!recorded.ok) return recorded;
  }
  return undefined;
}
