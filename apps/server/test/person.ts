import { randomUUID } from 'node:crypto';
import type { TestServer } from './testServer.ts';

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers as a stranger would, without our types.
  body: any;
  headers: Record<string, string | string[] | number | undefined>;
}

/** Somebody at a device: keeps cookies as a browser does, and may change server in the middle. */
export interface Person {
  call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    payload?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** Throws unless it succeeds; gives the body. */
  must(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    payload?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer['body']>;
  get(url: string): Promise<Answer['body']>;
  post(url: string, payload?: unknown, headers?: Record<string, string>): Promise<Answer['body']>;
  moveTo(server: TestServer): void;
}

export function person(first: TestServer, language = 'en'): Person {
  let server = first;
  const cookies = new Map<string, string>();
  const call: Person['call'] = async (method, url, payload, headers = {}) => {
    const answer = await server.app.inject({
      method,
      url,
      headers: {
        'accept-language': language,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload: JSON.stringify(payload) }),
    });
    for (const cookie of answer.cookies) {
      if (cookie.maxAge === 0) cookies.delete(cookie.name);
      else cookies.set(cookie.name, cookie.value);
    }
    const json = String(answer.headers['content-type'] ?? '').includes('json');
    return {
      status: answer.statusCode,
      body: json && answer.body ? answer.json() : answer.body,
      headers: answer.headers,
    };
  };
  const must: Person['must'] = async (method, url, payload, headers) => {
    const answer = await call(method, url, payload, headers);
    if (answer.status >= 300)
      throw new Error(`${method} ${url} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  return {
    call,
    must,
    get: (url) => must('GET', url),
    post: (url, payload = {}, headers) => must('POST', url, payload, headers),
    moveTo: (next) => {
      server = next;
    },
  };
}
