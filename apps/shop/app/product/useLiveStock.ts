import { useEffect } from 'react';
import { useRevalidator } from 'react-router';

/** As long as nothing can be heard (no stream through a proxy, say), the page is read anew so often. */
const withoutStreamMs = 15_000;

/**
 * Browsers allow six connections to a server, and every window that is seen would take one for good: two may listen, the
 * others ask now and then until one of the two is closed.
 */
const places = ['stock 1', 'stock 2'];

/** Runs `work` once a place is free, until it ends. Where a browser has no locks, at once. */
async function inPlace(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  const took = new AbortController();
  const either = AbortSignal.any([signal, took.signal]);
  await Promise.allSettled(
    places.map((place) =>
      navigator.locks.request(place, { signal: either }, async () => {
        if (either.aborted) return;
        took.abort();
        await work();
      }),
    ),
  );
}

/**
 * Reads the page anew as soon as the stock of its variants changes anywhere, while somebody looks at it: the public
 * stream says that, and nothing else. A hidden tab hears nothing (browsers allow six connections to a server) and
 * catches up when it is seen again.
 */
export function useLiveStock(variantIds: readonly string[]): void {
  const { revalidate } = useRevalidator();
  const ids = variantIds.join(',');
  useEffect(() => {
    let isOpen = false;
    let watching: AbortController | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hidden = false;
    const reread = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void revalidate(), 60);
    };
    const stream = (signal: AbortSignal) =>
      new Promise<void>((ended) => {
        const source = new EventSource(`/api/shop/stock/live?variants=${ids}`);
        source.addEventListener('stock', reread);
        source.addEventListener('resync', reread);
        source.onopen = () => {
          isOpen = true;
        };
        source.onerror = () => {
          isOpen = false;
        };
        signal.addEventListener('abort', () => {
          isOpen = false;
          source.close();
          ended();
        });
      });
    const listen = () => {
      if (document.visibilityState === 'hidden') {
        watching?.abort();
        watching = undefined;
        hidden = true;
      } else if (!watching) {
        watching = new AbortController();
        const { signal } = watching;
        void inPlace(signal, () => stream(signal));
        if (hidden) reread();
      }
    };
    const poll = setInterval(() => {
      if (!isOpen && document.visibilityState === 'visible') reread();
    }, withoutStreamMs);
    listen();
    document.addEventListener('visibilitychange', listen);
    return () => {
      clearTimeout(timer);
      clearInterval(poll);
      watching?.abort();
      document.removeEventListener('visibilitychange', listen);
    };
  }, [ids, revalidate]);
}
