import type { Direction, MessageKind, ThreadState } from './types.ts';

export interface Waiting {
  state: ThreadState;
  unansweredSince: Date | null;
}

/**
 * What a new message makes of a thread. Only a customer's words (or a call nobody took) make it wait, from the first of
 * them; only our words to the customer end that. Notes and what the system says change nothing.
 */
export function nextState(
  before: Waiting,
  message: { direction: Direction; kind: MessageKind; internal: boolean; missedCall?: boolean },
  at: Date,
): Waiting {
  const isWaiting = { state: 'waiting', unansweredSince: before.unansweredSince ?? at } as const;
  if (message.kind === 'call') return message.direction === 'in' && message.missedCall ? isWaiting : before;
  if (message.direction === 'in') return isWaiting;
  if (message.direction === 'out' && !message.internal) return { state: 'open', unansweredSince: null };
  return before;
}
