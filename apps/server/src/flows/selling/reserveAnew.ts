import type { Ctx } from '../../kernel/context.ts';
import { stepKey } from '../../kernel/idempotency.ts';
import { getReservations, type ReserveRequest, reserve } from '../../modules/stock/index.ts';

/**
 * `reserve` as a step of a larger act. A repeat of the act gets the hold of its first try, and where that try came to
 * nothing and gave the goods back, a new one: else the repeat would take money for goods it does not hold.
 */
export async function reserveAnew(ctx: Ctx, step: string, request: Omit<ReserveRequest, 'id'>) {
  const asked = { ...request, id: ctx.newId() };
  const held = await reserve(stepKey(ctx, step), asked);
  if (!held.ok || held.value.reservationId === asked.id) return held;
  const { reservationId } = held.value;
  const known = (await getReservations(ctx, [reservationId])).get(reservationId);
  const isOver = known?.state === 'released' || known?.state === 'expired';
  return isOver ? reserve(stepKey(ctx, `${step}:after:${reservationId}`), asked) : held;
}
