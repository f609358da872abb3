import type { ReservationState } from './tables.ts';

/**
 * The life of a hold. The steps are taken by this schema's functions, many holds at a time; that they take these and no
 * others is tested over every pair of states.
 *
 *   held ──► committed ──► consumed ──► committed (a hand-over taken back)
 *     └──────────┴──► released, expired
 */
export const reservationTransitions: Record<ReservationState, readonly ReservationState[]> = {
  held: ['committed', 'consumed', 'released', 'expired'],
  committed: ['consumed', 'released', 'expired'],
  consumed: ['committed'],
  released: [],
  expired: [],
};
