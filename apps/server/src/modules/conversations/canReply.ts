export type ReplyChannel = 'chat' | 'email';

/** What the choice of a reply channel depends on. */
export interface ReplyFacts {
  /** When the customer last wrote in the web chat. */
  lastChatAt: Date | null;
  /** The address an answer would go to. */
  email: { value: string; state: 'verified' | 'claimed' } | null;
}

export type ReplyVerdict =
  | { ok: true; channel: 'chat'; away: boolean }
  /** `claimed`: the address was typed by whoever wrote, and never proven; shown as such before sending. */
  | { ok: true; channel: 'email'; to: string; addressState: 'verified' | 'claimed' }
  | { ok: false; channel: ReplyChannel; reason: 'no_chat_session' | 'no_address' };

/** Cookies live longer, but nobody looks into a chat again a month later: an answer there would lie unread. */
const chatSessionDays = 30;
/** After this a shopper has probably left the page; e-mail may reach them sooner. */
const awayMinutes = 15;

/** Whether an answer can be given on a channel at this moment, and what to know before choosing it. */
export function canReply(channel: ReplyChannel, now: Date, facts: ReplyFacts): ReplyVerdict {
  if (channel === 'email') {
    return facts.email
      ? { ok: true, channel, to: facts.email.value, addressState: facts.email.state }
      : { ok: false, channel, reason: 'no_address' };
  }
  const sinceMs = facts.lastChatAt ? now.getTime() - facts.lastChatAt.getTime() : Number.POSITIVE_INFINITY;
  if (sinceMs > chatSessionDays * 86_400_000) return { ok: false, channel, reason: 'no_chat_session' };
  return { ok: true, channel, away: sinceMs > awayMinutes * 60_000 };
}

/**
 * The address an answer goes to: the one left with the message in this very thread, else the customer's. One that equals
 * the customer's verified address is verified.
 */
export function replyEmailOf(
  leftInThread: string | null,
  known: { value: string; state: 'verified' | 'claimed' } | undefined,
): ReplyFacts['email'] {
  if (leftInThread === null) return known ?? null;
  return known && known.value === leftInThread ? known : { value: leftInThread, state: 'claimed' };
}
