import { createEventReader } from './readEvents.ts';

export interface StreamMessage {
  id: string | undefined;
  type: string;
  data: Record<string, unknown>;
}

/** The server says something every 20 s, be it nothing; a line silent for longer than this is dead, whatever the socket says. */
const silentMs = 45_000;

/**
 * Reads one server-sent-event answer to its end. By fetch and not by EventSource, which hides heartbeats (so a line that
 * died in its sleep looks alive), wants every event's name beforehand, and cannot say why it was refused.
 *
 * @returns the HTTP status when the stream was refused, undefined when it ended
 */
export async function readStream(
  url: string,
  lastEventId: string | undefined,
  signal: AbortSignal,
  on: { open(): void; message(message: StreamMessage): void },
): Promise<number | undefined> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), silentMs);
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), silentMs);
  };
  try {
    const answer = await fetch(url, {
      headers: { accept: 'text/event-stream', ...(lastEventId ? { 'last-event-id': lastEventId } : {}) },
      signal: AbortSignal.any([signal, silence.signal]),
    });
    if (!answer.ok || !answer.body) return answer.status;
    on.open();
    const feed = createEventReader(({ id, type, data }) =>
      on.message({ id, type, data: JSON.parse(data) as Record<string, unknown> }),
    );
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return undefined;
      heard();
      feed(value);
    }
  } finally {
    clearTimeout(timer);
  }
}
