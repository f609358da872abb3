import { useEffect } from 'react';
import { useApi } from '../../shared/api.ts';

const everyMs = 90_000;

/** While I stand with the customer, who scans the same code elsewhere sees my name. Offline nobody can, and nothing waits for it. */
export function useServing(workId: string): void {
  const api = useApi();
  useEffect(() => {
    const say = (isServing: boolean) =>
      void api
        .POST('/api/staff/fulfilments/{id}/serve', { params: { path: { id: workId } }, body: { isServing } })
        .catch(() => undefined);
    say(true);
    const again = setInterval(() => say(true), everyMs);
    return () => {
      clearInterval(again);
      say(false);
    };
  }, [api, workId]);
}
