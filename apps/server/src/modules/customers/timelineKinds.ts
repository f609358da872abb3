/** What belongs together on a timeline, for who looks for one thing in years of them. */
export const timelineKinds = ['visits', 'talks', 'orders', 'holds', 'returns', 'mails', 'identity'] as const;
export type TimelineKind = (typeof timelineKinds)[number];

export const timelinePrefixes: Record<TimelineKind, readonly string[]> = {
  visits: ['journeys.session.', 'journeys.store_visit.', 'carts.', 'engagement.link.', 'customers.customer.signed_in'],
  talks: ['conversations.', 'journeys.call.'],
  orders: ['orders.', 'journeys.sale.', 'payments.', 'fulfilment.', 'pricing.', 'credits.'],
  holds: ['stock.reservation.'],
  returns: ['returns.'],
  mails: ['engagement.mail.'],
  identity: ['customers.'],
};
