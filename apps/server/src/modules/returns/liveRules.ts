import { mayActAt } from '../../kernel/context.ts';
import type { LiveRule } from '../../kernel/live.ts';
import { returnStates } from './states.ts';

/** Agents hear of all returns, a store of those that come in there, a shopper of their own. */
export const returnsLiveRules: LiveRule[] = [
  {
    types: [
      ...returnStates.map((state) => `returns.return.${state}`),
      'returns.blind.taken',
      ...['accepted', 'refused', 'accepted_by_silence'].map((said) => `returns.complaint.${said}`),
    ],
    sees(actor, event) {
      if (actor.kind === 'shopper') return event.subjectId !== undefined && actor.subjectIds.includes(event.subjectId);
      if (actor.kind !== 'staff') return false;
      return actor.role === 'agent' || (event.locationId !== undefined && mayActAt(actor, event.locationId));
    },
  },
];
