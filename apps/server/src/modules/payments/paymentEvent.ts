import type { NewEvent } from '../../kernel/outbox.ts';
import type { Payment } from './payment.ts';

/** What happened to a payment, and with how much (`moved`, minor units) where it is not the whole. */
export function paymentEvent(
  happened: 'authorised' | 'captured' | 'declined' | 'refunded' | 'refund_failed' | 'voided' | 'failed',
  payment: Payment,
  moved: number,
): NewEvent {
  return {
    type: `payments.payment.${happened}`,
    subjectId: payment.subjectId ?? undefined,
    aggregate: 'payment',
    aggregateId: payment.id,
    aggregateVersion: payment.version,
    locationId: payment.locationId ?? undefined,
    data: {
      paymentId: payment.id,
      orderId: payment.orderId,
      provider: payment.provider,
      method: payment.method,
      state: payment.state,
      amount: moved,
      currency: payment.amount.currency,
      captured: payment.captured.amount,
      refunded: payment.refunded.amount,
      ...(payment.declineReason === null ? {} : { reason: payment.declineReason }),
      ...(payment.late ? { late: true } : {}),
    },
  };
}
