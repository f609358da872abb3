import { useEffect, useSyncExternalStore } from 'react';
import { unwrap, useApi } from '../shared/api.ts';
import { useLive } from '../shell/live.ts';

/** Somebody in a conversation now. */
export interface Present {
  who: 'staff' | 'shopper';
  personId: string;
  name: string | null;
  doing: 'looking' | 'writing' | 'noting';
  until: string;
}

const byThread = new Map<string, readonly Present[]>();
const listeners = new Set<() => void>();
const nobody: readonly Present[] = [];

function set(threadId: string, present: readonly Present[]): void {
  byThread.set(threadId, present);
  for (const listener of listeners) listener();
}

/** What a read of the thread said; what was heard since counts more. */
export function mergePresent(threadId: string, read: readonly Present[]): void {
  const heard = byThread.get(threadId) ?? nobody;
  const missing = read.filter((one) => !heard.some((other) => other.personId === one.personId));
  if (missing.length > 0) set(threadId, [...heard, ...missing]);
}

const sweepMs = 2_000;
let sweeper: ReturnType<typeof setInterval> | undefined;

function sweep(): void {
  const now = new Date().toISOString();
  for (const [threadId, present] of byThread) {
    const left = present.filter((one) => one.until > now);
    if (left.length !== present.length) set(threadId, left);
  }
}

/** What was being typed has come: the customer is there, and no longer typing. */
function stopTyping(threadId: string): void {
  const present = byThread.get(threadId) ?? nobody;
  if (present.some((one) => one.who === 'shopper' && one.doing !== 'looking'))
    set(
      threadId,
      present.map((one) => (one.who === 'shopper' ? { ...one, doing: 'looking' as const } : one)),
    );
}

/** Hears who comes, types and goes, on whatever server they are. Call it once, in the desk's frame. */
export function useHearPresence(): void {
  useLive(['conversations.presence.changed', 'conversations.message.posted'], ({ type, data }) => {
    if (type === 'resync') return;
    if (type === 'conversations.message.posted') {
      if (data.direction === 'in' && typeof data.threadId === 'string') stopTyping(data.threadId);
      return;
    }
    const { threadId, ...one } = data as unknown as Omit<Present, 'doing'> & {
      threadId: string;
      doing: Present['doing'] | 'gone';
    };
    const others = (byThread.get(threadId) ?? nobody).filter((other) => other.personId !== one.personId);
    const { doing } = one;
    set(threadId, doing === 'gone' ? others : [...others, { ...one, doing }]);
  });
  useEffect(() => {
    sweeper ??= setInterval(sweep, sweepMs);
    return () => {
      clearInterval(sweeper);
      sweeper = undefined;
    };
  }, []);
}

/** Who is in a conversation, oneself left out. */
export function usePresent(threadId: string, me: string): readonly Present[] {
  const all = useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => byThread.get(threadId) ?? nobody,
  );
  return all.filter((one) => one.personId !== me);
}

const sayAgainMs = 20_000;
const typedAgainMs = 4_000;

/** Says that this colleague looks at the conversation while it is shown and seen. Returns how to say that one types. */
export function useSayPresence(threadId: string): (doing: 'writing' | 'noting') => void {
  const api = useApi();
  const say = (doing: Present['doing'] | 'gone', keepalive = false) =>
    void unwrap(
      api.PUT('/api/staff/threads/{id}/presence', { params: { path: { id: threadId } }, body: { doing }, keepalive }),
    ).catch(() => undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: said anew for another thread only.
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible' && Date.now() - typedAt > typedAgainMs * 2) say('looking');
    };
    const leave = () => say('gone', true);
    look();
    const timer = setInterval(look, sayAgainMs);
    document.addEventListener('visibilitychange', look);
    addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [threadId]);
  return (doing) => {
    if (Date.now() - typedAt < typedAgainMs && typedIn === threadId) return;
    typedAt = Date.now();
    typedIn = threadId;
    say(doing);
  };
}

let typedAt = 0;
let typedIn = '';
