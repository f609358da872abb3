import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { tables } from './tables.ts';

/**
 * Holds a location's row until the transaction ends, so that of two editors the second sees what the first did.
 *
 * @param expected the version the editor saw; undefined = do not compare
 * @throws AppError version_conflict, archived
 */
export async function lockLocation(
  tx: Ctx,
  which: { id: string } | { code: string },
  expected: number | undefined,
  options: { archived?: boolean } = {},
) {
  const query = tables(tx).selectFrom('locations.location').selectAll().forUpdate();
  const row = await ('id' in which
    ? query.where('id', '=', which.id)
    : query.where('code', '=', which.code)
  ).executeTakeFirst();
  if (!row) return undefined;
  if (expected !== undefined && expected !== row.version) {
    throw new AppError('version_conflict', {
      detail: `This location is at version ${row.version}, you saved version ${expected}. Nothing was changed; load it again.`,
      version: row.version,
    });
  }
  if (row.archived_at && !options.archived) {
    throw new AppError('archived', {
      detail: `Location ${row.code} is archived. Restore it first; nothing was changed.`,
    });
  }
  return row;
}

/** Raises the version of a locked location and writes what else changed on its row. */
export async function raiseVersion(
  tx: Ctx,
  row: { id: string; version: number },
  change: { hours?: string; archived_at?: Date | null } = {},
): Promise<number> {
  const version = row.version + 1;
  await tables(tx)
    .updateTable('locations.location')
    .set({ ...change, version })
    .where('id', '=', row.id)
    .execute();
  return version;
}
