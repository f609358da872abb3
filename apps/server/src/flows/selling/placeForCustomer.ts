import { audit } from '../../kernel/audit.ts';
import { asSystem, type Ctx, mayActAt } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { once, outcomeUnderKey } from '../../kernel/idempotency.ts';
import { ok, type Refusal, type Result, refuse } from '../../kernel/result.ts';
import { type Cart, closeCart, getCart, type Way } from '../../modules/carts/index.ts';
import { getVariants } from '../../modules/catalogue/index.ts';
import { closingOfOpeningDay, getLocations } from '../../modules/locations/index.ts';
import { type Address, createOrder, getOrder, type Order } from '../../modules/orders/index.ts';
import { getHoldLimit, getHomeMarket } from '../../modules/settings/index.ts';
import { commitReservations, releaseReservations } from '../../modules/stock/index.ts';
import { type ForWhom, findPerson } from '../carts/fillForCustomer.ts';
import { checkWays } from '../carts/quoteGoods.ts';
import { unless } from '../orders/cancelParts.ts';
import { tellToPay } from '../orders/tellCustomer.ts';
import type { FlowParts } from '../parts.ts';
import { contactOfSubject } from './contactOfSubject.ts';
import { openWork } from './openWork.ts';
import { type GoodsLine, priceGoods } from './priceGoods.ts';
import { laterThanShown, promiseDelivery } from './promiseDelivery.ts';
import { type Part, takeStock } from './takeStock.ts';

type FarWay = Extract<Way, { method: 'pickup' | 'delivery' }>;

export interface OrderForCustomer {
  /** The conversation it is placed from, or the customer. */
  person: ForWhom;
  /**
   * Goods named here, or the customer's own cart, at the prices it was quoted: what is held in it is collected where it is
   * held, everything else in the one way that is said.
   */
  goods:
    | { lines: readonly { variantId: string; quantity: number; way: FarWay }[] }
    | { cartId: string; version: number; way: FarWay };
  deliveryAddress?: Address | undefined;
  /** One of the methods of the zone; the usual one unless said. */
  deliveryMethodId?: string | undefined;
  /** 'YYYY-MM-DD': by when the colleague said that it comes. */
  deliveredBy?: string | undefined;
  /** Where the link goes, when the customer left no address. */
  email?: string | undefined;
  /** `link`: the customer pays on the order's page, or at any till; `in_store`: when it is collected. */
  payment: 'link' | 'in_store';
  /** Where the customer stands, when an associate places it: the contract is made there. */
  locationId?: string | undefined;
}

/** So long goods are kept for who was sent a link: two nights, as for whoever wants to sleep on it. */
const linkHours = 48;

/**
 * A colleague orders for a customer, after a call, from the chat or at the counter: the same goods, prices and stock as
 * everywhere, in the customer's name, on the colleague's advice. Stock first, then the order in one transaction; the
 * customer pays by a link, at a till, or when they collect it. Nothing is charged here.
 *
 * @throws AppError not_found, archived, wrong_location, invalid_request
 */
