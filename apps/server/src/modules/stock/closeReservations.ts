import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { reservationTransitions } from './states.ts';
import type { ReservationState } from './tables.ts';
import { whoOf } from './who.ts';

async function close(
  tx: Ctx,
  ids: readonly string[],
  state: 'released' | 'consumed',
  reason: string | null,
): Promise<Map<string, string | null>> {
  const { rows } = await sql<{ id: string; problem: string | null }>`
    select id, problem from stock.close_reservations(${[...ids]}::uuid[], ${state}, ${reason}, ${tx.clock.now()}, ${JSON.stringify(whoOf(tx))}::jsonb)`.execute(
    tx.db,
  );
  return new Map(rows.map((row) => [row.id, row.problem]));
}

/** Gives stock back. A hold that is over already (expired, released) is no error: the wish is fulfilled. */
export async function releaseReservations(tx: Ctx, ids: readonly string[], reason: string): Promise<void> {
  if (ids.length > 0) await close(tx, ids, 'released', reason);
}

/**
 * Takes held goods out of the house, in the caller's transaction. Refuses where a hold has expired or is over: the
 * caller must roll back. Throws where the shelf holds less than the books (CHECK on on_hand).
 */
export async function consumeReservations(
  tx: Ctx,
  ids: readonly string[],
): Promise<Result<undefined, 'reservation_expired' | 'reservation_not_held'>> {
  const problems = await close(tx, ids, 'consumed', null);
  for (const [id, problem] of problems) {
    if (problem === null) continue;
    return refuse(problem === 'expired' ? 'reservation_expired' : 'reservation_not_held', {
      detail: `Hold ${id} is ${problem}.`,
      state: problem,
      legal: reservationTransitions[problem as ReservationState] ?? [],
    });
  }
  return ok(undefined);
}
