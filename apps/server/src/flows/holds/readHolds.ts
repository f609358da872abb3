import { type Actor, type Ctx, mayActAt } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Money } from '../../kernel/money.ts';
import { cartsOfLines, type Handoff, handoffsOf } from '../../modules/carts/index.ts';
import { getVariants } from '../../modules/catalogue/index.ts';
import { type Fulfilment, fulfilmentsOfReservations } from '../../modules/fulfilment/index.ts';
import { getLocations } from '../../modules/locations/index.ts';
import { getReservations, type Reservation, reservationsOf } from '../../modules/stock/index.ts';
import type { FlowParts } from '../parts.ts';
import { readHoldContext } from './holdContext.ts';
import { longerForCustomer } from './longerForCustomer.ts';

/** A hold as its customer and the staff see it. */
export interface Hold {
  id: string;
  state: Reservation['state'];
  until: string | null;
  /** Where its customer may move that, once; null when not any more. */
  longerUntil: string | null;
  atRisk: boolean;
  /** What the customer shows; null once the hold is over, and for colleagues who do not work where it is collected. */
  code: string | null;
  url: string | null;
  cartId: string;
  lineId: string;
  locationId: string;
  locationName: string;
  /** Where the work in the store stands: to_pick, picking, ready, handed_over, not_found, cancelled. */
  stage: Fulfilment['state'] | null;
  fulfilmentId: string | null;
  place: string | null;
  heldBy: string | null;
  subjectId: string | null;
  createdAt: string;
  lines: {
    variantId: string;
    sku: string;
    title: string;
    optionsText: string;
    pictureUrl: string | null;
    quantity: number;
    unit: Money;
  }[];
}

export async function readHold(ctx: Ctx, parts: FlowParts, reservationId: string): Promise<Hold> {
  const reservation = (await getReservations(ctx, [reservationId])).get(reservationId);
  const [hold] = reservation ? await describe(ctx, parts, [reservation]) : [];
  if (!hold) throw new AppError('not_found', { detail: 'There is no such hold.' });
  return hold;
}

/** Holds of a person, newest first: a constant number of statements. */
export async function holdsOf(ctx: Ctx, parts: FlowParts, subjectIds: readonly string[]): Promise<Hold[]> {
  return describe(
    ctx,
    parts,
    await reservationsOf(ctx, { subjectIds, purposes: ['agent_hold', 'reserve_and_try'], limit: 50 }),
  );
}

async function describe(ctx: Ctx, parts: FlowParts, reservations: Reservation[]): Promise<Hold[]> {
  const holds = reservations.flatMap((reservation) => {
    const context = readHoldContext(reservation.context);
    return context ? [{ reservation, context }] : [];
  });
  const [variants, locations, works, codes] = await Promise.all([
    getVariants(ctx, [...new Set(holds.flatMap(({ reservation }) => reservation.lines.map((line) => line.variantId)))]),
    getLocations(ctx, [
      ...new Set(holds.flatMap(({ reservation }) => reservation.lines.map((line) => line.locationId))),
    ]),
    fulfilmentsOfReservations(
      ctx,
      holds.map(({ reservation }) => reservation.id),
    ),
    codesOf(
      ctx,
      parts,
      holds.map(({ context }) => context.lineId),
    ),
  ]);
  return holds.map(({ reservation, context }): Hold => {
    const work = works.get(reservation.id);
    const locationId = reservation.lines[0]?.locationId ?? '';
    const live = reservation.state === 'held' || reservation.state === 'committed';
    const handoff = live && mayCollect(ctx.actor, locationId) ? codes.get(context.lineId) : undefined;
    return {
      id: reservation.id,
      state: reservation.state,
      until: reservation.expiresAt?.toISOString() ?? null,
      longerUntil: longerForCustomer(reservation, locations.get(locationId), ctx.clock.now())?.toISOString() ?? null,
      atRisk: reservation.atRisk,
      code: handoff?.code ?? null,
      url: handoff?.url ?? null,
      cartId: context.cartId,
      lineId: context.lineId,
      locationId,
      locationName: locations.get(locationId)?.name ?? '',
      stage: work?.state ?? null,
      fulfilmentId: work?.id ?? null,
      place: work?.place ?? null,
      heldBy: context.heldBy,
      subjectId: reservation.subjectId ?? null,
      createdAt: reservation.createdAt.toISOString(),
      lines: reservation.lines.map((line) => {
        const variant = variants.get(line.variantId);
        return {
          variantId: line.variantId,
          sku: variant?.sku ?? '',
          title: variant?.title[ctx.language] ?? '',
          optionsText: variant?.optionsText[ctx.language] ?? '',
          pictureUrl: variant?.pictureUrl ?? null,
          quantity: line.quantity,
          unit: context.unit,
        };
      }),
    };
  });
}

/**
 * Whoever has the code is given the goods. Everybody may see that something is held, where and until when; the code is for
 * its customer, the store, and who may act in all of them.
 */
const mayCollect = (actor: Actor, locationId: string): boolean => actor.kind !== 'staff' || mayActAt(actor, locationId);

/** Live codes by line. Lines keep their ids when carts merge, so the carts are looked up anew. */
async function codesOf(ctx: Ctx, parts: FlowParts, lineIds: string[]): Promise<Map<string, Handoff>> {
  const carts = await cartsOfLines(ctx, lineIds);
  const handoffs = await handoffsOf(ctx, parts.links, [...new Set([...carts.values()].map((cart) => cart.id))]);
  return new Map(
    [...handoffs.values()].flat().flatMap((handoff) => (handoff.lineId ? [[handoff.lineId, handoff] as const] : [])),
  );
}
