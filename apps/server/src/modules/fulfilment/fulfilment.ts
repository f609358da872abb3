import type { FulfilmentState } from './states.ts';
import type { FulfilmentKind, FulfilmentRow } from './tables.ts';

export interface FulfilmentLine {
  variantId: string;
  quantity: number;
  orderLineId: string | null;
  /** Of these, in the picker's hand. */
  picked?: number;
}

/** A piece of work at a location: put a hold aside, prepare a pickup, send a parcel, hand something over. */
export interface Fulfilment {
  id: string;
  kind: FulfilmentKind;
  locationId: string;
  orderId: string | null;
  /** Stock is consumed by this and never by naming a variant and a location again. */
  reservationId: string | null;
  subjectId: string | null;
  /** `K7-42MX` */
  code: string;
  state: FulfilmentState;
  /** Where it lies: "bay 4". */
  place: string | null;
  pickedBy: string | null;
  reason: string | null;
  promisedAt: string | null;
  keepUntil: string | null;
  doneBy: string | null;
  doneAt: string | null;
  /** pii: who came, when it was not the customer. */
  collectedBy: string | null;
  idSeen: boolean;
  /** pii: who will come, as the customer said. */
  collector: string | null;
  /** Of a parcel to one of our own stores: where the customer collects it, and since when it is there. */
  toLocationId: string | null;
  arrivedAt: string | null;
  /** Of a parcel that left: who has it, its number there, and where that is looked up. */
  carrier: string | null;
  trackingNumber: string | null;
  trackingUrl: string | null;
  /** 'YYYY-MM-DD': between which days it comes, where that was promised after the order was placed. */
  arrivesEarliest: string | null;
  arrivesLatest: string | null;
  /** Who stands at the counter with it, as far as they said. */
  servingBy: string | null;
  servingSince: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
  lines: FulfilmentLine[];
}

const iso = (at: Date | null) => at?.toISOString() ?? null;

export function toFulfilment(row: FulfilmentRow, lines: FulfilmentLine[]): Fulfilment {
  return {
    id: row.id,
    kind: row.kind,
    locationId: row.location_id,
    orderId: row.order_id,
    reservationId: row.reservation_id,
    subjectId: row.subject_id,
    code: row.code,
    state: row.state,
    place: row.place,
    pickedBy: row.picked_by,
    reason: row.reason,
    promisedAt: iso(row.promised_at),
    keepUntil: iso(row.keep_until),
    doneBy: row.done_by,
    doneAt: iso(row.done_at),
    collectedBy: row.collected_by,
    idSeen: row.id_seen,
    collector: row.collector,
    toLocationId: row.to_location_id,
    arrivedAt: iso(row.arrived_at),
    carrier: row.carrier,
    trackingNumber: row.tracking_number,
    trackingUrl: row.tracking_url,
    arrivesEarliest: row.arrives_earliest,
    arrivesLatest: row.arrives_latest,
    servingBy: row.serving_by,
    servingSince: iso(row.serving_since),
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    lines,
  };
}
