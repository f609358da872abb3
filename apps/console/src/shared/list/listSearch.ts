import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** The whole state of a list: what is searched, filtered, sorted, which columns, what is peeked at. It lives in the address. */
export type ListSearch = Record<string, string | undefined>;

/** Of an address; empty values are the same as none. */
export function readListSearch(search: Record<string, unknown>): ListSearch {
  return Object.fromEntries(
    Object.entries(search).flatMap(([key, value]) =>
      value === undefined || value === null || value === '' ? [] : [[key, String(value)]],
    ),
  );
}

export interface ListState {
  search: ListSearch;
  /** Sets what is named, clears what is named as undefined; the rest stays. */
  change(changes: ListSearch): void;
  /** Nothing but this. */
  replaceAll(search: ListSearch): void;
}

export function useListState(): ListState {
  const search = readListSearch(useSearch({ strict: false }) as Record<string, unknown>);
  const navigate = useNavigate();
  const replaceAll = useCallback(
    (next: ListSearch) =>
      void navigate({ to: '.', search: readListSearch(next) as never, replace: true, resetScroll: false }),
    [navigate],
  );
  const change = useCallback(
    (changes: ListSearch) =>
      void navigate({
        to: '.',
        search: ((before: Record<string, unknown>) => readListSearch({ ...before, ...changes })) as never,
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  return { search, change, replaceAll };
}

/** Keys of a search that say how a list is shown or what is open, not what is in it. */
const notFilters = new Set(['q', 'sort', 'cols', 'peek', 'view']);
export const isFilter = (key: string): boolean => !notFilters.has(key);
