import { createApi, ProblemError, unwrap } from '@throughline/client';
import { useSyncExternalStore } from 'react';
import { newKey } from '../../shared/api.ts';
import { queryClient } from '../../shared/query.ts';
import { keys, type ThreadPage } from '../queries.ts';

/** A message on its way: nothing has left before `sendAt`. */
export interface Pending {
  /** Also what makes a message that is sent twice arrive once. */
  clientKey: string;
  threadId: string;
  text: string | undefined;
  card: { variantId: string; title: string } | undefined;
  internal: boolean;
  replyBy: 'chat' | 'email';
  /** The last number its writer had seen. */
  ifSeq: number;
  /** ms since 1970 */
  sendAt: number;
  state: 'waiting' | 'sending' | 'held' | 'failed';
  problem: { code: string; detail: string } | undefined;
}

const kept = 'deskPending';
const undoKey = 'deskUndoSeconds';
const listeners = new Set<() => void>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();
let pending: readonly Pending[] = restore();

/** What a reload or a crash cut off was not sent; it is shown again and waits for a person. */
function restore(): Pending[] {
  try {
    const found = JSON.parse(sessionStorage.getItem(kept) ?? '[]') as Pending[];
    return found.map((one) => ({
      ...one,
      state: 'failed' as const,
      problem: one.problem ?? { code: 'interrupted', detail: '' },
    }));
  } catch {
    return [];
  }
}

function set(next: readonly Pending[]): void {
  pending = next;
  sessionStorage.setItem(kept, JSON.stringify(next));
  for (const listener of listeners) listener();
}

const change = (clientKey: string, to: Partial<Pending>) =>
  set(pending.map((one) => (one.clientKey === clientKey ? { ...one, ...to } : one)));

function remove(clientKey: string): void {
  clearTimeout(timers.get(clientKey));
  timers.delete(clientKey);
  set(pending.filter((one) => one.clientKey !== clientKey));
}

/** Seconds in which a message may be taken back; chosen on this device. */
export const undoSeconds = (): number => Number(localStorage.getItem(undoKey) ?? 10);
export const setUndoSeconds = (seconds: number): void => localStorage.setItem(undoKey, String(seconds));

export function usePending(threadId: string): readonly Pending[] {
  const all = useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => pending,
  );
  return all.filter((one) => one.threadId === threadId);
}

/** Sends when its time is over. A note goes at once: colleagues may read it, and no customer does. */
export function queueSend(
  message: Pick<Pending, 'threadId' | 'text' | 'card' | 'internal' | 'replyBy' | 'ifSeq'>,
): void {
  // Their order is the order in which they were written.
  for (const before of pending)
    if (before.threadId === message.threadId && before.state === 'waiting') void fire(before.clientKey);
  const wait = message.internal ? 0 : undoSeconds() * 1_000;
  const clientKey = newKey();
  set([...pending, { ...message, clientKey, sendAt: Date.now() + wait, state: 'waiting', problem: undefined }]);
  if (wait === 0) void fire(clientKey);
  else
    timers.set(
      clientKey,
      setTimeout(() => void fire(clientKey), wait),
    );
}

/** Takes a message back before it has left; its words go back to the writer. */
export function takeBack(clientKey: string): Pending | undefined {
  const one = pending.find((candidate) => candidate.clientKey === clientKey);
  if (!one || one.state === 'sending') return undefined;
  remove(clientKey);
  return one;
}

/** Does not wait any longer; or, where it was held for a newer message, sends it knowing that one. */
export function sendNow(clientKey: string, ifSeq?: number): void {
  if (ifSeq !== undefined) change(clientKey, { ifSeq });
  void fire(clientKey);
}

async function fire(clientKey: string): Promise<void> {
  const one = pending.find((candidate) => candidate.clientKey === clientKey);
  if (!one || one.state === 'sending') return;
  clearTimeout(timers.get(clientKey));
  change(clientKey, { state: 'sending', problem: undefined });
  const api = createApi({ language: document.documentElement.lang });
  try {
    const sent = await unwrap(
      api.POST('/api/staff/threads/{id}/messages', {
        params: { path: { id: one.threadId } },
        body: {
          ...(one.text === undefined ? {} : { text: one.text }),
          ...(one.card ? { productCard: { variantId: one.card.variantId } } : {}),
          internal: one.internal,
          ...(one.internal ? {} : { replyBy: one.replyBy }),
          clientKey,
          ...(one.internal ? {} : { ifSeq: one.ifSeq }),
        },
      }),
    );
    queryClient.setQueryData<ThreadPage>(keys.thread(one.threadId), (page) =>
      page && !page.messages.some((message) => message.id === sent.id)
        ? { ...page, messages: [...page.messages, sent] }
        : page,
    );
    remove(clientKey);
    void queryClient.invalidateQueries({ queryKey: keys.thread(one.threadId) });
    void queryClient.invalidateQueries({ queryKey: keys.inbox });
    void queryClient.invalidateQueries({ queryKey: keys.counts });
  } catch (error) {
    const problem = error instanceof ProblemError ? error : undefined;
    change(clientKey, {
      state: problem?.code === 'version_conflict' ? 'held' : 'failed',
      problem: { code: problem?.code ?? 'internal', detail: problem?.message ?? String(error) },
    });
    void queryClient.invalidateQueries({ queryKey: keys.thread(one.threadId) });
  }
}
