import { randomUUID } from 'node:crypto';
import { createParser } from 'eventsource-parser';

/** What came back: the status, and the body as JSON (or text). */
export interface Answer {
  status: number;
  body: Json;
  headers: Headers;
}

/** JSON whose shape the story checks as it goes. */
// biome-ignore lint/suspicious/noExplicitAny: the story reads answers as a stranger would, without our types.
export type Json = any;

export interface LiveFeed {
  /** Waits for an event that fits, those that came before included. */
  next(type: string, fits?: (data: Json) => boolean): Promise<Json>;
  close(): void;
}

/** A person at a device: keeps cookies as a browser does, and may change server in the middle (two behind one balancer). */
export class Browser {
  private readonly cookies = new Map<string, string>();
  server: string;
  readonly language: string;

  constructor(server: string, language = 'en') {
    this.server = server;
    this.language = language;
  }

  async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(this.server + path, {
      method,
      redirect: 'manual',
      headers: {
        'accept-language': this.language,
        cookie: this.cookieHeader(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    this.keepCookies(response);
    const text = await response.text();
    let parsed: Json = text;
    if (response.headers.get('content-type')?.includes('json')) parsed = text === '' ? undefined : JSON.parse(text);
    return { status: response.status, body: parsed, headers: response.headers };
  }

  /** The call must succeed; anything else ends the story with what the server said. */
  async must(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Json> {
    const answer = await this.call(method, path, body, headers);
    if (answer.status >= 300) {
      throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body).slice(0, 1_500)}`);
    }
    return answer.body;
  }

  get(path: string): Promise<Json> {
    return this.must('GET', path);
  }

  post(path: string, body: unknown = {}, headers?: Record<string, string>): Promise<Json> {
    return this.must('POST', path, body, headers);
  }

  /** Opens the live stream and collects what it says. */
  async live(path: string): Promise<LiveFeed> {
    const stop = new AbortController();
    const response = await fetch(this.server + path, {
      headers: { cookie: this.cookieHeader(), accept: 'text/event-stream' },
      signal: stop.signal,
    });
    if (!response.ok || !response.body) throw new Error(`live updates answered ${response.status}`);
    const seen: { type: string; data: Json }[] = [];
    const waiting = new Set<() => void>();
    const parser = createParser({
      onEvent: (event) => {
        seen.push({ type: event.event ?? 'message', data: JSON.parse(event.data || '{}') });
        for (const wake of waiting) wake();
      },
    });
    const body = response.body;
    void (async () => {
      const decoder = new TextDecoder();
      for await (const chunk of body) parser.feed(decoder.decode(chunk, { stream: true }));
    })().catch(() => undefined);
    return {
      async next(type, fits = () => true) {
        const until = Date.now() + 10_000;
        for (;;) {
          const found = seen.find((event) => event.type === type && fits(event.data));
          if (found) return found.data;
          if (Date.now() > until)
            throw new Error(`no live ${type} within 10 s; heard ${seen.map((event) => event.type).join(', ')}`);
          await new Promise<void>((resolve) => {
            const wake = () => {
              waiting.delete(wake);
              clearTimeout(timer);
              resolve();
            };
            const timer = setTimeout(wake, 500);
            waiting.add(wake);
          });
        }
      },
      close: () => stop.abort(),
    };
  }

  private cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private keepCookies(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const gone = /max-age=0/i.test(line);
      if (gone) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}
