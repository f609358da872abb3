import { keepPreviousData, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Answer } from '@throughline/client';
import { unwrap, useApi } from '../shared/api.ts';
import { useLanguage } from '../shared/language.tsx';

export type InboxLine = Answer<'/api/staff/inbox', 'get'>['items'][number];
export type ThreadPage = Answer<'/api/staff/threads/{id}', 'get'>;
export type Message = ThreadPage['messages'][number];
export type Verdict = ThreadPage['replyBy'][number];
export type Panel = Answer<'/api/staff/customers/{id}/panel', 'get'>;
export type PanelHold = Panel['holds'][number];
export type VariantStock = Answer<'/api/staff/variants/{id}/stock', 'get'>;
export type Level = VariantStock['levels'][number];
export type FoundGoods = Answer<'/api/staff/search', 'get'>['items'][number];
export type Hold = Answer<'/api/staff/holds/{id}', 'get'>;
export type Macro = Answer<'/api/staff/macros', 'get'>['items'][number];
export type Colleague = Answer<'/api/staff/colleagues', 'get'>['items'][number];
export type Location = Answer<'/api/staff/locations', 'get'>['items'][number];
export type CustomerSummary = Answer<'/api/staff/customers', 'get'>['items'][number];

export const views = ['mine', 'unassigned', 'waiting', 'all', 'snoozed', 'closed'] as const;
export type View = (typeof views)[number];

/** Under one name, so that one word reads everything of the desk anew. */
export const keys = {
  inbox: ['desk', 'inbox'] as const,
  counts: ['desk', 'counts'] as const,
  thread: (id: string) => ['desk', 'thread', id] as const,
  panel: (customerId: string) => ['desk', 'panel', customerId] as const,
  stock: ['desk', 'stock'] as const,
};

const pageSize = 50;

export function useInbox(view: View, query: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...keys.inbox, view, query],
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/staff/inbox', {
          params: {
            query: {
              // Words are looked for everywhere, not only in the view that happens to be open.
              view: query.length >= 2 ? 'any' : view,
              ...(query.length >= 2 ? { query } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
              limit: pageSize,
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function useCounts() {
  const api = useApi();
  return useQuery({ queryKey: keys.counts, queryFn: () => unwrap(api.GET('/api/staff/threads/counts')) });
}

/** The newest messages of a conversation and all that is needed to answer. */
export function useThread(id: string | undefined) {
  const api = useApi();
  return useQuery({
    queryKey: keys.thread(id ?? ''),
    queryFn: () =>
      unwrap(api.GET('/api/staff/threads/{id}', { params: { path: { id: id ?? '' }, query: { limit: 50 } } })),
    enabled: id !== undefined,
    staleTime: 0,
  });
}

export function usePanel(customerId: string | undefined) {
  const api = useApi();
  const language = useLanguage();
  return useQuery({
    queryKey: [...keys.panel(customerId ?? ''), language],
    queryFn: () => unwrap(api.GET('/api/staff/customers/{id}/panel', { params: { path: { id: customerId ?? '' } } })),
    enabled: customerId !== undefined,
  });
}

export function useVariantStock(variantId: string | undefined, near: string, day = '') {
  const api = useApi();
  const language = useLanguage();
  return useQuery({
    queryKey: [...keys.stock, variantId, near, day, language],
    queryFn: () =>
      unwrap(
        api.GET('/api/staff/variants/{id}/stock', {
          params: {
            path: { id: variantId ?? '' },
            query: { ...(near ? { near } : {}), ...(day ? { date: day } : {}) },
          },
        }),
      ),
    enabled: variantId !== undefined,
    placeholderData: (before) => (before?.variant.id === variantId ? before : undefined),
  });
}

export function useGoods(query: string, near: string) {
  const api = useApi();
  const language = useLanguage();
  return useQuery({
    queryKey: [...keys.stock, 'search', query, near, language],
    queryFn: () =>
      unwrap(api.GET('/api/staff/search', { params: { query: { query, ...(near ? { near } : {}), limit: 8 } } })),
    enabled: query.length >= 2,
    placeholderData: keepPreviousData,
  });
}

export function useMacros() {
  const api = useApi();
  return useQuery({
    queryKey: ['desk', 'macros'],
    queryFn: async () => (await unwrap(api.GET('/api/staff/macros'))).items,
    staleTime: 300_000,
  });
}

export function useColleagues() {
  const api = useApi();
  return useQuery({
    queryKey: ['colleagues'],
    queryFn: async () => (await unwrap(api.GET('/api/staff/colleagues'))).items,
    staleTime: 300_000,
  });
}

/** Stores and warehouses by id; they hardly change. */
export function useLocations() {
  const api = useApi();
  return useQuery({
    queryKey: ['locations'],
    queryFn: async () => {
      const { items } = await unwrap(api.GET('/api/staff/locations'));
      return new Map(items.map((location) => [location.id, location]));
    },
    staleTime: 600_000,
  });
}

/** What the shop calls itself. */
export function useRetailerName(): string | undefined {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['retailerName'],
    queryFn: async () => (await unwrap(api.GET('/api/shop/store-info'))).retailer.name,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data;
}

/** The contact centre's time zone: conversations are told on its clock, never on the browser's. */
export function useZone(): string {
  const api = useApi();
  const { data } = useQuery(
    queryOptions({
      queryKey: ['desk', 'zone'],
      queryFn: async () => (await unwrap(api.GET('/api/staff/chat/hours'))).zone,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  return data ?? 'Europe/Warsaw';
}
