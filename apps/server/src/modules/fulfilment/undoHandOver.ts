import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import type { Result } from '../../kernel/result.ts';
import type { Fulfilment } from './fulfilment.ts';
import { type MoveRefusal, moveFulfilment } from './moveFulfilment.ts';

/**
 * The goods did not leave after all: they lie at `place` again and wait. The trail keeps who had handed them over and who
 * took that back, and why. Stock and order are the flow's.
 */
export async function undoHandOver(
  ctx: Ctx,
  input: { id: string; version: number; reason: string; place: string },
): Promise<Result<Fulfilment, MoveRefusal>> {
  return inTransaction(ctx, (tx) =>
    moveFulfilment(tx, {
      id: input.id,
      to: 'ready',
      happened: 'reversed',
      reason: input.reason,
      place: input.place,
      set: sql`, done_by = null, done_at = null`,
      only: sql`and was.state = 'handed_over' and f.version = ${input.version}`,
    }),
  );
}
