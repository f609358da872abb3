/**
 * The life of an order.
 *
 *   placed ──► paid ──► partly_fulfilled ──► completed
 *      │  │      └──────────────────────────────▲  │
 *      │  └─────► partly_fulfilled               │  │  (a hand-over taken back: one step back)
 *      └──► cancelled ◄── paid                   └──┘
 */
export const orderStates = ['placed', 'paid', 'partly_fulfilled', 'completed', 'cancelled'] as const;
export type OrderState = (typeof orderStates)[number];

export const orderTransitions: Record<OrderState, readonly OrderState[]> = {
  placed: ['paid', 'partly_fulfilled', 'cancelled'],
  paid: ['partly_fulfilled', 'completed', 'cancelled'],
  partly_fulfilled: ['completed', 'paid', 'placed', 'cancelled'],
  completed: ['partly_fulfilled', 'paid'],
  cancelled: [],
};

export const lineStates = ['open', 'fulfilled', 'cancelled'] as const;
export type LineState = (typeof lineStates)[number];

/** A line that was handed over opens again when that is taken back; one that was cancelled stays so. */
export const lineTransitions: Record<LineState, readonly LineState[]> = {
  open: ['fulfilled', 'cancelled'],
  fulfilled: ['open', 'cancelled'],
  cancelled: [],
};

/** States from which `to` may be reached, for the condition of the UPDATE that goes there. */
export function statesBefore(to: OrderState): OrderState[] {
  return orderStates.filter((from) => orderTransitions[from].includes(to));
}

/** What the lines (of goods) say about their order: where it should be once they are as they are. */
export function stateOfLines(lines: readonly LineState[], isPaid: boolean): OrderState {
  const kept = lines.filter((state) => state !== 'cancelled');
  if (kept.length === 0) return 'cancelled';
  if (kept.every((state) => state === 'fulfilled')) return 'completed';
  if (kept.some((state) => state === 'fulfilled')) return 'partly_fulfilled';
  return isPaid ? 'paid' : 'placed';
}
