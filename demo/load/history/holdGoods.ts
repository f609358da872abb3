import { inTransaction } from '../../../apps/server/src/kernel/database.ts';
import { makeShortCode, showShortCode } from '../../../apps/server/src/modules/carts/index.ts';
import {
  cancelFulfilmentsOf,
  createFulfilment,
  fulfilmentsOfReservations,
} from '../../../apps/server/src/modules/fulfilment/index.ts';
import { closingOfOpeningDay } from '../../../apps/server/src/modules/locations/index.ts';
import { releaseReservations, sweepExpired } from '../../../apps/server/src/modules/stock/index.ts';
import { type ReservationEvent, shopperOf } from '../../velora/index.ts';
import { at, minutesAfter } from '../inThePast.ts';
import { atWork, prepare } from './settleOrder.ts';
import type { ShopWorld } from './shopWorld.ts';
import { holdIds, liveHold, takeGoods } from './takeGoods.ts';

/** When a hold ends by itself: closing of the second opening day, or of the day on which it was collected or given up. */
export function endOfHold(world: ShopWorld, event: ReservationEvent): Date {
  const location = world.directory.location(event.location);
  const usual = closingOfOpeningDay(location, new Date(event.at), 2);
  if (event.outcome === 'expired' || usual > new Date(event.outcomeAt)) return usual;
  return closingOfOpeningDay(location, new Date(event.outcomeAt), 0);
}

/** A piece is put aside in a store, by the shopper or by an agent, and the store has the work. Sold out: nothing happens. */
export async function holdGoods(world: ShopWorld, event: ReservationEvent): Promise<void> {
  const { directory, loading } = world;
  const location = directory.location(event.location);
  const subjectId = event.shopper ? world.shopper(event.shopper).subjectId : undefined;
  const language = event.shopper ? shopperOf(event.shopper).language : 'pl';
  const actor = event.heldBy
    ? directory.staff(event.heldBy)
    : event.shopper
      ? world.asShopper(event.shopper)
      : loading.ctx.actor;
  const ctx = at(loading.ctx, event.at, { actor, channel: event.channel, language });
  const variantId = directory.variant(event.sku).id;
  const until = endOfHold(world, event);
  const held = await takeGoods(
    ctx,
    {
      name: event.id,
      owner: 'cart_line',
      subjectId,
      purpose: event.heldBy ? 'agent_hold' : 'reserve_and_try',
      expiresAt: until,
      lines: [{ variantId, locationId: location.id, quantity: event.quantity, allowDisplay: true }],
    },
    loading.log.isResumed,
  );
  await inTransaction(ctx, async (tx) => {
    if (typeof held === 'string') {
      await createFulfilment(tx, {
        kind: 'hold',
        locationId: location.id,
        code: showShortCode(makeShortCode()),
        reservationId: held,
        subjectId,
        keepUntil: until,
        lines: [{ variantId, quantity: event.quantity, orderLineId: null }],
      });
    }
    await loading.log.markDone(tx, `${event.id}:held`);
  });
}

/** A colleague puts it where it waits for the customer. */
export async function prepareHold(world: ShopWorld, event: ReservationEvent, ready: Date): Promise<void> {
  const ctx = atWork(world, event, event.location, ready);
  await inTransaction(ctx, async (tx) => {
    const hold = await liveHold(tx, event.id);
    const work = hold && (await fulfilmentsOfReservations(tx, [hold.id])).get(hold.id);
    if (work?.state === 'to_pick') await prepare(tx, work, ready, minutesAfter(event.at, 1));
    await world.loading.log.markDone(tx, `${event.id}:ready`);
  });
}

/** Nobody came, or the customer gave it back: the piece is free again. */
export async function endHold(world: ShopWorld, event: ReservationEvent, endsAt: Date): Promise<void> {
  const { loading } = world;
  const ctx = at(loading.ctx, endsAt);
  if (event.outcome === 'expired') await sweepExpired(ctx);
  await inTransaction(ctx, async (tx) => {
    const ids = holdIds(event.id);
    if (event.outcome === 'released') {
      const byShopper = event.shopper ? world.asShopper(event.shopper) : loading.ctx.actor;
      await releaseReservations({ ...tx, actor: byShopper, channel: event.channel }, ids, 'the customer gave it back');
    }
    await cancelFulfilmentsOf(tx, ids, event.outcome);
    await loading.log.markDone(tx, `${event.id}:ended`);
  });
}
