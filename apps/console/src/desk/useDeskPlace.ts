import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { View } from './queries.ts';

/** Where one is in the desk, kept in the address: the list, the words looked for, the open conversation. */
export function useDeskPlace() {
  const search = useSearch({ from: '/shell/desk' });
  const { threadId } = useParams({ strict: false });
  const navigate = useNavigate();
  return useMemo(() => {
    const { view = 'all', q = '', side } = search;
    const kept = { ...(search.view ? { view: search.view } : {}), ...(search.q ? { q: search.q } : {}) };
    return {
      view,
      query: q,
      threadId,
      side,
      open: (id: string) => void navigate({ to: '/desk/$threadId', params: { threadId: id }, search: kept }),
      close: () => void navigate({ to: '/desk', search: kept }),
      show: (next: View) =>
        void navigate(
          threadId
            ? { to: '/desk/$threadId', params: { threadId }, search: { view: next } }
            : { to: '/desk', search: { view: next } },
        ),
      find: (words: string) => {
        const found = { ...(search.view ? { view: search.view } : {}), ...(words ? { q: words } : {}) };
        void navigate(
          threadId
            ? { to: '/desk/$threadId', params: { threadId }, search: found, replace: true }
            : { to: '/desk', search: found, replace: true },
        );
      },
      showSide: (next: 'customer' | undefined) => {
        if (threadId)
          void navigate({
            to: '/desk/$threadId',
            params: { threadId },
            search: { ...kept, ...(next ? { side: next } : {}) },
          });
      },
      linkTo: (id: string) => ({ to: '/desk/$threadId' as const, params: { threadId: id }, search: kept }),
    };
  }, [search, threadId, navigate]);
}

export type DeskPlace = ReturnType<typeof useDeskPlace>;
