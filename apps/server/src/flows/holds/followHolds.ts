import type { Ctx } from '../../kernel/context.ts';
import type { DomainEvent } from '../../kernel/outbox.ts';
import type { Subscriber } from '../../kernel/relay.ts';
import { cancelFulfilmentsOf } from '../../modules/fulfilment/index.ts';
import { getLocation } from '../../modules/locations/index.ts';
import { getReservations, type ReservationFacts } from '../../modules/stock/index.ts';
import type { FlowParts } from '../parts.ts';
import { isStillNews } from '../stillNews.ts';
import { completeHold } from './completeHold.ts';
import { followRisk } from './followRisk.ts';
import { readHoldContext } from './holdContext.ts';
import { offerInstead } from './offerInstead.ts';
import { tellHolder } from './tellHolder.ts';

const endings: Record<string, 'expired' | 'by_customer' | 'by_store'> = {
  expired: 'expired',
  by_customer: 'by_customer',
  by_store: 'by_store',
};

/** A hold was made: what must follow it follows, even when the server that made it is gone. */
const completeHolds = (parts: FlowParts): Subscriber => ({
  name: 'holds-complete',
  types: ['stock.reservation.held'],
  async handle(ctx, events) {
    for (const event of events)
      await completeHold({ ...ctx, cause: event.id }, parts, event.data as unknown as ReservationFacts);
  },
});

/** A hold is over: its work ends, and its customer hears why. */
const endHolds = (parts: FlowParts): Subscriber => ({
  name: 'holds-end',
  types: ['stock.reservation.expired', 'stock.reservation.released'],
  async handle(ctx, events) {
    for (const event of events) await endHold({ ...ctx, cause: event.id }, parts, event);
  },
});

async function endHold(ctx: Ctx, parts: FlowParts, event: DomainEvent): Promise<void> {
  const facts = event.data as unknown as ReservationFacts & { reason?: string };
  if (!readHoldContext(facts.context)) return;
  const reason = facts.reason ?? 'expired';
  // What was not found stays in its own queue.
  if (reason === 'not_found') return;
  await cancelFulfilmentsOf(ctx, [facts.reservationId], reason);
  // A hold that a newer one replaced changed nothing for its customer.
  if (reason === 'superseded') return;
  const locationId = facts.lines[0]?.locationId;
  if (!locationId || !isStillNews(ctx, event)) return;
  await tellHolder(ctx, parts, {
    facts,
    subjectId: event.subjectId,
    happened: reason === 'expired' ? 'expired' : 'released',
    template: 'hold_released',
    data: ({ goods, place, url }) => ({ goods, place, reason: endings[reason] ?? 'by_store', url }),
  });
}

/** The store put it aside: only now may the customer set out. */
const tellReady = (parts: FlowParts): Subscriber => ({
  name: 'holds-ready',
  types: ['fulfilment.fulfilment.ready', 'fulfilment.fulfilment.not_found'],
  async handle(ctx, events) {
    for (const event of events) {
      const reservationId = event.data.reservationId;
      if (event.data.kind !== 'hold' || typeof reservationId !== 'string' || !isStillNews(ctx, event)) continue;
      const caused = { ...ctx, cause: event.id };
      const reservation = (await getReservations(caused, [reservationId])).get(reservationId);
      if (!reservation) continue;
      const facts: ReservationFacts = {
        reservationId,
        owner: reservation.owner,
        purpose: reservation.purpose,
        expiresAt: reservation.expiresAt?.toISOString() ?? null,
        context: reservation.context,
        lines: reservation.lines,
      };
      if (event.type === 'fulfilment.fulfilment.not_found') {
        await offerInstead(caused, parts, { facts, subjectId: event.subjectId });
        continue;
      }
      const location = await getLocation(caused, reservation.lines[0]?.locationId ?? '');
      await tellHolder(caused, parts, {
        facts,
        subjectId: event.subjectId,
        happened: 'ready',
        // A step taken back and taken again is news again: the work's version tells them apart.
        occasion: String(event.aggregateVersion),
        template: 'hold_ready',
        data: ({ goods, place, url, name, code, until }) => ({
          zone: location.zone,
          name,
          goods,
          place,
          until,
          code,
          url,
        }),
      });
    }
  },
});

export const holdSubscribers = (parts: FlowParts): Subscriber[] => [
  completeHolds(parts),
  endHolds(parts),
  tellReady(parts),
  followRisk(parts),
];
