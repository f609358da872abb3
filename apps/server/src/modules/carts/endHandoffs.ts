import type { Ctx } from '../../kernel/context.ts';
import { tables } from './tables.ts';

/** Frees the codes of handoffs that have expired. Correctness never waits for it: expiry is asked at every look-up. */
export async function endHandoffs(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  await tables(ctx)
    .updateTable('carts.handoff')
    .set({ ended_at: now })
    .where('ended_at', 'is', null)
    .where('expires_at', '<=', now)
    .execute();
}
