import { type Static, Type } from 'typebox';
import { readHoldContext } from '../flows/holds/holdContext.ts';
import { owedNow, receivedOf } from '../flows/selling/owedNow.ts';
import { priceGoods } from '../flows/selling/priceGoods.ts';
import { asSystem, type Ctx, mayActAt, staffIdOf } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';
import type { Money } from '../kernel/money.ts';
import { route, staff } from '../kernel/route.ts';
import { Id, MoneySchema, Nullable, Strict, Timestamp } from '../kernel/schemas.ts';
import {
  type CartLine,
  cartsOfLines,
  type FoundHandoff,
  findHandoffByCode,
  readShortCode,
  showShortCode,
} from '../modules/carts/index.ts';
import { getVariants } from '../modules/catalogue/index.ts';
import { customersOf, getCustomers, summariseCustomer } from '../modules/customers/index.ts';
import {
  type Fulfilment,
  findByCode,
  fulfilmentsOfOrders,
  servedBy,
  shortagesOfOrders,
} from '../modules/fulfilment/index.ts';
import { distanceKm, getLocations, type Location } from '../modules/locations/index.ts';
import { findOrders, getOrder, type Order, type OrderSummary } from '../modules/orders/index.ts';
import { type Payment, paymentsOf } from '../modules/payments/index.ts';
import { quotePrices } from '../modules/pricing/index.ts';
import { getHomeMarket } from '../modules/settings/index.ts';
import { membersByIds } from '../modules/staff/index.ts';
import { availability, getReservations, type Reservation } from '../modules/stock/index.ts';
import { CardShape, CartShape } from './cartShape.ts';
import { cartView, showCard } from './cartView.ts';
import { sayVerdict, type Verdict, verdicts } from './sayVerdict.ts';

const Contact = Nullable(Strict({ masked: Type.String(), state: Type.String() }));
const Colleague = Nullable(Strict({ id: Id, name: Type.String() }));

export const DeskShape = Strict({
  verdict: Type.Enum([...verdicts]),
  say: Type.String({ description: 'One sentence for the person at the desk' }),
  code: Type.String(),
  /** Where the goods are. */
  location: Nullable(
    Strict({
      id: Id,
      name: Type.String(),
      distanceKm: Nullable(Type.Number({ description: 'From where I stand, straight line; null when it is here' })),
    }),
  ),
  /** What to hand over: POST /api/staff/fulfilments/:id/hand-over. */
  fulfilmentId: Nullable(Id),
  kind: Nullable(Type.String({ description: 'hold, pickup, handover' })),
  stage: Nullable(Type.String()),
  orderId: Nullable(Id),
  lines: Type.Array(
    Strict({
      variant: CardShape,
      quantity: Type.Integer(),
      quotedUnit: Nullable(MoneySchema),
      /** null where an order fixed the price. */
      quotedAt: Nullable(Timestamp),
      currentUnit: Nullable(MoneySchema),
    }),
  ),
  customer: Nullable(
    Strict({ id: Id, name: Nullable(Type.String()), verified: Type.Boolean(), email: Contact, phone: Contact }),
  ),
  /** At the lower of quoted and current price; 0 when it is paid. */
  toPay: Nullable(MoneySchema),
  /** How long the quoted price stands. */
  payableUntil: Nullable(Timestamp),
  /** How long it is kept. */
  keepUntil: Nullable(Timestamp),
  promisedAt: Nullable(Timestamp),
  place: Nullable(Type.String({ description: 'The bay' })),
  putAsideBy: Colleague,
  handedOver: Nullable(
    Strict({ at: Nullable(Timestamp), by: Colleague, collectedBy: Nullable(Type.String()), idSeen: Type.Boolean() }),
  ),
  /** For a code of a whole cart, to be sold here. */
  cart: Nullable(CartShape),
  /** Elsewhere, and it can be brought here: POST /api/staff/orders/:id/pickups/:workId/move. */
  movable: Nullable(Strict({ orderId: Id, fulfilmentId: Id })),
  /** Of what ended: so many of the goods are free here now, to be held again. */
  freeHere: Nullable(Type.Integer()),
  /** A colleague has just said that they stand with it and its customer. */
  servedBy: Colleague,
});
export type Desk = Static<typeof DeskShape>;

