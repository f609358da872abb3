/**
 * The life of a return.
 *
 *   announced ──► received ──► inspected ──► settled
 *      │ │           └──► refused  (not taken; it goes back to its owner)
 *      │ └──► refused (a complaint that is not accepted)
 *      └────► cancelled (the customer keeps the goods)
 *
 * At the desk all of it is one act; by post days lie between the steps.
 */
export const returnStates = ['announced', 'received', 'inspected', 'settled', 'refused', 'cancelled'] as const;
export type ReturnState = (typeof returnStates)[number];

export const returnTransitions: Record<ReturnState, readonly ReturnState[]> = {
  announced: ['received', 'cancelled', 'refused'],
  received: ['inspected', 'refused'],
  inspected: ['settled'],
  settled: [],
  refused: [],
  cancelled: [],
};

/** States from which `to` may be reached, for the condition of the UPDATE that goes there. */
export function statesBefore(to: ReturnState): ReturnState[] {
  return returnStates.filter((from) => returnTransitions[from].includes(to));
}
