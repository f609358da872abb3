import type { Ctx } from '../../kernel/context.ts';
import type { DomainEvent } from '../../kernel/outbox.ts';
import type { Subscriber } from '../../kernel/relay.ts';
import { fulfilmentsOfReservations } from '../../modules/fulfilment/index.ts';
import { getLocation } from '../../modules/locations/index.ts';
import { getReservations, type ReservationFacts } from '../../modules/stock/index.ts';
import { shortByCount } from '../orders/reportShort.ts';
import type { FlowParts } from '../parts.ts';
import { isStillNews } from '../stillNews.ts';
import { offerInstead } from './offerInstead.ts';
import { tellHolder } from './tellHolder.ts';

/**
 * A count or damage left less than is held: the customer hears it before they set out, with the next best offers, and
 * decides; when stock came back they hear that too. The store sees it in a queue of its own. What the event says may be
 * over by the time it arrives, so it is asked how things stand now.
 */
export const followRisk = (parts: FlowParts): Subscriber => ({
  name: 'holds-risk',
  types: ['stock.reservation.at_risk', 'stock.reservation.risk_lifted'],
  async handle(ctx, events) {
    for (const event of events) if (isStillNews(ctx, event)) await follow({ ...ctx, cause: event.id }, parts, event);
  },
});

async function follow(ctx: Ctx, parts: FlowParts, event: DomainEvent): Promise<void> {
  const facts = event.data as unknown as ReservationFacts;
  const reservation = (await getReservations(ctx, [facts.reservationId])).get(facts.reservationId);
  if (!reservation || (reservation.state !== 'held' && reservation.state !== 'committed')) return;
  const isRisk = event.type === 'stock.reservation.at_risk';
  if (reservation.atRisk !== isRisk) return;
  const hold = { facts, subjectId: event.subjectId };
  // Put aside already, it lies in its bay whatever the count of the shelf says: the store looks, nobody is frightened.
  const work = (await fulfilmentsOfReservations(ctx, [facts.reservationId])).get(facts.reservationId);
  if (work?.state === 'ready') return;
  if (work?.orderId) {
    // An order is more than a hold: its customer is asked what becomes of it, by the same means as when a picker misses it.
    if (isRisk) await shortByCount(ctx, parts, facts.reservationId);
    return;
  }
  const occasion = String(event.aggregateVersion);
  if (isRisk) {
    await offerInstead(ctx, parts, hold, { happened: 'at_risk', template: 'hold_at_risk', occasion });
    return;
  }
  const location = await getLocation(ctx, facts.lines[0]?.locationId ?? '');
  await tellHolder(ctx, parts, {
    ...hold,
    happened: 'safe',
    occasion,
    template: 'hold_safe',
    data: ({ goods, place, url, until }) => ({ zone: location.zone, goods, place, until, url }),
  });
}
