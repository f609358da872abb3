import { queryOptions, useQuery } from '@tanstack/react-query';
import { type Answer, createApi, unwrap } from '@throughline/client';

export type Me = Answer<'/api/staff/me', 'get'>;
export type Role = Me['role'];

export const meQuery = () =>
  queryOptions({
    queryKey: ['me'],
    queryFn: async () => keepMe(await unwrap(createApi({ language: 'en' }).GET('/api/staff/me'))),
    staleTime: 60_000,
    retry: false,
  });

const keptKey = 'me';

/** The line may be down when a page opens: who worked here last still does, until the server says otherwise. */
export function keepMe(me: Me): Me {
  localStorage.setItem(keptKey, JSON.stringify(me));
  return me;
}

export function keptMe(): Me | undefined {
  const text = localStorage.getItem(keptKey);
  return text ? (JSON.parse(text) as Me) : undefined;
}

export const forgetMe = (): void => localStorage.removeItem(keptKey);

/** Who works here; inside the shell there is always somebody. */
export function useMe(): Me {
  const { data } = useQuery(meQuery());
  if (!data) throw new Error('Nobody is signed in');
  return data;
}
