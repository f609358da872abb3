import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from '@throughline/client';

/** A refusal is an answer: only silence is asked again. */
const maySucceedLater = (error: unknown): boolean =>
  !(error instanceof ProblemError) || error.code === 'offline' || error.problem.status >= 500;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => failures < 2 && maySucceedLater(error),
      // An offline screen shows what it had, and says so; it does not hang.
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
