import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer } from '@throughline/client';
import { useCallback } from 'react';
import { unwrap, useApi } from '../shared/api.ts';
import { sent } from '../shared/page/index.ts';

export type Profile = Answer<'/api/staff/customers/{id}/profile', 'get'>;
export type Panel = Answer<'/api/staff/customers/{id}/panel', 'get'>;
export type ListedCustomer = Answer<'/api/staff/customers/list', 'get'>['items'][number];
export const timelineKinds = ['visits', 'talks', 'orders', 'holds', 'returns', 'mails', 'identity'] as const;
export type TimelineKind = (typeof timelineKinds)[number];

export function useProfile(id: string, reveal: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ['customers', id, 'profile', reveal],
    queryFn: () =>
      unwrap(
        api.GET('/api/staff/customers/{id}/profile', { params: { path: { id }, query: reveal ? { reveal } : {} } }),
      ),
    placeholderData: keepPreviousData,
    enabled: id !== '',
  });
}

/** What is going on now; the same as beside a conversation. */
export function useOpenThings(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['customers', id, 'panel'],
    queryFn: () => unwrap(api.GET('/api/staff/customers/{id}/panel', { params: { path: { id }, query: {} } })),
    enabled: id !== '',
  });
}

export function useTimeline(id: string, kind: TimelineKind | undefined) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['customers', id, 'timeline', kind],
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/staff/customers/{id}/timeline', {
          params: { path: { id }, query: sent({ kind, cursor: pageParam || undefined, limit: 50 }) as never },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** Reads everything of one customer anew. */
export function useReread(id: string) {
  const queries = useQueryClient();
  return useCallback(() => void queries.invalidateQueries({ queryKey: ['customers', id] }), [queries, id]);
}
