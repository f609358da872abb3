import { type Static, Type } from 'typebox';
import { cancellableLines } from '../flows/orders/cancelPolicy.ts';
import { arrivalOf, insteadOf, senderOf } from '../flows/orders/chooseInstead.ts';
import { pickupEnds } from '../flows/orders/keepLonger.ts';
import { promisedDays } from '../flows/orders/tellSent.ts';
import type { FlowParts } from '../flows/parts.ts';
import type { Ctx } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';
import { everyone, Reply, type RouteDefinition, route } from '../kernel/route.ts';
import { Id, MoneySchema, Nullable, Strict, Timestamp } from '../kernel/schemas.ts';
import { drawQr } from '../modules/carts/index.ts';
import { getVariants } from '../modules/catalogue/index.ts';
import { type Fulfilment, fulfilmentsOfOrders, shortagesOfOrders } from '../modules/fulfilment/index.ts';
import { getLocations } from '../modules/locations/index.ts';
import { getOrder, type Order, ShopOrderSchema, toShopOrder } from '../modules/orders/index.ts';
import { type Payment, paymentsOf } from '../modules/payments/index.ts';
import { getReservations } from '../modules/stock/index.ts';
import { CardShape } from './cartShape.ts';
import { showCard } from './cartView.ts';

const Part = Strict({
  id: Id,
  kind: Type.String({ description: 'pickup, ship' }),
  stage: Type.String({ description: 'to_pick, picking, ready, handed_over, shipped, not_found, cancelled' }),
  /** What the customer shows at the counter; null where nothing is left to collect. */
  code: Nullable(Type.String()),
  locationId: Nullable({ ...Id, description: 'Where it is collected; null for what is sent' }),
  promisedAt: Nullable(Timestamp),
  /** Until when it is kept there. */
  keepUntil: Nullable(Timestamp),
  doneAt: Nullable(Timestamp),
  /** Of a parcel: by the end of which day it is there, and once it left, who has it and how it is followed. */
  arrivesBy: Nullable(Type.String({ format: 'date' })),
  carrier: Nullable(Type.String()),
  trackingNumber: Nullable(Type.String()),
  trackingUrl: Nullable(Type.String({ description: 'https' })),
  /** Who collects, as the customer said; null: they come themselves. */
  collector: Nullable(Type.String()),
  /** The closing times until which I may have it kept; empty where nothing can be changed. */
  ends: Type.Array(Strict({ days: Type.Integer(), until: Timestamp })),
  lineIds: Type.Array(Id),
});

const OrderPage = Strict({
  order: ShopOrderSchema,
  /** What the goods look like now; what they were called when they were bought is in the order's lines. */
  cards: Type.Array(Strict({ lineId: Id, card: CardShape })),
  parts: Type.Array(Part),
  /** Pieces that are not there and wait for the customer's choice. */
  shortages: Type.Array(
    Strict({
      id: Id,
      lineId: Id,
      quantity: Type.Integer(),
      state: Type.String({ description: 'open: choose; waiting: you wait for it, and may still choose otherwise' }),
      locationId: Id,
      /** What there is instead, best first. */
      stores: Type.Array(Strict({ locationId: Id, name: Type.String(), readyAt: Nullable(Timestamp) })),
      canBeSent: Type.Boolean(),
      /** By when, to the address of the order; null where that is not known yet. */
      sentBy: Nullable(Type.String({ format: 'date' })),
      canBeSentHere: Type.Boolean({ description: 'Another of our locations can send it to this store' }),
    }),
  ),
  /** What was placed for me and waits for my money: POST /api/shop/orders/:id/pay. */
  toPay: Nullable(Strict({ total: MoneySchema, until: Timestamp })),
  /** Lines that may still be cancelled here. */
  cancellable: Type.Array(Id),
  payment: Strict({
    state: Type.String({ description: 'none, pending, declined, failed, paid, partly_refunded, refunded' }),
    method: Nullable(Type.String()),
    refunded: Nullable(MoneySchema),
    /** What the customer has to do before it is paid: the provider's page, … */
    action: Nullable(Strict({ url: Nullable(Type.String()), until: Timestamp })),
    /** … or a transfer to this account. */
    transfer: Nullable(Strict({ account: Type.String(), title: Type.String(), amount: MoneySchema, until: Timestamp })),
  }),
});