/**
 * What the floor sees after a scan or a typed code: a hold's or a cart's short code, or an order's number. It answers
 * whatever the code is worth; what lies at another location shows that location's name and nothing else.
 *
 * @throws AppError wrong_location (the actor does not work there), invalid_request (where the actor stands is unclear)
 */
export async function handOverDesk(ctx: Ctx, input: { code: string; locationId?: string | undefined }): Promise<Desk> {
  const here = standsAt(ctx, input.locationId);
  const short = readShortCode(input.code);
  const shown = short ? showShortCode(short) : input.code.trim().toUpperCase();
  const handoff = short ? await findHandoffByCode(ctx, { code: short, locationId: here }) : undefined;
  // A live code of a whole cart is what it says; the same six characters may have been a hold's years ago.
  if (handoff?.ok && handoff.value.lineId === null) return showCart(ctx, handoff.value);
  const order = await findOrder(ctx, input.code);
  const work = await findWork(ctx, short, order, here);
  if (work) return showWork(ctx, shown, work, here, { isScanned: true });
  if (handoff?.ok) return showCart(ctx, handoff.value);
  if (order) return showOrder(ctx, order.number, order, here);
  if (handoff?.reason === 'handoff_elsewhere')
    return showElsewhere(ctx, shown, String(handoff.details.locationId), here);
  const expiresAt = handoff?.details.expiresAt;
  return typeof expiresAt === 'string'
    ? showNothing(ctx, shown, 'expired', expiresAt)
    : showNothing(ctx, shown, 'unknown');
}

/** The one place a member works at, unless they say which. undefined: everywhere. */
function standsAt(ctx: Ctx, locationId: string | undefined): string | undefined {
  const { actor } = ctx;
  if (actor.kind !== 'staff') throw new AppError('not_allowed');
  if (locationId !== undefined) {
    if (!mayActAt(actor, locationId)) throw new AppError('wrong_location');
    return locationId;
  }
  if (actor.locationIds === 'all') return undefined;
  if (actor.locationIds.length !== 1)
    throw new AppError('invalid_request', { detail: 'Say where you stand: locationId.' });
  return actor.locationIds[0];
}

const openStages = ['ready', 'picking', 'to_pick', 'not_found'];

/** By short code, else by order number. Of several parts the one to be handed over here comes first. */
async function findWork(
  ctx: Ctx,
  short: string | undefined,
  order: OrderSummary | undefined,
  here: string | undefined,
): Promise<Fulfilment | undefined> {
  const works = short ? await findByCode(ctx, showShortCode(short)) : [];
  if (works.length === 0 && order) works.push(...((await fulfilmentsOfOrders(ctx, [order.id])).get(order.id) ?? []));
  // What is on its way here comes after what is here, and before what is over.
  const rank = (work: Fulfilment) =>
    work.toLocationId
      ? 0.5 + (work.toLocationId === here ? 0 : 2)
      : (here === undefined || work.locationId === here ? 0 : 2) + (openStages.includes(work.state) ? 0 : 1);
  return works
    .filter(
      (work) =>
        work.kind !== 'ship' || (work.toLocationId !== null && work.arrivedAt === null && work.state !== 'cancelled'),
    )
    .sort((a, b) => rank(a) - rank(b))[0];
}

/** Whoever placed it and wherever it is: what may be told of it is decided by where its goods are. */
async function findOrder(ctx: Ctx, typed: string): Promise<OrderSummary | undefined> {
  const number = /^\s*v?\s*-?\s*(\d{1,12})\s*$/i.exec(typed)?.[1];
  return number ? (await findOrders(asSystem(ctx, 'hand-over desk'), { number, limit: 1 })).items[0] : undefined;
}

