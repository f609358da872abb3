import type { timelineWords } from './timelineWords.ts';

export type EventWord = keyof (typeof timelineWords)['en'];

const plain: Record<string, EventWord> = {
  'journeys.session.started': 'visit',
  'journeys.sale.reported': 'soldInStore',
  'journeys.store_visit.reported': 'storeVisit',
  'conversations.call.logged': 'call',
  'conversations.thread.closed': 'closed',
  'customers.customer.signed_in': 'signedIn',
  'customers.identifier.verified': 'proven',
  'customers.identifier.withdrawn': 'notTheirs',
  'engagement.text.sent': 'texted',
  'customers.address.added': 'addressAdded',
  'customers.address.changed': 'addressChanged',
  'customers.address.removed': 'addressRemoved',
  'customers.customer.imported': 'imported',
  'customers.customer.import_undone': 'importUndone',
  'customers.subject.linked': 'joined',
  'customers.subject.unlinked': 'apart',
  'engagement.link.clicked': 'clicked',
  'engagement.mail.sent': 'mail',
  'engagement.mail.failed': 'mailFailed',
  'carts.line.added': 'cartAdded',
  'carts.line.removed': 'cartRemoved',
  'carts.handoff.created': 'cartLink',
  'orders.order.placed': 'ordered',
  'orders.order.paid': 'paid',
  'orders.order.completed': 'completed',
  'orders.order.cancelled': 'cancelled',
  'payments.payment.refunded': 'refunded',
  'payments.payment.refund_failed': 'refundFailed',
  'payments.payment.declined': 'declined',
  'fulfilment.fulfilment.ready': 'ready',
  'fulfilment.fulfilment.not_found': 'notFound',
  'fulfilment.fulfilment.handed_over': 'handedOver',
  'fulfilment.fulfilment.shipped': 'shipped',
  'fulfilment.fulfilment.tracking_changed': 'trackingChanged',
  'pricing.discount.granted': 'discount',
  'returns.return.announced': 'returnAnnounced',
  'returns.return.received': 'returnReceived',
  'returns.return.settled': 'returnSettled',
  'returns.return.refused': 'returnRefused',
  'returns.return.cancelled': 'returnCancelled',
  'returns.complaint.accepted': 'complaintAccepted',
  'returns.complaint.refused': 'complaintRefused',
  'returns.complaint.accepted_by_silence': 'complaintSilence',
  'credits.credit.given_back': 'creditBack',
  'returns.withdrawal.declared': 'withdrew',
  'credits.credit.issued': 'creditIssued',
  'credits.credit.spent': 'creditSpent',
};

const ofHolds: Record<string, EventWord> = {
  'stock.reservation.held': 'held',
  'stock.reservation.extended': 'extended',
  'stock.reservation.released': 'released',
  'stock.reservation.expired': 'expired',
};

/** What an event is called where people read it; undefined for what only the system cares about. */
export function sayEvent(type: string, data: Record<string, unknown>): EventWord | undefined {
  if (type === 'conversations.message.posted') {
    if (data.internal === true || data.direction === 'system' || data.kind === 'call') return undefined;
    return data.direction === 'in' ? 'wrote' : 'answered';
  }
  if (type === 'journeys.call.reported')
    return typeof data.outcome === 'string' && data.outcome !== 'answered' ? 'callMissed' : 'call';
  // A sale, a visit or a call that a till reported says so itself.
  if (type === 'customers.subject.linked' && String(data.evidence).startsWith('reported_')) return undefined;
  const hold = ofHolds[type];
  if (hold) {
    // What a checkout holds for the minutes of paying is no hold to a person.
    if (data.purpose !== 'agent_hold' && data.purpose !== 'reserve_and_try') return undefined;
    // Its place was taken by a newer one of the same line, which says so itself.
    if (hold === 'released' && data.reason === 'superseded') return undefined;
    return hold === 'held' && wasMoved(data.context) ? 'holdMoved' : hold;
  }
  if (data.template === 'credit_issued') {
    if (type === 'engagement.mail.sent') return 'mailCredit';
    if (type === 'engagement.mail.failed') return 'mailCreditFailed';
  }
  if (type === 'customers.consent.given' || type === 'customers.consent.withdrawn') {
    return consents[type === 'customers.consent.given' ? 'given' : 'withdrawn'][String(data.purpose)];
  }
  return plain[type];
}

const consents: Record<'given' | 'withdrawn', Record<string, EventWord>> = {
  given: {
    analytics: 'agreedToMeasuring',
    personalisation: 'agreedToSuggestions',
    marketing: 'agreedToNews',
  },
  withdrawn: {
    analytics: 'refusedMeasuring',
    personalisation: 'refusedSuggestions',
    marketing: 'refusedNews',
  },
};

const wasMoved = (context: unknown): boolean =>
  typeof context === 'object' && context !== null && 'movedFrom' in context && typeof context.movedFrom === 'string';
