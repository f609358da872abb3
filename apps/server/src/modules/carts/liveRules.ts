import type { LiveRule } from '../../kernel/live.ts';

/** A shopper's other tabs and devices follow their cart; the desk follows the carts it advises on. */
export const cartsLiveRules: LiveRule[] = [
  {
    types: [
      'carts.cart.created',
      'carts.cart.merged',
      'carts.line.added',
      'carts.line.changed',
      'carts.line.removed',
      'carts.line.hold_ended',
    ],
    sees: (actor, event) =>
      actor.kind === 'shopper'
        ? event.subjectId !== undefined && actor.subjectIds.includes(event.subjectId)
        : actor.kind === 'staff' && (actor.role === 'agent' || actor.role === 'admin'),
  },
];
