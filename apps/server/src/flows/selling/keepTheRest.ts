import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { ok, Refusal, type Result, refuse } from '../../kernel/result.ts';
import { createFulfilment, type Fulfilment, reduceFulfilment } from '../../modules/fulfilment/index.ts';
import { getOrder, moveLines } from '../../modules/orders/index.ts';
import { splitReservation } from '../../modules/stock/index.ts';

export interface Pieces {
  variantId: string;
  quantity: number;
}

/**
 * Parts what stays from what leaves, before the leaving: a hold, a piece of work and order lines of its own for the rest,
 * as far as it was and where it was. What leaves keeps its hold, its work and its lines. Stock, then work, then order.
 *
 * @throws AppError invalid_request, version_conflict
 */
export async function keepTheRest(
  tx: Ctx,
  work: Fulfilment,
  leaving: readonly Pieces[],
): Promise<Result<undefined> | Refusal> {
  const wanted = new Map<string, number>();
  for (const { variantId, quantity } of leaving) wanted.set(variantId, (wanted.get(variantId) ?? 0) + quantity);
  const rest = work.lines.flatMap((line) => {
    const goes = Math.min(line.quantity, wanted.get(line.variantId) ?? 0);
    wanted.set(line.variantId, (wanted.get(line.variantId) ?? 0) - goes);
    return line.quantity > goes ? [{ ...line, quantity: line.quantity - goes }] : [];
  });
  if ([...wanted.values()].some((quantity) => quantity > 0))
    throw new AppError('invalid_request', { detail: 'There are not so many pieces in it. Nothing was handed over.' });
  if (rest.length === 0) return ok(undefined);
  if (work.kind !== 'pickup' || !work.orderId || !work.reservationId)
    return refuse('not_offered', {
      detail: 'This is one piece of work and leaves as a whole. Nothing was handed over.',
    });
  const split = await splitReservation(tx, work.reservationId, summed(rest));
  if (!split.ok) return split;
  const lines = rest.flatMap((line) => (line.orderLineId ? [{ ...line, orderLineId: line.orderLineId }] : []));
  const reduced = await reduceFulfilment(tx, {
    id: work.id,
    version: work.version,
    lines: lines.map(({ orderLineId, quantity }) => ({ orderLineId, quantity })),
    reason: 'handed over in part',
  });
  if (!reduced.ok) return reduced;
  const order = await getOrder(tx, work.orderId);
  const moved = await moveLines(tx, {
    orderId: order.id,
    version: order.version,
    parts: lines.map(({ orderLineId, quantity }) => ({ lineId: orderLineId, quantity })),
    way: { method: 'pickup', locationId: work.locationId },
    reservationId: split.value,
  });
  if (moved instanceof Refusal) return moved;
  const left = lines.map(({ variantId, quantity, orderLineId, picked = 0 }, place) => {
    const was = work.lines.find((line) => line.orderLineId === orderLineId)?.quantity ?? quantity;
    // What was picked of it goes with the customer first.
    const inHand = Math.max(0, picked - (was - quantity));
    return { variantId, quantity, orderLineId: moved.value.lineIds[place] ?? orderLineId, picked: inHand };
  });
  await createFulfilment(tx, {
    kind: work.kind,
    locationId: work.locationId,
    orderId: order.id,
    reservationId: split.value,
    subjectId: work.subjectId ?? undefined,
    code: work.code,
    promisedAt: work.promisedAt ? new Date(work.promisedAt) : undefined,
    keepUntil: work.keepUntil ? new Date(work.keepUntil) : undefined,
    collector: work.collector,
    state: stateOfRest(work),
    place: work.place,
    pickedBy: work.pickedBy,
    lines: left,
  });
  return ok(undefined);
}

const stateOfRest = ({ state }: Fulfilment): 'to_pick' | 'picking' | 'ready' =>
  state === 'ready' || state === 'picking' ? state : 'to_pick';

const summed = (lines: readonly Pieces[]): Pieces[] => {
  const sums = new Map<string, number>();
  for (const { variantId, quantity } of lines) sums.set(variantId, (sums.get(variantId) ?? 0) + quantity);
  return [...sums].map(([variantId, quantity]) => ({ variantId, quantity }));
};
