import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { whoOf } from './who.ts';

/**
 * Goods that left one location for a person arrive at another, in the caller's transaction: on hand there and promised to
 * the same person in one step. Gives the id of the hold there.
 */
export async function bringReservation(
  tx: Ctx,
  input: { consumedId: string; locationId: string },
): Promise<Result<string, 'reservation_not_held'>> {
  const newId = tx.newId();
  const { rows } = await sql<{ problem: string | null }>`
    select stock.bring_reservation(${input.consumedId}, ${newId}, ${input.locationId}, ${tx.clock.now()}, ${JSON.stringify(whoOf(tx))}::jsonb) as problem`.execute(
    tx.db,
  );
  const problem = rows[0]?.problem;
  if (problem === null) return ok(newId);
  return refuse('reservation_not_held', { detail: 'These goods never left where they came from.', state: problem });
}
