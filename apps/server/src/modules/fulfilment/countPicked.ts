import { sql } from 'kysely';
import { type Ctx, mayActAt } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Fulfilment } from './fulfilment.ts';
import { getFulfilment } from './readFulfilments.ts';

/**
 * So many pieces of one kind are in hand, as the scanner counted them: kept, so that a colleague who takes over, or the
 * same one on another device, goes on where the first stopped.
 *
 * @throws AppError not_found, wrong_location, invalid_request
 */
export async function countPicked(
  ctx: Ctx,
  input: { id: string; variantId: string; picked: number },
): Promise<Result<Fulfilment, 'illegal_transition'>> {
  return once(ctx, 'fulfilment.countPicked', async (tx) => {
    await sql`select id from fulfilment.fulfilment where id = ${input.id} for update`.execute(tx.db);
    const work = await getFulfilment(tx, input.id);
    if (!mayActAt(tx.actor, work.locationId))
      throw new AppError('wrong_location', { detail: 'This is the work of another location.' });
    if (work.state !== 'picking')
      return refuse('illegal_transition', { detail: 'Take it first; nothing was counted.', state: work.state });
    const all = work.lines
      .filter((line) => line.variantId === input.variantId)
      .reduce((sum, line) => sum + line.quantity, 0);
    if (input.picked > all) throw new AppError('invalid_request', { detail: `There are ${all} of these to pick.` });
    // Two lines of the same goods fill up one after the other.
    await sql`
      with filled as (
        select l.position, least(l.quantity, greatest(0, ${input.picked}::bigint - coalesce(sum(l.quantity)
          over (order by l.position rows between unbounded preceding and 1 preceding), 0))) as picked
        from fulfilment.line l where l.fulfilment_id = ${work.id} and l.variant_id = ${input.variantId}
      )
      update fulfilment.line l set picked = f.picked from filled f where l.fulfilment_id = ${work.id} and l.position = f.position`.execute(
      tx.db,
    );
    return ok(await getFulfilment(tx, work.id));
  });
}
