import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { once } from '../../kernel/idempotency.ts';
import type { Result } from '../../kernel/result.ts';
import type { Fulfilment } from './fulfilment.ts';
import { type MoveRefusal, moveFulfilment } from './moveFulfilment.ts';

/** Takes back a mistaken "ready", "picking" or "not found": the work is to be done again, and the trail says why. */
export async function reverseFulfilment(
  ctx: Ctx,
  input: { id: string; reason: string; version?: number | undefined },
): Promise<Result<Fulfilment, MoveRefusal>> {
  return once(ctx, 'fulfilment.reverse', async (tx) => {
    await sql`update fulfilment.line set picked = 0 where fulfilment_id = ${input.id}`.execute(tx.db);
    return moveFulfilment(tx, {
      id: input.id,
      to: 'to_pick',
      happened: 'reversed',
      reason: input.reason,
      place: null,
      set: sql`, picked_by = null`,
      only: input.version === undefined ? sql`` : sql`and f.version = ${input.version}`,
    });
  });
}