/** An order for which there is no work: not certain yet, or nothing of it is collected in a store. */
async function showOrder(ctx: Ctx, code: string, order: OrderSummary, here: string | undefined): Promise<Desk> {
  const places = order.lines.flatMap((line) => (line.way.method === 'delivery' ? [] : [line.way.locationId]));
  const place = here === undefined || places.includes(here) ? (here ?? places[0]) : undefined;
  // What is all sent belongs to no store, and is paid at any of them while it waits for its money.
  const isToPay = places.length === 0 && order.state === 'placed' && order.paidAt === null;
  if (!place && !isToPay)
    return places[0] ? showElsewhere(ctx, code, places[0], here) : showNothing(ctx, code, 'unknown');
  if (order.state === 'completed') return { ...showNothing(ctx, code, 'already_collected'), orderId: order.id };
  const payments = (await paymentsOf(ctx, [order.id])).get(order.id) ?? [];
  if (order.state === 'cancelled')
    return { ...showNothing(ctx, code, 'cancelled'), ...sayGivenBack(ctx, payments), orderId: order.id };
  const toPay = { amount: order.worth.amount - receivedOf(payments), currency: order.worth.currency };
  if (order.paidAt !== null || toPay.amount <= 0) return { ...showNothing(ctx, code, 'not_ready'), orderId: order.id };
  // Nobody fetches it before its money is certain; it can be paid at the till.
  return {
    ...showNothing(ctx, code, 'unpaid'),
    say: sayVerdict('unpaid', { toPay }, ctx.language),
    orderId: order.id,
    toPay,
  };
}

/** Was it paid before it was cancelled, that is what the customer asks. */
function sayGivenBack(
  ctx: Ctx,
  payments: readonly Payment[],
  at?: string | null,
  zone?: string,
): Pick<Desk, 'verdict' | 'say'> | undefined {
  const [first] = payments;
  const amount = payments.reduce((sum, payment) => sum + payment.refunded.amount, 0);
  if (!first || amount <= 0) return undefined;
  const refund = { amount, currency: first.amount.currency };
  return { verdict: 'refunded', say: sayVerdict('refunded', { refund, at, zone }, ctx.language) };
}

/**
 * A piece of work as the desk sees it, whatever led to it. Elsewhere only the place is told. `isScanned`: by who has the
 * customer before them, and not by who has opened the work.
 */
