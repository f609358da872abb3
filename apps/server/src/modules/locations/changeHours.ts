import { audit } from '../../kernel/audit.ts';
import { type Ctx, mayActAt } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { emit } from '../../kernel/outbox.ts';
import { lockLocation, raiseVersion } from './lockLocation.ts';

/**
 * What saving hours and saving exceptions have in common: who may, the row lock, the version, the event (holds and
 * pickup promises depend on closing times) and the audit line.
 *
 * @throws AppError wrong_location, not_found, archived, version_conflict
 */
export async function changeHours(
  ctx: Ctx,
  act: string,
  input: { locationId: string; version?: number },
  write: (
    tx: Ctx,
  ) => Promise<{ columns: { hours?: string }; before: Record<string, unknown>; after: Record<string, unknown> }>,
): Promise<{ version: number }> {
  if (!mayActAt(ctx.actor, input.locationId)) {
    throw new AppError('wrong_location', {
      detail: 'You may change the hours of your own location only. Nothing was changed.',
    });
  }
  return once(ctx, act, async (tx) => {
    const row = await lockLocation(tx, { id: input.locationId }, input.version);
    if (!row) throw new AppError('not_found', { detail: `There is no location ${input.locationId}.` });
    const { columns, before, after } = await write(tx);
    const version = await raiseVersion(tx, row, columns);
    await emit(tx, {
      type: 'locations.hours.changed',
      aggregate: 'location',
      aggregateId: row.id,
      aggregateVersion: version,
      locationId: row.id,
      data: { locationId: row.id, code: row.code },
    });
    await audit(tx, { act, target: 'location', targetId: row.id, before, after });
    return { version };
  });
}
