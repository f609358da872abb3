import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { emit } from '../../kernel/outbox.ts';
import { lockLocation, raiseVersion } from './lockLocation.ts';

/**
 * Takes a location out of use, or back into it. It is never deleted: orders, stock movements and holds name it.
 * Doing it again changes nothing.
 *
 * @throws AppError not_found, version_conflict
 */
export async function setArchived(
  ctx: Ctx,
  input: { locationId: string; archived: boolean; reason: string; version?: number },
): Promise<{ version: number }> {
  return once(ctx, 'locations.set_archived', async (tx) => {
    const row = await lockLocation(tx, { id: input.locationId }, input.version, { archived: true });
    if (!row) throw new AppError('not_found', { detail: `There is no location ${input.locationId}.` });
    if ((row.archived_at !== null) === input.archived) return { version: row.version };
    const version = await raiseVersion(tx, row, { archived_at: input.archived ? tx.clock.now() : null });
    const act = input.archived ? 'locations.location.archived' : 'locations.location.restored';
    await emit(tx, {
      type: act,
      aggregate: 'location',
      aggregateId: row.id,
      aggregateVersion: version,
      locationId: row.id,
      data: { locationId: row.id, code: row.code, kind: row.kind },
    });
    await audit(tx, { act, target: 'location', targetId: row.id, reason: input.reason });
    return { version };
  });
}
