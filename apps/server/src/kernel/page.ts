import { AppError } from './errors.ts';
import { isUuid } from './ids.ts';

/** Opaque cursors: the sort key of the last row, so that pages stay right while rows come and go. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** What a part of a sort key is; a cursor comes from outside, and its parts go into the statement. */
export type KeyPart = 'instant' | 'id' | 'integer' | 'text';

const fits: Record<KeyPart, (part: unknown) => boolean> = {
  instant: (part) => typeof part === 'string' && instantPattern.test(part) && Number.isFinite(Date.parse(part)),
  id: (part) => typeof part === 'string' && isUuid(part),
  integer: (part) => Number.isSafeInteger(part),
  text: (part) => typeof part === 'string' && !part.includes('\0'),
};
/** As toISOString writes it; PostgreSQL knows no year 0. */
const instantPattern = /^(?!0000)\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** @throws AppError invalid_cursor, for what encodeCursor did not make of such parts */
export function decodeCursor(cursor: string | undefined, parts: readonly KeyPart[]): (string | number)[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === parts.length && parts.every((part, index) => fits[part](key[index])))
      return key;
  } catch {
    // falls through to the one error below
  }
  throw new AppError('invalid_cursor');
}

/** Cuts a list read with `limit + 1` rows into a page. */
export function toPage<T>(
  rows: T[],
  limit: number,
  keyOf: (row: T) => (string | number)[],
): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor(keyOf(last)) : null };
}
