import type { Ctx } from '../../../apps/server/src/kernel/context.ts';
import { inTransaction } from '../../../apps/server/src/kernel/database.ts';
import {
  cancelFulfilmentsOf,
  type Fulfilment,
  fulfilmentsOfOrders,
  markHandedOver,
  markReady,
  markShipped,
  takeFulfilment,
} from '../../../apps/server/src/modules/fulfilment/index.ts';
import { getOrder, settleLines, transitionOrder } from '../../../apps/server/src/modules/orders/index.ts';
import { claimRefund, paymentsOf, performMovement } from '../../../apps/server/src/modules/payments/index.ts';
import { consumeReservations, releaseReservations } from '../../../apps/server/src/modules/stock/index.ts';
import { type OrderEvent, staffOf } from '../../velora/index.ts';
import { at, idOf, minutesAfter } from '../inThePast.ts';
import { orderIdOf } from './describeOrder.ts';
import { asDone, holdsOf, must } from './placeOrder.ts';
import type { ShopWorld } from './shopWorld.ts';

/** Somebody of the location, always the same for the same work. */
export function colleagueFor(world: ShopWorld, event: { id: string }, from: OrderEvent['fulfilment']['from']) {
  const team = staffOf(from);
  const member = team[Number.parseInt(idOf(event.id).slice(0, 4), 16) % team.length];
  if (!member) throw new Error(`nobody works at ${from}`);
  return world.directory.staff(member.code);
}

/** At work in a location, at that moment. */
export function atWork(
  world: ShopWorld,
  event: { id: string },
  from: OrderEvent['fulfilment']['from'],
  instant: Date,
): Ctx {
  return at(world.loading.ctx, instant, {
    actor: colleagueFor(world, event, from),
    channel: 'store',
    locationId: world.directory.location(from).id,
  });
}

/** Somebody takes the work and puts the goods where they wait, between two moments. In the caller's transaction. */
export async function prepare(tx: Ctx, work: Fulfilment, ready: Date, notBefore: Date): Promise<void> {
  const taken = new Date(Math.max(notBefore.getTime(), minutesAfter(ready, -25).getTime()));
  must(await takeFulfilment(at(tx, taken), { id: work.id }));
  const place = `${String.fromCharCode(65 + (Number.parseInt(work.id.slice(-2), 16) % 4))}${1 + (Number.parseInt(work.id.slice(-4, -2), 16) % 12)}`;
  must(await markReady(at(tx, ready), { id: work.id, place }));
}

async function worksOf(ctx: Ctx, event: OrderEvent): Promise<Fulfilment[]> {
  const works = (await fulfilmentsOfOrders(ctx, [orderIdOf(event)])).get(orderIdOf(event));
  if (!works) throw new Error(`${event.id} asks no work of anybody`);
  return works;
}

/** A paid pickup is put aside and waits. */
export async function preparePickup(world: ShopWorld, event: OrderEvent, ready: Date): Promise<void> {
  await inTransaction(atWork(world, event, event.fulfilment.from, ready), async (tx) => {
    for (const work of await worksOf(tx, event)) await prepare(tx, work, ready, minutesAfter(event.at, 2));
    await world.loading.log.markDone(tx, `${event.id}:ready`);
  });
}

/** The goods reach the customer: over the counter, or by a van that leaves now. */
export async function settleOrder(world: ShopWorld, event: OrderEvent, settledAt: Date): Promise<void> {
  const isPickup = event.fulfilment.method === 'pickup';
  const usual = atWork(world, event, event.fulfilment.from, settledAt);
  const ctx = event.handedOverBy ? { ...usual, actor: world.directory.staff(event.handedOverBy) } : usual;
  await inTransaction(ctx, async (tx) => {
    for (const work of await worksOf(tx, event)) {
      if (isPickup) must(await markHandedOver(tx, { id: work.id }));
      else {
        await prepare(tx, work, minutesAfter(settledAt, -1), minutesAfter(event.at, 2));
        must(await markShipped(tx, { id: work.id }));
      }
    }
    // Read as the system: an associate of the warehouse sees the work of an order and not the order.
    const order = await getOrder({ ...tx, actor: world.loading.ctx.actor }, orderIdOf(event));
    must(await consumeReservations(tx, holdsOf(order)));
    const by = tx.actor.kind === 'staff' ? tx.actor.staffId : null;
    must(
      await settleLines(tx, {
        orderId: order.id,
        lineIds: order.lines.map((line) => line.id),
        to: 'fulfilled',
        handedOverBy: isPickup ? by : null,
        fulfilledBy: by,
      }),
    );
    await world.loading.log.markDone(tx, `${event.id}:settled`);
  });
}

/** The customer thought better of it: stock and money go back. */
export async function cancelOrder(world: ShopWorld, event: OrderEvent, cancelledAt: Date): Promise<void> {
  const ctx = asDone(world, event, cancelledAt);
  const claimed = await inTransaction(ctx, async (tx) => {
    const order = must(
      await transitionOrder(tx, { orderId: orderIdOf(event), to: 'cancelled', reason: 'the customer asked for it' }),
    );
    const holds = holdsOf(order);
    await releaseReservations(tx, holds, 'order cancelled');
    await cancelFulfilmentsOf({ ...tx, actor: world.loading.ctx.actor }, holds, 'order cancelled');
    const payment = (await paymentsOf(tx, [order.id])).get(order.id)?.[0];
    const refund =
      payment &&
      must(await claimRefund(tx, { paymentId: payment.id, key: `demo:${event.id}:refund`, reason: 'order cancelled' }));
    await world.loading.log.markDone(tx, `${event.id}:settled`);
    return refund;
  });
  // Should the server end here, the refund is asked for already and the payments' own recovery finishes it.
  if (claimed) await performMovement(ctx, claimed);
}
