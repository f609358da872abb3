import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { whoOf } from './who.ts';

/**
 * Moves the end of a live hold, and adds to its facts what the caller wants to remember of it. One that has run out stays
 * run out: its goods may be promised to the next.
 */
export async function extendReservation(
  tx: Ctx,
  id: string,
  expiresAt: Date,
  facts: Record<string, unknown> = {},
): Promise<Result<undefined, 'reservation_expired'>> {
  const { rows } = await sql<{ id: string }>`
    with extended as (
      update stock.reservation r set expires_at = ${expiresAt}, context = r.context || ${JSON.stringify(facts)}::jsonb, version = version + 1
      where r.id = ${id} and r.state = 'held' and r.expires_at > ${tx.clock.now()}
      returning r.id, r.subject_id, r.version
    ), lines as (
      update stock.reservation_line e set expires_at = ${expiresAt} from extended x where e.reservation_id = x.id and e.state = 'held'
    )
    select x.id, stock.emit('stock.reservation.extended', x.subject_id, x.id, x.version, ${JSON.stringify(whoOf(tx))}::jsonb,
      ${tx.clock.now()}, stock.reservation_facts(x.id) || jsonb_build_object('expiresAt', ${expiresAt.toISOString()}::text)) from extended x`.execute(
    tx.db,
  );
  return rows.length === 1 ? ok(undefined) : refuse('reservation_expired', { detail: 'The hold is no longer open.' });
}
