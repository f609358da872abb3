import { type Static, Type } from 'typebox';
import { type Hold, holdsOf } from '../flows/holds/readHolds.ts';
import { promisedDays } from '../flows/orders/tellSent.ts';
import type { FlowParts } from '../flows/parts.ts';
import { audit } from '../kernel/audit.ts';
import type { Ctx } from '../kernel/context.ts';
import type { Money } from '../kernel/money.ts';
import { allStaff, type RouteDefinition, route } from '../kernel/route.ts';
import { Id, LanguageSchema, MoneySchema, Nullable, Strict, Timestamp } from '../kernel/schemas.ts';
import { openCartOf } from '../modules/carts/index.ts';
import { threadsOfCustomers } from '../modules/conversations/index.ts';
import {
  type Customer,
  getCustomer,
  getCustomers,
  suggestionsFor,
  summariseCustomer,
  timelineOfSubjects,
} from '../modules/customers/index.ts';
import { type Fulfilment, fulfilmentsOfOrders } from '../modules/fulfilment/index.ts';
import { getLocations, type Location } from '../modules/locations/index.ts';
import { type Order, ordersOf } from '../modules/orders/index.ts';
import { CartShape } from './cartShape.ts';
import { cartView } from './cartView.ts';

const timelineEntries = 20;
/** Orders that are looked at for what is open and what they came to; `value.isComplete` says when there are more. */
const ordersLookedAt = 200;
const daysOnItsWay = 14;

const State = Type.Union([Type.Literal('verified'), Type.Literal('claimed')]);
const Contact = Nullable(Strict({ value: Type.String({ description: 'Masked where isMasked' }), state: State }));

const PanelHold = Strict({
  id: Id,
  state: Type.String(),
  stage: Nullable(Type.String()),
  until: Nullable(Timestamp),
  atRisk: Type.Boolean(),
  code: Nullable(Type.String()),
  fulfilmentId: Nullable(Id),
  locationId: Id,
  locationName: Type.String(),
  place: Nullable(Type.String()),
  heldBy: Nullable(Id),
  lines: Type.Array(
    Strict({
      variantId: Id,
      sku: Type.String(),
      title: Type.String(),
      optionsText: Type.String(),
      pictureUrl: Nullable(Type.String()),
      quantity: Type.Integer(),
      unit: MoneySchema,
    }),
  ),
});

const PanelOrder = Strict({
  id: Id,
  number: Type.String(),
  state: Type.String(),
  channel: Type.String(),
  placedAt: Timestamp,
  isPaid: Type.Boolean(),
  total: MoneySchema,
  goods: Type.Array(Strict({ title: Type.String(), optionsText: Type.String(), quantity: Type.Integer() })),
  /** What every location has to do for it, and how far it is. */
  parts: Type.Array(
    Strict({
      fulfilmentId: Id,
      kind: Type.String({ description: 'pickup, ship, hold, handover' }),
      stage: Type.String(),
      locationId: Id,
      locationName: Type.String(),
      place: Nullable(Type.String()),
      promisedAt: Nullable(Timestamp),
      /** Of a parcel to the customer. */
      arrivesBy: Nullable(Type.String({ format: 'date' })),
      doneAt: Nullable(Timestamp),
      carrier: Nullable(Type.String()),
      trackingNumber: Nullable(Type.String()),
      trackingUrl: Nullable(Type.String({ description: 'https' })),
    }),
  ),
});

