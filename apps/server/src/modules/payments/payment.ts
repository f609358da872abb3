import type { Money } from '../../kernel/money.ts';
import type { PaymentState } from './states.ts';
import type { MovementKind, MovementState } from './tables.ts';

export interface Payment {
  id: string;
  orderId: string;
  subjectId: string | null;
  locationId: string | null;
  provider: string;
  /** `card`, `cash`, `card_terminal` … */
  method: string;
  state: PaymentState;
  captureMode: 'at_once' | 'later';
  amount: Money;
  authorised: Money;
  captured: Money;
  refunded: Money;
  /** What may still be given back: captured − refunded − being refunded. */
  refundable: Money;
  providerRef: string | null;
  declineReason: string | null;
  /** The money came after we had given the payment up. */
  late: boolean;
  /** false: it came late, and the order had been paid otherwise: the flow gives it back and shows it to staff. */
  coversOrder: boolean;
  /** What the customer has to do, as long as it is pending. */
  action: { url: string | null; until: string } | null;
  key: string;
  version: number;
  createdAt: string;
}

/** One step with money, asked of the provider under `key`. */
export interface Movement {
  id: string;
  paymentId: string;
  kind: MovementKind;
  state: MovementState;
  amount: Money;
  key: string;
  providerRef: string | null;
  reason: string | null;
  requestedAt: string;
  settledAt: string | null;
}

/** A row of payments.payment as the driver (Date) or JSON (text) gives it. */
export interface PaymentRecord {
  id: string;
  order_id: string;
  subject_id: string | null;
  location_id: string | null;
  provider: string;
  method: string;
  state: PaymentState;
  capture_mode: 'at_once' | 'later';
  currency: string;
  amount: number;
  authorised: number;
  captured: number;
  refunding: number;
  refunded: number;
  provider_ref: string | null;
  decline_reason: string | null;
  late: boolean;
  covers_order: boolean;
  action_url: string | null;
  action_until: Date | string | null;
  key: string;
  version: number;
  created_at: Date | string;
}

export interface MovementRecord {
  id: string;
  payment_id: string;
  kind: MovementKind;
  state: MovementState;
  amount: number;
  key: string;
  provider_ref: string | null;
  reason: string | null;
  requested_at: Date | string;
  settled_at: Date | string | null;
}

const iso = (time: Date | string) => new Date(time).toISOString();

export function toPayment(row: PaymentRecord): Payment {
  const money = (amount: number): Money => ({ amount, currency: row.currency });
  return {
    id: row.id,
    orderId: row.order_id,
    subjectId: row.subject_id,
    locationId: row.location_id,
    provider: row.provider,
    method: row.method,
    state: row.state,
    captureMode: row.capture_mode,
    amount: money(row.amount),
    authorised: money(row.authorised),
    captured: money(row.captured),
    refunded: money(row.refunded),
    refundable: money(row.captured - row.refunded - row.refunding),
    providerRef: row.provider_ref,
    declineReason: row.decline_reason,
    late: row.late,
    coversOrder: row.covers_order,
    action: row.state === 'pending' && row.action_until ? { url: row.action_url, until: iso(row.action_until) } : null,
    key: row.key,
    version: row.version,
    createdAt: iso(row.created_at),
  };
}

export function toMovement(row: MovementRecord, currency: string): Movement {
  return {
    id: row.id,
    paymentId: row.payment_id,
    kind: row.kind,
    state: row.state,
    amount: { amount: row.amount, currency },
    key: row.key,
    providerRef: row.provider_ref,
    reason: row.reason,
    requestedAt: iso(row.requested_at),
    settledAt: row.settled_at && iso(row.settled_at),
  };
}
