import type { Ctx } from '../../kernel/context.ts';
import { createFirstFulfilments, createFulfilment, type NewFulfilment } from '../../modules/fulfilment/index.ts';
import { getLocations, type Location, pickupReadyAt } from '../../modules/locations/index.ts';
import type { Order } from '../../modules/orders/index.ts';
import type { Part } from './takeStock.ts';

/**
 * The order becomes work: one piece for every location that sends or hands out a part of it. Work for a hold the customer
 * had before may have been begun, and becomes the order's; what was held for this order only is new.
 */
export async function openWork(
  tx: Ctx,
  order: Order,
  parts: readonly (Pick<Part, 'method' | 'locationId' | 'reservationId'> & { isFresh?: boolean })[],
): Promise<void> {
  const pickups = parts.filter((part) => part.method === 'pickup');
  const locations =
    pickups.length > 0
      ? await getLocations(
          tx,
          pickups.map((part) => part.locationId),
        )
      : new Map<string, Location>();
  const works = parts.map((part): NewFulfilment => {
    const location = locations.get(part.locationId);
    const lines = order.lines.filter((line) => line.reservationId === part.reservationId && line.variantId !== null);
    return {
      kind: part.method === 'delivery' ? 'ship' : 'pickup',
      locationId: part.locationId,
      orderId: order.id,
      reservationId: part.reservationId,
      subjectId: order.subjectId ?? undefined,
      code: order.number,
      promisedAt: location ? pickupReadyAt(location, tx.clock.now()) : undefined,
      lines: lines.map((line) => ({ variantId: line.variantId ?? '', quantity: line.quantity, orderLineId: line.id })),
    };
  });
  const isNew = (_work: NewFulfilment, index: number) => parts[index]?.isFresh === true;
  for (const work of works.filter((one, index) => !isNew(one, index))) await createFulfilment(tx, work);
  await createFirstFulfilments(tx, works.filter(isNew));
}
