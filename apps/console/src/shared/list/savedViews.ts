import { useState } from 'react';
import { type ListSearch, readListSearch } from './listSearch.ts';

/** A list as somebody likes to see it: filters, order and columns, under a name. Of one list only. */
export interface SavedView {
  name: string;
  search: ListSearch;
}

const keyOf = (listId: string) => `views:${listId}`;

function read(listId: string): SavedView[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(listId)) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.flatMap((view: { name?: unknown; search?: unknown }) =>
      typeof view?.name === 'string' && typeof view.search === 'object' && view.search !== null
        ? [{ name: view.name, search: readListSearch(view.search as Record<string, unknown>) }]
        : [],
    );
  } catch {
    return [];
  }
}

/** What of a search belongs to a view: not what is open at the moment. */
export const viewOf = ({ peek: _, view: __, ...search }: ListSearch): ListSearch => search;

export const sameView = (a: ListSearch, b: ListSearch): boolean => {
  const text = (search: ListSearch) => JSON.stringify(Object.entries(readListSearch(search)).sort());
  return text(viewOf(a)) === text(viewOf(b));
};

/** Personal views of a list, kept on this device. Saving under a name that exists changes that view in place. */
export function useSavedViews(listId: string) {
  const [views, setViews] = useState(() => read(listId));
  const keep = (next: SavedView[]) => {
    localStorage.setItem(keyOf(listId), JSON.stringify(next));
    setViews(next);
  };
  return {
    views,
    save(name: string, search: ListSearch) {
      const view = { name, search: viewOf(search) };
      const known = views.some((one) => one.name === name);
      keep(known ? views.map((one) => (one.name === name ? view : one)) : [...views, view]);
    },
    remove(name: string) {
      keep(views.filter((one) => one.name !== name));
    },
  };
}
