import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { once } from '../../kernel/idempotency.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { getReservations, releaseReservations } from '../../modules/stock/index.ts';
import { ownHold } from './ownHold.ts';

/**
 * The customer changed her mind, or a colleague gives the goods free: they are on sale at once. Task, chat and mail
 * follow from the event. Released twice is released once.
 */
export async function releaseHold(
  ctx: Ctx,
  input: { reservationId: string; reason?: string | undefined },
): Promise<Result<{ released: true }, 'reservation_not_held'>> {
  await ownHold(ctx, input.reservationId);
  const byCustomer = ctx.actor.kind === 'shopper';
  return once(ctx, 'holds.release', async (tx) => {
    const reservation = (await getReservations(tx, [input.reservationId])).get(input.reservationId);
    if (reservation?.state === 'consumed' || reservation?.state === 'committed') {
      return refuse('reservation_not_held', {
        detail: 'It was collected or is being paid for, so it cannot be released.',
        state: reservation.state,
      });
    }
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