export async function showWork(
  ctx: Ctx,
  code: string,
  work: Fulfilment,
  here: string | undefined,
  { isScanned = false } = {},
): Promise<Desk> {
  if (work.toLocationId !== null && work.toLocationId === here) return showOnItsWay(ctx, code, work);
  if (here !== undefined && work.locationId !== here) return showElsewhere(ctx, code, work.locationId, here, work);
  const [locations, reservations] = [
    await getLocations(ctx, [work.locationId]),
    await getReservations(ctx, work.reservationId ? [work.reservationId] : []),
  ];
  const reservation = work.reservationId ? reservations.get(work.reservationId) : undefined;
  const missing = await missingOf(ctx, work);
  const served = servedBy(work, ctx.clock.now());
  const isServedElsewhere = isScanned && served !== null && served.staffId !== staffIdOf(ctx.actor);
  const judged = judge(ctx, work, reservation, missing);
  const verdict = isServedElsewhere && mayLeave(judged) ? 'being_handed_over' : judged;
  const [money, customer, colleagues] = [
    await readMoney(ctx, work, reservation),
    await readCustomer(ctx, work.subjectId),
    await membersByIds(
      ctx,
      [work.pickedBy, work.doneBy, served?.staffId ?? null].filter((id) => id !== null),
    ),
  ];
  const colleague = (id: string | null) => (id ? { id, name: colleagues.get(id)?.name ?? '' } : null);
  const location = locations.get(work.locationId);
  const isOver = !mayLeave(judged) && judged !== 'not_ready';
  const freeHere = verdict === 'expired' ? await readFreeHere(ctx, work) : null;
  const givenBack =
    verdict === 'cancelled' && money.order
      ? sayGivenBack(
          ctx,
          (await paymentsOf(ctx, [money.order.id])).get(money.order.id) ?? [],
          work.updatedAt,
          location?.zone,
        )
      : undefined;
  const toPay = isOver ? null : money.toPay;
  const keepUntil = reservation?.expiresAt?.toISOString() ?? work.keepUntil;
  return {
    verdict,
    say: sayVerdict(
      verdict,
      {
        place: work.place,
        toPay,
        at: momentOf(verdict, work, keepUntil, served?.since),
        zone: location?.zone,
        there: thereOf(verdict, work, missing),
        by: colleagues.get((verdict === 'already_collected' ? work.doneBy : served?.staffId) ?? '')?.name,
        collectedBy: work.collectedBy,
        free: freeHere ?? undefined,
      },
      ctx.language,
    ),
    code,
    location: location ? { id: location.id, name: location.name, distanceKm: null } : null,
    ...givenBack,
    fulfilmentId: work.id,
    kind: work.kind,
    stage: work.state,
    orderId: money.order?.id ?? null,
    lines: money.lines,
    customer: customer && { ...customer, name: money.order?.contact.name ?? customer.name },
    toPay,
    payableUntil: isOver ? null : money.payableUntil,
    keepUntil,
    promisedAt: work.promisedAt,
    place: work.place,
    putAsideBy: colleague(work.pickedBy),
    handedOver:
      work.state === 'handed_over'
        ? { at: work.doneAt, by: colleague(work.doneBy), collectedBy: work.collectedBy, idSeen: work.idSeen }
        : null,
    cart: null,
    movable: null,
    freeHere,
    servedBy: served && isServedElsewhere ? colleague(served.staffId) : null,
  };
}

/** What the customer may take with them now, all of it or a part. */
const mayLeave = (verdict: Verdict) =>
  verdict === 'ready' || verdict === 'held_not_put_aside' || verdict === 'partly_ready';

function momentOf(verdict: Verdict, work: Fulfilment, keepUntil: string | null, since: string | undefined) {
  if (verdict === 'already_collected') return work.doneAt;
  if (verdict === 'being_handed_over') return since;
  return verdict === 'not_ready' ? work.promisedAt : keepUntil;
}

/** Pieces in the bay or in the picker's hand, of all that were promised here. */
function thereOf(verdict: Verdict, work: Fulfilment, missing: number): { n: number; of: number } | undefined {
  const all = work.lines.reduce((sum, line) => sum + line.quantity, 0);
  if (work.state === 'ready') return { n: all, of: all + missing };
  if (verdict === 'not_ready' && work.state !== 'picking') return undefined;
  return { n: pickedOf(work), of: all + missing };
}

const pickedOf = (work: Fulfilment): number =>
  work.lines.reduce((sum, line) => sum + Math.min(line.picked ?? 0, line.quantity), 0);

/** Pieces that are not there and wait for a choice. */
async function missingOf(ctx: Ctx, work: Fulfilment): Promise<number> {
  if (!work.orderId) return 0;
  const shortages = (await shortagesOfOrders(ctx, [work.orderId])).get(work.orderId) ?? [];
  return shortages
    .filter((one) => one.fulfilmentId === work.id && one.state !== 'settled')
    .reduce((sum, one) => sum + one.quantity, 0);
}

/** As often as the whole of it is free here: 0 where any of the goods is short. */
async function readFreeHere(ctx: Ctx, work: Fulfilment): Promise<number> {
  const levels = await availability(ctx, {
    variantIds: work.lines.map((line) => line.variantId),
    locationIds: [work.locationId],
  });
  const free = (variantId: string) => levels.find((level) => level.variantId === variantId)?.available ?? 0;
  return Math.max(0, Math.min(...work.lines.map((line) => Math.floor(free(line.variantId) / line.quantity))));
}

