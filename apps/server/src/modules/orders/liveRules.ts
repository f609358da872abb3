import type { LiveRule } from '../../kernel/live.ts';

/** Shoppers hear of their own orders; agents and admins of all; a store of those made at or collected from it. */
export const ordersLiveRules: LiveRule[] = [
  {
    types: [
      'orders.order.placed',
      'orders.order.paid',
      'orders.order.partly_fulfilled',
      'orders.order.completed',
      'orders.order.cancelled',
      'orders.order.reopened',
      'orders.order.reduced',
      'orders.order.moved',
      'orders.receipt.kept',
      'orders.receipt.denied',
    ],
    sees(actor, event) {
      if (actor.kind === 'shopper') return event.subjectId !== undefined && actor.subjectIds.includes(event.subjectId);
      if (actor.kind !== 'staff') return false;
      if (actor.role === 'agent' || actor.role === 'admin' || actor.locationIds === 'all') return true;
      const { locationIds } = actor;
      const lines = Array.isArray(event.data.lines) ? event.data.lines : [];
      const places: unknown[] = [event.locationId, ...lines.map((line: { locationId?: unknown }) => line.locationId)];
      return places.some((place) => typeof place === 'string' && locationIds.includes(place));
    },
  },
];
