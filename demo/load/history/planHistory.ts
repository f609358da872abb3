import { closingOn, localDate, localTime, pickupReadyAt } from '../../../apps/server/src/modules/locations/index.ts';
import type { HistoryEvent, OrderEvent, ReservationEvent } from '../../velora/index.ts';
import { minutesAfter } from '../inThePast.ts';
import { endHold, endOfHold, holdGoods, prepareHold } from './holdGoods.ts';
import { placeOrder } from './placeOrder.ts';
import type { Deed } from './runDeeds.ts';
import { cancelOrder, preparePickup, settleOrder } from './settleOrder.ts';
import type { ShopWorld } from './shopWorld.ts';
import { writeCall, writeChat } from './writeChat.ts';

/**
 * The deeds a history consists of, as far as the platform has operations for them: orders, holds, web chats, calls.
 * Visits of stores, returns, answers to surveys and messengers wait for their modules.
 */
export function planHistory(world: ShopWorld, history: readonly HistoryEvent[]): Deed[] {
  return history.flatMap((event): Deed[] => {
    if (event.kind === 'order') return deedsOfOrder(world, event);
    if (event.kind === 'reservation') return deedsOfHold(world, event);
    if (event.kind === 'chat' && event.channel === 'chat' && event.shopper !== null) {
      const { shopper } = event;
      return [
        {
          name: `${event.id}:written`,
          at: new Date(event.at),
          keys: [`shopper:${shopper}`],
          run: () => writeChat(world, { ...event, shopper }),
        },
      ];
    }
    return [];
  });
}

function deedsOfOrder(world: ShopWorld, event: OrderEvent): Deed[] {
  const { fulfilment } = event;
  const order = `order:${event.id}`;
  const keys = [
    order,
    ...(event.reservation ? [`hold:${event.reservation}`] : []),
    ...event.lines.map(({ sku }) => `level:${sku}:${fulfilment.from}`),
  ];
  const deeds: Deed[] = [
    { name: `${event.id}:placed`, at: new Date(event.at), keys, run: () => placeOrder(world, event) },
  ];
  const { shopper, advisedBy } = event;
  if (event.channel === 'contact_centre' && shopper && advisedBy) {
    deeds.push({
      name: `${event.id}:called`,
      at: minutesAfter(event.at, -9),
      keys: [`shopper:${shopper}`],
      run: () => writeCall(world, { ...event, shopper, advisedBy }),
    });
  }
  const settledAt = event.settledAt === null ? undefined : new Date(event.settledAt);
  if (event.state === 'cancelled' && settledAt)
    deeds.push({ name: `${event.id}:settled`, at: settledAt, keys, run: () => cancelOrder(world, event, settledAt) });
  if (fulfilment.method === 'pickup' && event.state !== 'cancelled') {
    const ready = readyAt(world, event, settledAt);
    if (ready)
      deeds.push({
        name: `${event.id}:ready`,
        at: ready,
        keys: [order],
        run: () => preparePickup(world, event, ready),
      });
  }
  if (event.state === 'completed' && fulfilment.method !== 'hand_over' && settledAt)
    deeds.push({ name: `${event.id}:settled`, at: settledAt, keys, run: () => settleOrder(world, event, settledAt) });
  return deeds;
}

/** When a pickup is ready. Of those that still wait, what came in late is left for the morning. */
function readyAt(world: ShopWorld, event: OrderEvent, settledAt: Date | undefined): Date | undefined {
  const location = world.directory.location(event.fulfilment.from);
  const promised = pickupReadyAt(location, minutesAfter(event.at, 1));
  if (settledAt) return promised < minutesAfter(settledAt, -10) ? promised : minutesAfter(settledAt, -10);
  return promised < world.end && localTime(location, new Date(event.at)) < '17:00' ? promised : undefined;
}

function deedsOfHold(world: ShopWorld, event: ReservationEvent): Deed[] {
  const keys = [`hold:${event.id}`, `level:${event.sku}:${event.location}`];
  const heldAt = new Date(event.at);
  const endsAt = event.outcome === 'expired' ? endOfHold(world, event) : new Date(event.outcomeAt);
  const deeds: Deed[] = [{ name: `${event.id}:held`, at: heldAt, keys, run: () => holdGoods(world, event) }];
  const location = world.directory.location(event.location);
  const ready = pickupReadyAt(location, heldAt);
  const closing = closingOn(location, localDate(location, ready));
  if (ready < minutesAfter(endsAt, -5) && ready < world.end && (!closing || ready <= closing))
    deeds.push({ name: `${event.id}:ready`, at: ready, keys, run: () => prepareHold(world, event, ready) });
  if (event.outcome !== 'collected' && endsAt < world.end) {
    // Writing off looks at every hold there is, so none may be half made at that moment.
    const alone = event.outcome === 'expired';
    deeds.push({ name: `${event.id}:ended`, at: endsAt, keys, alone, run: () => endHold(world, event, endsAt) });
  }
  return deeds;
}
