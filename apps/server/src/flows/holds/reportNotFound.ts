import { type Ctx, mayActAt } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { type Fulfilment, getFulfilment, markNotFound } from '../../modules/fulfilment/index.ts';
import { availability, changeOnHand, getReservations, releaseReservations } from '../../modules/stock/index.ts';

/**
 * The goods of a hold are not where the books say. In one transaction: the work goes to its own queue, the shelf's
 * figure is corrected by what is missing, and the hold gives up what is not there. What the customer is offered instead
 * follows from the event (offerInstead), never silently.
 */
export async function reportNotFound(
  ctx: Ctx,
  input: { fulfilmentId: string; reason: string },
): Promise<Result<Fulfilment, 'illegal_transition' | 'already_handed_over' | 'already_taken' | 'insufficient_stock'>> {
  const work = await getFulfilment(ctx, input.fulfilmentId);
  if (!mayActAt(ctx.actor, work.locationId))
    throw new AppError('wrong_location', { detail: 'This is the work of another location.' });
  // Of an order each line has a choice of its own: POST /api/staff/fulfilments/:id/short.
  if (work.kind !== 'hold')
    return refuse('illegal_transition', {
      detail: 'This belongs to an order: say which of its goods are missing.',
      state: work.state,
    });
  return once(ctx, 'holds.notFound', async (tx) => {
    const moved = await markNotFound(tx, { id: work.id, reason: input.reason });
    if (!moved.ok) return moved;
    const id = work.reservationId;
    // A count that found fewer has corrected the figure already; what it left belongs to others.
    const isCounted = id ? (await getReservations(tx, [id])).get(id)?.atRisk : false;
    if (work.reservationId) await releaseReservations(tx, [work.reservationId], 'not_found');
    if (isCounted) return ok(moved.value);
    const levels = await availability(tx, {
      variantIds: work.lines.map((line) => line.variantId),
      locationIds: [work.locationId],
    });
    const corrected = await changeOnHand(
      { ...tx, idempotency: undefined },
      work.lines.map((line) => {
        const level = levels.find((one) => one.variantId === line.variantId);
        return {
          variantId: line.variantId,
          locationId: work.locationId,
          kind: 'adjust' as const,
          delta: -Math.min(line.quantity, level?.onHand ?? 0),
          reason: `not found: ${input.reason}`,
        };
      }),
    );
    if (!corrected.ok) return corrected;
    return ok(moved.value);
  });
}
