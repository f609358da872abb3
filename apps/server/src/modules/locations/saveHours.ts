import type { Ctx } from '../../kernel/context.ts';
import { changeHours } from './changeHours.ts';
import { checkHours } from './checkHours.ts';
import { tables } from './tables.ts';
import type { WeeklyHours } from './types.ts';

/**
 * Replaces a location's weekly hours.
 *
 * @throws AppError invalid_request, not_found, wrong_location, archived, version_conflict
 */
export async function saveHours(
  ctx: Ctx,
  input: { locationId: string; hours: WeeklyHours; version?: number },
): Promise<{ version: number }> {
  checkHours(input.hours);
  return changeHours(ctx, 'locations.save_hours', input, async (tx) => {
    const before = await tables(tx)
      .selectFrom('locations.location')
      .select('hours')
      .where('id', '=', input.locationId)
      .executeTakeFirst();
    return { columns: { hours: JSON.stringify(input.hours) }, before: { ...before }, after: { hours: input.hours } };
  });
}
