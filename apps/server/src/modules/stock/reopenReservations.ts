import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { whoOf } from './who.ts';

/**
 * A hand-over that did not happen is taken back, in the caller's transaction: the goods stand on the shelf again and are
 * promised to the same person, paid for as before. Refuses where a hold was not consumed; the caller must roll back.
 */
export async function reopenReservations(
  tx: Ctx,
  ids: readonly string[],
  reason: string,
): Promise<Result<undefined, 'reservation_not_held'>> {
  const { rows } = await sql`
    select id from stock.reopen_reservations(${[...ids]}::uuid[], ${reason}, ${tx.clock.now()}, ${JSON.stringify(whoOf(tx))}::jsonb) as id`.execute(
    tx.db,
  );
  if (rows.length === new Set(ids).size) return ok(undefined);
  return refuse('reservation_not_held', { detail: 'These goods were not taken out of the books by this hold.' });
}