/** By the work's own state first; a hold whose time is up is over, whoever has or has not written it off. */
function judge(ctx: Ctx, work: Fulfilment, reservation: Reservation | undefined, missing: number): Verdict {
  if (work.state === 'handed_over' || work.state === 'shipped') return 'already_collected';
  const isPastKeeping = work.keepUntil !== null && new Date(work.keepUntil) <= ctx.clock.now();
  const isExpired = reservation ? reservation.state === 'expired' : isPastKeeping;
  if (isExpired) return 'expired';
  if (work.state === 'not_found') return 'not_found';
  if (work.state === 'cancelled' || reservation?.state === 'released') return 'cancelled';
  if (work.state === 'ready') return missing > 0 ? 'partly_ready' : 'ready';
  const [picked, all] = [pickedOf(work), work.lines.reduce((sum, line) => sum + line.quantity, 0)];
  if (work.kind === 'pickup' && picked > 0 && (picked < all || missing > 0)) return 'partly_ready';
  return work.kind === 'hold' ? 'held_not_put_aside' : 'not_ready';
}

interface MoneyOfWork {
  lines: Desk['lines'];
  toPay: Money | null;
  payableUntil: string | null;
  order: Order | undefined;
}

async function readMoney(ctx: Ctx, work: Fulfilment, reservation: Reservation | undefined): Promise<MoneyOfWork> {
  const market = await getHomeMarket(ctx);
  const variantIds = work.lines.map((line) => line.variantId);
  const [variants, quotes] = [await getVariants(ctx, variantIds), await quotePrices(ctx, market.code, variantIds)];
  const inCart = work.orderId ? undefined : await findCartLine(ctx, reservation);
  // What was held may have been ordered since: then the order says what is still to be paid.
  const orderId = work.orderId ?? inCart?.orderId;
  const order = orderId ? await getOrder(ctx, orderId) : undefined;
  const cartLine = inCart?.line;
  const lines = work.lines.map(({ variantId, quantity, orderLineId }) => ({
    variant: showCard(variants.get(variantId), variantId, ctx.language),
    quantity,
    quotedUnit: order?.lines.find((line) => line.id === orderLineId)?.unit ?? cartLine?.terms.unit ?? null,
    quotedAt: order ? null : (cartLine?.terms.quotedAt ?? null),
    currentUnit: quotes.get(variantId)?.unit ?? null,
  }));
  if (order) {
    const payments = (await paymentsOf(ctx, [order.id])).get(order.id) ?? [];
    const owed = owedNow(order, receivedOf(payments), work);
    return { lines, toPay: { amount: owed, currency: order.currency }, payableUntil: null, order };
  }
  if (!cartLine) return { lines, toPay: null, payableUntil: null, order: undefined };
  const way = { method: 'in_store' as const, locationId: work.locationId };
  const priced = await priceGoods(ctx, { market, lines: [{ ...cartLine, way }] });
  return {
    lines,
    toPay: priced.ok ? { amount: priced.value.priced.totals.gross, currency: market.currency } : null,
    payableUntil: cartLine.terms.validUntil,
    order: undefined,
  };
}

/** The line keeps its id when carts merge, so it is found wherever it is now. */
async function findCartLine(
  ctx: Ctx,
  reservation: Reservation | undefined,
): Promise<{ line: CartLine; orderId: string | null } | undefined> {
  const hold = reservation && readHoldContext(reservation.context);
  if (!hold) return undefined;
  const cart = (await cartsOfLines(ctx, [hold.lineId])).get(hold.lineId);
  const line = cart?.lines.find((candidate) => candidate.id === hold.lineId);
  return cart && line && { line, orderId: cart.orderId };
}

async function readCustomer(ctx: Ctx, subjectId: string | null): Promise<NonNullable<Desk['customer']> | null> {
  if (!subjectId) return null;
  const customerId = (await customersOf(ctx, [subjectId])).get(subjectId);
  const customer = customerId && (await getCustomers(ctx, [customerId])).get(customerId);
  if (!customer) return null;
  const { id, name, verified, email, phone } = summariseCustomer(customer);
  return { id, name, verified, email, phone };
}

