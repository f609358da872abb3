import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer } from '@throughline/client';
import { unwrap, useApi } from '../../shared/api.ts';
import type { Tone } from '../../shared/page/index.ts';
import { useLive } from '../../shell/live.ts';

export type Import = Answer<'/api/staff/customers/imports/{id}', 'get'>;
export type ImportRow = Answer<'/api/staff/customers/imports/{id}/rows', 'get'>['items'][number];
export type State = Import['state'];
export const importsKey = ['customer-imports'];
const working = new Set<State>(['checking', 'applying', 'undoing']);

export const toneOf = (state: State): Tone =>
  state === 'applied'
    ? 'good'
    : state === 'failed'
      ? 'bad'
      : working.has(state)
        ? 'info'
        : state === 'undone'
          ? 'plain'
          : 'waiting';

export function useImports() {
  const api = useApi();
  const queries = useQueryClient();
  useLive(['customers.import.'], () => void queries.invalidateQueries({ queryKey: importsKey }));
  return useQuery({
    queryKey: [...importsKey, 'list'],
    queryFn: () => unwrap(api.GET('/api/staff/customers/imports', { params: { query: { limit: 50 } } })),
  });
}

/** One import, live while it is worked on. */
export function useImport(id: string) {
  const api = useApi();
  const queries = useQueryClient();
  useLive(['customers.import.'], (event) => {
    if (event.type === 'resync' || event.data.importId === id)
      void queries.invalidateQueries({ queryKey: [...importsKey, id] });
  });
  return useQuery({
    queryKey: [...importsKey, id],
    queryFn: () => unwrap(api.GET('/api/staff/customers/imports/{id}', { params: { path: { id } } })),
    // Should the stream be closed, the page still gets on.
    refetchInterval: (query) => (query.state.data && working.has(query.state.data.state) ? 5_000 : false),
  });
}
