import { queryOptions, useQuery } from '@tanstack/react-query';
import { type Answer, createApi, unwrap } from '@throughline/client';
import { useCallback, useSyncExternalStore } from 'react';
import { useMe } from '../../shell/me.ts';

type Location = Answer<'/api/staff/locations', 'get'>['items'][number];
/** As much of a location as the Floor needs. */
export type Store = Pick<Location, 'id' | 'name' | 'zone' | 'kind' | 'point'>;

export const locationsQuery = () =>
  queryOptions({
    queryKey: ['floor', 'locations'],
    queryFn: () => unwrap(createApi({ language: 'en' }).GET('/api/staff/locations')),
    staleTime: 10 * 60_000,
  });

const key = 'floor.store';
const listeners = new Set<() => void>();
const chosen = () => localStorage.getItem(key);

/** The store one stands in: the own one, or the one chosen on this device by who works in several. */
export function useStore(): { store: Store | undefined; others: Store[]; choose(id: string): void } {
  const me = useMe();
  const { data } = useQuery(locationsQuery());
  const id = useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, chosen);
  const mine: Store[] = (data?.items ?? []).filter(
    (one) => one.kind === 'store' && (me.locationIds === 'all' || me.locationIds.includes(one.id)),
  );
  const store = mine.find((one) => one.id === id) ?? mine[0];
  const choose = useCallback((next: string) => {
    localStorage.setItem(key, next);
    for (const listener of listeners) listener();
  }, []);
  return { store, others: mine.filter((one) => one !== store), choose };
}

/** Inside the frame there always is one. */
export function useHere(): Store {
  const { store } = useStore();
  if (!store) throw new Error('the Floor needs a store');
  return store;
}
