const dayMs = 86_400_000;
/** Older events are not believed: a wrong clock without `sentAt`, or somebody filling the store with partitions. */
export const oldestDays = 3 * 365;

export function readTime(value: unknown): number | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const time = new Date(value).getTime();
  return Number.isNaN(time) ? undefined : time;
}

/**
 * When an event happened, by our clock: receivedAt − (sentAt − originalTimestamp), so that a client's wrong clock cancels
 * out (Segment, "timestamps in events"). Without `sentAt` the client's clock is believed. Never in the future; undefined
 * when older than three years.
 */
export function eventTime(
  receivedAt: Date,
  event: Record<string, unknown>,
  batch: Record<string, unknown> | undefined,
): Date | undefined {
  const received = receivedAt.getTime();
  // RudderStack's server client writes the moment of the call into `originalTimestamp`, and what its caller says into `timestamp`.
  const original = readTime(event.timestamp) ?? readTime(event.originalTimestamp);
  if (original === undefined) return receivedAt;
  // The batch's is the moment of sending; an event's own may be that of an earlier try.
  const sent = readTime(batch?.sentAt) ?? readTime(event.sentAt);
  const at = Math.min(received, sent === undefined ? original : received - (sent - original));
  return at < received - oldestDays * dayMs ? undefined : new Date(at);
}
