import { useEffect, useRef, useSyncExternalStore } from 'react';

/** Something a person can do now: by a key, from the palette, and listed where the keys are shown. */
export interface Act {
  id: string;
  label: string;
  /** Heading under which it is listed. */
  group: string;
  /**
   * A single letter (`j`), two after one another (`g d`), or a name (`Enter`, `/`, `?`). Only outside of text fields, and
   * never with Alt, which types Polish letters.
   */
  key?: string;
  /** Only a key, not worth a line in the palette (next, previous). */
  isHidden?: boolean;
  run(): void;
}

const mounted = new Map<symbol, readonly Act[]>();
const listeners = new Set<() => void>();
let all: readonly Act[] = [];

function tell(): void {
  // The newest screen comes first: what it says of a key counts.
  all = [...mounted.values()].reverse().flat();
  for (const listener of listeners) listener();
}

/** Offers acts while a screen is shown. */
export function useActs(acts: readonly Act[]): void {
  const key = useRef<symbol>(undefined);
  key.current ??= Symbol('acts');
  const latest = useRef(acts);
  latest.current = acts;
  const shape = acts.map((act) => `${act.id}|${act.label}|${act.key ?? ''}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: told anew when what is listed changes; what runs is read at the moment it runs.
  useEffect(() => {
    const own = key.current ?? Symbol('acts');
    mounted.set(
      own,
      latest.current.map((act) => ({
        ...act,
        run: () => latest.current.find((candidate) => candidate.id === act.id)?.run(),
      })),
    );
    tell();
    return () => {
      mounted.delete(own);
      tell();
    };
  }, [shape]);
}

export const actsNow = (): readonly Act[] => all;

export function useAllActs(): readonly Act[] {
  return useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, actsNow);
}