/**
 * An order with where each part of it is, for its owner signed in or whoever has its link. No one of the staff, no shelf.
 *
 * @throws AppError not_found, also for another person's order
 */
export async function orderPage(
  ctx: Ctx,
  input: { id: string; token?: string | undefined },
  bankAccount?: string,
): Promise<Static<typeof OrderPage>> {
  const order = await getOrder(ctx, input.id, input.token);
  const variantIds = order.lines.flatMap((line) => (line.variantId ? [line.variantId] : []));
  const [works, payments, variants] = [
    (await fulfilmentsOfOrders(ctx, [order.id])).get(order.id) ?? [],
    (await paymentsOf(ctx, [order.id])).get(order.id) ?? [],
    await getVariants(ctx, [...new Set(variantIds)]),
  ];
  const reservations = await getReservations(
    ctx,
    works.flatMap((work) => (work.reservationId ? [work.reservationId] : [])),
  );
  const locations = await getLocations(ctx, [...new Set(works.map((work) => work.locationId))]);
  return {
    order: toShopOrder(order),
    cards: order.lines.flatMap((line) =>
      line.variantId
        ? [{ lineId: line.id, card: showCard(variants.get(line.variantId), line.variantId, ctx.language) }]
        : [],
    ),
    parts: await Promise.all(
      // What came from another store is the pickup that it became.
      works
        .filter((work) => work.arrivedAt === null)
        .map(async (work) => {
          const held = work.reservationId ? reservations.get(work.reservationId)?.expiresAt : undefined;
          const location = work.kind === 'pickup' && isWaiting(work) ? locations.get(work.locationId) : undefined;
          const ends = location ? await pickupEnds(ctx, location) : [];
          return showPart(order, work, work.keepUntil ?? held?.toISOString() ?? null, ends);
        }),
    ),
    shortages: await showShortages(ctx, order),
    toPay: showToPay(ctx, order, payments),
    cancellable: cancellableLines(order, works, 'customer'),
    payment: showPayment(order, payments, bankAccount),
  };
}

async function showShortages(ctx: Ctx, order: Order): Promise<Static<typeof OrderPage>['shortages']> {
  const open = ((await shortagesOfOrders(ctx, [order.id])).get(order.id) ?? []).filter(
    (one) => one.state !== 'settled',
  );
  return Promise.all(
    open.map(async (shortage) => {
      const [instead, from] = [await insteadOf(ctx, order, shortage), await senderOf(ctx, shortage)];
      const sender = from === undefined ? undefined : (await getLocations(ctx, [from])).get(from);
      const arrives = sender && (await arrivalOf(ctx, order, sender, order.deliveryAddress));
      return {
        id: shortage.id,
        lineId: shortage.orderLineId,
        quantity: shortage.quantity,
        state: shortage.state,
        locationId: shortage.locationId,
        stores: instead.flatMap((one) =>
          one.kind === 'pickup_elsewhere' && one.variantId === shortage.variantId
            ? [{ locationId: one.locationId, name: one.locationName, readyAt: one.readyAt ?? null }]
            : [],
        ),
        canBeSent: instead.some((one) => one.kind === 'delivery' && one.variantId === shortage.variantId),
        sentBy: arrives?.latest ?? null,
        canBeSentHere: from !== undefined,
      };
    }),
  );
}

function showToPay(ctx: Ctx, order: Order, payments: readonly Payment[]): Static<typeof OrderPage>['toPay'] {
  const isOpen = order.state === 'placed' && order.payBy !== null && new Date(order.payBy) > ctx.clock.now();
  if (!isOpen || payments.some((payment) => payment.state === 'pending' || payment.captured.amount > 0)) return null;
  return { total: order.worth.gross, until: order.payBy ?? '' };
}

