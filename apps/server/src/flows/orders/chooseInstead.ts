import { v5 } from 'uuid';
import { asSystem, type Ctx, mayActAt } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { ok, type Refusal, type Result, refuse } from '../../kernel/result.ts';
import {
  createFulfilment,
  getFulfilment,
  getShortage,
  reduceFulfilment,
  type Shortage,
  type ShortageChoice,
  settleShortage,
} from '../../modules/fulfilment/index.ts';
import { closingOfOpeningDay, getLocation, type Location, pickupReadyAt } from '../../modules/locations/index.ts';
import { type Address, getOrder, moveLines, type Order, recordChange } from '../../modules/orders/index.ts';
import type { Claimed } from '../../modules/payments/index.ts';
import { chooseZone, getHoldLimit, listDeliveryZones } from '../../modules/settings/index.ts';
import {
  type Alternative,
  alternativesFor,
  chooseSource,
  type ParcelDays,
  parcelDays,
} from '../../modules/sourcing/index.ts';
import { availability, changeOnHand, commitReservations, releaseReservations } from '../../modules/stock/index.ts';
import { checkWays } from '../carts/quoteGoods.ts';
import { performRefunds } from '../money/refundOrder.ts';
import type { FlowParts } from '../parts.ts';
import { reserveAnew } from '../selling/reserveAnew.ts';
import { cancelParts, unless } from './cancelParts.ts';
import { tellDeliveryInstead, tellPickupChanged } from './tellCustomer.ts';
import { whileItChanges } from './whileItChanges.ts';

export interface ChosenInstead {
  orderId: string;
  token?: string | undefined;
  shortageId: string;
  choice: ShortageChoice;
  /** For `other_store`. */
  locationId?: string | undefined;
  /** For `delivery`, where the order has none. */
  deliveryAddress?: Address | undefined;
}

const choiceNamespace = 'b1b9c2f4-6f0b-4b7d-9a53-0f3f2f7e1c22';

/** What there is instead: other stores, delivery, when more comes. */
export async function insteadOf(ctx: Ctx, order: Order, shortage: Shortage): Promise<Alternative[]> {
  const location = await getLocation(ctx, shortage.locationId);
  return alternativesFor(ctx, {
    variantId: shortage.variantId,
    quantity: shortage.quantity,
    market: order.market,
    near: location.point,
    except: location.id,
  });
}

/**
 * What becomes of pieces that are not there, chosen by the customer or by staff with them: from another store, sent to this store or
 * home at no extra cost, wait, the money back, or found after all. What has to be taken is taken first. Of two who choose at once
 * the first has chosen.
 *
 * @throws AppError not_found, wrong_location, invalid_request
 */
export async function chooseInstead(
  ctx: Ctx,
  parts: FlowParts,
  input: ChosenInstead,
): Promise<Result<Order> | Refusal> {
  const order = await getOrder(ctx, input.orderId, input.token);
  const shortage = await getShortage(ctx, input.shortageId);
  if (shortage.orderId !== order.id) throw new AppError('not_found', { detail: 'This is not of this order.' });
  if (ctx.actor.kind === 'staff' && ctx.actor.role !== 'agent' && !mayActAt(ctx.actor, shortage.locationId))
    throw new AppError('wrong_location', { detail: 'This is the work of another location.' });
  if (input.choice === 'found' && ctx.actor.kind !== 'staff') throw new AppError('not_allowed');
  if (shortage.state === 'settled')
    return refuse('illegal_transition', {
      detail: 'This was chosen already. Nothing was changed.',
      state: shortage.state,
      choice: shortage.choice,
    });
  if (input.choice === 'found') await putBack(ctx, shortage);
  const source = await sourceOf(ctx, order, shortage, input);
  if (!source.ok) return source;
  const taken = source.value ? await take(ctx, order, shortage, source.value) : ok(null);
  if (!taken.ok) return taken;
  try {
    const done = await whileItChanges(() =>
      once(ctx, 'orders.chooseInstead', async (tx) => write(tx, parts, input, source.value, taken.value)),
    );
    await performRefunds(ctx, done.refunds);
  } catch (error) {
    const hold = taken.value;
    if (hold) await inTransaction(ctx, (tx) => releaseReservations(tx, [hold], 'superseded'));
    throw error;
  }
  return ok(await getOrder(ctx, input.orderId, input.token));
}

