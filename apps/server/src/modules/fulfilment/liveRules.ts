import { mayActAt } from '../../kernel/context.ts';
import type { LiveRule } from '../../kernel/live.ts';

/** A store hears of its own work, agents of all; a shopper of what is done for them. */
export const fulfilmentLiveRules: LiveRule[] = [
  {
    types: [
      'created',
      'taken',
      'ready',
      'not_found',
      'handed_over',
      'shipped',
      'tracking_changed',
      'arrived',
      'cancelled',
      'reversed',
      'ordered',
      'reduced',
      'promised',
      'short',
      'short_settled',
    ].map((happened) => `fulfilment.fulfilment.${happened}`),
    sees(actor, event) {
      if (actor.kind === 'shopper') return event.subjectId !== undefined && actor.subjectIds.includes(event.subjectId);
      if (actor.kind !== 'staff') return false;
      const { toLocationId } = event.data;
      return (
        actor.role === 'agent' ||
        (event.locationId !== undefined && mayActAt(actor, event.locationId)) ||
        // A store hears of what is on its way to it.
        (typeof toLocationId === 'string' && mayActAt(actor, toLocationId))
      );
    },
  },
];
