import { createHash } from 'node:crypto';
import { actorKey, type Ctx } from '../../kernel/context.ts';
import { violatedConstraint } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { once } from '../../kernel/idempotency.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { consumeReservations, releaseReservations } from './closeReservations.ts';
import { getReservations } from './readReservations.ts';
import type { Reservation, ReservationFacts } from './reservation.ts';
import { reserve } from './reserve.ts';

const usualMs = 30 * 60_000;
const longestMs = 30 * 24 * 3_600_000;

/**
 * A marketplace or another system takes stock for a thing of its own, named by its reference. The same reference asking
 * again replaces what it held: its basket changed.
 */
export async function reserveForReference(
  ctx: Ctx,
  input: {
    reference: string;
    expiresAt: Date | undefined;
    lines: { variantId: string; locationId: string; quantity: number; forCollection: boolean }[];
  },
): Promise<Result<ReservationFacts, 'insufficient_stock' | 'reservation_not_held' | 'hold_limit_exceeded'>> {
  const now = ctx.clock.now().getTime();
  const expiresAt = input.expiresAt ?? new Date(now + usualMs);
  if (expiresAt.getTime() <= now)
    throw new AppError('invalid_request', { detail: 'expiresAt is over already; nothing was taken.' });
  if (expiresAt.getTime() > now + longestMs)
    return refuse('hold_limit_exceeded', { detail: 'Stock is kept for 30 days at most; nothing was taken.' });
  const by = actorKey(ctx.actor);
  return reserve(ctx, {
    id: ctx.newId(),
    owner: { kind: 'external', id: ownerIdOf(by, input.reference) },
    subjectId: undefined,
    purpose: 'external',
    expiresAt,
    lines: input.lines.map(({ forCollection, ...line }) => ({ ...line, allowDisplay: forCollection })),
    context: { reference: input.reference, by },
  });
}

/** What this machine reserved; another's is as if it were not there. */
export async function getExternalReservation(ctx: Ctx, id: string): Promise<Reservation> {
  const reservation = (await getReservations(ctx, [id])).get(id.toLowerCase());
  if (reservation?.owner.kind !== 'external' || reservation.context.by !== actorKey(ctx.actor))
    throw new AppError('not_found', { detail: 'You have no such reservation.' });
  return reservation;
}

/** Gives it back. One that is over already is no error: the wish is fulfilled. */
export async function releaseExternal(ctx: Ctx, id: string): Promise<Result<undefined, 'reservation_not_held'>> {
  return once(ctx, 'stock.releaseExternal', async (tx) => {
    const { state } = await getExternalReservation(tx, id);
    if (state === 'consumed')
      return refuse('reservation_not_held', { detail: 'These goods have left the house; take them back as a return.' });
    await releaseReservations(tx, [id], 'by_system');
    return ok(undefined);
  });
}

/** The goods left the house. */
export async function consumeExternal(
  ctx: Ctx,
  id: string,
): Promise<Result<undefined, 'reservation_expired' | 'reservation_not_held' | 'insufficient_stock'>> {
  try {
    return await once(ctx, 'stock.consumeExternal', async (tx) => {
      await getExternalReservation(tx, id);
      return consumeReservations(tx, [id]);
    });
  } catch (error) {
    if (violatedConstraint(error) !== 'level_on_hand_check') throw error;
    return refuse('insufficient_stock', {
      detail: 'Fewer pieces stand there than this takes; nothing was changed. Count the shelf and enter the count.',
    });
  }
}

/** One owner a reference of a machine, as a UUID made of both (RFC 9562, version 8). */
function ownerIdOf(by: string, reference: string): string {
  const hex = createHash('sha256').update(`${by}\n${reference}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
