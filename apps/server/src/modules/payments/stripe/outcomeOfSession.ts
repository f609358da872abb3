import type Stripe from 'stripe';
import type { Outcome } from '../provider.ts';

/** Asked again soon after the customer should be back, and then patiently: a webhook is usually faster than both. */
const firstAskMinutes = 2;
const askMinutes = 5;

const idOf = (reference: string | { id: string } | null): string | undefined =>
  typeof reference === 'string' ? reference : reference?.id;

/**
 * The last four digits of the card, where Stripe sent the payment with its charge; a webhook sends only its id, and who
 * paid by BLIK has no card.
 */
export function cardOfIntent(intent: Stripe.Checkout.Session['payment_intent']): string | undefined {
  const charge = intent && typeof intent === 'object' ? intent.latest_charge : null;
  const last4 = charge && typeof charge === 'object' ? charge.payment_method_details?.card?.last4 : undefined;
  return last4 && /^\d{4}$/.test(last4) ? last4 : undefined;
}

/**
 * What a checkout session says about the money. One that is complete but not paid waits for its bank (some ways of paying
 * take days): that is no answer yet, and the session is asked about again.
 */
export function outcomeOfSession(session: Stripe.Checkout.Session, now: Date, isFirst = false): Outcome {
  const paymentRef = idOf(session.payment_intent);
  const approved = (providerRef: string): Outcome => ({
    result: 'approved',
    providerRef,
    cardLast4: cardOfIntent(session.payment_intent),
  });
  if (session.payment_status === 'paid' && paymentRef) return approved(paymentRef);
  if (session.status === 'complete' && session.payment_intent && typeof session.payment_intent === 'object') {
    // Authorised, to be captured later.
    if (session.payment_intent.status === 'requires_capture' && paymentRef) return approved(paymentRef);
  }
  if (session.status === 'expired') return { result: 'expired', reason: 'not_paid_in_time' };
  return {
    result: 'action',
    url: session.url,
    providerRef: session.id,
    until: new Date(session.expires_at * 1000).toISOString(),
    askAgainAt: new Date(now.getTime() + (isFirst ? firstAskMinutes : askMinutes) * 60_000).toISOString(),
  };
}
