import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { closingOfOpeningDay, getLocation } from '../../modules/locations/index.ts';
import { getHoldLimit } from '../../modules/settings/index.ts';

/** The choices of a person who holds: today's closing and those of the next opening days, as far as the role may. */
export async function holdEnds(
  ctx: Ctx,
  locationId: string,
): Promise<{ zone: string; ends: { days: number; until: string }[] }> {
  if (ctx.actor.kind !== 'staff') throw new AppError('not_allowed');
  const location = await getLocation(ctx, locationId);
  const now = ctx.clock.now();
  const limit = await getHoldLimit(ctx, 'agent_hold', ctx.actor.role);
  const ends = Array.from({ length: limit + 1 }, (_, days) => ({
    days,
    until: closingOfOpeningDay(location, now, days).toISOString(),
  }));
  // On a closed day the first choice and the second are the same evening.
  return {
    zone: location.zone,
    ends: ends.filter((end, index) => end.until > now.toISOString() && end.until !== ends[index + 1]?.until),
  };
}
