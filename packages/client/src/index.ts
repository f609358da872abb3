import createFetchClient, { type Client } from 'openapi-fetch';
import type { paths } from './api.d.ts';

export { type BrowserApi, createBrowserApi } from './createBrowserApi.ts';
export type { paths };
export type Api = Client<paths>;

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : never;

/** As openapi-fetch hands an answer out: a pair is an array to it. */
type AsRead<T> = T extends (infer E)[] ? AsRead<E>[] : T extends object ? { [K in keyof T]: AsRead<T[K]> } : T;

/** What a route answers when it succeeds: `Answer<'/api/shop/search', 'get'>`. */
export type Answer<Path extends keyof paths, M extends Method> =
  paths[Path] extends Record<M, infer Operation>
    ? Operation extends { responses: infer Responses }
      ? AsRead<Json<Responses[keyof Responses & (200 | 201)]>>
      : never
    : never;

/** What a route takes: `Body<'/api/shop/holds', 'post'>`. */
export type Body<Path extends keyof paths, M extends Method> =
  paths[Path] extends Record<M, infer Operation>
    ? Operation extends { requestBody: infer Request }
      ? Json<Request>
      : never
    : never;

/** The API's error as it is sent (RFC 9457); `code` never changes its meaning, see /docs/problems. */
export interface Problem {
  code: string;
  status: number;
  title: string;
  detail?: string;
  /** Fields that do not fit: `path` is `body.email` or `query.limit`. */
  errors?: { path: string; message: string }[];
  /** What could be had instead, where the refusal knows. */
  alternatives?: Record<string, unknown>[];
  requestId?: string;
  retryAfterSeconds?: number;
  [more: string]: unknown;
}

/** A call that was answered with a problem, or by nobody (`code` is `offline` then, `status` 0). */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }
  get code(): string {
    return this.problem.code;
  }
}

export interface ApiOptions {
  /** Where the server is; '' in a browser on the same origin. */
  baseUrl?: string;
  /** Another fetch: a server calls itself without a network. */
  fetch?: (request: Request) => Promise<Response>;
  /** BCP 47; texts come in it. */
  language: string;
}

/** The whole API, typed from its document. Answers go through {@link unwrap}. */
export function createApi(options: ApiOptions): Api {
  return createFetchClient<paths>({
    baseUrl: options.baseUrl ?? '',
    ...(options.fetch ? { fetch: options.fetch } : {}),
    headers: { 'accept-language': options.language },
  });
}

/** The answer of a call; a problem is thrown as {@link ProblemError}. */
export async function unwrap<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  let outcome: { data?: T; error?: unknown; response: Response };
  try {
    outcome = await call;
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError({ code: 'offline', status: 0, title: 'No answer', detail: String(error) });
  }
  if (outcome.response.ok) return outcome.data as T;
  throw new ProblemError(toProblem(outcome.error, outcome.response));
}

function toProblem(error: unknown, response: Response): Problem {
  if (typeof error === 'object' && error !== null && 'code' in error && 'title' in error) return error as Problem;
  return { code: 'unreadable', status: response.status, title: response.statusText || `HTTP ${response.status}` };
}
