import { queryOptions } from '@tanstack/react-query';
import { type Answer, createApi, unwrap } from '@throughline/client';
import type { Language } from '@throughline/ui/words';

export type Found = Answer<'/api/staff/floor/find', 'get'>;

/** What a text is here: of a code its work or cart, of goods the goods, else whoever and whatever fits the words. */
export const findQuery = (text: string, locationId: string, language: Language) =>
  queryOptions({
    queryKey: ['floor', 'find', language, locationId, text],
    queryFn: () =>
      unwrap(createApi({ language }).GET('/api/staff/floor/find', { params: { query: { text, locationId } } })),
    staleTime: 3_000,
  });

export const isNothing = (found: Found): boolean =>
  found.exact === 'none' && found.goods.length + found.customers.length + found.works.length === 0;
