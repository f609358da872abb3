import { asSystem, type Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import type { JobDefinition } from '../../kernel/jobs.ts';
import type { Subscriber } from '../../kernel/relay.ts';
import {
  duePickups,
  fulfilmentsOfOrders,
  fulfilmentsOfReservations,
  getFulfilment,
} from '../../modules/fulfilment/index.ts';
import { getLocation, localDate, localTime } from '../../modules/locations/index.ts';
import { getOrder, ordersOfReservations } from '../../modules/orders/index.ts';
import { paymentsOf } from '../../modules/payments/index.ts';
import { describeGoods, describePlace } from '../describe.ts';
import { performRefunds } from '../money/refundOrder.ts';
import type { FlowParts } from '../parts.ts';
import { orderAddress } from '../receipts/orderAddress.ts';
import { cancelParts } from './cancelParts.ts';
import { mailAboutOrder } from './tellCustomer.ts';
import { whileItChanges } from './whileItChanges.ts';

const hour = 3_600_000;

/**
 * Nobody came in time: the goods are on sale again, all that was paid for them goes back, and what was not paid is off. The
 * order is told by its lines of this work; the rest of it goes on. Done twice it is done once.
 */
export async function lapsePickup(ctx: Ctx, parts: FlowParts, fulfilmentId: string): Promise<boolean> {
  const system = asSystem(ctx, 'pickups');
  const done = await whileItChanges(() =>
    inTransaction(system, async (tx) => {
      const work = await getFulfilment(tx, fulfilmentId);
      const isOpen = ['to_pick', 'picking', 'ready'].includes(work.state);
      if (!work.orderId || work.kind !== 'pickup' || !isOpen) return undefined;
      if (work.keepUntil !== null && new Date(work.keepUntil) > tx.clock.now()) return undefined;
      const order = await getOrder(tx, work.orderId);
      const mine = new Set(work.lines.map((line) => line.orderLineId));
      const lines = order.lines
        .filter((line) => mine.has(line.id) && line.state === 'open')
        .map(({ id }) => ({ lineId: id }));
      if (lines.length === 0) return undefined;
      return cancelParts(tx, parts, { order, lines, why: 'not_collected', reason: 'not collected in time' });
    }),
  );
  if (!done) return false;
  await performRefunds(system, done.refunds);
  return true;
}

/** Every five minutes: what nobody collected ends, and who may still come in time is reminded. */
export const lapsePickups = (parts: FlowParts): JobDefinition => ({
  name: 'orders.lapse-pickups',
  cron: '*/5 * * * *',
  async handle(ctx) {
    const now = ctx.clock.now();
    const due = await duePickups(ctx, { before: new Date(now.getTime() + 24 * hour), limit: 500 });
    for (const pickup of due) {
      try {
        if (pickup.keepUntil <= now) await lapsePickup(ctx, parts, pickup.id);
        else await remind(ctx, parts, pickup);
      } catch (error) {
        // One that cannot be settled must not keep the others waiting.
        if (!(error instanceof AppError)) throw error;
        ctx.log.warn({ fulfilmentId: pickup.id, err: error }, 'a pickup could not be ended or reminded of');
      }
    }
  },
});

/** A day before the end, and on the last day from eight in the morning on the store's clock; each once per end. */
async function remind(
  ctx: Ctx,
  parts: FlowParts,
  pickup: { id: string; orderId: string; locationId: string; keepUntil: Date },
): Promise<void> {
  const location = await getLocation(ctx, pickup.locationId);
  const now = ctx.clock.now();
  const isLastDay = localDate(location, now) === localDate(location, pickup.keepUntil);
  if (isLastDay && localTime(location, now) < '08:00') return;
  const order = await getOrder(ctx, pickup.orderId);
  const work = (await fulfilmentsOfOrders(ctx, [order.id])).get(order.id)?.find((one) => one.id === pickup.id);
  if (!work || !order.contact.email) return;
  const payments = (await paymentsOf(ctx, [order.id])).get(order.id) ?? [];
  const received = payments.reduce((sum, payment) => sum + payment.captured.amount - payment.refunded.amount, 0);
  const owed = order.paidAt === null ? order.worth.gross.amount - received : 0;
  await mailAboutOrder(ctx, order, {
    template: 'pickup_reminder',
    uniqueKey: `pickup-reminder:${work.id}:${pickup.keepUntil.toISOString()}:${isLastDay ? 'last' : 'day'}`,
    data: {
      zone: location.zone,
      number: order.number,
      goods: await describeGoods(ctx, work.lines, order.language),
      place: describePlace(location),
      until: pickup.keepUntil.toISOString(),
      isLastDay,
      code: work.code,
      url: await orderAddress(ctx, parts, order),
      toPay: owed > 0 ? { amount: owed, currency: order.currency } : null,
    },
  });
}

/** A link that nobody paid by: its goods are on sale again and the order is off, with a word to the customer. */
async function lapseUnpaid(ctx: Ctx, parts: FlowParts, reservationId: string): Promise<void> {
  const system = asSystem(ctx, 'payment links');
  const orderId = (await ordersOfReservations(system, [reservationId])).get(reservationId)?.id;
  if (!orderId) return;
  await whileItChanges(() =>
    inTransaction(system, async (tx) => {
      const order = await getOrder(tx, orderId);
      if (order.state !== 'placed' || !order.payBy || new Date(order.payBy) > tx.clock.now()) return;
      if (((await paymentsOf(tx, [order.id])).get(order.id) ?? []).some((one) => one.state === 'pending')) return;
      const lines = order.lines.filter((line) => line.kind === 'goods' && line.state === 'open');
      await cancelParts(tx, parts, {
        order,
        lines: lines.map(({ id }) => ({ lineId: id })),
        why: 'by_store',
        reason: 'not paid in time',
      });
    }),
  );
}

/** The hold of an unpaid pickup ran out before it was ready or collected: the order does not stay placed for ever. */
export const followLapsedHolds = (parts: FlowParts): Subscriber => ({
  name: 'orders-lapsed-holds',
  types: ['stock.reservation.expired'],
  async handle(ctx, events) {
    for (const event of events) {
      const caused = { ...ctx, cause: event.id };
      const work = (await fulfilmentsOfReservations(caused, [event.aggregateId])).get(event.aggregateId);
      if (work?.kind === 'pickup' && work.orderId) await lapsePickup(caused, parts, work.id);
      if (!work) await lapseUnpaid(caused, parts, event.aggregateId);
    }
  },
});
