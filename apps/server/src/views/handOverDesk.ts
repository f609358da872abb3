import { type Static, Type } from 'typebox';
import { readHoldContext } from '../flows/holds/holdContext.ts';
import { priceGoods } from '../flows/selling/priceGoods.ts';
import { asSystem, type Ctx, mayActAt } from '../kernel/context.ts';
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
import { type Fulfilment, findByCode, fulfilmentsOfOrders } from '../modules/fulfilment/index.ts';
import { getLocations, type Location } from '../modules/locations/index.ts';
import { findOrders, getOrder, type Order, type OrderSummary } from '../modules/orders/index.ts';
import { paymentsOf } from '../modules/payments/index.ts';
import { quotePrices } from '../modules/pricing/index.ts';
import { getHomeMarket } from '../modules/settings/index.ts';
import { membersByIds } from '../modules/staff/index.ts';
import { getReservations, type Reservation } from '../modules/stock/index.ts';
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
  location: Nullable(Strict({ id: Id, name: Type.String() })),
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
  if (work) return showWork(ctx, shown, work, here);
  if (handoff?.ok) return showCart(ctx, handoff.value);
  if (order) return showOrder(ctx, order.number, order, here);
  if (handoff?.reason === 'handoff_elsewhere') return showElsewhere(ctx, shown, String(handoff.details.locationId));
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
  const rank = (work: Fulfilment) =>
    (here === undefined || work.locationId === here ? 0 : 2) + (openStages.includes(work.state) ? 0 : 1);
  return works.filter((work) => work.kind !== 'ship').sort((a, b) => rank(a) - rank(b))[0];
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
  if (!place) return places[0] ? showElsewhere(ctx, code, places[0]) : showNothing(ctx, code, 'unknown');
  const verdict =
    order.state === 'cancelled' ? 'cancelled' : order.state === 'completed' ? 'already_collected' : 'not_ready';
  return { ...showNothing(ctx, code, verdict), orderId: order.id };
}

/** A piece of work as the desk sees it, whatever led to it. Elsewhere only the place is told. */
export async function showWork(ctx: Ctx, code: string, work: Fulfilment, here: string | undefined): Promise<Desk> {
  if (here !== undefined && work.locationId !== here) return showElsewhere(ctx, code, work.locationId);
  const [locations, reservations] = [
    await getLocations(ctx, [work.locationId]),
    await getReservations(ctx, work.reservationId ? [work.reservationId] : []),
  ];
  const reservation = work.reservationId ? reservations.get(work.reservationId) : undefined;
  const verdict = judge(ctx, work, reservation);
  const [money, customer, colleagues] = [
    await readMoney(ctx, work, reservation),
    await readCustomer(ctx, work.subjectId),
    await membersByIds(
      ctx,
      [work.pickedBy, work.doneBy].filter((id) => id !== null),
    ),
  ];
  const colleague = (id: string | null) => (id ? { id, name: colleagues.get(id)?.name ?? '' } : null);
  const location = locations.get(work.locationId);
  const isOver = verdict !== 'ready' && verdict !== 'held_not_put_aside' && verdict !== 'not_ready';
  const toPay = isOver ? null : money.toPay;
  const keepUntil = reservation?.expiresAt?.toISOString() ?? work.keepUntil;
  return {
    verdict,
    say: sayVerdict(
      verdict,
      {
        place: work.place,
        toPay,
        at: verdict === 'already_collected' ? work.doneAt : verdict === 'not_ready' ? work.promisedAt : keepUntil,
        zone: location?.zone,
      },
      ctx.language,
    ),
    code,
    location: location ? { id: location.id, name: location.name } : null,
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
  };
}

/** By the work's own state first; a hold whose time is up is over, whoever has or has not written it off. */
function judge(ctx: Ctx, work: Fulfilment, reservation: Reservation | undefined): Verdict {
  if (work.state === 'handed_over' || work.state === 'shipped') return 'already_collected';
  const isPastKeeping = work.keepUntil !== null && new Date(work.keepUntil) <= ctx.clock.now();
  const isExpired = reservation ? reservation.state === 'expired' : isPastKeeping;
  if (isExpired) return 'expired';
  if (work.state === 'not_found') return 'not_found';
  if (work.state === 'cancelled' || reservation?.state === 'released') return 'cancelled';
  if (work.state === 'ready') return 'ready';
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
    const received = payments.reduce((sum, payment) => sum + payment.captured.amount - payment.refunded.amount, 0);
    const owed = order.paidAt === null ? Math.max(0, order.worth.gross.amount - received) : 0;
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
    location: location ? { id: location.id, name: location.name } : null,
    orderId: cart.orderId,
    customer: await readCustomer(ctx, cart.subjectId),
    cart: isOpen ? await cartView(ctx, cart, lineId ? { lineIds: [lineId] } : {}) : null,
  };
}

async function showElsewhere(ctx: Ctx, code: string, locationId: string): Promise<Desk> {
  const location = await locationOf(ctx, locationId);
  return {
    ...showNothing(ctx, code, 'wrong_location'),
    say: sayVerdict('wrong_location', { locationName: location?.name }, ctx.language),
    location: location ? { id: location.id, name: location.name } : null,
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
