import { connectLive, type Live, type LiveEvent, type LiveState } from '@throughline/ui/live';
import { useEffect, useRef, useSyncExternalStore } from 'react';

let live: Live | undefined;

/** The browser's one stream of what happens, opened when the first screen asks for it. */
function staffLive(): Live {
  live ??= connectLive('/api/staff/live');
  return live;
}

/** After a sign-in or sign-out another person listens. */
export function restartLive(): void {
  live?.close();
  live = undefined;
}

/** Calls `listener` for every event whose type begins with one of `prefixes`, and for `resync` (read everything anew). */
export function useLive(prefixes: readonly string[], listener: (event: LiveEvent) => void): void {
  const latest = useRef(listener);
  latest.current = listener;
  // biome-ignore lint/correctness/useExhaustiveDependencies: prefixes are literals; listening anew at every render would lose events.
  useEffect(
    () =>
      staffLive().onEvent((event) => {
        if (event.type === 'resync' || prefixes.some((prefix) => event.type.startsWith(prefix))) latest.current(event);
      }),
    [],
  );
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (changed) => staffLive().onState(changed),
    () => staffLive().state(),
  );
}
