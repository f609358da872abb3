import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLive } from '../shell/live.ts';
import { keys } from './queries.ts';

/** A burst of events is one read. */
const gatherMs = 150;

/** Reads anew what an event is about: lists and counts, the open thread, the panel, stock. */
export function useDeskLive(): void {
  const queries = useQueryClient();
  const due = useRef(new Map<string, readonly unknown[]>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const read = (...what: (readonly unknown[])[]) => {
    for (const key of what) due.current.set(JSON.stringify(key), key);
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      const asked = [...due.current.values()];
      due.current.clear();
      for (const queryKey of asked) void queries.invalidateQueries({ queryKey });
    }, gatherMs);
  };
  useLive(['conversations.'], ({ type, data }) => {
    if (type === 'conversations.presence.changed') return;
    if (type === 'resync') return read(['desk']);
    const { threadId } = data;
    if (type === 'conversations.message.read' || type === 'conversations.message.delivery') {
      if (typeof threadId === 'string') read(keys.thread(threadId));
      return;
    }
    read(keys.inbox, keys.counts);
    if (typeof threadId === 'string') read(keys.thread(threadId));
  });
  useLive(['fulfilment.', 'orders.', 'carts.', 'stock.'], () => read(['desk', 'panel'], keys.stock, keys.inbox));
}
