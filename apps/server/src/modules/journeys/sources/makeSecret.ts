import { randomBytes } from 'node:crypto';
import { audit } from '../../../kernel/audit.ts';
import { actorKey, type Ctx } from '../../../kernel/context.ts';
import { once } from '../../../kernel/idempotency.ts';
import { emit } from '../../../kernel/outbox.ts';
import { type Refusal, refuse } from '../../../kernel/result.ts';
import { tables } from '../tables.ts';
import { lockSource } from './changeSource.ts';
import { type Secret, secretHash, secretPrefix, toSecret } from './secret.ts';

/** One for each till system, and one to change over to: more of them are forgotten keys. */
const mostSecrets = 20;

/**
 * Makes a secret key of a source: what is sent with it is believed. The key (256 bits) is in this answer and nowhere else; a
 * repeat under the same Idempotency-Key names it and has no key. Throws not_found.
 */
export async function makeSecret(
  ctx: Ctx,
  sourceId: string,
): Promise<{ secret: Secret; key: string | null } | Refusal> {
  const key = `${secretPrefix}${randomBytes(32).toString('base64url')}`;
  const made = await once(ctx, 'journeys.make-secret', async (tx) => {
    const source = await lockSource(tx, sourceId);
    const live = await tables(tx)
      .selectFrom('journeys.source_secret')
      .select('id')
      .where('source_id', '=', sourceId)
      .where('revoked_at', 'is', null)
      .execute();
    if (live.length >= mostSecrets)
      return refuse('already_exists', {
        detail: `This source has ${mostSecrets} secret keys. Revoke one that nobody uses first; nothing was changed.`,
      });
    const row = await tables(tx)
      .insertInto('journeys.source_secret')
      .values({
        id: tx.newId(),
        source_id: sourceId,
        hash: secretHash(key),
        hint: key.slice(-4),
        created_at: tx.clock.now(),
        created_by: actorKey(tx.actor),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await emit(tx, {
      type: 'journeys.source.changed',
      aggregate: 'event_source',
      aggregateId: sourceId,
      aggregateVersion: 1,
      data: { sourceId, active: source.disabled_at === null, keyChanged: true },
    });
    await audit(tx, {
      act: 'journeys.make-secret',
      target: 'event_source',
      targetId: sourceId,
      after: { secretId: row.id, hint: row.hint },
    });
    return toSecret(row);
  });
  if ('reason' in made) return made;
  const { hash } = await tables(ctx)
    .selectFrom('journeys.source_secret')
    .select('hash')
    .where('id', '=', made.id)
    .executeTakeFirstOrThrow();
  return { secret: made, key: hash.equals(secretHash(key)) ? key : null };
}
