import type { Actor, Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { closingOfOpeningDay, closingOn, type Location } from '../../modules/locations/index.ts';
import { getHoldLimit, type HoldRole } from '../../modules/settings/index.ts';

/** How long a hold is wished: opening days of the location (0 = tonight's closing), or to closing time of a date. */
export type HoldLength = { days: number } | { date: string };

export type HoldKind = 'agent_hold' | 'reserve_and_try';

function roleOf(actor: Actor): HoldRole {
  return actor.kind === 'staff' ? actor.role : 'shopper';
}

/**
 * The instant a hold ends: always a closing time at its location, in the location's zone. Refuses what is longer than
 * the actor's role may hold, and says until when it may.
 */
export async function holdUntil(
  ctx: Ctx,
  wish: { kind: HoldKind; location: Location; length: HoldLength | undefined },
): Promise<Result<Date, 'hold_limit_exceeded'>> {
  const now = ctx.clock.now();
  const limitDays = await getHoldLimit(ctx, wish.kind, roleOf(ctx.actor));
  const latest = closingOfOpeningDay(wish.location, now, limitDays);
  if (wish.length === undefined) return ok(latest);
  const until =
    'days' in wish.length
      ? closingOfOpeningDay(wish.location, now, wish.length.days)
      : closingOn(wish.location, wish.length.date);
  if (!until)
    throw new AppError('invalid_request', {
      detail: `${wish.location.name} is closed on that day. Choose an opening day.`,
    });
  if (until <= now)
    throw new AppError('invalid_request', { detail: 'That closing time has passed. Choose a later day.' });
  if (until > latest) {
    return refuse('hold_limit_exceeded', {
      detail: `You may hold it until ${latest.toISOString()}. Nothing was held yet.`,
      latest: latest.toISOString(),
      limitOpeningDays: limitDays,
    });
  }
  return ok(until);
}
