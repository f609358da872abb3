import type { Ctx } from '../../kernel/context.ts';
import { createFulfilment } from '../../modules/fulfilment/index.ts';
import { getLocations, type Location, pickupReadyAt } from '../../modules/locations/index.ts';
import type { Order } from '../../modules/orders/index.ts';
import type { Part } from './takeStock.ts';

/** The order becomes work: one piece for every location that sends or hands out a part of it. */
export async function openWork(
  tx: Ctx,
  order: Order,
  parts: readonly Pick<Part, 'method' | 'locationId' | 'reservationId'>[],
): Promise<void> {
  const pickups = parts.filter((part) => part.method === 'pickup');
  const locations =
    pickups.length > 0
      ? await getLocations(
          tx,
          pickups.map((part) => part.locationId),
        )
      : new Map<string, Location>();
  for (const part of parts) {
    const location = locations.get(part.locationId);
    const lines = order.lines.filter((line) => line.reservationId === part.reservationId && line.variantId !== null);
    await createFulfilment(tx, {
      kind: part.method === 'delivery' ? 'ship' : 'pickup',
      locationId: part.locationId,
      orderId: order.id,
      reservationId: part.reservationId,
      subjectId: order.subjectId ?? undefined,
      code: order.number,
      promisedAt: location ? pickupReadyAt(location, tx.clock.now()) : undefined,
      lines: lines.map((line) => ({ variantId: line.variantId ?? '', quantity: line.quantity, orderLineId: line.id })),
    });
  }
}
