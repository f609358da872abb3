import { useEffect } from 'react';
import { useRevalidator } from 'react-router';

/** As long as nothing can be heard (no stream through a proxy, say), the page is read anew so often. */
const withoutStreamMs = 15_000;

/**
 * Reads the page anew as soon as the stock of its variants changes anywhere, while somebody looks at it: the public
 * stream says that, and nothing else. A hidden tab hears nothing (browsers allow six connections to a server) and
 * catches up when it is seen again.
 */
export function useLiveStock(variantIds: readonly string[]): void {
  const { revalidate } = useRevalidator();
  const ids = variantIds.join(',');
  useEffect(() => {
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hidden = false;
    const reread = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void revalidate(), 60);
    };
    const listen = () => {
      if (document.visibilityState === 'hidden') {
        source?.close();
        source = undefined;
        hidden = true;
      } else if (!source) {
        source = new EventSource(`/api/shop/stock/live?variants=${ids}`);
        source.addEventListener('stock', reread);
        source.addEventListener('resync', reread);
        if (hidden) reread();
      }
    };
    const poll = setInterval(() => {
      if (source && source.readyState !== EventSource.OPEN && document.visibilityState === 'visible') reread();
    }, withoutStreamMs);
    listen();
    document.addEventListener('visibilitychange', listen);
    return () => {
      clearTimeout(timer);
      clearInterval(poll);
      source?.close();
      document.removeEventListener('visibilitychange', listen);
    };
  }, [ids, revalidate]);
}
