import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer } from '@throughline/client';
import { unwrap, useApi } from '../../../shared/api.ts';
import type { Tone } from '../../../shared/page/index.ts';
import { useLive } from '../../../shell/live.ts';

export type History = Answer<'/api/staff/history-imports/{id}', 'get'>;
export type State = History['state'];
export const historyKey = ['history-imports'];
/** In the repository; a mapping is written beside it. */
export const guide = 'docs/guides/history.md';

const tones: Record<State, Tone> = {
  uploading: 'waiting',
  uploaded: 'waiting',
  running: 'info',
  paused: 'waiting',
  done: 'good',
  failed: 'bad',
  cancelled: 'plain',
};
export const toneOf = (state: State): Tone => tones[state];

/** Should the live stream be closed, the page still gets on. */
const whileRunning = (isRunning: boolean) => (isRunning ? 5_000 : false);

export function useHistories() {
  const api = useApi();
  const queries = useQueryClient();
  useLive(['journeys.history.'], () => void queries.invalidateQueries({ queryKey: historyKey }));
  return useQuery({
    queryKey: [...historyKey, 'list'],
    queryFn: () => unwrap(api.GET('/api/staff/history-imports', { params: { query: { limit: 50 } } })),
    refetchInterval: (query) => whileRunning(query.state.data?.items.some(({ state }) => state === 'running') ?? false),
  });
}

/** One import, live while it is taken in. */
export function useHistory(id: string) {
  const api = useApi();
  const queries = useQueryClient();
  useLive(['journeys.history.'], (event) => {
    if (event.type === 'resync' || event.data.importId === id)
      void queries.invalidateQueries({ queryKey: [...historyKey, id], exact: true });
  });
  return useQuery({
    queryKey: [...historyKey, id],
    queryFn: () => unwrap(api.GET('/api/staff/history-imports/{id}', { params: { path: { id } } })),
    refetchInterval: (query) => whileRunning(query.state.data?.state === 'running'),
  });
}
