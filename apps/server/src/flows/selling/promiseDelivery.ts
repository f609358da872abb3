import type { Ctx } from '../../kernel/context.ts';
import { type Refusal, refuse } from '../../kernel/result.ts';
import { recallLocations } from '../../modules/locations/index.ts';
import type { OrderDelivery } from '../../modules/orders/index.ts';
import type { DeliveryMethod } from '../../modules/settings/index.ts';
import { lastOf, parcelDays } from '../../modules/sourcing/index.ts';
import type { Part } from './takeStock.ts';

/**
 * What an order keeps of how it is sent: the method as it was, and between which days it comes, from the places that
 * really send it. The last of several parcels counts. undefined: nothing is sent.
 */
export async function promiseDelivery(
  ctx: Ctx,
  method: DeliveryMethod | undefined,
  parts: readonly Pick<Part, 'method' | 'locationId' | 'sender'>[],
): Promise<OrderDelivery | undefined> {
  if (!method) return undefined;
  const sent = parts.filter((part) => part.method === 'delivery');
  // Only what a first try of the same thing had taken already comes without its place.
  const locations = sent.some((part) => !part.sender) ? await recallLocations(ctx) : [];
  const now = ctx.clock.now();
  const parcels = sent.flatMap((part) => {
    const sender = part.sender ?? locations.find(({ id }) => id === part.locationId);
    const days = sender && parcelDays(sender, method, now);
    return days ? [days] : [];
  });
  const days = lastOf(parcels);
  return {
    methodId: method.id,
    name: method.name,
    rate: method.rate,
    earliest: days?.earliest ?? null,
    latest: days?.latest ?? null,
  };
}

/**
 * The day that is promised is the one that was read when the order was placed. Where a cut-off has passed since, or goods
 * come from elsewhere, the later day is said before anybody pays, and is theirs to accept; an earlier one is a gift.
 */
export function laterThanShown(
  delivery: OrderDelivery | undefined,
  shown: string | undefined,
): Refusal<'promise_changed'> | undefined {
  if (shown === undefined || !delivery?.latest || delivery.latest <= shown) return undefined;
  return refuse('promise_changed', {
    detail:
      'It would come later than you were shown. Nothing was ordered; the price stays. Order again for the new day.',
    shown,
    earliest: delivery.earliest,
    latest: delivery.latest,
  });
}
