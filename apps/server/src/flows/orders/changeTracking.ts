import { type Ctx, mayActAt } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { ok, type Refusal, type Result } from '../../kernel/result.ts';
import {
  changeTracking as changeTrackingOfWork,
  type Fulfilment,
  getFulfilment,
  type ParcelGiven,
  readParcel,
} from '../../modules/fulfilment/index.ts';
import { getOrder, recordChange } from '../../modules/orders/index.ts';
import type { FlowParts } from '../parts.ts';
import { unless } from './cancelParts.ts';
import { labelOf } from './sendParcel.ts';
import { mailParcelSent } from './tellSent.ts';

/**
 * The number of a parcel that left is put right, or given at last. The order's page says so at once; a mail goes out
 * only when that is asked for.
 *
 * @throws AppError not_found, wrong_location
 */
export async function changeTracking(
  ctx: Ctx,
  parts: FlowParts,
  input: ParcelGiven & { fulfilmentId: string; tellCustomer: boolean },
): Promise<Result<Fulfilment> | Refusal> {
  const parcel = readParcel(input);
  if (!parcel.ok) return parcel;
  return once(ctx, 'orders.changeTracking', async (tx): Promise<Result<Fulfilment> | Refusal> => {
    const before = await getFulfilment(tx, input.fulfilmentId);
    // Who sits at the desk hears of wrong numbers from everywhere.
    const isDesk = tx.actor.kind === 'staff' && tx.actor.role === 'agent';
    if (!isDesk && !mayActAt(tx.actor, before.locationId))
      throw new AppError('wrong_location', { detail: 'This is the work of another location.' });
    const changed = unless(await changeTrackingOfWork(tx, { id: before.id, parcel: parcel.value }));
    const { fulfilment, isChanged } = changed;
    if (!fulfilment.orderId) return ok(fulfilment);
    if (isChanged)
      await recordChange(tx, {
        orderId: fulfilment.orderId,
        kind: 'tracking',
        reason: labelOf(parcel.value),
        facts: { fulfilmentId: fulfilment.id },
      });
    if (input.tellCustomer && !fulfilment.toLocationId) {
      const order = await getOrder(tx, fulfilment.orderId);
      await mailParcelSent(tx, parts, { order, work: fulfilment, occasion: fulfilment.version, isCorrection: true });
    }
    return ok(fulfilment);
  });
}
