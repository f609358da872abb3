/** What the tracker needs of a browser; given as an object, so that tests and other runtimes can be one. */
export interface Environment {
  /** Milliseconds since 1970. */
  now(): number;
  uuid(): string;
  /** Storage that outlives the page and is shared by tabs; undefined where the browser refuses it. */
  storage: KeyValueStore | undefined;
  cookies: { read(name: string): string | undefined; write(name: string, value: string, days: number): void };
  /** The address and referrer now; a single-page app changes the first. */
  page(): { url: string; referrer: string };
  locale: string | undefined;
  userAgent: string | undefined;
  /** Sends and resolves with the status, or rejects when there is no connection. */
  send(url: string, body: string): Promise<number>;
  /** Hands over to the browser while the page goes away; false when it refuses. No answer comes back. */
  beacon(url: string, body: string): boolean;
  /** The page is about to go away, perhaps for good. */
  onLeave(listener: () => void): void;
  /** There is a connection again. */
  onOnline(listener: () => void): void;
  later(act: () => void, ms: number): void;
}

export interface KeyValueStore {
  keys(): string[];
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  remove(key: string): void;
}

/** For pages whose storage is refused: lives as long as the page. */
export function memoryStore(): KeyValueStore {
  const values = new Map<string, string>();
  return {
    keys: () => [...values.keys()],
    get: (key) => values.get(key),
    set: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
  };
}
