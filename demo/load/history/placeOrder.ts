import type { Ctx } from '../../../apps/server/src/kernel/context.ts';
import { inTransaction } from '../../../apps/server/src/kernel/database.ts';
import type { Result } from '../../../apps/server/src/kernel/result.ts';
import {
  createFulfilment,
  fulfilmentsOfReservations,
  markHandedOver,
} from '../../../apps/server/src/modules/fulfilment/index.ts';
import {
  closingOfOpeningDay,
  instantAt,
  localDate,
  pickupReadyAt,
} from '../../../apps/server/src/modules/locations/index.ts';
import {
  createOrder,
  getOrders,
  type Order,
  settleLines,
  transitionOrder,
} from '../../../apps/server/src/modules/orders/index.ts';
import {
  applyOutcome,
  authorise,
  recordStorePayment,
  startPayment,
} from '../../../apps/server/src/modules/payments/index.ts';
import { consumeReservations } from '../../../apps/server/src/modules/stock/index.ts';
import { addDays, type OrderEvent, shopperOf, staffOf } from '../../velora/index.ts';
import { at, minutesAfter } from '../inThePast.ts';
import { describeOrder, type HoldOfSku, orderIdOf } from './describeOrder.ts';
import type { ShopWorld } from './shopWorld.ts';
import { type Goods, liveHold, takeAndBind } from './takeGoods.ts';

/** What an operation of the past refuses is a fault of the demo. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`the history was refused: ${result.reason} ${JSON.stringify(result.details)}`);
}

/** Who did it and where, at that moment. */
export function asDone(world: ShopWorld, event: OrderEvent, instant: Date): Ctx {
  const { loading, directory } = world;
  const language = event.shopper ? shopperOf(event.shopper).language : 'pl';
  if (event.channel === 'store' && event.location) {
    const team = staffOf(event.location);
    const atTill = team.find((member) => member.code === event.advisedBy) ?? team[0];
    if (!atTill) throw new Error(`nobody works at ${event.location}`);
    const locationId = directory.location(event.location).id;
    return at(loading.ctx, instant, { actor: directory.staff(atTill.code), channel: 'store', locationId, language });
  }
  if (event.channel === 'contact_centre' && event.advisedBy)
    return at(loading.ctx, instant, { actor: directory.staff(event.advisedBy), channel: 'contact_centre', language });
  if (event.shopper)
    return at(loading.ctx, instant, { actor: world.asShopper(event.shopper), channel: 'web', language });
  return at(loading.ctx, instant, { channel: event.channel, language });
}

/** Takes the goods, writes the order and has it paid: at the counter, or by asking the bank. */
export async function placeOrder(world: ShopWorld, event: OrderEvent): Promise<void> {
  const ctx = asDone(world, event, new Date(event.at));
  try {
    const order = await writeOrder(world, event, ctx);
    if (event.channel === 'store') await payAtCounter(world, event, ctx, order);
    else await payOnline(world, event, ctx, order);
  } finally {
    world.turns.pass(event.id);
  }
}

const takeAway = ({ fulfilment }: OrderEvent) => fulfilment.method === 'hand_over';

/** What is still to be taken for an order, part by part: what was put aside before is left out. */
async function partsOf(world: ShopWorld, event: OrderEvent, ctx: Ctx) {
  const before = event.reservation ? await liveHold(ctx, event.reservation) : undefined;
  const aside = new Set(before?.lines.map((line) => line.variantId));
  const locationId = world.directory.location(event.fulfilment.from).id;
  const isCollected = event.fulfilment.method === 'pickup' || takeAway(event);
  const atTill = takeAway(event);
  const goods = event.lines
    .map(({ sku, quantity }) => ({ sku, variantId: world.directory.variant(sku).id, quantity }))
    .filter((line) => !aside.has(line.variantId));
  const parts = goods.map(
    ({ variantId, quantity }, index): Goods => ({
      name: `${event.id}:${index}`,
      owner: atTill ? 'till' : 'cart_part',
      subjectId: event.shopper ? world.shopper(event.shopper).subjectId : undefined,
      purpose: atTill ? 'till' : 'checkout',
      expiresAt: minutesAfter(event.at, atTill ? 5 : 15),
      lines: [{ variantId, locationId, quantity, allowDisplay: isCollected }],
    }),
  );
  const holdsBySku = (holds: readonly string[]): HoldOfSku => {
    const taken = new Map(goods.map(({ sku }, index) => [sku, holds[index]]));
    return (sku) => taken.get(sku) ?? before?.id ?? '';
  };
  return { before, parts, holdsBySku };
}

async function writeOrder(world: ShopWorld, event: OrderEvent, ctx: Ctx): Promise<Order> {
  const again = world.loading.log.isResumed;
  const known = again ? (await getOrders(ctx, [orderIdOf(event)])).get(orderIdOf(event)) : undefined;
  if (known) return known;
  const { before, parts, holdsBySku } = await partsOf(world, event, ctx);
  return takeAndBind(ctx, { parts, aside: before ? [before.id] : [], again }, async (inTx, holds) =>
    world.turns.take(event.id, () =>
      inTx(async (tx) => (await createOrder(tx, await describeOrder(tx, world, event, holdsBySku(holds)))).order),
    ),
  );
}

