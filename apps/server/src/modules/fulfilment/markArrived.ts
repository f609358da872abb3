import { sql } from 'kysely';
import { actorKey, type Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Fulfilment } from './fulfilment.ts';
import { fulfilmentEvent } from './fulfilmentEvent.ts';
import { getFulfilment } from './readFulfilments.ts';

/**
 * What another location sent to this one has come: it is not collected by that, and not done. Of two who receive it one
 * does. Whether the actor works where it came to is the flow's to ask.
 *
 * @throws AppError not_found
 */
export async function markArrived(ctx: Ctx, input: { id: string }): Promise<Result<Fulfilment, 'illegal_transition'>> {
  return inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const { numAffectedRows } =
      await sql`update fulfilment.fulfilment set arrived_at = ${now}, version = version + 1, updated_at = ${now}
      where id = ${input.id} and state = 'shipped' and to_location_id is not null and arrived_at is null`.execute(
        tx.db,
      );
    const work = await getFulfilment(tx, input.id);
    if (!numAffectedRows)
      return refuse('illegal_transition', {
        detail: work.arrivedAt ? 'A colleague has received it already.' : 'It was not sent here, or has not left yet.',
        state: work.state,
        at: work.arrivedAt,
      });
    await sql`insert into fulfilment.step (id, fulfilment_id, from_state, to_state, actor, reason, at)
      values (${tx.newId()}, ${work.id}, 'shipped', 'shipped', ${actorKey(tx.actor)}, 'arrived', ${now})`.execute(
      tx.db,
    );
    if (!work.toLocationId) throw new AppError('internal');
    await emit(tx, { ...fulfilmentEvent('arrived', work), locationId: work.toLocationId });
    return ok(work);
  });
}
