import { useEffect } from 'react';
import { useRevalidator } from 'react-router';

/**
 * Reads the page anew when something happens to what it shows: at once where this browser's session hears of it, and
 * every so often besides, for a page opened by a link on a device that has no session. The stream is loaded only here.
 */
export function useLiveReload(concerns: (data: Record<string, unknown>) => boolean, everyMs: number): void {
  const { revalidate } = useRevalidator();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page watches one thing as long as it is shown.
  useEffect(() => {
    let closed = false;
    let close = () => {};
    void import('@throughline/ui/live').then(({ connectLive }) => {
      if (closed) return;
      const live = connectLive('/api/shop/live');
      const stop = live.onEvent(({ type, data }) => {
        if (type === 'resync' || concerns(data)) void revalidate();
      });
      close = () => {
        stop();
        live.close();
      };
    });
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void revalidate();
    }, everyMs);
    return () => {
      closed = true;
      clearInterval(timer);
      close();
    };
  }, [everyMs]);
}
