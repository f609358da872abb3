import type { Delivery } from './types.ts';

const rank: Record<Delivery, number> = { pending: 0, sent: 1, delivered: 2, read: 3, failed: 4 };

/**
 * Delivery only moves forward, whatever order the reports come in: a late "sent" never undoes a "read", and what failed
 * stays failed, except that a message that was read did arrive.
 */
export function advanceDelivery(present: Delivery, reported: Delivery): Delivery {
  if (reported === 'failed' && (present === 'read' || present === 'delivered')) return present;
  return rank[reported] > rank[present] ? reported : present;
}