/** It turned up: the shelf has it again, once, whoever says so how often. */
async function putBack(ctx: Ctx, shortage: Shortage): Promise<void> {
  if (shortage.what === 'count') {
    // Counted again since, the books have it already.
    const { variantId, locationId } = shortage;
    const [level] = await availability(ctx, { variantIds: [variantId], locationIds: [locationId] });
    if ((level?.available ?? 0) >= shortage.quantity) return;
  }
  const key = { key: `found:${shortage.id}`, fingerprint: shortage.id };
  unless(
    await changeOnHand({ ...asSystem(ctx, 'pickups'), idempotency: key }, [
      {
        variantId: shortage.variantId,
        locationId: shortage.locationId,
        kind: 'adjust',
        delta: shortage.quantity,
        reason: 'found after all',
      },
    ]),
  );
}

interface Source {
  method: 'pickup' | 'delivery';
  locationId: string;
  /** A parcel from there to the store where the customer collects. */
  toLocationId?: string;
}

/** Where the pieces would come from; null where nothing has to be taken. */
async function sourceOf(
  ctx: Ctx,
  order: Order,
  shortage: Shortage,
  input: ChosenInstead,
): Promise<Result<Source | null> | Refusal> {
  switch (input.choice) {
    case 'wait':
    case 'refund':
      return ok(null);
    case 'found':
      return ok({ method: 'pickup', locationId: shortage.locationId });
    case 'other_store': {
      if (!input.locationId) throw new AppError('invalid_request', { detail: 'Say which store: locationId.' });
      const offered = await checkWays(ctx, [{ method: 'pickup', locationId: input.locationId }]);
      return offered.ok ? ok({ method: 'pickup', locationId: input.locationId }) : offered;
    }
    case 'ship_here': {
      const from = await senderOf(ctx, shortage);
      return from
        ? ok({ method: 'delivery', locationId: from, toLocationId: shortage.locationId })
        : refuse('insufficient_stock', {
            detail: 'Nobody can send it here now. Nothing was changed; choose another way.',
            alternatives: await insteadOf(ctx, order, shortage),
          });
    }
    case 'delivery': {
      if (!order.deliveryAddress && !input.deliveryAddress)
        throw new AppError('invalid_request', { detail: 'An address is needed to send it.' });
      const from = await senderOf(ctx, shortage);
      return from
        ? ok({ method: 'delivery', locationId: from })
        : refuse('insufficient_stock', { detail: 'Nobody can send it now. Nothing was changed.' });
    }
  }
}

/** Who could send the pieces, from what is free there now; not the store that lacks them. */
export async function senderOf(
  ctx: Ctx,
  { id, variantId, quantity, locationId }: Pick<Shortage, 'id' | 'variantId' | 'quantity' | 'locationId'>,
): Promise<string | undefined> {
  const plan = await chooseSource(ctx, {
    demands: [{ lineId: id, variantId, quantity }],
    destination: (await getLocation(ctx, locationId)).point,
  });
  const from = plan.ok ? plan.value.lines[0]?.locationId : undefined;
  return from === locationId ? undefined : from;
}

async function take(ctx: Ctx, order: Order, shortage: Shortage, source: Source): Promise<Result<string> | Refusal> {
  const held = await reserveAnew(
    ctx,
    `instead:${shortage.id}:${source.toLocationId ? 'here' : source.method}:${source.locationId}`,
    {
      owner: {
        kind: 'cart_part',
        id: v5(`${shortage.id}:${source.toLocationId ? 'here' : source.method}:${source.locationId}`, choiceNamespace),
      },
      subjectId: order.subjectId ?? undefined,
      purpose: 'pickup',
      expiresAt: new Date(ctx.clock.now().getTime() + 10 * 60_000),
      lines: [
        {
          variantId: shortage.variantId,
          quantity: shortage.quantity,
          locationId: source.locationId,
          allowDisplay: source.method === 'pickup',
        },
      ],
      context: { shortage: shortage.id },
    },
  );
  if (held.ok) return ok(held.value.reservationId);
  return refuse('insufficient_stock', {
    ...held.details,
    detail: 'It is not free there any more. Nothing was changed; choose another way.',
    alternatives: await insteadOf(ctx, order, shortage),
  });
}

