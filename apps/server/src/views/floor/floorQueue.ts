import { type Static, Type } from 'typebox';
import { readHoldContext } from '../../flows/holds/holdContext.ts';
import { promisedDays } from '../../flows/orders/tellSent.ts';
import { type Ctx, mayActAt } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { route, staff } from '../../kernel/route.ts';
import { Id, MoneySchema, Nullable, Strict, Timestamp } from '../../kernel/schemas.ts';
import { getVariants } from '../../modules/catalogue/index.ts';
import { customersOf, getCustomers, summariseCustomer } from '../../modules/customers/index.ts';
import {
  doneSince,
  type Fulfilment,
  listArriving,
  listQueue,
  shortagesOfOrders,
} from '../../modules/fulfilment/index.ts';
import { getLocation, getLocations, localDate, startOfDay } from '../../modules/locations/index.ts';
import { getOrders, type Order } from '../../modules/orders/index.ts';
import { membersByIds } from '../../modules/staff/index.ts';
import { getReservations, type Reservation } from '../../modules/stock/index.ts';

const Colleague = Nullable(Strict({ id: Id, name: Type.String() }));

export const WorkRow = Strict({
  id: Id,
  code: Type.String(),
  kind: Type.String({ description: 'hold, pickup, ship, handover (a sale at the counter)' }),
  state: Type.String({ description: 'to_pick, picking, ready, not_found, handed_over, shipped, cancelled' }),
  version: Type.Integer(),
  customerName: Nullable(Type.String()),
  items: Type.Array(
    Strict({
      variantId: Id,
      title: Type.String(),
      optionsText: Type.String(),
      pictureUrl: Nullable(Type.String()),
      quantity: Type.Integer(),
      picked: Type.Integer({ description: 'In the picker’s hand, as scanned' }),
    }),
  ),
  createdAt: Timestamp,
  updatedAt: Timestamp,
  promisedAt: Nullable(Timestamp),
  keepUntil: Nullable(Timestamp),
  /** null: nothing is known of money (an order that others may see). */
  isPaid: Nullable(Type.Boolean()),
  /** The order's total; of a hold what was quoted. */
  worth: Nullable(MoneySchema),
  pickedBy: Colleague,
  place: Nullable(Type.String()),
  reason: Nullable(Type.String()),
  waitsLong: Type.Boolean({ description: 'It lies ready and its time ends within a day' }),
  missing: Type.Integer({ description: 'Pieces of it that are not there and wait for a choice' }),
  collector: Nullable(Type.String({ description: 'Who will come, as the customer said' })),
  orderId: Nullable(Id),
  sentTo: Nullable(Strict({ id: Id, name: Type.String() })),
  sentFrom: Nullable(Type.String({ description: 'Of a parcel to one of our stores: where it comes from' })),
  isArriving: Type.Boolean({ description: 'It is on its way to a store of ours, and nobody has received it' }),
  /** Of a parcel: by when the customer has it, and once it left, who has it and how it is followed. */
  arrivesBy: Nullable(Type.String({ format: 'date' })),
  carrier: Nullable(Type.String()),
  trackingNumber: Nullable(Type.String()),
  trackingUrl: Nullable(Type.String()),
  atRisk: Type.Boolean({ description: 'A count found less than was promised' }),
  doneAt: Nullable(Timestamp),
  doneBy: Colleague,
});
export type WorkRow = Static<typeof WorkRow>;

const openPieces = 200;
const donePieces = 100;

const Queue = Strict({
  items: Type.Array(WorkRow),
  isComplete: Type.Boolean({ description: 'false: there is more open work than is shown' }),
  zone: Type.String({ description: 'Times are read on this clock' }),
  asOf: Timestamp,
});

/** The store's work: all that is open, oldest first, then what was done today. A constant number of statements. */
async function floorQueue(ctx: Ctx, locationId: string): Promise<Static<typeof Queue>> {
  if (!mayActAt(ctx.actor, locationId))
    throw new AppError('wrong_location', { detail: 'This is the work of another location.' });
  const location = await getLocation(ctx, locationId);
  const now = ctx.clock.now();
  const [open, arriving, done] = await Promise.all([
    listQueue(ctx, { locationId, states: ['to_pick', 'picking', 'ready', 'not_found'], limit: openPieces }),
    listArriving(ctx, { locationId, limit: openPieces }),
    doneSince(ctx, { locationId, since: startOfDay(location, localDate(location, now)), limit: donePieces }),
  ]);
  return {
    items: await showWorkRows(ctx, [...open.items, ...arriving, ...done]),
    isComplete: open.nextCursor === null,
    zone: location.zone,
    asOf: now.toISOString(),
  };
}

