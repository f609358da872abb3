import { sql } from 'kysely';
import { type Ctx, mayActAt } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Fulfilment } from './fulfilment.ts';
import { byActor } from './moveFulfilment.ts';
import { getFulfilment } from './readFulfilments.ts';
import { openStates } from './states.ts';

/** So long somebody is taken to be at the counter with it; who walks away blocks nobody. */
const servingMinutes = 3;

/**
 * Says that a colleague stands with the customer and this work, or has left again, so that a second one who scans the same
 * code sees their name. It keeps nobody from acting: the first hand-over wins on the server.
 *
 * @throws AppError not_found, wrong_location
 */
export async function serveFulfilment(ctx: Ctx, input: { id: string; isServing: boolean }): Promise<Fulfilment> {
  const work = await getFulfilment(ctx, input.id);
  if (!mayActAt(ctx.actor, work.locationId))
    throw new AppError('wrong_location', { detail: 'This is the work of another location.' });
  const [by, now] = [byActor(ctx), ctx.clock.now()];
  const over = new Date(now.getTime() - servingMinutes * 60_000);
  await (input.isServing
    ? sql`update fulfilment.fulfilment set serving_by = ${by}::uuid, serving_since = ${now}
        where id = ${work.id} and state = any (${[...openStates]})
          and (serving_by is null or serving_by = ${by}::uuid or serving_since < ${over})`
    : sql`update fulfilment.fulfilment set serving_by = null, serving_since = null where id = ${work.id} and serving_by = ${by}::uuid`
  ).execute(ctx.db);
  return getFulfilment(ctx, work.id);
}

/** Who stands at the counter with it now; null where nobody does, or has for too long to be true. */
export function servedBy(
  work: Pick<Fulfilment, 'servingBy' | 'servingSince'>,
  now: Date,
): { staffId: string; since: string } | null {
  if (!work.servingBy || !work.servingSince) return null;
  if (now.getTime() - Date.parse(work.servingSince) > servingMinutes * 60_000) return null;
  return { staffId: work.servingBy, since: work.servingSince };
}
