import type Stripe from 'stripe';
import type { Outcome, ProviderEvent } from '../provider.ts';
import { outcomeOfSession } from './outcomeOfSession.ts';

/**
 * What an event of Stripe means for us; types we do not know mean nothing and are kept all the same. Events come in any
 * order, so each is read by itself and only says what is final.
 */
export function readStripeEvent(event: Stripe.Event, now: Date): ProviderEvent {
  const about = (key: string | null | undefined, outcome: Outcome | undefined): ProviderEvent => ({
    id: event.id,
    type: event.type,
    key: key ?? null,
    outcome,
  });
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
    case 'checkout.session.expired': {
      const outcome = outcomeOfSession(event.data.object, now);
      return about(event.data.object.client_reference_id, outcome.result === 'action' ? undefined : outcome);
    }
    case 'checkout.session.async_payment_failed':
      return about(event.data.object.client_reference_id, { result: 'expired', reason: 'bank_refused' });
    case 'refund.updated':
    case 'refund.failed': {
      const refund = event.data.object;
      return about(refund.metadata?.key, outcomeOfRefund(refund));
    }
    default:
      return about(undefined, undefined);
  }
}

/** A refund may wait for the bank; until then it is neither done nor refused. */
export function outcomeOfRefund(refund: Stripe.Refund): Outcome {
  if (refund.status === 'succeeded') return { result: 'approved', providerRef: refund.id };
  if (refund.status === 'failed' || refund.status === 'canceled')
    return { result: 'declined', reason: refund.failure_reason ?? refund.status, providerRef: refund.id };
  return { result: 'unknown', reason: refund.status ?? 'pending' };
}
