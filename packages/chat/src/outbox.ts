/** A message that the server has not confirmed yet. Its key makes sending it again safe: it arrives exactly once. */
export interface Unsent {
  clientKey: string;
  text: string;
  /** When it was written, RFC 3339. */
  at: string;
  /** Left while nobody is there: answered by e-mail. */
  email?: string;
  /** The server said no, and saying it again would not help. */
  refused?: boolean;
}

/** Where unsent messages survive a reload, a closed tab and a dead server. A browser's localStorage fits. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const shelfKey = 'tl_chat_unsent';

/** Unsent messages of this browser, oldest first, the same in all its tabs. */
export function readUnsent(shelf: Shelf): Unsent[] {
  try {
    const kept: unknown = JSON.parse(shelf.getItem(shelfKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isUnsent) : [];
  } catch {
    return [];
  }
}

function isUnsent(value: unknown): value is Unsent {
  if (typeof value !== 'object' || value === null) return false;
  const { clientKey, text, at } = value as Record<string, unknown>;
  return typeof clientKey === 'string' && typeof text === 'string' && typeof at === 'string';
}

const write = (shelf: Shelf, unsent: readonly Unsent[]) => shelf.setItem(shelfKey, JSON.stringify(unsent));

export const addUnsent = (shelf: Shelf, message: Unsent): void => write(shelf, [...readUnsent(shelf), message]);

/** It arrived, or its writer gave it up. */
export const dropUnsent = (shelf: Shelf, clientKey: string): void =>
  write(
    shelf,
    readUnsent(shelf).filter((message) => message.clientKey !== clientKey),
  );

export const refuseUnsent = (shelf: Shelf, clientKey: string, refused: boolean): void =>
  write(
    shelf,
    readUnsent(shelf).map((message) => (message.clientKey === clientKey ? { ...message, refused } : message)),
  );

export type Sent = 'sent' | 'refused' | 'lost';

/**
 * Sends what is unsent, in the order it was written, one after the other. What is lost stays, and so does all that was
 * written after it; what is refused is marked and does not hold up the rest. Run by one tab at a time (a lock is the
 * caller's); two at once would do no harm, for the key is the server's to recognise.
 *
 * @returns whether something is left that should be tried again
 */
export async function flushUnsent(shelf: Shelf, send: (message: Unsent) => Promise<Sent>): Promise<boolean> {
  for (const message of readUnsent(shelf)) {
    if (message.refused) continue;
    const outcome = await send(message);
    if (outcome === 'lost') return true;
    if (outcome === 'sent') dropUnsent(shelf, message.clientKey);
    else refuseUnsent(shelf, message.clientKey, true);
  }
  return readUnsent(shelf).some((message) => !message.refused);
}
