import { sql } from 'kysely';
import { actorKey, type Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Fulfilment } from './fulfilment.ts';
import { fulfilmentEvent } from './fulfilmentEvent.ts';
import { type MoveRefusal, moveFulfilment } from './moveFulfilment.ts';
import { getFulfilment } from './readFulfilments.ts';
import type { FulfilmentState } from './states.ts';

export interface ReducedWork {
  id: string;
  /** The work must still be the one that was looked at. */
  version?: number | undefined;
  lines: readonly { orderLineId: string; quantity: number }[];
  reason: string;
  /** Where the work goes when nothing of it is left. */
  emptied?: Extract<FulfilmentState, 'cancelled' | 'not_found'>;
}

/**
 * Takes pieces off a piece of work, in the caller's transaction: they were cancelled, are somewhere else, or were not
 * found. Work of which nothing is left ends; it keeps its lines then, to say what it was.
 *
 * Who may is the flow's to ask: a customer or the contact centre may cancel what a store has in work.
 *
 * @throws AppError not_found, version_conflict
 */
export async function reduceFulfilment(ctx: Ctx, input: ReducedWork): Promise<Result<Fulfilment, MoveRefusal>> {
  return inTransaction(ctx, async (tx) => {
    await sql`select id from fulfilment.fulfilment where id = ${input.id} for update`.execute(tx.db);
    const work = await getFulfilment(tx, input.id);
    if (input.version !== undefined && input.version !== work.version)
      throw new AppError('version_conflict', {
        detail: 'It was changed meanwhile; look at it again.',
        state: work.state,
      });
    const taken = (orderLineId: string | null) =>
      input.lines.filter((one) => one.orderLineId === orderLineId).reduce((sum, one) => sum + one.quantity, 0);
    const left = work.lines.map((line) => ({
      ...line,
      quantity: Math.max(0, line.quantity - taken(line.orderLineId)),
    }));
    if (left.every((line) => line.quantity === 0)) {
      const to = input.emptied ?? 'cancelled';
      return moveFulfilment(tx, { id: work.id, to, happened: to, reason: input.reason, anywhere: true });
    }
    const now = tx.clock.now();
    for (const [position, line] of left.entries()) {
      const was = work.lines[position];
      if (!was || was.quantity === line.quantity) continue;
      await (line.quantity === 0
        ? sql`delete from fulfilment.line where fulfilment_id = ${work.id} and order_line_id = ${line.orderLineId}`
        : sql`update fulfilment.line set quantity = ${line.quantity}, picked = least(picked, ${line.quantity})
            where fulfilment_id = ${work.id} and order_line_id = ${line.orderLineId}`
      ).execute(tx.db);
    }
    await sql`update fulfilment.fulfilment set version = version + 1, updated_at = ${now} where id = ${work.id}`.execute(
      tx.db,
    );
    await sql`insert into fulfilment.step (id, fulfilment_id, from_state, to_state, actor, reason, at)
      values (${tx.newId()}, ${work.id}, ${work.state}, ${work.state}, ${actorKey(tx.actor)}, ${input.reason}, ${now})`.execute(
      tx.db,
    );
    const reduced = await getFulfilment(tx, work.id);
    await emit(tx, fulfilmentEvent('reduced', reduced));
    return ok(reduced);
  });
}
