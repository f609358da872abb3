import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Answer, type Body, ProblemError, unwrap } from '@throughline/client';
import { useApi } from './api.ts';
import { useLanguage } from './language.tsx';

type Asked = Body<'/api/staff/orders/quote', 'post'>;
export type OrderQuote = Answer<'/api/staff/orders/quote', 'post'>;

/** A whole Polish postcode, as it may be asked about; undefined while it is being typed. */
export function wholePostcode(typed: string): string | undefined {
  const digits = /^(\d{2})[-\s]?(\d{3})$/.exec(typed.trim());
  return digits ? `${digits[1]}-${digits[2]}` : undefined;
}

/** What an order for somebody would cost and when it would come, by every way of delivery; asked as soon as it can be. */
export function useOrderQuote(asked: Asked | undefined): {
  quote: OrderQuote | undefined;
  isAsking: boolean;
  /** Why it cannot be ordered so, in a sentence. */
  problem: string | undefined;
} {
  const api = useApi();
  const language = useLanguage();
  const { data, error, isFetching } = useQuery({
    queryKey: ['order-quote', language, asked],
    queryFn: () => unwrap(api.POST('/api/staff/orders/quote', { body: asked as Asked })),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
    // Days change at a cut-off; what is read aloud is never old.
    staleTime: 30_000,
    refetchInterval: 60_000,
    retry: false,
  });
  const problem =
    error instanceof ProblemError ? (error.problem.detail ?? error.problem.title) : (error?.message ?? undefined);
  return { quote: asked && !error ? data : undefined, isAsking: isFetching, problem: asked ? problem : undefined };
}
