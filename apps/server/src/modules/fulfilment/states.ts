/**
 * The life of a piece of work at a location.
 *
 *   to_pick ──► picking ──► ready ──► handed_over
 *      │  ▲        │          │  ╲──► shipped
 *      │  ╰────────╯◄─────────╯ (reversed, with a reason and a trail)
 *      ├──► not_found ──► to_pick (found after all)
 *      └──► cancelled
 */
export const fulfilmentStates = [
  'to_pick',
  'picking',
  'ready',
  'handed_over',
  'shipped',
  'not_found',
  'cancelled',
] as const;
export type FulfilmentState = (typeof fulfilmentStates)[number];

export const fulfilmentTransitions: Record<FulfilmentState, readonly FulfilmentState[]> = {
  to_pick: ['picking', 'ready', 'handed_over', 'not_found', 'cancelled'],
  picking: ['to_pick', 'ready', 'handed_over', 'not_found', 'cancelled'],
  ready: ['to_pick', 'handed_over', 'shipped', 'not_found', 'cancelled'],
  handed_over: ['ready'],
  shipped: [],
  not_found: ['to_pick', 'cancelled'],
  cancelled: [],
};

/** States from which `to` may be reached, for the condition of the UPDATE that goes there. */
export function statesBefore(to: FulfilmentState): FulfilmentState[] {
  return fulfilmentStates.filter((from) => fulfilmentTransitions[from].includes(to));
}

/** What still asks something of somebody. */
export const openStates: readonly FulfilmentState[] = ['to_pick', 'picking', 'ready', 'not_found'];
