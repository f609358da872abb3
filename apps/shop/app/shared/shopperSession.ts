import { type Api, ProblemError, unwrap } from '@throughline/client';
import { cookieOf } from './chosenStore.ts';

/**
 * The first act of a visitor starts a session, and no page before it: who only looks is not recorded as somebody. What
 * the tracker saw of this browser, with consent, becomes part of it.
 */
export async function ensureSession(api: Api, request: Request): Promise<void> {
  const anonymousId = cookieOf(request, 'tl_anonymous_id');
  await unwrap(api.POST('/api/shop/session', { body: anonymousId ? { anonymousId } : {} }));
}

/** The answer of a call that needs a session; undefined for a visitor who has none yet. */
export async function whereKnown<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (isProblem(error, 'session_required', 'sign_in_required')) return undefined;
    throw error;
  }
}

export function isProblem(error: unknown, ...codes: string[]): error is ProblemError {
  return error instanceof ProblemError && (codes.length === 0 || codes.includes(error.code));
}

/** A page that is not there, for ids and tokens that lead nowhere. */
export async function orMissing<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (isProblem(error, 'not_found', 'invalid_request')) throw new Response('', { status: 404 });
    throw error;
  }
}
