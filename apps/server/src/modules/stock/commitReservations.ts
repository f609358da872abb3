import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { whoOf } from './who.ts';

/**
 * Binds holds to a payment or an order, in the caller's transaction: `deadline` is longer than the payment provider's,
 * or undefined once paid. Changes no level, so it locks only the holds; a write-off that waits reads them again after.
 */
export async function commitReservations(
  tx: Ctx,
  ids: readonly string[],
  deadline: Date | undefined,
): Promise<Result<undefined, 'reservation_expired'>> {
  const { rows } = await sql<{ id: string }>`
    select id from stock.commit_reservations(${[...ids]}::uuid[], ${deadline ?? null}, ${tx.clock.now()},
      ${JSON.stringify(whoOf(tx))}::jsonb) as c(id)`.execute(tx.db);
  if (rows.length < new Set(ids).size)
    return refuse('reservation_expired', { detail: 'The hold ran out; hold it anew.' });
  return ok(undefined);
}
