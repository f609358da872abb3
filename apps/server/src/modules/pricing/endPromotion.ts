import { sql } from 'kysely';
import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { emit } from '../../kernel/outbox.ts';
import { tellEnds, tellStarts } from './tellPromotions.ts';

/**
 * Ends a promotion now, or moves its end: a later end is the same reduction going on, its 30-day figure stays. One that
 * has not begun yet and is ended now never begins.
 *
 * @param input.endsAt 'now', an instant in the future, or null = until further notice
 * @throws AppError not_found, version_conflict, archived, illegal_transition (it ended already), invalid_request (an end in the past)
 */
export async function endPromotion(
  ctx: Ctx,
  input: { promotionId: string; endsAt: 'now' | Date | null; version?: number },
): Promise<{ version: number }> {
  return once(ctx, 'pricing.end_promotion', async (tx) => {
    const row = await lockPromotion(tx, input.promotionId, input.version);
    const now = tx.clock.now();
    if (row.archived_at) throw new AppError('archived', { detail: 'This promotion is archived. Make a new one.' });
    if (row.ends_at !== null && row.ends_at <= now) {
      throw new AppError('illegal_transition', {
        detail: `It ended at ${row.ends_at.toISOString()}. Make a new one; its prices are history.`,
      });
    }
    const earliest = row.starts_at > now ? row.starts_at : now;
    const endsAt = input.endsAt === 'now' ? earliest : input.endsAt;
    if (endsAt !== null && endsAt < earliest) {
      throw new AppError('invalid_request', {
        detail: 'A promotion ends now or later: prices that were asked cannot be changed.',
      });
    }
    return changeEnd(tx, row, endsAt, 'pricing.promotion.end_changed');
  });
}

/**
 * Takes a promotion out of lists, ending it first if it is in force. It is never deleted: the prices it made are history
 * that later reductions are judged by. Archiving again changes nothing.
 *
 * @throws AppError not_found, version_conflict
 */
export async function archivePromotion(
  ctx: Ctx,
  input: { promotionId: string; version?: number },
): Promise<{ version: number }> {
  return once(ctx, 'pricing.archive_promotion', async (tx) => {
    const row = await lockPromotion(tx, input.promotionId, input.version);
    if (row.archived_at) return { version: row.version };
    const now = tx.clock.now();
    await sql`update pricing.promotion set archived_at = ${now} where id = ${row.id}`.execute(tx.db);
    const running = row.ends_at === null || row.ends_at > now;
    const end = running ? (row.starts_at > now ? row.starts_at : now) : row.ends_at;
    return changeEnd(tx, row, end, 'pricing.promotion.archived');
  });
}

interface LockedPromotion {
  id: string;
  market: string;
  starts_at: Date;
  ends_at: Date | null;
  archived_at: Date | null;
  version: number;
}

async function lockPromotion(tx: Ctx, id: string, expected: number | undefined): Promise<LockedPromotion> {
  const { rows } = await sql<LockedPromotion>`
    select id, market, starts_at, ends_at, archived_at, version from pricing.promotion where id = ${id} for update`.execute(
    tx.db,
  );
  const row = rows[0];
  if (!row) throw new AppError('not_found', { detail: `There is no promotion ${id}.` });
  if (expected !== undefined && expected !== row.version) {
    throw new AppError('version_conflict', {
      detail: `This promotion is at version ${row.version}, you saw version ${expected}. Nothing was changed; load it again.`,
      version: row.version,
    });
  }
  return row;
}

async function changeEnd(
  tx: Ctx,
  row: LockedPromotion,
  endsAt: Date | null,
  act: 'pricing.promotion.end_changed' | 'pricing.promotion.archived',
): Promise<{ version: number }> {
  await sql`update pricing.promotion set ends_at = ${endsAt}, version = version + 1 where id = ${row.id}`.execute(
    tx.db,
  );
  const [before, after] = [{ endsAt: row.ends_at?.toISOString() ?? null }, { endsAt: endsAt?.toISOString() ?? null }];
  await emit(tx, {
    type: act,
    aggregate: 'promotion',
    aggregateId: row.id,
    aggregateVersion: row.version + 1,
    data: { promotionId: row.id, market: row.market, ...after },
  });
  await audit(tx, { act, target: 'promotion', targetId: row.id, before, after });
  await tellStarts(tx, row.id);
  await tellEnds(tx, row.id);
  const { rows } = await sql<{ version: number }>`select version from pricing.promotion where id = ${row.id}`.execute(
    tx.db,
  );
  return { version: rows[0]?.version ?? row.version + 1 };
}
