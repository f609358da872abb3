import { useEffect, useState } from 'react';

/** The time, going on in the browser. On the server and at first it is the page's own, so that both draw the same. */
export function useNow(asOf: string, everyMs = 30_000): Date {
  const [now, setNow] = useState(() => new Date(asOf));
  useEffect(() => {
    // The server's clock counts, not the visitor's, which may be wrong by hours.
    const ahead = Date.now() - new Date(asOf).getTime();
    const tick = () => setNow(new Date(Date.now() - ahead));
    const timer = setInterval(tick, everyMs);
    return () => clearInterval(timer);
  }, [asOf, everyMs]);
  return now;
}
