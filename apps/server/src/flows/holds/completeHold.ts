import { sql } from 'kysely';
import { asSystem, type Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { attachHold, cartsOfLines, createHandoff, type Handoff } from '../../modules/carts/index.ts';
import { postSystemMessage } from '../../modules/conversations/index.ts';
import { contactOf, customersOf } from '../../modules/customers/index.ts';
import { queueMail } from '../../modules/engagement/index.ts';
import {
  cancelFulfilmentsOf,
  createFulfilment,
  type Fulfilment,
  fulfilmentsOfReservations,
} from '../../modules/fulfilment/index.ts';
import { getLocation, pickupReadyAt } from '../../modules/locations/index.ts';
import {
  getReservations,
  type ReservationFacts,
  releaseReservations,
  wasSuperseded,
} from '../../modules/stock/index.ts';
import { describeGoods, describePlace } from '../describe.ts';
import type { FlowParts } from '../parts.ts';
import { type HoldContext, readHoldContext } from './holdContext.ts';

export interface CompletedHold {
  handoff: Pick<Handoff, 'code' | 'url'>;
  fulfilment: Fulfilment;
}

/**
 * Everything that follows a hold, in one transaction, once: the cart line knows it, the store has its task, the customer
 * reads of it in the chat and by e-mail, and there is a code to collect it by. The request that held calls this; so does
 * the hold's event, on whatever server is alive, so a crash right after the hold loses nothing and doubles nothing.
 */
export async function completeHold(
  ctx: Ctx,
  parts: FlowParts,
  facts: ReservationFacts,
): Promise<CompletedHold | undefined> {
  const hold = readHoldContext(facts.context);
  if (!hold) return undefined;
  return inTransaction(asSystem(ctx, 'holds'), async (tx) => {
    // Request and event may come at the same moment: the second waits here and then finds everything done.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`hold:${facts.reservationId}`}, 0))`.execute(tx.db);
    const reservation = (await getReservations(tx, [facts.reservationId])).get(facts.reservationId);
    if (reservation?.state !== 'held') return undefined;
    if (hold.movedFrom && !(await wasSuperseded(tx, hold.movedFrom))) {
      // What it was to take the place of had been let go: there was nothing to move, and nobody waits for this.
      await releaseReservations(tx, [reservation.id], 'superseded');
      return undefined;
    }
    const until = reservation.expiresAt ?? tx.clock.now();
    // The line may have moved into another cart meanwhile (a sign-in merges carts); its id stays.
    const cart = (await cartsOfLines(tx, [hold.lineId])).get(hold.lineId);
    const [line] = reservation.lines;
    if (!cart || !line) return undefined;
    const handoff = await createHandoff(tx, parts.links, {
      cartId: cart.id,
      lineId: hold.lineId,
      // A code is good where the goods are, also after they moved.
      locationId: line.locationId,
      until: until.toISOString(),
    });
    const done = (await fulfilmentsOfReservations(tx, [facts.reservationId])).get(facts.reservationId);
    if (done) return { handoff, fulfilment: done };

    await attachHold(tx, {
      cartId: cart.id,
      lineId: hold.lineId,
      reservationId: reservation.id,
      locationId: line.locationId,
      until: until.toISOString(),
      heldBy: hold.heldBy,
      advisedBy: hold.advisedBy,
    });
    const location = await getLocation(tx, line.locationId);
    if (hold.movedFrom) await cancelFulfilmentsOf(tx, [hold.movedFrom], `moved to ${location.name}`);
    const { fulfilment } = await createFulfilment(tx, {
      kind: 'hold',
      locationId: location.id,
      reservationId: reservation.id,
      subjectId: reservation.subjectId,
      code: handoff.code,
      promisedAt: pickupReadyAt(location, tx.clock.now()),
      keepUntil: until,
      lines: reservation.lines.map(({ variantId, quantity }) => ({ variantId, quantity, orderLineId: null })),
    });
    await tellCustomer(tx, {
      facts,
      hold,
      until,
      handoff,
      subjectId: reservation.subjectId,
      locationId: location.id,
      links: parts.links,
    });
    return { handoff, fulfilment };
  });
}

async function tellCustomer(
  tx: Ctx,
  told: {
    facts: ReservationFacts;
    hold: HoldContext;
    until: Date;
    handoff: Handoff;
    subjectId: string | undefined;
    locationId: string;
    links: FlowParts['links'];
  },
): Promise<void> {
  const { facts, hold, until, handoff, subjectId } = told;
  const location = await getLocation(tx, told.locationId);
  if (hold.threadId) {
    await postSystemMessage(tx, {
      threadId: hold.threadId,
      kind: 'hold',
      uniqueKey: `hold-confirmed:${facts.reservationId}`,
      subjectId,
      data: {
        happened: hold.movedFrom ? 'moved' : 'held',
        reservationId: facts.reservationId,
        lines: facts.lines,
        locationId: location.id,
        locationName: location.name,
        until: until.toISOString(),
        code: handoff.code,
        unit: hold.unit,
      },
    });
  }
  const customerId = subjectId && (await customersOf(tx, [subjectId])).get(subjectId);
  if (!customerId) return;
  const contact = await contactOf(tx, customerId);
  await queueMail(tx, {
    template: hold.movedFrom ? 'hold_moved' : 'hold_confirmed',
    to: { customerId },
    language: contact.language,
    subjectId,
    uniqueKey: `hold-confirmed:${facts.reservationId}`,
    ...(hold.threadId ? { threadId: hold.threadId } : {}),
    data: {
      zone: location.zone,
      name: contact.name ?? null,
      goods: await describeGoods(
        tx,
        facts.lines.map((line) => ({ ...line, unit: hold.unit })),
        contact.language,
      ),
      place: describePlace(location),
      until: until.toISOString(),
      code: handoff.code,
      url: told.links.urlOf(handoff.token, contact.language),
    },
  });
}
