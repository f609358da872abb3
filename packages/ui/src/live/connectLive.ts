import { readStream } from './readStream.ts';

export interface LiveEvent {
  /** A domain event's type, or `resync`: something was missed, read everything anew. */
  type: string;
  data: Record<string, unknown>;
}

/** `refused`: the session ended or never was; nothing more will come. */
export type LiveState = 'connecting' | 'open' | 'lost' | 'refused';

export interface Live {
  onEvent(listener: (event: LiveEvent) => void): () => void;
  onState(listener: (state: LiveState) => void): () => void;
  state(): LiveState;
  close(): void;
}

type Word = { kind: 'event'; event: LiveEvent } | { kind: 'state'; state: LiveState } | { kind: 'ask' };

const longestPauseMs = 15_000;

/**
 * What happens on the server, as it happens: one stream per browser, shared by its tabs (browsers allow six connections
 * to a server, and five tabs must leave some for the pages). The tab that holds the lock reads and tells the others; when
 * it closes, another takes over from the last event heard. Survives sleep and lost lines; after a gap that the server can
 * no longer fill, listeners get `resync`.
 */
export function connectLive(url: string): Live {
  const events = new Set<(event: LiveEvent) => void>();
  const states = new Set<(state: LiveState) => void>();
  const closing = new AbortController();
  const tabs = new BroadcastChannel(`live ${url}`);
  let state: LiveState = 'connecting';
  let reading = false;
  let lastEventId: string | undefined;
  /** It was open before, in this tab or in the one that read. */
  let wasOpen = false;
  let wake = () => {};

  const hear = (event: LiveEvent) => {
    for (const listener of events) listener(event);
  };
  const become = (next: LiveState) => {
    if (state === next) return;
    state = next;
    wasOpen ||= next === 'open';
    for (const listener of states) listener(next);
  };
  tabs.onmessage = ({ data }: MessageEvent<Word & { id?: string }>) => {
    if (data.kind === 'event') {
      lastEventId = data.id ?? lastEventId;
      hear(data.event);
    } else if (data.kind === 'state') become(data.state);
    else if (reading) tabs.postMessage({ kind: 'state', state } satisfies Word);
  };
  const tellState = (next: LiveState) => {
    become(next);
    if (!closing.signal.aborted) tabs.postMessage({ kind: 'state', state: next } satisfies Word);
  };

  async function read(): Promise<void> {
    reading = true;
    let pauseMs = 500;
    while (!closing.signal.aborted) {
      try {
        const refusedWith = await readStream(url, lastEventId, closing.signal, {
          open() {
            pauseMs = 500;
            // Nothing had come before the line broke, so the server cannot know what was missed since.
            const mayHaveMissed = wasOpen && lastEventId === undefined;
            tellState('open');
            if (!mayHaveMissed) return;
            const resync: LiveEvent = { type: 'resync', data: {} };
            tabs.postMessage({ kind: 'event', event: resync } satisfies Word);
            hear(resync);
          },
          message({ id, type, data }) {
            lastEventId = id ?? lastEventId;
            tabs.postMessage({ kind: 'event', event: { type, data }, id });
            hear({ type, data });
          },
        });
        if (refusedWith === 401 || refusedWith === 403) {
          tellState('refused');
          return;
        }
      } catch {
        // Lost or asleep: the loop tries again.
      }
      if (closing.signal.aborted) return;
      tellState('lost');
      await new Promise<void>((resolve) => {
        wake = resolve;
        // Not all at once after a restart of the server.
        setTimeout(resolve, pauseMs * (0.5 + Math.random()));
      });
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
  }

  const wakeNow = () => wake();
  const wakeWhenSeen = () => {
    if (document.visibilityState === 'visible') wake();
  };
  addEventListener('online', wakeNow);
  document.addEventListener('visibilitychange', wakeWhenSeen);
  tabs.postMessage({ kind: 'ask' } satisfies Word);
  void navigator.locks.request(`live ${url}`, { signal: closing.signal }, read).catch(() => undefined);

  return {
    onEvent(listener) {
      events.add(listener);
      return () => events.delete(listener);
    },
    onState(listener) {
      states.add(listener);
      return () => states.delete(listener);
    },
    state: () => state,
    close() {
      closing.abort();
      tabs.close();
      removeEventListener('online', wakeNow);
      document.removeEventListener('visibilitychange', wakeWhenSeen);
    },
  };
}
