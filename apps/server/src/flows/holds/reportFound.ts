import { type Ctx, mayActAt } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { type Fulfilment, getFulfilment } from '../../modules/fulfilment/index.ts';
import { availability, changeOnHand, getReservations } from '../../modules/stock/index.ts';

/**
 * What a count missed is here: the books are corrected by as many pieces as this work needs and the count lacks, and with
 * them the risk is lifted. Pieces of one article are alike, so the oldest hold at risk is the first that is safe.
 */
export async function reportFound(
  ctx: Ctx,
  input: { fulfilmentId: string },
): Promise<Result<Fulfilment, 'illegal_transition' | 'insufficient_stock'>> {
  const work = await getFulfilment(ctx, input.fulfilmentId);
  if (!mayActAt(ctx.actor, work.locationId))
    throw new AppError('wrong_location', { detail: 'This is the work of another location.' });
  return once(ctx, 'holds.found', async (tx) => {
    const id = work.reservationId;
    const reservation = id ? (await getReservations(tx, [id])).get(id) : undefined;
    if (!reservation?.atRisk)
      return refuse('illegal_transition', { detail: 'Nothing is missing here by the books; nothing was changed.' });
    const levels = await availability(tx, {
      variantIds: work.lines.map((line) => line.variantId),
      locationIds: [work.locationId],
    });
    const changes = work.lines.flatMap((line) => {
      const level = levels.find((one) => one.variantId === line.variantId);
      const lacking = level ? level.reserved - (level.onHand - level.damaged) : 0;
      const delta = Math.min(line.quantity, lacking);
      return delta > 0
        ? [
            {
              variantId: line.variantId,
              locationId: work.locationId,
              kind: 'adjust' as const,
              delta,
              reason: `found, though a count missed it (${work.code})`,
            },
          ]
        : [];
    });
    const corrected = await changeOnHand({ ...tx, idempotency: undefined }, changes);
    return corrected.ok ? ok(work) : corrected;
  });
}
