import { type Ctx, mayActAt } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { getReservations, type Reservation } from '../../modules/stock/index.ts';

/**
 * A hold the actor may act on: a shopper's own, a store's own, any for an agent. Another person's hold and one that
 * does not exist look the same to a shopper.
 */
export async function ownHold(ctx: Ctx, reservationId: string): Promise<Reservation> {
  const reservation = (await getReservations(ctx, [reservationId])).get(reservationId);
  const { actor } = ctx;
  const missing = new AppError('not_found', { detail: 'There is no such hold.' });
  if (!reservation) throw missing;
  if (actor.kind === 'shopper') {
    if (!reservation.subjectId || !actor.subjectIds.includes(reservation.subjectId)) throw missing;
    return reservation;
  }
  if (actor.kind !== 'staff') throw missing;
  const locationId = reservation.lines[0]?.locationId ?? '';
  if (actor.role !== 'agent' && !mayActAt(actor, locationId))
    throw new AppError('wrong_location', { detail: 'This hold is at another location.' });
  return reservation;
}
