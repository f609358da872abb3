import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { whoOf } from './who.ts';

/**
 * Makes a hold of its own out of a part of a hold, in the caller's transaction: the same person, the same end, the same
 * shelf. Nothing is free in between and no counter moves. Gives the new hold's id; refuses where the hold is over or the
 * part is all of it.
 */
export async function splitReservation(
  tx: Ctx,
  id: string,
  lines: readonly { variantId: string; quantity: number }[],
): Promise<Result<string, 'reservation_not_held' | 'reservation_expired'>> {
  const newId = tx.newId();
  const { rows } = await sql<{ problem: string | null }>`
    select stock.split_reservation(${id}, ${newId}, ${JSON.stringify(lines)}::jsonb, ${tx.clock.now()}, ${JSON.stringify(whoOf(tx))}::jsonb) as problem`.execute(
    tx.db,
  );
  const problem = rows[0]?.problem;
  if (problem === null) return ok(newId);
  return refuse(problem === 'expired' ? 'reservation_expired' : 'reservation_not_held', {
    detail: 'These goods are not held any more; look again.',
    reservationId: id,
    state: problem,
  });
}
