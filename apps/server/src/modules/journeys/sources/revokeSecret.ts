import { sql } from 'kysely';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { once } from '../../../kernel/idempotency.ts';
import { emit } from '../../../kernel/outbox.ts';
import { tables } from '../tables.ts';
import { lockSource } from './changeSource.ts';
import { type Secret, toSecret } from './secret.ts';

/** Ends a secret key for good, once and for every repeat. What is sent with it later is refused (see findSecret). Throws not_found. */
export async function revokeSecret(ctx: Ctx, which: { sourceId: string; secretId: string }): Promise<Secret> {
  return once(ctx, 'journeys.revoke-secret', async (tx) => {
    const source = await lockSource(tx, which.sourceId);
    const known = await tables(tx)
      .selectFrom('journeys.source_secret')
      .selectAll()
      .where('id', '=', which.secretId)
      .where('source_id', '=', which.sourceId)
      .executeTakeFirst();
    if (!known) throw new AppError('not_found', { detail: 'This source has no such secret key.' });
    if (known.revoked_at) return toSecret(known);
    const revokedAt = tx.clock.now();
    await sql`update journeys.source_secret set revoked_at = ${revokedAt} where id = ${known.id}`.execute(tx.db);
    await emit(tx, {
      type: 'journeys.source.changed',
      aggregate: 'event_source',
      aggregateId: source.id,
      aggregateVersion: 1,
      data: { sourceId: source.id, active: source.disabled_at === null, keyChanged: true },
    });
    await audit(tx, {
      act: 'journeys.revoke-secret',
      target: 'event_source',
      targetId: source.id,
      before: { secretId: known.id, hint: known.hint },
    });
    return toSecret({ ...known, revoked_at: revokedAt });
  });
}
