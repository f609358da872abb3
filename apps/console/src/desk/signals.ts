import { useEffect, useRef } from 'react';

/** What one pane asks of another. */
interface Signals {
  /** Put words into the answer, at the cursor; or only go there, in a mode. */
  compose: { text?: string; mode?: 'reply' | 'note' };
  /** Look for goods beside the conversation. */
  stock: { query?: string; variantId?: string };
  /** Send a product as a card. */
  card: { variantId: string; title: string };
}

type Listener<K extends keyof Signals> = (signal: Signals[K]) => void;
const listeners: { [K in keyof Signals]: Set<Listener<K>> } = {
  compose: new Set(),
  stock: new Set(),
  card: new Set(),
};

export function tell<K extends keyof Signals>(what: K, signal: Signals[K]): void {
  for (const listener of listeners[what]) listener(signal);
}

export function useSignal<K extends keyof Signals>(what: K, listener: Listener<K>): void {
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => {
    const hear: Listener<K> = (signal) => latest.current(signal);
    const set: Set<Listener<K>> = listeners[what];
    set.add(hear);
    return () => void set.delete(hear);
  }, [what]);
}