export async function placeForCustomer(
  ctx: Ctx,
  parts: FlowParts,
  input: OrderForCustomer,
): Promise<Result<Order> | Refusal> {
  const { actor } = ctx;
  if (actor.kind !== 'staff') throw new AppError('not_allowed');
  const { locationId } = input;
  if (locationId !== undefined && !mayActAt(actor, locationId)) throw new AppError('wrong_location');
  const { subjectId, subjectIds } = await findPerson(ctx, input.person);
  const contact = { ...(await contactOfSubject(ctx, subjectId)), ...(input.email ? { email: input.email } : {}) };
  const cart = 'cartId' in input.goods ? await getCart(ctx, input.goods.cartId) : undefined;
  if (cart && !subjectIds.includes(cart.subjectId ?? ''))
    throw new AppError('not_found', { detail: 'This is not the cart of this customer.' });
  const lines = cart ? linesOfCart(input.goods, cart) : linesNamed(ctx, input.goods, actor.staffId);
  const wrong = checkTerms(input, lines, contact) ?? checkCart(input.goods, cart);
  if (wrong) return wrong;
  const offered = await checkWays(
    ctx,
    // What is held was promised already.
    lines.filter((line) => !line.reservationId).map((line) => line.way),
  );
  if (!offered.ok) return offered;
  const market = await getHomeMarket(ctx);
  const variants = await getVariants(ctx, [...new Set(lines.map((line) => line.variantId))]);
  const gone = lines.find((line) => !line.reservationId && variants.get(line.variantId)?.archived !== false);
  if (gone) throw new AppError('archived', { detail: 'One of the goods is not sold. Nothing was ordered.' });
  const priced = await priceGoods(ctx, {
    market,
    lines,
    couponCode: cart?.couponCode ?? null,
    postcode: input.deliveryAddress?.postcode,
    deliveryMethodId: input.deliveryMethodId,
  });
  if (!priced.ok) return priced;
  const taken = await takeStock(ctx, {
    ownerKey: cart?.id ?? ctx.idempotency?.key ?? ctx.newId(),
    subjectId,
    market: market.code,
    lines,
  });
  if (!taken.ok) {
    // A repeat of what was placed already is not refused because its own goods are gone from the shelf.
    const earlier = await outcomeUnderKey<{ orderId: string }>(ctx, 'selling.placeForCustomer');
    return earlier ? ok(await getOrder(asSystem(ctx, 'orders for customers'), earlier.orderId)) : taken;
  }
  const held = taken.value;
  const delivery = await promiseDelivery(ctx, priced.value.delivery, held);
  const later = laterThanShown(delivery, input.deliveredBy);
  if (later) {
    await giveBack(ctx, held);
    const earlier = await outcomeUnderKey<{ orderId: string }>(ctx, 'selling.placeForCustomer');
    return earlier ? ok(await getOrder(asSystem(ctx, 'orders for customers'), earlier.orderId)) : later;
  }

  const done = await once(ctx, 'selling.placeForCustomer', async (tx) => {
    const payBy = input.payment === 'link' ? new Date(tx.clock.now().getTime() + linkHours * 3_600_000) : undefined;
    unless(
      await commitReservations(
        tx,
        held.map((part) => part.reservationId),
        payBy ?? (await collectedBy(tx, held)),
      ),
    );
    const { order } = await createOrder(tx, {
      market: market.code,
      currency: market.currency,
      subjectId: cart?.subjectId ?? subjectId,
      cartId: cart?.id,
      contact,
      deliveryAddress: input.deliveryAddress,
      delivery,
      payBy,
      contractMadeAt: locationId ? { place: 'on_premises', locationId } : { place: 'distance' },
      lines: priced.value.orderLines.map((line) => ({
        ...line,
        reservationId:
          held.find((part) => line.cartLineId && part.lineIds.includes(line.cartLineId))?.reservationId ?? null,
        cartLineId: cart ? line.cartLineId : null,
      })),
    });
    if (cart) unless(await closeCart(tx, { cartId: cart.id, orderId: order.id, version: cart.version }));
    if (payBy) await tellToPay(tx, parts, order);
    else await openWork(tx, order, held);
    await audit(tx, {
      act: 'orders.placedForCustomer',
      target: 'order',
      targetId: order.id,
      after: { payment: input.payment, lines: lines.map(({ variantId, quantity }) => ({ variantId, quantity })) },
    });
    return { orderId: order.id };
  }).catch(async (error: unknown) => {
    await giveBack(ctx, held);
    throw error;
  });
  return ok(await getOrder(asSystem(ctx, 'orders for customers'), done.orderId));
}

/** What was taken for an order that is not placed is free again at once. */
async function giveBack(ctx: Ctx, held: readonly Part[]): Promise<void> {
  const taken = held.filter((part) => part.isFresh).map((part) => part.reservationId);
  await inTransaction(ctx, (tx) => releaseReservations(tx, taken, 'superseded'));
}

type Goods = OrderForCustomer['goods'];

/** Goods without a quote: at today's price, on the colleague's advice. */
export function linesNamed(ctx: Ctx, goods: Goods, staffId: string): GoodsLine[] {
  if (!('lines' in goods)) return [];
  return goods.lines.map((line) => ({
    ...line,
    id: ctx.newId(),
    terms: undefined,
    discountByHand: null,
    reservationId: null,
    advisedBy: staffId,
    heldBy: null,
  }));
}

export function linesOfCart(goods: Goods, cart: Cart): GoodsLine[] {
  if (!('cartId' in goods)) return [];
  return cart.lines.map((line) => (line.reservationId ? line : { ...line, way: goods.way }));
}

function checkCart(goods: Goods, cart: Cart | undefined): Refusal | undefined {
  if (!cart || !('cartId' in goods)) return undefined;
  if (cart.state !== 'open')
    return refuse('cart_closed', { detail: 'This cart was ordered already.', orderId: cart.orderId });
  if (cart.version === goods.version) return undefined;
  throw new AppError('version_conflict', {
    detail: 'The customer has changed the cart meanwhile. Look at it again; nothing was ordered.',
    version: cart.version,
  });
}

function checkTerms(
  input: OrderForCustomer,
  lines: readonly GoodsLine[],
  contact: { email?: string },
): Refusal | undefined {
  if (lines.length === 0) return refuse('cart_empty', { detail: 'There is nothing to order.' });
  const isSent = lines.some((line) => line.way.method === 'delivery');
  if (isSent && !input.deliveryAddress)
    throw new AppError('invalid_request', {
      detail: 'An address is needed for what is delivered. Nothing was ordered.',
    });
  if (isSent && input.payment === 'in_store')
    return refuse('not_offered', {
      detail:
        'What is delivered is paid beforehand: send a link, or take the payment at the till. Nothing was ordered.',
    });
  if (input.payment === 'link' && !contact.email)
    throw new AppError('invalid_request', { detail: 'Where should the link go? Give an e-mail. Nothing was ordered.' });
  return undefined;
}

/** Unpaid pickups wait for their customer to closing time of the last day the shop keeps them. */
async function collectedBy(tx: Ctx, parts: readonly Part[]): Promise<Date | undefined> {
  const locations = await getLocations(
    tx,
    parts.map((part) => part.locationId),
  );
  const days = await getHoldLimit(tx, 'pickup', 'shopper');
  const ends = [...locations.values()].map((location) => closingOfOpeningDay(location, tx.clock.now(), days));
  return ends.sort((a, b) => b.getTime() - a.getTime())[0];
}
