import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { secretHash } from './secret.ts';
import { type Source, type SourceRow, toSource } from './source.ts';

/** How long a key that was revoked may still send: the price of no statement a request. */
const rememberedMs = 5_000;

export type FindSecret = (ctx: Ctx, keys: readonly string[]) => Promise<Source | undefined>;

/**
 * The source of the first of these secret keys that is neither revoked nor of a source switched off. What is found is
 * remembered for five seconds, by its hash: the keys themselves stay in no memory. Notes when a key was used, once a minute.
 */
export function createFindSecret(): FindSecret {
  const remembered = new Map<string, { source: Source; until: number }>();
  return async (ctx, keys) => {
    const now = ctx.clock.now();
    for (const [hash, { until }] of remembered) if (until <= now.getTime()) remembered.delete(hash);
    const hashes = keys.map(secretHash);
    for (const hash of hashes) {
      const known = remembered.get(hash.toString('hex'));
      if (known && known.until <= now.getTime() + rememberedMs) return known.source;
    }
    const { rows } = await sql<SourceRow & { secret_id: string; hash: Buffer; is_noted: boolean }>`
      select s.*, k.id as secret_id, k.hash,
        coalesce(k.last_used_at > ${new Date(now.getTime() - 60_000)}::timestamptz, false) as is_noted
      from journeys.source_secret k join journeys.source s on s.id = k.source_id
      where k.hash = any(${hashes}::bytea[]) and k.revoked_at is null and s.disabled_at is null`.execute(ctx.db);
    for (const hash of hashes) {
      const row = rows.find((found) => found.hash.equals(hash));
      if (!row) continue;
      if (!row.is_noted)
        await sql`update journeys.source_secret set last_used_at = ${now} where id = ${row.secret_id}`.execute(ctx.db);
      const source = toSource(row);
      remembered.set(hash.toString('hex'), { source, until: now.getTime() + rememberedMs });
      return source;
    }
    return undefined;
  };
}
