/** A row of `touchpoint` in ClickHouse. */
export interface TouchpointRow {
  /** The event's id: for tracked events the inbox's, for domain events the outbox's. */
  id: string;
  /** `nobody` when the event concerns no known person. */
  subject_id: string;
  /** ISO 8601, UTC: when it happened, by our clock. */
  at: string;
  /**
   * Breaks ties of `at`: the order of arrival for tracked events. Domain events come after them (a visit precedes what
   * was done in it) and, among themselves, by `id`, whose UUIDv7 grows with time.
   */
  seq: number;
  origin: 'tracked' | 'domain';
  /** 'page', 'screen', 'identify' …, the name of a tracked event, or the type of a domain event. */
  kind: string;
  channel: string;
  /** Name of the source for tracked events. */
  source: string;
  /** '' = no step of a path; 'visit' = a step when it begins a visit; else the channel it is a step of. */
  step: string;
  /** For visits: the channel of a visit that this event begins. */
  touch: string;
  /** For visits: the campaign of this event; another one than the visit's begins a new visit. */
  campaign: string;
  location_id: string;
  order_id: string;
  /** Minor units, of orders. */
  amount: number;
  currency: string;
  properties: Record<string, string>;
  received_at: string;
}

export const nobody = '00000000-0000-0000-0000-000000000000';

/** `seq` of domain events: after every tracked event of the same millisecond. */
export const domainSeq = Number.MAX_SAFE_INTEGER;

/** Half an hour of silence ends a visit. */
export const visitGapMinutes = 30;