/** Pieces of work as rows, in the order given. */
export async function showWorkRows(ctx: Ctx, works: readonly Fulfilment[]): Promise<WorkRow[]> {
  const ids = <T>(pick: (work: Fulfilment) => T | null) =>
    [...new Set(works.flatMap((work) => pick(work) ?? []))] as T[];
  const [variants, owners, orders, reservations, colleagues, shortages] = await Promise.all([
    getVariants(ctx, [...new Set(works.flatMap((work) => work.lines.map((line) => line.variantId)))]),
    customersOf(
      ctx,
      ids((work) => work.subjectId),
    ),
    getOrders(
      ctx,
      ids((work) => work.orderId),
    ),
    getReservations(
      ctx,
      ids((work) => work.reservationId),
    ),
    membersByIds(ctx, [...ids((work) => work.pickedBy), ...ids((work) => work.doneBy)]),
    shortagesOfOrders(
      ctx,
      ids((work) => work.orderId),
    ),
  ]);
  const customers = await getCustomers(ctx, [...new Set(owners.values())]);
  const sent = works.filter((work) => work.toLocationId !== null);
  const places = await getLocations(ctx, [
    ...new Set(sent.flatMap((work) => [work.locationId, work.toLocationId ?? ''])),
  ]);
  const now = ctx.clock.now().getTime();
  const colleague = (id: string | null) => (id ? { id, name: colleagues.get(id)?.name ?? '' } : null);
  return works.map((work): WorkRow => {
    const order = work.orderId ? orders.get(work.orderId) : undefined;
    const reservation = work.reservationId ? reservations.get(work.reservationId) : undefined;
    const until = reservation?.expiresAt?.toISOString() ?? work.keepUntil;
    const customer = customers.get((work.subjectId && owners.get(work.subjectId)) ?? '');
    return {
      id: work.id,
      code: work.code,
      kind: work.kind,
      state: work.state,
      version: work.version,
      customerName: (customer && summariseCustomer(customer).name) ?? order?.contact.name ?? null,
      items: work.lines.map(({ variantId, quantity, picked }) => {
        const variant = variants.get(variantId);
        return {
          variantId,
          title: variant?.title[ctx.language] ?? '',
          optionsText: variant?.optionsText[ctx.language] ?? '',
          pictureUrl: variant?.pictureUrl ?? null,
          quantity,
          picked: picked ?? 0,
        };
      }),
      createdAt: work.createdAt,
      updatedAt: work.updatedAt,
      promisedAt: work.promisedAt,
      keepUntil: until,
      ...moneyOf(work, order, reservation),
      pickedBy: colleague(work.pickedBy),
      place: work.place,
      reason: work.reason,
      waitsLong: work.state === 'ready' && until !== null && Date.parse(until) - now < 86_400_000,
      missing: (shortages.get(work.orderId ?? '') ?? [])
        .filter((one) => one.fulfilmentId === work.id && one.state !== 'settled')
        .reduce((sum, one) => sum + one.quantity, 0),
      collector: work.collector,
      orderId: work.orderId,
      sentTo: work.toLocationId ? { id: work.toLocationId, name: places.get(work.toLocationId)?.name ?? '' } : null,
      sentFrom: work.toLocationId ? (places.get(work.locationId)?.name ?? '') : null,
      isArriving: work.toLocationId !== null && work.arrivedAt === null && work.state === 'shipped',
      arrivesBy: order && work.kind === 'ship' && !work.toLocationId ? promisedDays(work, order).latest : null,
      carrier: work.carrier,
      trackingNumber: work.trackingNumber,
      trackingUrl: work.trackingUrl,
      atRisk: reservation?.atRisk ?? false,
      doneAt: work.doneAt,
      doneBy: colleague(work.doneBy),
    };
  });
}

function moneyOf(
  work: Fulfilment,
  order: Order | undefined,
  reservation: Reservation | undefined,
): Pick<WorkRow, 'isPaid' | 'worth'> {
  if (order) return { isPaid: order.paidAt !== null, worth: order.worth.gross };
  const hold = reservation && readHoldContext(reservation.context);
  if (work.kind !== 'hold' || !hold) return { isPaid: null, worth: null };
  const pieces = work.lines.reduce((sum, line) => sum + line.quantity, 0);
  return { isPaid: false, worth: { ...hold.unit, amount: hold.unit.amount * pieces } };
}

export const floorQueueRoute = route({
  method: 'GET',
  path: '/api/staff/floor/queue',
  summary: 'The work of a store: what is open, and what was done today',
  tag: 'floor',
  audience: staff('associate', 'manager', 'admin'),
  query: Strict({ locationId: Id }),
  response: Queue,
  handle: (ctx, { query }) => floorQueue(ctx, query.locationId),
});