/** Throws what is refused in here, so that nothing of it stays. */
async function write(
  tx: Ctx,
  parts: FlowParts,
  input: ChosenInstead,
  source: Source | null,
  reservationId: string | null,
): Promise<{ refunds: Claimed[] }> {
  const order = await getOrder(tx, input.orderId, input.token);
  const shortage = await getShortage(tx, input.shortageId);
  const { orderLineId, variantId, quantity } = shortage;
  if (input.choice === 'refund') {
    await told(tx, order, shortage, input);
    // The lines that go settle their shortage with them.
    const cancelled = await cancelParts(tx, parts, {
      order,
      lines: [{ lineId: orderLineId }],
      why: tx.actor.kind === 'staff' ? 'by_store' : 'by_customer',
      reason: `${shortage.what}: the customer chose the money back`,
    });
    return { refunds: cancelled.refunds };
  }
  if (!source || !reservationId) {
    unless(await settleShortage(tx, { id: shortage.id, choice: 'wait', subjectId: order.subjectId }));
    await told(tx, order, shortage, input);
    return { refunds: [] };
  }
  const location = await getLocation(tx, source.locationId);
  const now = tx.clock.now();
  const isSentHere = source.toLocationId !== undefined;
  const isUnpaidPickup = order.paidAt === null && source.method === 'pickup';
  const deadline = isUnpaidPickup
    ? closingOfOpeningDay(location, now, await getHoldLimit(tx, 'pickup', 'shopper'))
    : undefined;
  unless(await commitReservations(tx, [reservationId], deadline));
  const work = await getFulfilment(tx, shortage.fulfilmentId);
  // Work that ended for want of these pieces waits for nothing any more.
  if (work.state === 'not_found' && work.lines.some((line) => line.orderLineId === orderLineId))
    unless(await reduceFulfilment(tx, { id: work.id, lines: [{ orderLineId, quantity }], reason: input.choice }));
  const isSentHome = source.method === 'delivery' && !isSentHere;
  const arrives = isSentHome
    ? await arrivalOf(tx, order, location, input.deliveryAddress ?? order.deliveryAddress)
    : undefined;
  const { fulfilment } = await createFulfilment(tx, {
    kind: source.method === 'delivery' ? 'ship' : 'pickup',
    locationId: source.locationId,
    orderId: order.id,
    reservationId,
    subjectId: order.subjectId ?? undefined,
    code: work.code,
    promisedAt: source.method === 'pickup' ? pickupReadyAt(location, now) : undefined,
    collector: work.collector,
    toLocationId: source.toLocationId,
    arrives,
    lines: [{ variantId, quantity, orderLineId }],
  });
  const moved = unless(
    await moveLines(tx, {
      orderId: order.id,
      version: order.version,
      parts: [{ lineId: orderLineId }],
      way:
        source.method === 'pickup' || isSentHere
          ? { method: 'pickup', locationId: source.toLocationId ?? source.locationId }
          : { method: 'delivery' },
      reservationId,
      deliveryAddress: isSentHome ? input.deliveryAddress : undefined,
    }),
  );
  unless(await settleShortage(tx, { id: shortage.id, choice: input.choice, subjectId: order.subjectId }));
  await told(tx, order, shortage, input);
  if (isSentHome) await tellDeliveryInstead(tx, parts, { order: moved.order, work: fulfilment });
  if (input.choice === 'other_store')
    await tellPickupChanged(tx, parts, {
      order: moved.order,
      work: fulfilment,
      what: 'store',
      keepUntil: deadline?.toISOString() ?? null,
    });
  return { refunds: [] };
}

/**
 * Between which days the pieces come home, by the rule of checkout: the way the order is sent already, where it still is
 * offered, else the usual one of the address. undefined where nothing is sent there by our own rules; then nothing is
 * promised.
 */
export async function arrivalOf(
  ctx: Ctx,
  order: Order,
  sender: Location,
  address: Address | null | undefined,
): Promise<ParcelDays | undefined> {
  if (!address) return undefined;
  const { zones } = await listDeliveryZones(ctx, order.market);
  const methods = chooseZone(zones, address.postcode)?.methods ?? [];
  const method = methods.find(({ id }) => id === order.delivery?.methodId) ?? methods[0];
  return method && parcelDays(sender, method, ctx.clock.now());
}

async function told(tx: Ctx, order: Order, shortage: Shortage, input: ChosenInstead): Promise<void> {
  await recordChange(tx, {
    orderId: order.id,
    kind: 'choice',
    facts: {
      choice: input.choice,
      variantId: shortage.variantId,
      quantity: shortage.quantity,
      ...(input.locationId ? { toLocationId: input.locationId } : {}),
    },
  });
}
