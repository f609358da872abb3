import { useQuery } from '@tanstack/react-query';
import { unwrap, useApi } from '../../shared/api.ts';

/** The closing times to which one may hold something in a store; the usual one is the last. */
export function useHoldEnds(locationId: string | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: ['desk', 'holdEnds', locationId],
    queryFn: () => unwrap(api.GET('/api/staff/hold-ends', { params: { query: { locationId: locationId ?? '' } } })),
    enabled: locationId !== undefined,
    staleTime: 60_000,
  });
}
