import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { changeHours } from './changeHours.ts';
import { checkExceptions } from './checkHours.ts';
import type { HoursException } from './types.ts';

/**
 * Replaces all dates on which a location's weekly hours do not hold.
 *
 * @throws AppError invalid_request, not_found, wrong_location, archived, version_conflict
 */
export async function saveExceptions(
  ctx: Ctx,
  input: { locationId: string; exceptions: HoursException[]; version?: number },
): Promise<{ version: number }> {
  checkExceptions(input.exceptions);
  return changeHours(ctx, 'locations.save_exceptions', input, async (tx) => {
    const before = await sql<{ date: string }>`
      select date, open, note from locations.hours_exception where location_id = ${input.locationId} order by date`.execute(
      tx.db,
    );
    await writeExceptions(tx, input.locationId, input.exceptions);
    return { columns: {}, before: { exceptions: before.rows }, after: { exceptions: input.exceptions } };
  });
}

/** Two statements for any number of dates. */
export async function writeExceptions(
  tx: Ctx,
  locationId: string,
  exceptions: readonly HoursException[],
): Promise<void> {
  await sql`delete from locations.hours_exception where location_id = ${locationId}`.execute(tx.db);
  if (exceptions.length === 0) return;
  await sql`
    insert into locations.hours_exception (location_id, date, open, note)
    select ${locationId}, date, open, note from jsonb_to_recordset(${JSON.stringify(exceptions)}::jsonb)
      as e(date date, open jsonb, note text)`.execute(tx.db);
}