async function payOnline(world: ShopWorld, event: OrderEvent, ctx: Ctx, order: Order): Promise<void> {
  const payment = must(
    await startPayment(ctx, {
      orderId: order.id,
      orderTotal: order.totals.gross,
      amount: order.totals.gross,
      provider: 'test_card',
      method: 'card',
      capture: 'at_once',
      key: `order:${order.id}`,
      subjectId: order.subjectId ?? undefined,
    }),
  );
  const outcome = await authorise(ctx, payment, {
    kind: 'card',
    number: '4242424242424242',
    expiryMonth: 12,
    expiryYear: 2090,
    cvc: '123',
  });
  await inTransaction(at(ctx, minutesAfter(event.at, 1)), async (tx) => {
    await applyOutcome(tx, { paymentId: payment.id, outcome });
    const paid = must(await transitionOrder(tx, { orderId: order.id, to: 'paid' }));
    await openWork(tx, world, event, paid);
    await world.loading.log.markDone(tx, `${event.id}:placed`);
  });
}

async function payAtCounter(world: ShopWorld, event: OrderEvent, ctx: Ctx, order: Order): Promise<void> {
  const { location } = event;
  if (!location) throw new Error(`${event.id} was sold nowhere`);
  await inTransaction(ctx, async (tx) => {
    must(
      await recordStorePayment(tx, {
        orderId: order.id,
        orderTotal: order.totals.gross,
        amount: order.totals.gross,
        method: event.payment === 'cash' ? 'cash' : 'card_terminal',
        locationId: world.directory.location(location).id,
        key: `sale:${order.id}`,
        ...(order.subjectId ? { subjectId: order.subjectId } : {}),
      }),
    );
    const paid = must(await transitionOrder(tx, { orderId: order.id, to: 'paid' }));
    if (takeAway(event)) await handOverAtOnce(tx, world, event, paid);
    else await openWork(tx, world, event, paid);
    await world.loading.log.markDone(tx, `${event.id}:placed`);
  });
}

/** The goods leave with the buyer; a piece that was put aside is the work of its hold, the others are a hand-over of their own. */
async function handOverAtOnce(tx: Ctx, world: ShopWorld, event: OrderEvent, order: Order): Promise<void> {
  const { directory } = world;
  const goods = order.lines.filter((line) => line.kind === 'goods');
  const reservationIds = holdsOf(order);
  const works = await fulfilmentsOfReservations(tx, reservationIds);
  const by = { ...tx, actor: event.handedOverBy ? directory.staff(event.handedOverBy) : tx.actor };
  for (const reservationId of reservationIds) {
    const work = works.get(reservationId);
    if (work) must(await markHandedOver(by, { id: work.id, orderId: order.id }));
    else
      await createFulfilment(by, {
        kind: 'handover',
        locationId: directory.location(event.fulfilment.from).id,
        code: order.number,
        orderId: order.id,
        reservationId,
        ...(order.subjectId ? { subjectId: order.subjectId } : {}),
        state: 'handed_over',
        lines: goods.filter((line) => line.reservationId === reservationId).map(workLine),
      });
  }
  must(await consumeReservations(by, reservationIds));
  const handedOverBy = by.actor.kind === 'staff' ? by.actor.staffId : null;
  must(
    await settleLines(by, {
      orderId: order.id,
      lineIds: goods.map((line) => line.id),
      to: 'fulfilled',
      handedOverBy,
      fulfilledBy: handedOverBy,
    }),
  );
}

const workLine = (line: Order['lines'][number]) => ({
  variantId: line.variantId ?? '',
  quantity: line.quantity,
  orderLineId: line.id,
});

/** What the store or the warehouse has to do for a paid order. */
async function openWork(tx: Ctx, world: ShopWorld, event: OrderEvent, order: Order): Promise<void> {
  const location = world.directory.location(event.fulfilment.from);
  const now = tx.clock.now();
  const isPickup = event.fulfilment.method === 'pickup';
  const zone = 'address' in event.fulfilment ? world.deliveryZone(event.fulfilment.address.postcode) : undefined;
  const promisedAt =
    isPickup || !zone
      ? pickupReadyAt(location, now)
      : instantAt(location.zone, addDays(localDate(location.zone, now), zone.daysMax), '20:00');
  const goods = order.lines.filter((line) => line.kind === 'goods');
  for (const reservationId of holdsOf(order)) {
    await createFulfilment(tx, {
      kind: isPickup ? 'pickup' : 'ship',
      locationId: location.id,
      code: order.number,
      orderId: order.id,
      reservationId,
      subjectId: order.subjectId ?? undefined,
      promisedAt,
      keepUntil: isPickup ? closingOfOpeningDay(location, now, 6) : undefined,
      lines: goods.filter((line) => line.reservationId === reservationId).map(workLine),
    });
  }
}

export const holdsOf = (order: Order): string[] => [
  ...new Set(order.lines.flatMap((line) => line.reservationId ?? [])),
];