async function showCart(ctx: Ctx, handoff: FoundHandoff): Promise<Desk> {
  const { cart, lineId } = handoff;
  const location = await locationOf(ctx, handoff.locationId);
  const isOpen = cart.state === 'open';
  const verdict: Verdict = isOpen ? 'cart' : 'already_collected';
  return {
    ...showNothing(ctx, handoff.code, verdict),
    location: location ? { id: location.id, name: location.name, distanceKm: null } : null,
    orderId: cart.orderId,
    customer: await readCustomer(ctx, cart.subjectId),
    cart: isOpen ? await cartView(ctx, cart, lineId ? { lineIds: [lineId] } : {}) : null,
  };
}

/** Sent by another store to be collected here: neither here nor lost. */
async function showOnItsWay(ctx: Ctx, code: string, work: Fulfilment): Promise<Desk> {
  const from = await locationOf(ctx, work.locationId);
  const [customer, order] = [
    await readCustomer(ctx, work.subjectId),
    work.orderId ? await getOrder(asSystem(ctx, 'hand-over desk'), work.orderId) : undefined,
  ];
  return {
    ...showNothing(ctx, code, 'on_its_way'),
    say: sayVerdict('on_its_way', { locationName: from?.name, isSent: work.state === 'shipped' }, ctx.language),
    location: from ? { id: from.id, name: from.name, distanceKm: null } : null,
    fulfilmentId: work.id,
    kind: work.kind,
    stage: work.state,
    orderId: work.orderId,
    customer: customer && { ...customer, name: order?.contact.name ?? customer.name },
  };
}

/** The place and how far it is; who the customer is and what they bought is told where it lies. */
async function showElsewhere(
  ctx: Ctx,
  code: string,
  locationId: string,
  here: string | undefined,
  work?: Fulfilment,
): Promise<Desk> {
  const [location, own] = [await locationOf(ctx, locationId), await locationOf(ctx, here ?? null)];
  const far = location && own ? Math.round(distanceKm(own.point, location.point) * 10) / 10 : null;
  const isMovable = work?.kind === 'pickup' && work.orderId !== null && openStages.includes(work.state);
  return {
    ...showNothing(ctx, code, 'wrong_location'),
    say: sayVerdict('wrong_location', { locationName: location?.name, distanceKm: far ?? undefined }, ctx.language),
    location: location ? { id: location.id, name: location.name, distanceKm: far } : null,
    movable: isMovable && work.orderId ? { orderId: work.orderId, fulfilmentId: work.id } : null,
  };
}

const locationOf = async (ctx: Ctx, id: string | null): Promise<Location | undefined> =>
  id ? (await getLocations(ctx, [id])).get(id) : undefined;

const showNothing = (ctx: Ctx, code: string, verdict: Verdict, at?: string): Desk => ({
  verdict,
  say: sayVerdict(verdict, { at }, ctx.language),
  code,
  location: null,
  fulfilmentId: null,
  kind: null,
  stage: null,
  orderId: null,
  lines: [],
  customer: null,
  toPay: null,
  payableUntil: null,
  keepUntil: null,
  promisedAt: null,
  place: null,
  putAsideBy: null,
  handedOver: null,
  cart: null,
  movable: null,
  freeHere: null,
  servedBy: null,
});

export const handOverDeskRoute = route({
  method: 'GET',
  path: '/api/staff/handoffs/:code',
  summary: 'What a scanned or typed code is worth here: what to hand over, to whom, and what to take for it',
  tag: 'fulfilment',
  audience: staff('associate', 'manager', 'admin'),
  // Six characters are short: typing must not become guessing.
  perMinute: 60,
  params: Strict({ code: Type.String({ minLength: 1, maxLength: 40 }) }),
  query: Strict({ locationId: Type.Optional(Id) }),
  response: DeskShape,
  handle: (ctx, { params, query }) => handOverDesk(ctx, { code: params.code, locationId: query.locationId }),
});
