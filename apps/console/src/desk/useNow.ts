import { useSyncExternalStore } from 'react';

let now = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** The present second, one clock for everything that ticks on the screen. */
export function useNow(): Date {
  const ms = useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      timer ??= setInterval(() => {
        now = Date.now();
        for (const listener of listeners) listener();
      }, 1_000);
      return () => {
        listeners.delete(changed);
        if (listeners.size === 0) {
          clearInterval(timer);
          timer = undefined;
        }
      };
    },
    () => now,
  );
  return new Date(ms);
}

/** The present minute or so: for rows that need not be drawn every second. */
export function useRoughNow(): Date {
  const step = 5_000;
  const ms = useSyncExternalStore(
    (changed) => {
      const own = setInterval(changed, step);
      return () => clearInterval(own);
    },
    () => Math.floor(Date.now() / step) * step,
  );
  return new Date(ms);
}
