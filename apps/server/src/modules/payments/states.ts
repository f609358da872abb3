/**
 * The life of a payment.
 *
 *   pending ──► authorised ──► captured ──► partly_refunded ──► refunded
 *      │ │          └──► voided   └───────────────────────────────┘
 *      │ └──► declined
 *      └────► failed (given up without an answer) ──► authorised or captured, late
 *
 * A refund that the bank sends back after it was reported as done is undone: the money is ours again, and owed.
 * `captured` may follow `pending` at once (capture_mode at_once, money in the store).
 */
export const paymentStates = [
  'pending',
  'authorised',
  'captured',
  'partly_refunded',
  'refunded',
  'declined',
  'voided',
  'failed',
] as const;
export type PaymentState = (typeof paymentStates)[number];

export const paymentTransitions: Record<PaymentState, readonly PaymentState[]> = {
  pending: ['authorised', 'captured', 'declined', 'failed'],
  authorised: ['captured', 'voided'],
  captured: ['partly_refunded', 'refunded'],
  partly_refunded: ['partly_refunded', 'refunded', 'captured'],
  refunded: ['partly_refunded', 'captured'],
  declined: [],
  voided: [],
  failed: ['authorised', 'captured'],
};

/** States from which `to` may be reached, for the condition of the UPDATE that goes there. */
export function statesBefore(to: PaymentState): PaymentState[] {
  return paymentStates.filter((from) => paymentTransitions[from].includes(to));
}
