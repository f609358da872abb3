import { queryOptions } from '@tanstack/react-query';
import { type Answer, type Body, createApi, unwrap } from '@throughline/client';
import type { Language } from '@throughline/ui/words';

export type FoundSale = Answer<'/api/staff/returns/sales', 'get'>['items'][number];
export type Sale = Answer<'/api/staff/returns/sales/{orderId}', 'get'>;
export type SaleLine = Sale['lines'][number];
export type Described = Answer<'/api/staff/returns/{id}', 'get'>;
export type Return = Described['return'];
export type DeskBody = Body<'/api/staff/returns', 'post'>;
export type DeskLine = DeskBody['lines'][number];

export interface Search {
  q?: string | undefined;
  variantId?: string | undefined;
  amount?: number | undefined;
  days?: number | undefined;
  day?: string | undefined;
  cardLast4?: string | undefined;
}

export const isAsked = (search: Search): boolean =>
  search.q !== undefined ||
  search.variantId !== undefined ||
  search.amount !== undefined ||
  search.cardLast4 !== undefined;

export const salesQuery = (search: Search, language: Language) =>
  queryOptions({
    queryKey: ['floor', 'returns', 'sales', language, search],
    queryFn: () =>
      unwrap(createApi({ language }).GET('/api/staff/returns/sales', { params: { query: given(search) } })),
    staleTime: 3_000,
  });

const given = ({ q, variantId, amount, days, day, cardLast4 }: Search) => ({
  ...(q === undefined ? {} : { q }),
  ...(variantId === undefined ? {} : { variantId }),
  ...(amount === undefined ? {} : { amount }),
  ...(days === undefined ? {} : { days }),
  ...(day === undefined ? {} : { day }),
  ...(cardLast4 === undefined ? {} : { cardLast4 }),
});

export const policyQuery = () =>
  queryOptions({
    queryKey: ['floor', 'returns', 'policy'],
    queryFn: () => unwrap(createApi({ language: 'en' }).GET('/api/staff/settings/returns')),
    staleTime: 60_000,
  });

export type Blind = Answer<'/api/staff/blind-returns/{id}', 'get'>;

export const blindQuery = (id: string) =>
  queryOptions({
    queryKey: ['floor', 'returns', 'blind', id],
    queryFn: () =>
      unwrap(createApi({ language: 'en' }).GET('/api/staff/blind-returns/{id}', { params: { path: { id } } })),
  });

export const saleQuery = (orderId: string, language: Language) =>
  queryOptions({
    queryKey: ['floor', 'returns', 'sale', language, orderId],
    queryFn: () =>
      unwrap(createApi({ language }).GET('/api/staff/returns/sales/{orderId}', { params: { path: { orderId } } })),
    staleTime: 0,
  });

export const parcelsQuery = (locationId: string) =>
  queryOptions({
    queryKey: ['floor', 'returns', 'parcels', locationId],
    queryFn: () =>
      unwrap(
        createApi({ language: 'en' }).GET('/api/staff/returns', {
          params: { query: { locationId, way: 'post', state: ['announced', 'received', 'inspected'] } },
        }),
      ),
  });

export const returnQuery = (id: string) =>
  queryOptions({
    queryKey: ['floor', 'returns', 'one', id],
    queryFn: () => unwrap(createApi({ language: 'en' }).GET('/api/staff/returns/{id}', { params: { path: { id } } })),
    staleTime: 0,
  });
