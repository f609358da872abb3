import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { once } from '../../kernel/idempotency.ts';
import type { Result } from '../../kernel/result.ts';
import type { Fulfilment } from './fulfilment.ts';
import { byActor, type MoveRefusal, moveFulfilment } from './moveFulfilment.ts';

/** It lies at `place` and waits; the event makes the customer hear of it, once. */
export async function markReady(
  ctx: Ctx,
  input: { id: string; place: string },
): Promise<Result<Fulfilment, MoveRefusal>> {
  return once(ctx, 'fulfilment.ready', (tx) =>
    moveFulfilment(tx, {
      id: input.id,
      to: 'ready',
      happened: 'ready',
      place: input.place,
      set: sql`, picked_by = coalesce(f.picked_by, ${byActor(tx)}::uuid)`,
    }),
  );
}
