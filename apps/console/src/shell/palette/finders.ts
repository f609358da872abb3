import { useEffect, useRef } from 'react';

/** One thing the palette found. */
export interface Found {
  id: string;
  label: string;
  description?: string | undefined;
  run(): void;
}

/** Looks for people, goods, orders … by what is typed in the palette. */
export interface Finder {
  id: string;
  /** Heading of what it finds. */
  group: string;
  find(query: string): Promise<Found[]>;
}

const finders = new Map<string, Finder>();

export const findersNow = (): Finder[] => [...finders.values()];

/** Lets the palette find things of an area while one of its screens is shown. */
export function useFinder(finder: Finder): void {
  const latest = useRef(finder);
  latest.current = finder;
  const { id } = finder;
  useEffect(() => {
    finders.set(id, {
      id,
      get group() {
        return latest.current.group;
      },
      find: (query) => latest.current.find(query),
    });
    return () => void finders.delete(id);
  }, [id]);
}
