import { sql } from 'kysely';
import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { EventType } from '../../kernel/events.ts';
import { emit } from '../../kernel/outbox.ts';

/**
 * Raises the version of a part of the settings and holds its row until the transaction ends, so that a later editor of
 * the same part waits here. Call it before reading what is about to be replaced.
 *
 * @param expected the version the editor saw; undefined = do not compare (seeding, imports)
 * @throws AppError version_conflict
 */
export async function raiseRevision(tx: Ctx, part: string, expected: number | undefined): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    insert into settings.revision as r (part, version, changed_at) values (${part}, 1, ${tx.clock.now()})
    on conflict (part) do update set version = r.version + 1, changed_at = excluded.changed_at
    returning version`.execute(tx.db);
  const version = rows[0]?.version ?? 1;
  if (expected !== undefined && expected !== version - 1) {
    throw new AppError('version_conflict', {
      detail: `This was at version ${version - 1} when you saved version ${expected}. Nothing was changed; load it again.`,
      version: version - 1,
    });
  }
  return version;
}

/** Tells of a change that was just written: the event for other modules, the audit line for people. */
export async function recordChange(
  tx: Ctx,
  change: {
    part: string;
    version: number;
    event: EventType;
    before: object;
    after: object;
    data?: Record<string, unknown>;
  },
): Promise<void> {
  await emit(tx, {
    type: change.event,
    aggregate: 'settings',
    aggregateId: change.part,
    aggregateVersion: change.version,
    data: { part: change.part, ...change.data },
  });
  await audit(tx, {
    act: change.event,
    target: 'settings',
    targetId: change.part,
    before: { ...change.before },
    after: { ...change.after },
  });
}
