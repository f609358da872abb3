import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { createApi, unwrap } from '@throughline/client';
import { useCallback, useEffect } from 'react';
import { restartLive } from '../../shell/live.ts';
import { forgetMe } from '../../shell/me.ts';
import { isStoreDevice } from './isStoreDevice.ts';

/** A device on a counter is anybody's after five minutes without a hand on it. */
const idleMs = 5 * 60_000;

/** Ends the session at once and shows who may go on; what is on the till and what waits to be sent stays. */
export function useLock(): () => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const router = useRouter();
  return useCallback(async () => {
    const to = router.state.location.href.replace(/^\/console/, '');
    await unwrap(createApi({ language: 'en' }).POST('/api/staff/sign-out')).catch(() => undefined);
    forgetMe();
    restartLive();
    await navigate({ to: '/lock', search: { to } });
    // All but what the lock screen is asking for.
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'device' });
  }, [queries, navigate, router]);
}

export function useIdleLock(): void {
  const lock = useLock();
  useEffect(() => {
    if (!isStoreDevice()) return;
    let timer = setTimeout(() => void lock(), idleMs);
    const touched = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void lock(), idleMs);
    };
    const signs = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;
    for (const sign of signs) addEventListener(sign, touched, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) removeEventListener(sign, touched, { capture: true });
    };
  }, [lock]);
}
