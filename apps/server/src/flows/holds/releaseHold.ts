import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { once } from '../../kernel/idempotency.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { lockReservation, type Reservation, releaseReservations, reservationsOf } from '../../modules/stock/index.ts';
import { ownHold } from './ownHold.ts';

/**
 * The customer changed her mind, or a colleague gives the goods free: they are on sale at once. Task, chat and mail
 * follow from the event. Released twice is released once.
 */
export async function releaseHold(
  ctx: Ctx,
  input: { reservationId: string; reason?: string | undefined },
): Promise<Result<{ released: true }, 'reservation_not_held'>> {
  const hold = await ownHold(ctx, input.reservationId);
  const byCustomer = ctx.actor.kind === 'shopper';
  return once(ctx, 'holds.release', async (tx) => {
    const state = await lockReservation(tx, input.reservationId);
    if (state === 'consumed' || state === 'committed') {
      return refuse('reservation_not_held', {
        detail: 'It was collected or is being paid for, so it cannot be released.',
        state,
      });
    }
    // Who lets go of it must not believe that nothing is held, while it is in another store.
    if (state === 'released' && (await isHeldAnew(tx, hold)))
      return refuse('reservation_not_held', {
        detail: 'It was moved meanwhile and is held anew. Nothing was changed; look again.',
        state,
      });
    await releaseReservations(tx, [input.reservationId], byCustomer ? 'by_customer' : 'by_store');
    if (!byCustomer)
      await audit(tx, {
        act: 'holds.release',
        target: 'reservation',
        targetId: input.reservationId,
        reason: input.reason,
      });
    return ok({ released: true as const });
  });
}

async function isHeldAnew(tx: Ctx, { subjectId, owner, purpose }: Reservation): Promise<boolean> {
  if (!subjectId) return false;
  const holds = await reservationsOf(tx, { subjectIds: [subjectId], purposes: [purpose], limit: 50 });
  return holds.some((one) => one.owner.id === owner.id && (one.state === 'held' || one.state === 'committed'));
}
