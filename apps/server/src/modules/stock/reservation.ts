import type { ReservationPurpose, ReservationState } from './tables.ts';

/**
 * Whose the stock is: a person's cart line, or the part of a cart that one location sends or hands out. The same owner
 * asking again replaces the earlier hold, so nobody is blocked by a hold of their own.
 */
export interface ReservationOwner {
  kind: 'cart_line' | 'cart_part' | 'till' | 'external';
  id: string;
}

export interface ReservationLine {
  variantId: string;
  locationId: string;
  quantity: number;
}

/** A hold: stock for a person and a cart line, until `expiresAt` (null once it is paid for). */
export interface Reservation {
  id: string;
  owner: ReservationOwner;
  subjectId: string | undefined;
  purpose: ReservationPurpose;
  state: ReservationState;
  expiresAt: Date | undefined;
  atRisk: boolean;
  /** Facts the caller wanted to travel with the hold (cart, thread, quote): ids and numbers only. */
  context: Record<string, unknown>;
  createdAt: Date;
  version: number;
  lines: ReservationLine[];
}

/** What the event and the answer of `reserve` say. */
export interface ReservationFacts {
  reservationId: string;
  owner: ReservationOwner;
  purpose: ReservationPurpose;
  expiresAt: string | null;
  context: Record<string, unknown>;
  lines: ReservationLine[];
}

/** Why a request was refused, level by level. */
export interface Shortfall {
  variantId: string;
  locationId: string;
  requested: number;
  available: number;
}
