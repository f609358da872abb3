import type { Answer } from '@throughline/client';

export type ChatPage = Answer<'/api/shop/chat', 'get'>;
export type ChatMessage = ChatPage['messages'][number];

export interface Thread {
  threadId: string | null;
  /** By number, without gaps or twins. */
  messages: readonly ChatMessage[];
  /** Resume after this. */
  lastSeq: number;
}

export const noThread: Thread = { threadId: null, messages: [], lastSeq: 0 };

/** What was known and what the server answered, as one: ordered by number, each once, the newer answer counting. */
export function mergeChat(known: Thread, page: ChatPage): Thread {
  const kept = page.restarted || page.threadId !== known.threadId ? [] : known.messages;
  const bySeq = new Map([...kept, ...page.messages].map((message) => [message.seq, message]));
  const messages = [...bySeq.values()].sort((a, b) => a.seq - b.seq);
  return { threadId: page.threadId, messages, lastSeq: Math.max(page.lastSeq, messages.at(-1)?.seq ?? 0) };
}

/** A message of one's own that the server confirmed. Where others came between, the next reading brings them. */
export function addConfirmed(known: Thread, message: ChatMessage): Thread {
  if (known.messages.some((one) => one.seq === message.seq)) return known;
  const messages = [...known.messages, message].sort((a, b) => a.seq - b.seq);
  // Only an unbroken row may be resumed from its end.
  return { ...known, messages, lastSeq: message.seq === known.lastSeq + 1 ? message.seq : known.lastSeq };
}

/** Answers the shopper has not seen yet. */
export const countUnread = (thread: Thread): number =>
  thread.messages.filter((message) => message.direction === 'out' && message.delivery !== 'read').length;

/** Everything up to a number was seen: the screen need not wait for the server to say so. */
export function markSeen(thread: Thread, seq: number): Thread {
  const seen = (message: ChatMessage) =>
    message.direction === 'out' && message.seq <= seq && message.delivery !== 'read';
  if (!thread.messages.some(seen)) return thread;
  return {
    ...thread,
    messages: thread.messages.map((message) => (seen(message) ? { ...message, delivery: 'read' as const } : message)),
  };
}
