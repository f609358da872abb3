import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { askTogether } from '../../kernel/askTogether.ts';
import { audit } from '../../kernel/audit.ts';
import { type Actor, actorKey, type Ctx, type Scope } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { tables } from './tables.ts';

/** A key of a machine, without its token. */
export interface ApiKey {
  id: string;
  name: string;
  scopes: Scope[];
  createdAt: string;
  /** To the hour. */
  lastUsedAt: string | null;
  revokedAt: string | null;
}

const hashOf = (token: string) => createHash('sha256').update(token).digest();

/**
 * Makes a key. The token (256 bits) is in this answer and nowhere else: only its SHA-256 is kept. A repeat under the
 * same Idempotency-Key names the key and has no token.
 */
export async function createApiKey(
  ctx: Ctx,
  input: { name: string; scopes: Scope[] },
): Promise<{ key: ApiKey; token: string | null }> {
  const token = `tl_${randomBytes(32).toString('base64url')}`;
  const hash = hashOf(token);
  const { id } = await once(ctx, 'staff.create_api_key', async (tx) => {
    const made = tx.newId();
    await tables(tx)
      .insertInto('staff.api_key')
      .values({
        id: made,
        name: input.name,
        token_hash: hash,
        scopes: [...new Set(input.scopes)],
        created_by: actorKey(tx.actor),
        created_at: tx.clock.now(),
        last_used_at: null,
        revoked_at: null,
      })
      .execute();
    await audit(tx, {
      act: 'staff.api_key.created',
      target: 'api_key',
      targetId: made,
      after: { scopes: input.scopes },
    });
    return { id: made };
  });
  const row = await tables(ctx).selectFrom('staff.api_key').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return { key: toApiKey(row), token: row.token_hash.equals(hash) ? token : null };
}

/** Revokes a key from its next request on. Throws not_found. */
export async function revokeApiKey(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { rows } = await sql<{
      id: string;
    }>`update staff.api_key set revoked_at = coalesce(revoked_at, ${tx.clock.now()})
      where id = ${id} returning id`.execute(tx.db);
    if (rows.length === 0) throw new AppError('not_found', { detail: 'There is no such API key.' });
    await audit(tx, { act: 'staff.api_key.revoked', target: 'api_key', targetId: id });
  });
}

export async function listApiKeys(ctx: Ctx): Promise<ApiKey[]> {
  const rows = await tables(ctx)
    .selectFrom('staff.api_key')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(toApiKey);
}

/** Keys of requests that arrive at the same time, in one statement; a key that was revoked before is never among them. */
const liveKeys = askTogether(async (ctx, hashes) => {
  const rows = await tables(ctx)
    .selectFrom('staff.api_key')
    .select(['id', 'scopes', 'last_used_at', 'token_hash'])
    .where(sql<boolean>`token_hash = any (${hashes.map((hash) => Buffer.from(hash, 'hex'))}::bytea[])`)
    .where('revoked_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.token_hash.toString('hex'), row]));
}, 200);

/** The machine a bearer token belongs to: one statement, and one more in the hour's first use. */
export async function machineActor(base: Ctx, bearer: string): Promise<Actor | undefined> {
  if (!bearer.startsWith('tl_')) return undefined;
  const hash = hashOf(bearer).toString('hex');
  const row = (await liveKeys(base, [hash])).get(hash);
  if (!row) return undefined;
  const now = base.clock.now();
  if (!row.last_used_at || now.getTime() - row.last_used_at.getTime() > 3_600_000) {
    await tables(base).updateTable('staff.api_key').set({ last_used_at: now }).where('id', '=', row.id).execute();
  }
  return { kind: 'machine', keyId: row.id, scopes: row.scopes };
}

function toApiKey(row: {
  id: string;
  name: string;
  scopes: Scope[];
  created_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}): ApiKey {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  };
}
