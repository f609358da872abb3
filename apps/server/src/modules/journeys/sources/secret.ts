import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { JourneysTables } from '../tables.ts';

/** A key that only a till, a phone system or a server holds; without the key itself, which is known to its holder alone. */
export interface Secret {
  id: string;
  /** Its last four characters. */
  hint: string;
  createdAt: string;
  /** To the minute. */
  lastUsedAt: string | null;
  revokedAt: string | null;
}

/** By these four characters a key that stands in the wrong place is known from any other text. */
export const secretPrefix = 'tls_';

/** 256 random bits cannot be guessed from their plain SHA-256. */
export const secretHash = (key: string): Buffer => createHash('sha256').update(key).digest();

export function toSecret(row: Selectable<JourneysTables['journeys.source_secret']>): Secret {
  return {
    id: row.id,
    hint: row.hint,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  };
}
