import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useLanguage } from '../../shared/language.tsx';
import { useLiveState } from '../../shell/live.ts';
import { useMe } from '../../shell/me.ts';
import { type Kept, keptNow, loadKept, type NewDeed, type Outcome, onKept, perform, sendKept } from './outbox.ts';

export const useKept = (): readonly Kept[] => useSyncExternalStore(onKept, keptNow);

/** An act of mine: done, refused, or kept for when the line is back. What is on the screen is read anew afterwards. */
export function usePerform(): <T>(deed: Omit<NewDeed, 'staffId'>) => Promise<Outcome<T>> {
  const me = useMe();
  const language = useLanguage();
  const queries = useQueryClient();
  return useCallback(
    async <T>(deed: Omit<NewDeed, 'staffId'>) => {
      const outcome = await perform<T>({ ...deed, staffId: me.id }, language);
      if (outcome.state !== 'kept') void queries.invalidateQueries({ queryKey: ['floor'] });
      return outcome;
    },
    [me.id, language, queries],
  );
}

export interface Line {
  /** The device's own network, as far as it knows. */
  network: boolean;
  /** Our server answers. */
  server: boolean;
}

/** Two lights: the network of the device, and our server. */
export function useLine(): Line {
  const [network, setNetwork] = useState(navigator.onLine);
  const live = useLiveState();
  useEffect(() => {
    const look = () => setNetwork(navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return { network, server: network && live !== 'lost' };
}

/** Sends what waits as soon as the server answers again, and from time to time. */
export function useSendKept(onSent: (tally: { sent: number; refused: number }) => void): void {
  const me = useMe();
  const language = useLanguage();
  const line = useLine();
  const queries = useQueryClient();
  const waiting = useKept().filter((entry) => entry.state === 'waiting' && entry.deed !== 'scan').length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new function at every render is the same wish.
  useEffect(() => {
    void loadKept();
    if (!line.server || waiting === 0) return;
    const send = async () => {
      const tally = await sendKept(me.id, language);
      if (tally.sent + tally.refused === 0) return;
      void queries.invalidateQueries({ queryKey: ['floor'] });
      onSent(tally);
    };
    void send();
    const again = setInterval(() => void send(), 8_000);
    return () => clearInterval(again);
  }, [line.server, waiting, me.id, language, queries]);
}
