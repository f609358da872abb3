import { type Static, Type } from 'typebox';
import { cancellableLines } from '../flows/orders/cancelPolicy.ts';
import { promisedDays } from '../flows/orders/tellSent.ts';
import type { Ctx } from '../kernel/context.ts';
import { allStaff, route } from '../kernel/route.ts';
import { Id, MoneySchema, Nullable, Strict, Timestamp } from '../kernel/schemas.ts';
import { getVariants } from '../modules/catalogue/index.ts';
import { customersOf } from '../modules/customers/index.ts';
import { type MailSummary, mailsByKeys } from '../modules/engagement/index.ts';
import {
  type Fulfilment,
  fulfilmentsOfOrders,
  shortagesOfOrders,
  stepsOf as stepsOfWork,
} from '../modules/fulfilment/index.ts';
import { getLocations } from '../modules/locations/index.ts';
import { changesOf, getOrder, notesOf, type Order, StaffOrderSchema, stepsOf } from '../modules/orders/index.ts';
import { movementsOf, type Payment, paymentsOf } from '../modules/payments/index.ts';
import { membersByIds } from '../modules/staff/index.ts';
import { actorNames } from './actorNames.ts';

const TimelineEntry = Strict({
  at: Timestamp,
  /** order, change, note, work, payment or mail */
  about: Type.String(),
  /** What happened: a state reached, a step with money, a mail's template. */
  what: Type.String(),
  outcome: Nullable(Type.String()),
  actor: Nullable(Type.String({ description: 'kind:id' })),
  actorName: Nullable(Type.String()),
  locationId: Nullable(Id),
  amount: Nullable(MoneySchema),
  text: Nullable(Type.String({ description: 'Place, reason, subject, or the words of a note' })),
});

const OrderPage = Strict({
  order: StaffOrderSchema,
  customerId: Nullable(Id),
  goods: Type.Array(
    Strict({
      variantId: Id,
      sku: Type.String(),
      productId: Id,
      title: Type.String(),
      optionsText: Type.String(),
      pictureUrl: Nullable(Type.String()),
    }),
  ),
  locations: Type.Array(Strict({ id: Id, code: Type.String(), name: Type.String(), zone: Type.String() })),
  people: Type.Array(Strict({ id: Id, name: Type.String() })),
  work: Type.Array(
    Strict({
      id: Id,
      kind: Type.String({ description: 'pickup, ship, hold, handover' }),
      state: Type.String(),
      locationId: Id,
      place: Nullable(Type.String()),
      code: Nullable(Type.String()),
      promisedAt: Nullable(Timestamp),
      /** Of a parcel. */
      toLocationId: Nullable(Id),
      arrivesBy: Nullable(Type.String({ format: 'date' })),
      doneAt: Nullable(Timestamp),
      carrier: Nullable(Type.String()),
      trackingNumber: Nullable(Type.String()),
      trackingUrl: Nullable(Type.String({ description: 'https' })),
      lines: Type.Array(Strict({ variantId: Id, quantity: Type.Integer() })),
    }),
  ),
  payments: Type.Array(
    Strict({
      id: Id,
      method: Type.String(),
      provider: Type.String(),
      state: Type.String(),
      amount: MoneySchema,
      captured: MoneySchema,
      refunded: MoneySchema,
      refunding: MoneySchema,
      isLate: Type.Boolean({ description: 'It came when the payment had been given up' }),
      declineReason: Nullable(Type.String()),
      createdAt: Timestamp,
    }),
  ),
  /** What has to happen next for the customer; null when nothing has. */
  next: Nullable(
    Strict({
      act: Type.String({ description: 'await_payment, pick, await_collection, ship, decide' }),
      locationId: Nullable(Id),
      by: Nullable(Timestamp),
      code: Nullable(Type.String()),
    }),
  ),
  /** The last notice with the code, to be sent again with POST /api/staff/mail/:id/resend. */
  notice: Nullable(Strict({ mailId: Id, at: Timestamp })),
  /** Lines that staff may still cancel. */
  cancellable: Type.Array(Id),
  /** Pieces that are not there and wait for a choice. */
  missing: Type.Integer(),
  timeline: Type.Array(TimelineEntry),
});
type OrderPage = Static<typeof OrderPage>;
type Entry = Static<typeof TimelineEntry>;

