import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { whoOf } from './who.ts';

/**
 * Moves the end of a live hold to a later time and says to which: who asks for less than somebody else has given it in
 * the same moment takes nothing away. Adds to its facts what the caller wants to remember. One that has run out stays
 * run out: its goods may be promised to the next.
 */
export async function extendReservation(
  tx: Ctx,
  id: string,
  expiresAt: Date,
  facts: Record<string, unknown> = {},
): Promise<Result<Date, 'reservation_expired'>> {
  const { rows } = await sql<{ until: Date }>`
    with extended as (
      update stock.reservation r set expires_at = greatest(r.expires_at, ${expiresAt}::timestamptz), context = r.context || ${JSON.stringify(facts)}::jsonb, version = version + 1
      where r.id = ${id} and r.state = 'held' and r.expires_at > ${tx.clock.now()}
      returning r.id, r.subject_id, r.version, r.expires_at
    ), lines as (
      update stock.reservation_line e set expires_at = x.expires_at from extended x where e.reservation_id = x.id and e.state = 'held'
    )
    select x.expires_at as until, stock.emit('stock.reservation.extended', x.subject_id, x.id, x.version, ${JSON.stringify(whoOf(tx))}::jsonb,
      ${tx.clock.now()}, stock.reservation_facts(x.id) || jsonb_build_object('expiresAt', to_char(x.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) from extended x`.execute(
    tx.db,
  );
  const [extended] = rows;
  return extended ? ok(extended.until) : refuse('reservation_expired', { detail: 'The hold is no longer open.' });
}
