import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { once } from '../../kernel/idempotency.ts';
import type { Result } from '../../kernel/result.ts';
import type { Fulfilment } from './fulfilment.ts';
import { byActor, type MoveRefusal, moveFulfilment } from './moveFulfilment.ts';

/** Names who picks. A second person is asked first: with `takeOver` the work changes hands. */
export async function takeFulfilment(
  ctx: Ctx,
  input: { id: string; takeOver?: boolean },
): Promise<Result<Fulfilment, MoveRefusal>> {
  return once(ctx, 'fulfilment.take', async (tx) => {
    const by = byActor(tx);
    const first = await moveFulfilment(tx, {
      id: input.id,
      to: 'picking',
      happened: 'taken',
      set: sql`, picked_by = ${by}::uuid`,
    });
    if (first.ok || !input.takeOver || first.details.state !== 'picking') return first;
    // Putting it back and taking it anew leaves both names in the trail.
    const back = await moveFulfilment(tx, {
      id: input.id,
      to: 'to_pick',
      happened: 'reversed',
      reason: 'taken over by a colleague',
    });
    if (!back.ok) return back;
    return moveFulfilment(tx, { id: input.id, to: 'picking', happened: 'taken', set: sql`, picked_by = ${by}::uuid` });
  });
}
