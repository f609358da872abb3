import type { NewEvent } from '../../kernel/outbox.ts';
import type { Fulfilment } from './fulfilment.ts';

export type Happened =
  | 'created'
  | 'taken'
  | 'ready'
  | 'not_found'
  | 'handed_over'
  | 'shipped'
  | 'tracking_changed'
  | 'arrived'
  | 'cancelled'
  | 'ordered'
  | 'reversed'
  | 'reduced'
  | 'promised';

export function fulfilmentEvent(happened: Happened, work: Omit<Fulfilment, 'lines'>): NewEvent {
  return {
    type: `fulfilment.fulfilment.${happened}`,
    subjectId: work.subjectId ?? undefined,
    aggregate: 'fulfilment',
    aggregateId: work.id,
    aggregateVersion: work.version,
    locationId: work.locationId,
    data: {
      fulfilmentId: work.id,
      kind: work.kind,
      state: work.state,
      orderId: work.orderId,
      reservationId: work.reservationId,
      locationId: work.locationId,
      ...(work.toLocationId ? { toLocationId: work.toLocationId } : {}),
    },
  };
}