const isWaiting = (work: Fulfilment) => ['to_pick', 'picking', 'ready', 'not_found'].includes(work.state);
const isCollected = (work: Fulfilment) => work.kind !== 'ship' || work.toLocationId !== null;

const showPart = (
  order: Order,
  work: Fulfilment,
  keepUntil: string | null,
  ends: Static<typeof Part>['ends'],
): Static<typeof Part> => ({
  // Only later ones: nothing is ever kept shorter.
  ends: ends.filter((end) => keepUntil === null || end.until > keepUntil),
  id: work.id,
  // On its way from one of our stores to another it is a pickup that is being prepared.
  kind: work.toLocationId ? 'pickup' : work.kind,
  stage: work.toLocationId && work.state !== 'cancelled' ? 'to_pick' : work.state,
  code: isCollected(work) && isWaiting(work) ? work.code : null,
  locationId: isCollected(work) ? (work.toLocationId ?? work.locationId) : null,
  promisedAt: work.promisedAt,
  keepUntil: isCollected(work) && isWaiting(work) ? keepUntil : null,
  doneAt: work.doneAt,
  arrivesBy: isCollected(work) ? null : promisedDays(work, order).latest,
  // Between our own stores it is our affair.
  carrier: isCollected(work) ? null : work.carrier,
  trackingNumber: isCollected(work) ? null : work.trackingNumber,
  trackingUrl: isCollected(work) ? null : work.trackingUrl,
  collector: isCollected(work) && isWaiting(work) ? work.collector : null,
  lineIds: work.lines.flatMap((line) => (line.orderLineId ? [line.orderLineId] : [])),
});

/** The newest payment says how it stands; money that came is not forgotten because a later card was declined. */
function showPayment(
  order: Order,
  payments: readonly Payment[],
  account: string | undefined,
): Static<typeof OrderPage>['payment'] {
  // A part that a store credit paid does not hide that the rest is awaited.
  const awaited = order.paidAt === null ? payments.findLast((payment) => payment.state === 'pending') : undefined;
  const last =
    awaited ?? payments.findLast((payment) => payment.coversOrder && payment.captured.amount > 0) ?? payments.at(-1);
  if (!last)
    return { state: order.paidAt ? 'paid' : 'none', method: null, refunded: null, action: null, transfer: null };
  const isPart = order.paidAt === null && last.captured.amount < order.worth.gross.amount;
  if (isPart && last.provider === 'store_credit')
    return { state: 'none', method: null, refunded: null, action: null, transfer: null };
  const paid = last.state === 'captured' || last.state === 'authorised';
  return {
    state: paid ? 'paid' : last.state,
    method: last.method,
    refunded: last.refunded.amount > 0 ? last.refunded : null,
    action: last.action,
    transfer:
      last.provider === 'bank_transfer' && last.action && account
        ? { account, title: order.number, amount: last.amount, until: last.action.until }
        : null,
  };
}

const Token = Type.Optional(Type.String({ maxLength: 100 }));

export const shopOrderPageRoutes = (parts: FlowParts): RouteDefinition[] => [
  route({
    method: 'GET',
    path: '/api/shop/orders/:id/page',
    summary: 'An order and where each part of it is, for its owner signed in or for a guest with its token',
    tag: 'Orders',
    audience: everyone,
    params: Strict({ id: Id }),
    query: Strict({ token: Token }),
    response: OrderPage,
    handle: (ctx, { params, query }) => orderPage(ctx, { ...params, ...query }, parts.bankAccount),
  }),
  route({
    method: 'GET',
    path: '/api/shop/orders/:id/code.svg',
    summary: 'What is shown at the counter to collect the order, as a QR picture',
    tag: 'Orders',
    audience: everyone,
    params: Strict({ id: Id }),
    query: Strict({ token: Token }),
    async handle(ctx, { params, query }) {
      const { parts } = await orderPage(ctx, { ...params, ...query });
      const code = parts.find((part) => part.code !== null)?.code;
      if (!code) throw new AppError('not_found', { detail: 'Nothing of this order waits to be collected.' });
      return new Reply<unknown>(await drawQr(code), {
        headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'private, no-store' },
      });
    },
  }),
];
