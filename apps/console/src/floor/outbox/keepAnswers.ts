import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { clear, put, readAll } from './storage.ts';

interface KeptAnswer {
  id: string;
  key: QueryKey;
  data: unknown;
  at: number;
}

/** Longer than a day nothing is worth showing, and personal data has no business on the device. */
const keptMs = 24 * 3_600_000;

/** Keeps the Floor's last answers on the device, so that a page opened without a line shows them with their age. */
export function keepAnswers(queries: QueryClient): () => void {
  return queries.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return;
    const { queryKey, state } = event.query;
    if (queryKey[0] !== 'floor' || queryKey[1] === 'find') return;
    void put('answers', {
      id: hashKey(queryKey),
      key: queryKey,
      data: state.data,
      at: state.dataUpdatedAt,
    } as KeptAnswer).catch(() => undefined);
  });
}

export async function recallAnswers(queries: QueryClient): Promise<void> {
  const answers = await readAll<KeptAnswer>('answers').catch(() => []);
  for (const { key, data, at } of answers) {
    if (Date.now() - at > keptMs) continue;
    if (queries.getQueryData(key) !== undefined) continue;
    queries.setQueryData(key, data, { updatedAt: at });
    // However young: a page that was left in the moment of a hand-over kept what was so before it.
    await queries.invalidateQueries({ queryKey: key, exact: true, refetchType: 'none' });
  }
}

export const forgetAnswers = (): Promise<void> => clear('answers').catch(() => undefined);
