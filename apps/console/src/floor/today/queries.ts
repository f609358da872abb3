import { queryOptions } from '@tanstack/react-query';
import { type Answer, createApi, unwrap } from '@throughline/client';
import type { Language } from '@throughline/ui/words';

export type Queue = Answer<'/api/staff/floor/queue', 'get'>;
export type WorkView = Answer<'/api/staff/floor/work/{id}', 'get'>;

export const queueQuery = (locationId: string, language: Language) =>
  queryOptions({
    queryKey: ['floor', 'queue', locationId, language],
    queryFn: () => unwrap(createApi({ language }).GET('/api/staff/floor/queue', { params: { query: { locationId } } })),
    staleTime: 10_000,
    refetchInterval: 60_000,
  });

export const workQuery = (id: string, language: Language) =>
  queryOptions({
    queryKey: ['floor', 'work', id, language],
    queryFn: () => unwrap(createApi({ language }).GET('/api/staff/floor/work/{id}', { params: { path: { id } } })),
    staleTime: 5_000,
  });
