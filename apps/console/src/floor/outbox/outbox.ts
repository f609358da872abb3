import { type Problem, ProblemError } from '@throughline/client';
import { put, readAll, remove } from './storage.ts';

/** What was meant, for the list that people read. */
export type Deed =
  | 'take'
  | 'ready'
  | 'notFound'
  | 'found'
  | 'short'
  | 'choose'
  | 'move'
  | 'keep'
  | 'reverse'
  | 'handOver'
  | 'sale'
  | 'stock'
  | 'hold'
  | 'extend'
  | 'release'
  | 'resend'
  | 'send'
  | 'parcel'
  | 'arrive'
  | 'scan';

export interface Kept {
  /** Also the Idempotency-Key: sent again it is the same act. */
  id: string;
  deed: Deed;
  /** Whose act it is: sent only in their name. */
  staffId: string;
  /** K7-42MX, a SKU, an order's number: what it was about. */
  about: string;
  url: string;
  body: unknown;
  at: string;
  /** sending: on its way (or the device died meanwhile). waiting: the line was down. refused: to be looked at. sent: done later. */
  state: 'sending' | 'waiting' | 'refused' | 'sent';
  doneAt?: string;
  problem?: Pick<Problem, 'code' | 'title' | 'detail'>;
}

export type NewDeed = Pick<Kept, 'deed' | 'about' | 'url' | 'body' | 'staffId'>;
export type Outcome<T> = { state: 'done'; answer: T } | { state: 'kept' } | { state: 'refused'; problem: Problem };

const listeners = new Set<() => void>();
let kept: readonly Kept[] = [];
let loaded = false;

const tellAll = () => {
  for (const listener of listeners) listener();
};
export const keptNow = (): readonly Kept[] => kept;
export function onKept(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Reads what an earlier page left. An entry that was on its way then may or may not have arrived: it is sent again under its key. */
export async function loadKept(): Promise<void> {
  if (loaded) return;
  loaded = true;
  const stored = await readAll<Kept>('outbox').catch(() => []);
  const dayAgo = Date.now() - 86_400_000;
  for (const entry of stored) {
    if (entry.state === 'sent' && new Date(entry.at).getTime() < dayAgo) await remove('outbox', entry.id);
  }
  const known = new Set(kept.map((entry) => entry.id));
  kept = [
    ...kept,
    ...stored
      .filter((entry) => !known.has(entry.id) && !(entry.state === 'sent' && new Date(entry.at).getTime() < dayAgo))
      .map((entry) => (entry.state === 'sending' ? { ...entry, state: 'waiting' as const } : entry)),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  tellAll();
}

async function keep(entry: Kept): Promise<void> {
  kept = kept.some((one) => one.id === entry.id)
    ? kept.map((one) => (one.id === entry.id ? entry : one))
    : [...kept, entry];
  tellAll();
  // A browser without storage still works; what is on its way is then lost with the page, as anywhere else.
  await put('outbox', entry).catch(() => undefined);
}

export async function forget(id: string): Promise<void> {
  kept = kept.filter((one) => one.id !== id);
  tellAll();
  await remove('outbox', id).catch(() => undefined);
}

/** Two that mean nothing is known of the outcome: no answer, and an answer that the server could not finish. */
const isUnanswered = (problem: Problem) => problem.code === 'offline' || problem.status >= 500;

async function post(entry: Pick<Kept, 'id' | 'url' | 'body'>, language: string): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(entry.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language, 'idempotency-key': entry.id },
      body: JSON.stringify(entry.body),
      signal: AbortSignal.timeout(20_000),
    });
  } catch (error) {
    throw new ProblemError({ code: 'offline', status: 0, title: 'No answer', detail: String(error) });
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer;
  const isProblem = typeof answer === 'object' && answer !== null && 'code' in answer;
  throw new ProblemError(
    isProblem ? (answer as Problem) : { code: 'unreadable', status: response.status, title: response.statusText },
  );
}

/**
 * Does an act with the server, or keeps it for when the line is back. It is written down before it is sent: neither a
 * closed page nor an empty battery loses it, and its key lets it happen once. Nothing is done until the server says so.
 */
export async function perform<T>(deed: NewDeed, language: string): Promise<Outcome<T>> {
  const entry: Kept = { ...deed, id: crypto.randomUUID(), at: new Date().toISOString(), state: 'sending' };
  await keep(entry);
  try {
    const answer = (await post(entry, language)) as T;
    await forget(entry.id);
    return { state: 'done', answer };
  } catch (error) {
    const problem = error instanceof ProblemError ? error.problem : undefined;
    if (problem && !isUnanswered(problem)) {
      await forget(entry.id);
      return { state: 'refused', problem };
    }
    await keep({ ...entry, state: 'waiting' });
    return { state: 'kept' };
  }
}

/** A scan that nobody could answer: kept to be looked up later. */
export async function keepScan(text: string, staffId: string): Promise<void> {
  await keep({
    id: crypto.randomUUID(),
    deed: 'scan',
    staffId,
    about: text,
    url: '',
    body: null,
    at: new Date().toISOString(),
    state: 'waiting',
  });
}

/** Sends what waits, in order, as this person; other people's acts wait for them. One page at a time. */
export async function sendKept(staffId: string, language: string): Promise<{ sent: number; refused: number }> {
  const tally = { sent: 0, refused: 0 };
  await navigator.locks.request('floor outbox', async () => {
    for (const entry of kept.filter(
      (one) => one.state === 'waiting' && one.deed !== 'scan' && one.staffId === staffId,
    )) {
      try {
        await post(entry, language);
        tally.sent += 1;
        await keep({ ...entry, state: 'sent', doneAt: new Date().toISOString() });
      } catch (error) {
        const problem = error instanceof ProblemError ? error.problem : undefined;
        // Signed out meanwhile, or still no line: everything stays, in order.
        if (!problem || isUnanswered(problem) || problem.status === 401) return;
        tally.refused += 1;
        const { code, title, detail } = problem;
        await keep({ ...entry, state: 'refused', problem: { code, title, ...(detail ? { detail } : {}) } });
      }
    }
  });
  return tally;
}
