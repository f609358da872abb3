import { queryOptions, useQuery } from '@tanstack/react-query';
import { type Answer, createApi, unwrap } from '@throughline/client';

export type Me = Answer<'/api/staff/me', 'get'>;
export type Role = Me['role'];

export const meQuery = () =>
  queryOptions({
    queryKey: ['me'],
    queryFn: () => unwrap(createApi({ language: 'en' }).GET('/api/staff/me')),
    staleTime: 60_000,
    retry: false,
  });

/** Who works here; inside the shell there is always somebody. */
export function useMe(): Me {
  const { data } = useQuery(meQuery());
  if (!data) throw new Error('Nobody is signed in');
  return data;
}
