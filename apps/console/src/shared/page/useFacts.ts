import { queryOptions, useQuery } from '@tanstack/react-query';
import { createApi, unwrap } from '@throughline/client';

const api = createApi({ language: 'en' });

/** The retailer, its markets and zone, as anybody may know them. */
const storeInfoQuery = () =>
  queryOptions({
    queryKey: ['store-info'],
    queryFn: () => unwrap(api.GET('/api/shop/store-info')),
    staleTime: 5 * 60_000,
  });

/** The zone of the retailer's calendar days, and the market its prices are in; sensible until they are known. */
export function useRetailer() {
  const { data } = useQuery(storeInfoQuery());
  const market = data?.markets.find((one) => one.code === data.retailer.defaultMarket);
  return {
    name: data?.retailer.name ?? '',
    zone: data?.retailer.zone ?? 'Europe/Warsaw',
    market: data?.retailer.defaultMarket ?? 'PL',
    currency: market?.currency ?? 'PLN',
    language: data?.retailer.defaultLanguage ?? 'pl',
  };
}

const locationsQuery = () =>
  queryOptions({
    queryKey: ['locations'],
    queryFn: () => unwrap(api.GET('/api/staff/locations', { params: { query: { archived: true } } })),
    staleTime: 60_000,
  });

export function useLocations() {
  return useQuery(locationsQuery()).data?.items ?? [];
}