/** Everything about one order on one page: goods, work, money and mails, in the order of time. */
async function orderPage(ctx: Ctx, id: string): Promise<OrderPage> {
  const order = await getOrder(ctx, id);
  const [works, payments, customers] = await Promise.all([
    fulfilmentsOfOrders(ctx, [order.id]),
    paymentsOf(ctx, [order.id]),
    order.subjectId ? customersOf(ctx, [order.subjectId]) : new Map<string, string>(),
  ]);
  const work = works.get(order.id) ?? [];
  const paid = payments.get(order.id) ?? [];
  const timeline = await timelineOf(ctx, order, work, paid);
  const nameOf = await actorNames(
    ctx,
    timeline.map((entry) => entry.actor),
  );
  const credited = order.lines.flatMap((line) => Object.values(line.credits).filter((who) => who !== null));
  const [cards, locations, people] = await Promise.all([
    getVariants(
      ctx,
      order.lines.flatMap((line) => line.variantId ?? []),
    ),
    getLocations(ctx, placesOf(order, work)),
    membersByIds(ctx, credited),
  ]);
  const missing = ((await shortagesOfOrders(ctx, [order.id])).get(order.id) ?? []).filter(
    (one) => one.state === 'open',
  );
  return {
    order,
    customerId: (order.subjectId && customers.get(order.subjectId)) || null,
    goods: [...cards.values()].map((card) => ({
      variantId: card.id,
      sku: card.sku,
      productId: card.productId,
      title: card.title[ctx.language],
      optionsText: card.optionsText[ctx.language],
      pictureUrl: card.pictureUrl,
    })),
    locations: [...locations.values()].map(({ id: locationId, code, name, zone }) => ({
      id: locationId,
      code,
      name,
      zone,
    })),
    people: [...people.values()].map(({ id: personId, name }) => ({ id: personId, name })),
    work: work.map((one) => ({
      id: one.id,
      kind: one.kind,
      state: one.state,
      locationId: one.locationId,
      place: one.place,
      code: one.code,
      promisedAt: one.promisedAt,
      toLocationId: one.toLocationId,
      arrivesBy: one.kind === 'ship' && !one.toLocationId ? promisedDays(one, order).latest : null,
      doneAt: one.doneAt,
      carrier: one.carrier,
      trackingNumber: one.trackingNumber,
      trackingUrl: one.trackingUrl,
      lines: one.lines.map(({ variantId, quantity }) => ({ variantId, quantity })),
    })),
    payments: paid.map((payment) => ({
      id: payment.id,
      method: payment.method,
      provider: payment.provider,
      state: payment.state,
      amount: payment.amount,
      captured: payment.captured,
      refunded: payment.refunded,
      refunding: {
        amount: payment.captured.amount - payment.refunded.amount - payment.refundable.amount,
        currency: order.currency,
      },
      isLate: payment.late,
      declineReason: payment.declineReason,
      createdAt: payment.createdAt,
    })),
    notice: await lastNotice(ctx, order, work),
    cancellable: cancellableLines(order, work, 'staff'),
    missing: missing.reduce((sum, one) => sum + one.quantity, 0),
    next: missing[0] ? decide(missing[0], work) : nextOf(order, work),
    timeline: timeline.map((entry) => ({ ...entry, actorName: nameOf(entry.actor) })),
  };
}

function placesOf(order: Order, work: readonly Fulfilment[]): string[] {
  const ofLines = order.lines.flatMap((line) => ('locationId' in line.way ? [line.way.locationId] : []));
  return [...new Set([...ofLines, ...work.map((one) => one.locationId), order.contractMadeAt.locationId ?? []].flat())];
}

/** Something is not there, and nobody has chosen yet what becomes of it: that comes before everything else. */
const decide = (
  missing: { fulfilmentId: string; locationId: string },
  work: readonly Fulfilment[],
): OrderPage['next'] => ({
  act: 'decide',
  locationId: missing.locationId,
  by: null,
  code: work.find((one) => one.id === missing.fulfilmentId)?.code ?? null,
});

function nextOf(order: Order, work: readonly Fulfilment[]): OrderPage['next'] {
  if (order.state === 'cancelled' || order.state === 'completed') return null;
  const first = (states: readonly string[], kinds?: readonly string[]) =>
    work.find((one) => states.includes(one.state) && (!kinds || kinds.includes(one.kind)));
  const of = (act: string, one: Fulfilment | undefined): OrderPage['next'] => ({
    act,
    locationId: one?.locationId ?? null,
    by: one?.promisedAt ?? null,
    code: one?.code ?? null,
  });
  const lost = first(['not_found']);
  if (lost) return of('decide', lost);
  const picking = first(['to_pick', 'picking'], ['pickup', 'hold', 'handover']);
  if (picking) return of('pick', picking);
  const shipping = first(['to_pick', 'picking', 'ready'], ['ship']);
  if (shipping) return of('ship', shipping);
  const waiting = first(['ready']);
  if (waiting) return of('await_collection', waiting);
  return order.paidAt === null ? of('await_payment', undefined) : null;
}

