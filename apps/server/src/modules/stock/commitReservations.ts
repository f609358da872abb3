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
    with locked as (
      select r.id from stock.reservation r where r.id = any (${[...ids]}::uuid[]) order by r.id for update
    ), committed as (
      update stock.reservation r set state = 'committed', expires_at = ${deadline ?? null}, version = version + 1
      from locked where r.id = locked.id and r.state in ('held', 'committed') and (r.expires_at is null or r.expires_at > ${tx.clock.now()})
      returning r.id, r.subject_id, r.version
    ), lines as (
      update stock.reservation_line e set state = 'committed', expires_at = ${deadline ?? null}
      from committed c where e.reservation_id = c.id and e.state in ('held', 'committed')
    )
    select c.id, stock.emit('stock.reservation.committed', c.subject_id, c.id, c.version, ${JSON.stringify(whoOf(tx))}::jsonb,
      ${tx.clock.now()}, stock.reservation_facts(c.id)) from committed c`.execute(tx.db);
  if (rows.length < new Set(ids).size)
    return refuse('reservation_expired', { detail: 'The hold ran out; hold it anew.' });
  return ok(undefined);
}