const Panel = Strict({
  customer: Strict({
    id: Id,
    name: Nullable(Type.String()),
    verified: Type.Boolean({ description: 'At least one identifier was proven' }),
    language: LanguageSchema,
    email: Contact,
    phone: Contact,
    /** How sure each is. Values only where contacts are readable. */
    identifiers: Type.Array(
      Strict({
        kind: Type.String(),
        state: State,
        source: Type.String(),
        since: Timestamp,
        value: Nullable(Type.String()),
      }),
    ),
    isMasked: Type.Boolean(),
    since: Timestamp,
  }),
  holds: Type.Array(PanelHold),
  orders: Type.Array(PanelOrder),
  cart: Nullable(CartShape),
  thread: Nullable(
    Strict({
      id: Id,
      state: Type.String(),
      assigneeId: Nullable(Id),
      unansweredSince: Nullable(Timestamp),
      lastMessageAt: Timestamp,
    }),
  ),
  timeline: Type.Array(
    Strict({
      eventId: Id,
      at: Timestamp,
      type: Type.String(),
      channel: Type.String(),
      locationId: Nullable(Id),
      actor: Type.String(),
      data: Type.Record(Type.String(), Type.Unknown()),
    }),
  ),
  /** Others who have or claim one of the same identifiers; a person decides. Contacts are masked. */
  maybeSame: Type.Array(
    Strict({
      id: Id,
      name: Nullable(Type.String()),
      verified: Type.Boolean(),
      email: Contact,
      phone: Contact,
      since: Timestamp,
    }),
  ),
  value: Strict({
    orders: Type.Integer({ description: 'Paid and not cancelled' }),
    /** One sum for each currency; none is ever added to another. */
    gross: Type.Array(MoneySchema),
    isComplete: Type.Boolean(),
  }),
});

/**
 * Who this is and what is going on with them, on one screen. Agents read contacts; on the floor they are masked, because
 * other customers look on, until somebody asks to see them, which is written down. A constant number of statements.
 *
 * @throws AppError not_found
 */
async function customerPanel(
  ctx: Ctx,
  parts: FlowParts,
  input: { customerId: string; reveal: boolean },
): Promise<Static<typeof Panel>> {
  const customer = await getCustomer(ctx, input.customerId);
  const subjectIds = customer.subjects.map((subject) => subject.id);
  const [holds, orders, openCart, threads, timeline] = await Promise.all([
    holdsOf(ctx, parts, subjectIds),
    ordersOf(ctx, subjectIds, { limit: ordersLookedAt + 1 }),
    openCartOf(ctx, subjectIds),
    threadsOfCustomers(ctx, [customer.id]),
    timelineOfSubjects(ctx, subjectIds, { limit: timelineEntries }),
  ]);
  const thread = threads.get(customer.id);
  const others = await getCustomers(ctx, await suggestionsFor(ctx, customer.id));
  const readable = input.reveal || (ctx.actor.kind === 'staff' && ctx.actor.role === 'agent');
  if (input.reveal) await audit(ctx, { act: 'customers.contact.viewed', target: 'customer', targetId: customer.id });
  return {
    customer: showCustomer(customer, readable, orders),
    holds: holds.filter((hold) => hold.state === 'held' || hold.state === 'committed').map(showHold),
    orders: await showOrders(
      ctx,
      orders.filter((order) => isOpen(order) || isOnItsWay(order, ctx.clock.now())),
    ),
    cart: openCart ? await cartView(ctx, openCart) : null,
    thread: thread
      ? {
          id: thread.id,
          state: thread.state,
          assigneeId: thread.assigneeId,
          unansweredSince: thread.unansweredSince,
          lastMessageAt: thread.lastMessageAt,
        }
      : null,
    timeline: timeline.items.map(({ eventId, at, type, channel, locationId, actor, data }) => ({
      eventId,
      at,
      type,
      channel,
      locationId,
      actor,
      data,
    })),
    maybeSame: [...others.values()].map(showOther),
    value: worthOf(orders),
  };
}

function showOther(customer: Customer): Static<typeof Panel>['maybeSame'][number] {
  const { id, name, verified, email, phone, createdAt } = summariseCustomer(customer);
  const contact = (known: typeof email) => known && { value: known.masked, state: known.state };
  return { id, name, verified, email: contact(email), phone: contact(phone), since: createdAt };
}

function showCustomer(
  customer: Customer,
  readable: boolean,
  orders: readonly Order[],
): Static<typeof Panel>['customer'] {
  const summary = summariseCustomer(customer);
  const contact = (kind: 'email' | 'phone') => {
    const masked = summary[kind];
    if (!masked) return null;
    const known = customer.identifiers.find(
      (identifier) => identifier.kind === kind && identifier.state === masked.state,
    );
    return { value: readable && known ? known.value : masked.masked, state: masked.state };
  };
  return {
    id: customer.id,
    // A guest who never said a name has given one with an order.
    name: summary.name ?? orders.find((order) => order.contact.name)?.contact.name ?? null,
    verified: customer.verified,
    language: customer.language,
    email: contact('email'),
    phone: contact('phone'),
    identifiers: customer.identifiers.map(({ kind, state, source, since, value }) => ({
      kind,
      state,
      source,
      since,
      value: readable ? value : null,
    })),
    isMasked: !readable,
    since: customer.createdAt,
  };
}