/** The last mail that told the customer how to have it: the code, or where to pay. */
async function lastNotice(ctx: Ctx, order: Order, work: readonly Fulfilment[]): Promise<OrderPage['notice']> {
  const mails = await mailsByKeys(ctx, {
    keys: [`order-confirmed:${order.id}`, `order-to-pay:${order.id}`],
    subjectId: order.subjectId,
    beginnings: work.map((one) => `pickup-ready:${one.id}:`),
  });
  const last = mails.at(-1);
  return last ? { mailId: last.id, at: last.sentAt ?? last.queuedAt } : null;
}

async function timelineOf(
  ctx: Ctx,
  order: Order,
  work: readonly Fulfilment[],
  payments: readonly Payment[],
): Promise<Omit<Entry, 'actorName'>[]> {
  const blank = { outcome: null, actor: null, locationId: null, amount: null, text: null };
  const [changes, notes, orderSteps, workSteps, movements, mails] = await Promise.all([
    changesOf(ctx, order.id),
    notesOf(ctx, order.id),
    stepsOf(ctx, order.id),
    Promise.all(work.map(async (one) => ({ one, steps: await stepsOfWork(ctx, one.id) }))),
    Promise.all(payments.map((payment) => movementsOf(ctx, payment.id))),
    mailsByKeys(ctx, {
      keys: [
        `order-confirmed:${order.id}`,
        `order-to-pay:${order.id}`,
        ...order.lines.flatMap((line) => (line.reservationId ? [`hold-confirmed:${line.reservationId}`] : [])),
      ],
      subjectId: order.subjectId,
      beginnings: [
        `order-cancelled:${order.id}:`,
        ...work.flatMap((one) => [`parcel-sent:${one.id}:`, `delivery-instead:${one.id}`]),
        `credit-issued:${order.id}:`,
        ...work.flatMap((one) =>
          ['ready', 'changed', 'reminder', 'collected'].map((what) => `pickup-${what}:${one.id}:`),
        ),
      ],
    }),
  ]);
  const entries = [
    ...changes.map((change) => ({
      ...blank,
      at: change.at,
      about: 'change',
      what: change.kind,
      outcome: typeof change.facts.choice === 'string' ? change.facts.choice : null,
      actor: change.actor,
      locationId: typeof change.facts.toLocationId === 'string' ? change.facts.toLocationId : null,
      amount: change.amount === null ? null : { amount: change.amount, currency: order.currency },
      text: change.reason,
    })),
    ...notes.map((note) => ({
      ...blank,
      at: note.at,
      about: 'note',
      what: 'note',
      actor: `staff:${note.staffId}`,
      text: note.text,
    })),
    ...orderSteps.map((step) => ({
      ...blank,
      at: step.at,
      about: 'order',
      what: step.to,
      actor: step.actor,
      text: step.reason,
    })),
    ...workSteps.flatMap(({ one, steps }) =>
      steps.map((step) => ({
        ...blank,
        at: step.at,
        about: 'work',
        what: step.to,
        outcome: one.kind,
        actor: step.actor,
        locationId: one.locationId,
        text: step.place ?? step.reason,
      })),
    ),
    ...movements.flat().map((movement) => ({
      ...blank,
      at: movement.settledAt ?? movement.requestedAt,
      about: 'payment',
      what: movement.kind,
      outcome: movement.state,
      amount: movement.amount,
      text: movement.reason,
    })),
    ...mails.map((mail: MailSummary) => ({
      ...blank,
      at: mail.sentAt ?? mail.failedAt ?? mail.queuedAt,
      about: 'mail',
      what: mail.template,
      outcome: mail.state,
      text: mail.subject,
    })),
  ];
  return entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

export const staffOrderPageRoute = route({
  method: 'GET',
  path: '/api/staff/orders/:id/page',
  summary: 'An order with its goods, work, money and mails in the order of time',
  tag: 'Orders',
  audience: allStaff,
  params: Strict({ id: Id }),
  response: OrderPage,
  handle: (ctx, { params }) => orderPage(ctx, params.id),
});
