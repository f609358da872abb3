import { queryOptions } from '@tanstack/react-query';
import { unwrap, type useApi } from '../../shared/api.ts';

/** Declarations of withdrawal that wait for a person. */
export const openDeclarations = (api: ReturnType<typeof useApi>) =>
  queryOptions({
    queryKey: ['office-withdrawals', 'open'],
    queryFn: () => unwrap(api.GET('/api/staff/withdrawals', { params: { query: { state: 'open' } } })),
  });