const showHold = ({ id, state, stage, until, atRisk, code, fulfilmentId, ...hold }: Hold) => ({
  id,
  state,
  stage,
  until,
  atRisk,
  code,
  fulfilmentId,
  locationId: hold.locationId,
  locationName: hold.locationName,
  place: hold.place,
  heldBy: hold.heldBy,
  lines: hold.lines,
});

const isOpen = (order: Order): boolean => order.state !== 'completed' && order.state !== 'cancelled';

/** Sent and done with, for us; customers ask where it is until it has come, and some days after. */
const isOnItsWay = (order: Order, now: Date): boolean =>
  order.state === 'completed' &&
  order.lines.some((line) => line.way.method === 'delivery' && line.state === 'fulfilled') &&
  order.completedAt !== null &&
  now.getTime() - Date.parse(order.completedAt) < daysOnItsWay * 86_400_000;

async function showOrders(ctx: Ctx, orders: readonly Order[]): Promise<Static<typeof PanelOrder>[]> {
  const works = await fulfilmentsOfOrders(
    ctx,
    orders.map((order) => order.id),
  );
  const locations = await getLocations(ctx, [...new Set([...works.values()].flat().map((work) => work.locationId))]);
  return orders.map((order) => ({
    id: order.id,
    number: order.number,
    state: order.state,
    channel: order.channel,
    placedAt: order.placedAt,
    isPaid: order.paidAt !== null,
    total: order.worth.gross,
    goods: order.lines
      .filter((line) => line.kind === 'goods')
      .map((line) => ({
        title: line.snapshot.title?.[ctx.language] ?? '',
        optionsText: line.snapshot.options?.[ctx.language] ?? '',
        quantity: line.quantity,
      })),
    parts: (works.get(order.id) ?? []).map((work) => showPart(order, work, locations)),
  }));
}

const showPart = (order: Order, work: Fulfilment, locations: Map<string, Location>) => ({
  fulfilmentId: work.id,
  kind: work.kind,
  stage: work.state,
  locationId: work.locationId,
  locationName: locations.get(work.locationId)?.name ?? '',
  place: work.place,
  promisedAt: work.promisedAt,
  arrivesBy: work.kind === 'ship' && !work.toLocationId ? promisedDays(work, order).latest : null,
  doneAt: work.doneAt,
  carrier: work.carrier,
  trackingNumber: work.trackingNumber,
  trackingUrl: work.trackingUrl,
});

function worthOf(orders: readonly Order[]): Static<typeof Panel>['value'] {
  const counted = orders
    .slice(0, ordersLookedAt)
    .filter((order) => order.paidAt !== null && order.state !== 'cancelled');
  const sums = new Map<string, Money>();
  for (const { currency, totals } of counted) {
    sums.set(currency, { amount: (sums.get(currency)?.amount ?? 0) + totals.gross.amount, currency });
  }
  return { orders: counted.length, gross: [...sums.values()], isComplete: orders.length <= ordersLookedAt };
}

export const customerPanelRoutes = (parts: FlowParts): RouteDefinition[] => [
  route({
    method: 'GET',
    path: '/api/staff/customers/:id/panel',
    summary: 'Who this is, how sure we are, and what is going on: holds, orders, cart, conversation, timeline',
    tag: 'Customers',
    audience: allStaff,
    params: Strict({ id: Id }),
    query: Strict({
      reveal: Type.Optional(Type.Boolean({ description: 'Show contacts on the floor; it is written to the audit' })),
    }),
    response: Panel,
    handle: (ctx, { params, query }) =>
      customerPanel(ctx, parts, { customerId: params.id, reveal: query.reveal === true }),
  }),
];
